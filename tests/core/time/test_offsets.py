from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zones import zone

from clientbridge.core.time.intervals import at_minute, minute_of
from clientbridge.core.time.offsets import (
    PROBE_MINUTES,
    ClockFold,
    ClockGap,
    OffsetPiece,
    clock_spans,
    instants_of,
    local_time,
    offset_at,
    offset_pieces,
    start_of_day,
    utc_offset,
)
from conftest import FEW


def minute(text: str) -> int:
    return minute_of(datetime.fromisoformat(text).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        (
            "America/New_York",
            [("2026-11-01T06:00", -300), ("2027-03-14T07:00", -240), ("2027-11-07T06:00", -300)],
        ),
        ("Europe/London", [("2026-10-25T01:00", 0), ("2027-03-28T01:00", 60), ("2027-10-31T01:00", 0)]),
        (
            "Australia/Lord_Howe",
            [("2026-10-03T15:30", 660), ("2027-04-03T15:00", 630), ("2027-10-02T15:30", 660)],
        ),
        (
            "Pacific/Chatham",
            [("2026-09-26T14:00", 825), ("2027-04-03T14:00", 765), ("2027-09-25T14:00", 825)],
        ),
        ("Africa/Cairo", [("2026-10-29T21:00", 120), ("2027-04-29T22:00", 180), ("2027-10-28T21:00", 120)]),
        ("Asia/Gaza", [("2026-10-23T23:00", 120), ("2027-03-27T00:00", 180), ("2027-10-29T23:00", 120)]),
        ("Asia/Beirut", [("2026-10-24T21:00", 120), ("2027-03-27T22:00", 180), ("2027-10-30T21:00", 120)]),
        (
            "America/Santiago",
            [("2026-09-06T04:00", -180), ("2027-04-04T03:00", -240), ("2027-09-05T04:00", -180)],
        ),
        ("Asia/Kathmandu", []),
        ("America/Sao_Paulo", []),
    ],
)
def test_changes_of_offset(name: str, changes: list[tuple[str, int]]) -> None:
    start, end = minute("2026-09-01T00:00"), minute("2027-12-01T00:00")
    found = offset_pieces(zone(name), (start, end))
    assert found[0].start == start
    assert found[-1].end == end
    assert all(left.end == right.start and left.offset != right.offset for left, right in pairwise(found))
    expected = [(minute(when), offset) for when, offset in changes]
    assert [(piece.start, piece.offset) for piece in found][-len(changes) - 1 :][1:] == expected


@pytest.mark.parametrize("probes_before", [0, 1, 5])
@pytest.mark.parametrize("minutes_beside", [-1, 0, 1])
def test_a_change_is_found_to_the_minute_wherever_the_range_begins(
    probes_before: int, minutes_beside: int
) -> None:
    change = minute("2026-10-25T01:00")
    start = change - probes_before * PROBE_MINUTES + minutes_beside
    expected = [] if start >= change else [change]
    assert [piece.start for piece in offset_pieces(zone("Europe/Brussels"), (start, change + 5))][
        1:
    ] == expected


def test_an_empty_span_has_no_pieces() -> None:
    assert offset_pieces(zone("Europe/Paris"), (5, 5)) == ()
    assert offset_pieces(zone("Asia/Kathmandu"), (0, 60)) == (OffsetPiece(0, 60, 330),)


def test_gap_and_fold_are_values() -> None:
    new_york = zone("America/New_York")
    assert instants_of(date(2027, 3, 14), 150, new_york) == ClockGap(
        minute("2027-03-14T06:30"), minute("2027-03-14T07:30")
    )
    assert instants_of(date(2027, 11, 7), 90, new_york) == ClockFold(
        minute("2027-11-07T05:30"), minute("2027-11-07T06:30")
    )
    assert instants_of(date(2027, 3, 14), 180, new_york) == minute("2027-03-14T07:00")
    assert instants_of(date(2027, 3, 14), 1440, new_york) == minute("2027-03-15T04:00")


@pytest.mark.parametrize(
    ("name", "day", "hours"),
    [
        ("Africa/Cairo", date(2027, 4, 30), 23),
        ("Asia/Beirut", date(2027, 3, 28), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2027, 4, 4), 24.5),
        ("Antarctica/Troll", date(2027, 3, 28), 22),
        ("Pacific/Apia", date(2011, 12, 30), 0),
        ("Pacific/Apia", date(2011, 12, 29), 24),
        ("Pacific/Apia", date(2011, 12, 31), 24),
        ("America/Havana", date(2025, 11, 2), 25),
    ],
)
def test_length_of_a_civil_day(name: str, day: date, hours: float) -> None:
    here = zone(name)
    length = start_of_day(day + timedelta(days=1), here) - start_of_day(day, here)
    assert length == hours * 60


