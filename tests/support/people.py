"""A client in Tokyo and a consultant in Brussels, small enough to reckon with by hand."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.relationship.journal.entries import Entry, Event
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.relationship.journal.replay import Journal, replay
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import (
    Client,
    DateRange,
    DaysOff,
    Person,
    Rhythm,
    Schedule,
    Seniority,
)

MONDAY = date(2026, 11, 23)
"""Labour Thanksgiving Day in Japan."""
MORNING = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
"""08:05 in Brussels, 16:05 in Tokyo."""
YEARS = DateRange(date(2026, 1, 1), date(2027, 12, 31))
JAPAN = Place("JP")
BELGIUM = Place("BE")
LABOUR_DAY = DayFact(
    status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Labor Thanksgiving Day")
)
AT_HIKARI = Schedule(
    place=JAPAN,
    zone=ZoneInfo("Asia/Tokyo"),
    hours=WorkingHours(every_working_day=parse_hours("09:00-12:00, 13:00-17:30")),
    days_off=(DaysOff(days=DateRange(date(2026, 12, 28), date(2027, 1, 5)), name="Winter closure"),),
)
TOKYO = PartyCalendar(
    schedule=AT_HIKARI,
    calendars={JAPAN: PlaceCalendar(place=JAPAN, days=YEARS, facts={MONDAY: (LABOUR_DAY,)})},
)
BRUSSELS = PartyCalendar(
    schedule=Schedule(
        place=BELGIUM,
        zone=ZoneInfo("Europe/Brussels"),
        hours=WorkingHours(every_working_day=parse_hours("09:00-12:30, 13:30-18:00")),
    ),
    calendars={BELGIUM: PlaceCalendar(place=BELGIUM, days=YEARS)},
)
TANAKA = Person(id="tanaka", name="Taro Tanaka", schedule=AT_HIKARI, level=Seniority.EXECUTIVE, decides=True)
MORI = Person(id="mori", name="Yui Mori", schedule=AT_HIKARI, level=Seniority.TEAM, birthday=(11, 28))
HIKARI = Client(
    id="hikari",
    name="Hikari KK",
    schedule=AT_HIKARI,
    file="clients/hikari.yaml",
    people=(TANAKA, MORI),
    rhythm=Rhythm(checkin="2w", checkin_max="4w", update="1w", update_on=3, feedback="3mo", visit="12mo"),
)


def day_fact(status: DayStatus, name: str, kind: ReasonKind = ReasonKind.PUBLIC_HOLIDAY) -> DayFact:
    """One thing known of a date."""
    return DayFact(status=status, reason=Reason(kind=kind, name=name))


def with_facts(days: PartyCalendar, facts: Mapping[date, DayFact]) -> PartyCalendar:
    """The days of a party whose place has these holidays and no others."""
    place = days.schedule.place
    known = PlaceCalendar(place=place, days=YEARS, facts={on: (fact,) for on, fact in facts.items()})
    return PartyCalendar(schedule=days.schedule, calendars={place: known})


def utc(text: str) -> datetime:
    """An instant, as in ``11-24 08:30``: of 2026 where no year is written."""
    return datetime.fromisoformat(text if text[4] == "-" else f"2026-{text}").replace(tzinfo=UTC)


def day(text: str) -> date:
    """A date, as in ``11-24``: of 2026 where no year is written."""
    return date.fromisoformat(text if text[4:5] == "-" else f"2026-{text}")


def logged(
    kind: EventKind, at: str, *people: str, text: str = "x", from_them: bool = False, id_: str | None = None
) -> Event:
    """An event in the journal; its id follows from its kind and moment."""
    return Event(
        id=EntryId(id_ or f"{kind.value} {at}"),
        at=utc(at),
        kind=kind,
        text=text,
        people=people,
        from_them=from_them,
    )


def journal_of(*entries: Entry) -> Journal:
    """The journal of the client in Tokyo."""
    return replay("hikari", entries)
