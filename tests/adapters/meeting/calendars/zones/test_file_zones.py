"""A definition in a file, against the zone it was made from."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Timezone
from zones import zone

from clientbridge.adapters.meeting.calendars.components import component_tree
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget
from clientbridge.adapters.meeting.calendars.values import UnreadValueError, instant_of
from clientbridge.adapters.meeting.calendars.zones.file_zones import FileZone, file_zones


def part(kind: str, begins: str, before: str, after: str, *more: str) -> str:
    lines = [f"BEGIN:{kind}", f"DTSTART:{begins}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *more]
    return "\n".join([*lines, f"END:{kind}"])


def known(name: str) -> tzinfo | None:
    return zone(name) if "/" in name else None


def in_calendar(*definitions: str) -> dict[str, FileZone]:
    root, faults = component_tree("\n".join(["BEGIN:VCALENDAR", *definitions, "END:VCALENDAR"]))
    assert faults == ()
    return dict(file_zones(root.parts[0], StepBudget(), known, [2026]))


def definition(*parts: str, name: str = "Office") -> str:
    return "\n".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE"])


def defined(*parts: str, name: str = "Office") -> dict[str, FileZone]:
    return in_calendar(definition(*parts, name=name))


def offset(parts: list[str], local: str, name: str = "Office") -> float:
    (found,) = defined(*parts, name=name).values()
    return found.utcoffset(datetime.fromisoformat(local)).total_seconds() / 3600


EASTERN = [
    part("STANDARD", "16010101T030000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    part("DAYLIGHT", "16010101T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
]
SOUTHERN = [
    part("STANDARD", "20080406T030000", "+1100", "+1000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4"),
    part("DAYLIGHT", "20081005T020000", "+1000", "+1100", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10"),
]
ENDED = [
    part(
        "DAYLIGHT",
        "20000326T020000",
        "+0100",
        "+0200",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20100328T010000Z",
    ),
    part(
        "STANDARD",
        "20001029T030000",
        "+0200",
        "+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20091025T010000Z",
    ),
]
EQUAL = [
    part("DAYLIGHT", "20260308T020000", "-0700", "-0700"),
    part("STANDARD", "20251102T020000", "-0700", "-0700"),
]
FIFTH = [
    part("STANDARD", "16011028T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=5SU;BYMONTH=10"),
    part("DAYLIGHT", "16010325T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=5SU;BYMONTH=3"),
]
COUNTED = [
    part("STANDARD", "20001029T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;COUNT=3"),
    part("STANDARD", "20020101T000000", "+0100", "+0300"),
]
TWO_RULES = [
    part(
        "STANDARD",
        "19960929T030000",
        "+0200",
        "+0100",
        "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19990101T000000Z",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ),
    part("DAYLIGHT", "19970330T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
]
LISTED = [
    part("DAYLIGHT", "20240331T020000", "+0100", "+0200", "RDATE:20250330T020000"),
    part("STANDARD", "20241027T030000", "+0200", "+0100"),
]
DATED = [part("STANDARD", "20200101T000000", "+0000", "+0017", "RDATE:20210101T000000,20220101T000000")]


@pytest.mark.parametrize(
    ("parts", "local", "hours"),
    [
        (EASTERN, "2026-12-01T10:00", -5),
        (EASTERN, "2026-07-01T10:00", -4),
        (EASTERN, "2026-03-29T02:30", -5),
        (EASTERN, "2026-10-25T02:30", -4),
        (EASTERN, "1600-10-25T02:30", -5),
        (SOUTHERN, "2026-12-01T10:00", 11),
        (SOUTHERN, "2026-06-01T10:00", 10),
        (SOUTHERN, "2001-06-01T10:00", 11),
        (ENDED, "2026-12-01T10:00", 2),
        (ENDED, "2009-12-01T10:00", 1),
        ([part("STANDARD", "19700101T000000", "+0300", "+0300")], "2026-12-01T10:00", 3),
        ([part("STANDARD", "19700101T000000", "+0300", "+0300")], "1950-12-01T10:00", 3),
        ([part("DAYLIGHT", "19700308T020000", "-0800", "-0700")], "2026-12-01T10:00", -7),
        (EQUAL, "2026-12-01T10:00", -7),
        (DATED, "2026-12-01T10:00", 17 / 60),
        (FIFTH, "2026-12-01T10:00", 1),
        (FIFTH, "2027-04-01T10:00", 2),
        (COUNTED, "2026-12-01T10:00", 1),
        (TWO_RULES, "2026-12-01T10:00", 1),
        (LISTED, "2026-12-01T10:00", 2),
        ([part("STANDARD", "20200101T000000", "+0000", "+001730")], "2026-12-01T10:00", 1050 / 3600),
    ],
)  # fmt: skip
def test_offsets(parts: list[str], local: str, hours: float) -> None:
    assert offset(parts, local) == pytest.approx(hours)


def test_the_name_is_compared_without_escapes_and_quotes() -> None:
    zones = defined(*EASTERN, name='"(UTC+01:00) Brussels\\, Paris"')
    assert list(zones) == ["(UTC+01:00) Brussels, Paris"]


@pytest.mark.parametrize(
    ("name", "local", "hours"),
    [
        ("Europe/Brussels", "2025-02-01T10:00", 1),
        ("Europe/Brussels", "2025-07-01T10:00", 2),
        ("Europe/Brussels", "2026-12-01T10:00", 1),
        ("Europe/Brussels", "2027-07-01T10:00", 2),
        ("Asia/Tokyo", "2026-12-01T10:00", 2),
    ],
)
def test_after_the_end_of_a_list_the_name_decides_where_both_agree(
    name: str, local: str, hours: float
) -> None:
    assert offset(LISTED, local, name) == hours


def test_a_clock_that_has_stopped_changing_stays_as_the_file_says() -> None:
    stopped = [*LISTED, part("STANDARD", "20270101T000000", "+0200", "+0200")]
    assert offset(stopped, "2027-12-01T10:00", "Europe/Brussels") == 2


def test_two_definitions_of_one_name_count_where_they_are_alike() -> None:
    shorter = [one.replace("16010101", "20240101") for one in EASTERN]
    assert list(in_calendar(definition(*EASTERN), definition(*shorter), definition(*EASTERN))) == ["Office"]
    assert in_calendar(definition(*EASTERN), definition(*SOUTHERN)) == {}


def test_two_of_which_one_is_made_to_stall_are_none() -> None:
    stalling = part("STANDARD", "00010101T000000", "+0300", "+0300", "RRULE:FREQ=MINUTELY")
    assert in_calendar(definition(*EASTERN), definition(stalling)) == {}


def test_a_definition_of_two_names_is_none() -> None:
    two = definition(*EASTERN, "TZID:UTC", part("STANDARD", "20261115T000000", "+0000", "+0000"))
    assert in_calendar(two) == {}
    assert list(in_calendar(definition(*EASTERN, "TZID:Office"))) == ["Office"]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [part("STANDARD", "someday", "+0300", "+0300")],
        [part("STANDARD", "19700101T000000", "+0300", "+9900")],
        [part("STANDARD", "19700101T000000", "+0300", "+0300", "RRULE:FREQ=SECONDLY")],
        EASTERN * 101,
    ],
)
def test_a_definition_that_cannot_be_understood_is_none(parts: list[str]) -> None:
    assert defined(*parts) == {}


def test_a_definition_made_to_stall_is_told_when_it_is_used() -> None:
    stalling = part("STANDARD", "00010101T000000", "+0300", "+0300", "RRULE:FREQ=MINUTELY")
    (found,) = defined(stalling).values()
    with pytest.raises(UnreadValueError):
        instant_of(datetime.fromisoformat("2026-12-01T10:00"), found)


NAMES = [
    "Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata",
    "Pacific/Chatham", "Africa/Cairo", "Europe/Dublin", "America/St_Johns", "Asia/Tehran",
]  # fmt: skip


def of_library(name: str) -> FileZone:
    written = Timezone.from_tzid(name, first_date=date(2000, 1, 1), last_date=date(2037, 1, 1))
    root, _ = component_tree(f"BEGIN:VCALENDAR\r\n{written.to_ical().decode()}END:VCALENDAR\r\n")
    return file_zones(root.parts[0], StepBudget(10**9), known, [2026])[name]


ZONES: dict[str, tuple[FileZone, ZoneInfo]] = {}


@pytest.fixture(scope="module", autouse=True)
def _zones() -> None:
    ZONES.update({name: (of_library(name), zone(name)) for name in NAMES})


@given(st.sampled_from(NAMES), st.datetimes(datetime(2005, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_equal_to_the_zone_that_it_was_made_from(name: str, local: datetime) -> None:
    ours, theirs = ZONES[name]
    local = local.replace(microsecond=0)
    assert instant_of(local, ours) == local.replace(tzinfo=theirs).astimezone(UTC)
    assert ours.dst(local) == timedelta(0)
    assert ours.tzname(local) == name
