"""Every file of a series, whatever the zone and the rule, read by another program from the file alone."""

import re
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invitations import a_series, invited, read, slot_at, spans
from zones import zone

from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import TimeSpan
from clientbridge.render.meeting.invitations.series_rule import series_rule
from conftest import IS_LONG

LATEST_RULES = 2027
"""The first whole year after the release of the database."""
NAMES = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2036, 12, 31)
FIRST = datetime(2025, 1, 1, tzinfo=UTC)
LONGEST_DAYS = 3 * 366
CHANGES = ((3, 8), (3, 14), (3, 25), (3, 31), (4, 5), (9, 24), (10, 4), (10, 25), (10, 31), (11, 1), (11, 7))
"""Around the changes of North America, Europe, Chile, Australia and New Zealand."""
EVERY = st.one_of(
    st.builds(TimeSpan, days=st.sampled_from([1, 2, 3, 5, 7, 7, 7, 14, 21, 28, 30, 91, 365])),
    st.builds(TimeSpan, months=st.sampled_from([1, 1, 1, 2, 3, 4, 6, 11, 12])),
    st.builds(TimeSpan, months=st.just(1), days=st.sampled_from([1, 7])),
)
YEARS = st.integers(FIRST_DAY.year, LAST_DAY.year)
DAYS = st.one_of(
    st.dates(FIRST_DAY, LAST_DAY),
    st.builds(
        lambda year, month, back: date(year + month // 12, month % 12 + 1, 1) - timedelta(days=back),
        YEARS,
        st.integers(1, 12),
        st.integers(1, 4),
    ),
    st.builds(lambda year, day: date(year, *day), YEARS, st.sampled_from(CHANGES)),
    st.sampled_from([date(2028, 2, 29), date(2032, 2, 29), date(2027, 12, 31), date(2028, 1, 1)]),
)
MINUTES = st.one_of(st.integers(0, 95).map(lambda quarter: quarter * 15), st.integers(0, 12 * 15))


def defined_in_the_file(text: str, name: str) -> str:
    """The file with its zone under a name that nobody knows, so that only its definition can be used.

    Each definition has its own name, for the reader keeps zones by name from one file to the next.
    """
    definition = text.partition("BEGIN:VTIMEZONE")[2].partition("END:VTIMEZONE")[0]
    own = f"Zone {sha256(definition.encode()).hexdigest()[:16]}"
    assert text.count(f"TZID:{name}\r\n") == text.count("BEGIN:VTIMEZONE")
    return text.replace(f"TZID:{name}\r\n", f"TZID:{own}\r\n").replace(f"TZID={name}:", f"TZID={own}:")


def check_zone(text: str) -> None:
    """What Outlook needs of a VTIMEZONE ([MS-OXCICAL] 2.1.3.1.1.19): a STANDARD, and at most one DAYLIGHT."""
    for defined in re.findall(r"BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n", text, re.DOTALL):
        assert defined.count("BEGIN:STANDARD") == 1
        assert defined.count("BEGIN:DAYLIGHT") <= 1
        if "BEGIN:DAYLIGHT" in defined:
            offsets = re.findall(r"TZOFFSET(?:FROM|TO):([+-]\d{4})\r\n", defined)
            assert len(set(offsets)) == 2
            assert defined.count("RRULE:FREQ=YEARLY;") == 2


def held_and_left_out(slots: tuple[Slot, ...], out: set[int]) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    held = tuple(slot for at, slot in enumerate(slots) if at not in out) or slots[:1]
    return held, tuple(slot for slot in slots if slot not in held)


@st.composite
def planned_series(draw: st.DrawFn) -> tuple[ZoneInfo, TimeSpan, tuple[Slot, ...]]:
    """A zone, how often, and the occurrences."""
    here, every = zone(draw(st.sampled_from(NAMES))), draw(EVERY)
    first = datetime.combine(draw(DAYS), time(), tzinfo=here) + timedelta(minutes=draw(MINUTES))
    longest = max(1, LONGEST_DAYS // (every.months * 31 + every.days))
    times = min(draw(st.integers(1, 14)), longest)
    length = timedelta(minutes=draw(st.sampled_from([15, 60, 90, 24 * 60])))
    return here, every, a_series(first.astimezone(UTC), here, every, times, length)


@given(planned=planned_series(), out=st.sets(st.integers(0, 13), max_size=5))
def test_what_the_file_says_is_what_the_plan_says(
    planned: tuple[ZoneInfo, TimeSpan, tuple[Slot, ...]], out: set[int]
) -> None:
    here, every, slots = planned
    held, left_out = held_and_left_out(slots, out)
    text = invited(held, here, every=every, left_out=left_out)
    check_zone(text)
    calendar = read(defined_in_the_file(text, here.key))
    assert spans(calendar) == [(slot.start, slot.end) for slot in held]
    assert {str(event["UID"]) for event in calendar.events} == {"abc@clientbridge"}


@given(
    name=st.sampled_from(NAMES),
    starts=st.lists(
        st.integers(0, 12 * 365 * 24 * 60).map(lambda minute: FIRST + timedelta(minutes=minute)),
        min_size=1,
        max_size=8,
        unique=True,
    ),
)
def test_a_series_in_turns_is_in_utc(name: str, starts: list[datetime]) -> None:
    here = zone(name)
    slots = tuple(slot_at(start, here) for start in sorted(starts))
    calendar = read(invited(slots, here))
    assert spans(calendar) == [(slot.start, slot.end) for slot in slots]
    assert not calendar.walk("VTIMEZONE")


@pytest.mark.parametrize("year", [2025, 2026, LATEST_RULES, 2031])
def test_no_zone_is_written_without_standard_time(year: int) -> None:
    """British Columbia stays on what it called daylight saving time: a zone of its own, without a change."""
    written = set()
    names = NAMES if IS_LONG or year == LATEST_RULES else ["America/Vancouver", *NAMES[year % 4 :: 4]]
    for name in names:
        here = zone(name)
        slots = a_series(datetime(year, 2, 3, 12, tzinfo=here), here, TimeSpan(days=28), 8)
        text = invited(slots, here, every=TimeSpan(days=28))
        check_zone(text)
        written |= {name} if "BEGIN:VTIMEZONE" in text else set()
    assert len(written) > 0.9 * len(set(names))
    assert ("America/Vancouver" in written) is (year not in {2025, 2026})


@pytest.mark.parametrize(
    ("days", "every"),
    [
        (("2027-01-05", "2027-01-12", "2027-01-20"), TimeSpan(days=7)),
        (("2027-01-05", "2027-03-05"), TimeSpan(months=1)),
        (("2027-01-31", "2027-03-31"), TimeSpan(months=1, days=31)),
    ],
)
def test_dates_that_do_not_follow_have_no_rule(days: tuple[str, ...], every: TimeSpan) -> None:
    here = zone("Europe/Brussels")
    slots = [slot_at(datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=here), here) for day in days]
    assert series_rule(slots, every, here) is None