@pytest.mark.parametrize(
    "name", ["Africa/Cairo", "America/Havana", "America/Santiago", "Asia/Kathmandu", "Pacific/Kiritimati"]
)
def test_a_day_starts_with_its_first_minute(name: str) -> None:
    here = zone(name)
    day = date(2026, 1, 1)
    while day < date(2028, 1, 1):
        start = start_of_day(day, here)
        assert at_minute(start).astimezone(here).date() == day
        assert at_minute(start - 1).astimezone(here).date() < day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        # New York, 14 March 2027: from 02:00 to 03:00 the clock shows nothing
        (date(2027, 3, 14), "01:59", "2027-03-14T06:59"),
        (date(2027, 3, 14), "02:00", ("2027-03-14T06:00", "2027-03-14T07:00")),
        (date(2027, 3, 14), "02:59", ("2027-03-14T06:59", "2027-03-14T07:59")),
        (date(2027, 3, 14), "03:00", "2027-03-14T07:00"),
        # 7 November 2027: from 01:00 to 02:00 it shows everything twice
        (date(2027, 11, 7), "00:59", "2027-11-07T04:59"),
        (date(2027, 11, 7), "01:00", ("2027-11-07T05:00", "2027-11-07T06:00")),
        (date(2027, 11, 7), "01:59", ("2027-11-07T05:59", "2027-11-07T06:59")),
        (date(2027, 11, 7), "02:00", "2027-11-07T07:00"),
    ],
)
def test_the_first_and_last_minute_of_a_gap_and_a_fold(
    day: date, clock: str, expected: str | tuple[str, str]
) -> None:
    hour, minutes = clock.split(":")
    instant = instants_of(day, int(hour) * 60 + int(minutes), zone("America/New_York"))
    match instant:
        case ClockGap(before=first, after=second) if day.month == 3:
            assert expected == tuple(f"{at_minute(at):%Y-%m-%dT%H:%M}" for at in (first, second))
        case ClockFold(first=first, second=second) if day.month == 11:
            assert expected == tuple(f"{at_minute(at):%Y-%m-%dT%H:%M}" for at in (first, second))
        case int():
            assert expected == f"{at_minute(instant):%Y-%m-%dT%H:%M}"
        case _:
            raise AssertionError(instant)


def test_a_day_that_a_zone_left_out_is_one_gap() -> None:
    """Samoa went from 29 to 31 December 2011: every time of the 30th is skipped, by 24 hours."""
    apia = zone("Pacific/Apia")
    for clock in (0, 1, 720, 1439):
        gap = instants_of(date(2011, 12, 30), clock, apia)
        assert isinstance(gap, ClockGap)
        assert gap.after - gap.before == 1440
    assert start_of_day(date(2011, 12, 30), apia) == start_of_day(date(2011, 12, 31), apia)
    assert instants_of(date(2011, 12, 31), 0, apia) == minute("2011-12-30T10:00")


@pytest.mark.parametrize(
    ("name", "when", "offset", "local"),
    [
        ("Asia/Tokyo", "2026-11-24T15:00", 540, "2026-11-25T00:00:00+09:00"),
        ("America/St_Johns", "2026-11-24T03:29", -210, "2026-11-23T23:59:00-03:30"),
        ("Europe/London", "2026-10-25T00:59", 60, "2026-10-25T01:59:00+01:00"),
        ("Europe/London", "2026-10-25T01:00", 0, "2026-10-25T01:00:00+00:00"),
    ],
)
def test_the_offset_and_the_local_time_of_a_minute(name: str, when: str, offset: int, local: str) -> None:
    assert offset_at(zone(name), minute(when)) == offset
    assert local_time(minute(when), zone(name)).isoformat() == local


def test_offsets_as_text() -> None:
    assert [utc_offset(minutes) for minutes in (540, -210, 0, 345)] == [
        "UTC+09:00",
        "UTC-03:30",
        "UTC+00:00",
        "UTC+05:45",
    ]


@pytest.mark.parametrize(
    ("name", "on", "hours", "expected"),
    [
        ("America/New_York", "2026-10-31", (9 * 60, 17 * 60), ["13:00-21:00"]),
        # 01:00-02:00 comes twice: both passes count
        ("America/New_York", "2026-11-01", (60, 5 * 60), ["05:00-10:00"]),
        ("America/New_York", "2026-11-01", (75, 105), ["05:15-05:45", "06:15-06:45"]),
        # 02:00-03:00 is skipped
        ("America/New_York", "2027-03-14", (60, 4 * 60), ["06:00-08:00"]),
        ("America/New_York", "2027-03-14", (60, 150), ["06:00-07:00"]),
        ("America/New_York", "2027-03-14", (125, 170), []),
        # over midnight, into the night of the change
        ("Europe/Brussels", "2026-10-24", (22 * 60, 30 * 60), ["20:00-05:00"]),
        ("Europe/Brussels", "2027-03-27", (22 * 60, 30 * 60), ["21:00-04:00"]),
        ("Australia/Lord_Howe", "2026-10-04", (60, 180), ["14:30-16:00"]),
    ],
)
def test_the_minutes_between_two_clock_times(
    name: str, on: str, hours: tuple[int, int], expected: list[str]
) -> None:
    spans = clock_spans(date.fromisoformat(on), *hours, zone(name))
    assert [f"{at_minute(start):%H:%M}-{at_minute(end):%H:%M}" for start, end in spans] == expected


@FEW
@given(
    st.sampled_from(["America/New_York", "Australia/Lord_Howe", "Asia/Gaza", "Pacific/Chatham"]),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
def test_clock_spans_are_what_a_clock_reads_minute_by_minute(
    name: str, on: date, start: int, lasting: int
) -> None:
    midnight = datetime.combine(on, datetime.min.time())
    first = minute_of(midnight.replace(tzinfo=UTC)) + start - 27 * 60
    read = [
        at
        for at in range(first, first + lasting + 54 * 60)
        if start
        <= (at_minute(at).astimezone(zone(name)).replace(tzinfo=None) - midnight) / timedelta(minutes=1)
        < start + lasting
    ]
    spans = clock_spans(on, start, start + lasting, zone(name))
    assert [at for begin, end in spans for at in range(begin, end)] == read
