"""A client in Tokyo and a consultant in Brussels, small enough to reckon with by hand."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.status import DayStatus, Reason, ReasonKind
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
