"""Calls to brief: a made-up consultant and client in any two countries that have a file."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from culture_samples import DATA

from clientbridge.adapters.culture.country_files import country_notes
from clientbridge.adapters.culture.culture_tables import read_scales, read_source_rules
from clientbridge.core.briefing.briefing import LastContact
from clientbridge.core.briefing.prepare import BriefInput, PlaceNames
from clientbridge.core.culture.country import CountryNotes, Workday
from clientbridge.core.culture.culture_data import CultureData
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.time.hours import USUAL_LUNCH, WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import Client, DateRange, Me, Person, Schedule, Seniority

NOW = datetime(2026, 11, 24, 7, 40, tzinfo=UTC)
SCALES = read_scales(DATA)
RULES = read_source_rules(DATA)
TOKYO, BRUSSELS = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Brussels")
HOLIDAY = DayFact(
    status=DayStatus.CLOSED,
    reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Labor Thanksgiving Day", local_name="勤労感謝の日"),
)


def notes_of(code: str) -> CountryNotes:
    """The shipped notes of a country."""
    notes = country_notes(DATA / "countries", code)
    assert notes is not None
    return notes


UNKNOWN_HOURS = Workday()


def schedule(country: str, zone: ZoneInfo, hours: str | None = None) -> Schedule:
    """A schedule with the same hours on each working day."""
    known = None if hours is None else WorkingHours(every_working_day=parse_hours(hours))
    return Schedule(place=Place(country), zone=zone, hours=known)


def days_of(of: Schedule, facts: Mapping[date, DayFact], workday: Workday = UNKNOWN_HOURS) -> PartyCalendar:
    """Days around `NOW`, with these facts, at a place with these usual hours."""
    calendar = PlaceCalendar(
        place=of.place,
        days=DateRange(date(2026, 1, 1), date(2027, 12, 31)),
        facts={on: (fact,) for on, fact in facts.items()},
        office_hours=None if workday.hours is None else workday.hours.span,
        lunch=USUAL_LUNCH if workday.lunch is None else workday.lunch.span,
    )
    return PartyCalendar(schedule=of, calendars={of.place: calendar})


ANA = Person(
    id="ana",
    name="Ana Souza",
    schedule=schedule("JP", TOKYO),
    call="Ana-san",
    say="AH-nah SOH-zah",
    role="Head of procurement",
    level=Seniority.EXECUTIVE,
    decides=True,
)


def call(
    *,
    you: CountryNotes | None,
    them: CountryNotes | None,
    client_culture: Mapping[str, int] | None = None,
    people: Sequence[Person] = (ANA,),
    person: Person | None = None,
    facts: Mapping[date, DayFact] | None = None,
    observes: tuple[str, ...] = (),
    now: datetime = NOW,
    hours: str | None = "09:00-17:30",
) -> BriefInput:
    """A call from Brussels to Tokyo, whatever the countries are called."""
    theirs = schedule(them.code if them is not None else "AQ", TOKYO, hours)
    mine = schedule(you.code if you is not None else "AQ", BRUSSELS, "09:00-18:00")
    return BriefInput(
        now=now,
        me=Me(name="Lea Peeters", schedule=mine),
        client=Client(
            id="acme",
            name="Acme Works",
            schedule=theirs,
            file="clients/acme.yaml",
            people=tuple(people),
            culture=client_culture or {},
            observes=observes,
        ),
        person=person,
        days=days_of(theirs, facts or {}, UNKNOWN_HOURS if them is None else them.workday),
        names=PlaceNames(country="Their country"),
        culture_data=CultureData(scales=SCALES, rules=RULES, yours=you, theirs=them),
        last_contact=LastContact(on=date(2026, 11, 12), days_ago=12, what="call", text="About the pilot."),
    )
