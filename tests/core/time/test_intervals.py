from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.time import intervals as spans
from clientbridge.core.time.intervals import Spans

minutes = st.integers(min_value=-40, max_value=40)
some_spans = st.lists(st.tuples(minutes, minutes), max_size=8)


def as_set(parts: Spans | list[tuple[int, int]]) -> set[int]:
    return {minute for start, end in parts for minute in range(start, end)}


def is_ordered(parts: Spans) -> bool:
    return all(start < end for start, end in parts) and all(
        left[1] < right[0] for left, right in pairwise(parts)
    )


@given(some_spans, some_spans)
def test_set_of_time_equals_set_of_minutes(
    left_parts: list[tuple[int, int]], right_parts: list[tuple[int, int]]
) -> None:
    left, right = spans.union(left_parts), spans.union(right_parts)
    assert is_ordered(left)
    assert as_set(left) == as_set(left_parts)
    assert as_set(spans.intersection(left, right)) == as_set(left) & as_set(right)
    assert as_set(spans.subtraction(left, right)) == as_set(left) - as_set(right)
    assert is_ordered(spans.intersection(left, right))
    assert is_ordered(spans.subtraction(left, right))
    assert spans.length(left) == len(as_set(left))


THREE = ((0, 10), (20, 30), (40, 50))


@pytest.mark.parametrize(
    ("within", "left"),
    [
        ((5, 25), ((5, 10), (20, 25))),
        ((0, 50), THREE),
        ((-9, 99), THREE),
        ((0, 10), ((0, 10),)),
        ((1, 9), ((1, 9),)),
        ((9, 21), ((9, 10), (20, 21))),
        ((10, 20), ()),
        ((10, 21), ((20, 21),)),
        ((9, 20), ((9, 10),)),
        ((20, 40), ((20, 30),)),
        ((21, 41), ((21, 30), (40, 41))),
        ((45, 47), ((45, 47),)),
        ((50, 60), ()),
        ((-9, 0), ()),
        ((-9, 1), ((0, 1),)),
        ((25, 25), ()),
    ],
)
def test_what_lies_within_a_span(within: tuple[int, int], left: Spans) -> None:
    assert spans.clip(THREE, within) == left


@given(some_spans, minutes, minutes)
def test_clipping_is_meeting_a_single_span(parts: list[tuple[int, int]], start: int, end: int) -> None:
    whole = spans.union(parts)
    within = (min(start, end), max(start, end))
    inside = (within,) if within[0] < within[1] else ()
    assert spans.clip(whole, within) == spans.intersection(whole, inside)


@pytest.mark.parametrize(
    ("given_spans", "joined"),
    [
        ([], ()),
        ([(0, 5), (5, 9)], ((0, 9),)),
        ([(0, 5), (6, 9)], ((0, 5), (6, 9))),
        ([(0, 9), (2, 5)], ((0, 9),)),
        ([(6, 9), (0, 5)], ((0, 5), (6, 9))),
        ([(0, 0), (3, 2), (4, 5)], ((4, 5),)),
        ([(-5, -3)], ((-5, -3),)),
    ],
)
def test_spans_that_touch_become_one(given_spans: list[tuple[int, int]], joined: Spans) -> None:
    assert spans.union(given_spans) == joined
    assert spans.is_ordered(given_spans) is (tuple(given_spans) == joined)


@pytest.mark.parametrize(
    ("minutes", "left"), [(10, ((0, 10),)), (11, ()), (5, ((0, 10), (20, 25))), (6, ((0, 10),))]
)
def test_spans_that_last_so_long(minutes: int, left: Spans) -> None:
    assert spans.at_least(((0, 10), (20, 25)), minutes) == left


@pytest.mark.parametrize(
    ("day", "minute"),
    [("1970-01-01", 0), ("1970-01-02", 1440), ("1969-12-31", -1440), ("2000-01-01", 10957 * 1440)],
)
def test_midnights_are_counted_from_1970(day: str, minute: int) -> None:
    """30 years with 7 leap days are 10957 days."""
    on = date.fromisoformat(day)
    assert spans.local_midnight(on) == minute
    assert spans.local_date(minute) == spans.local_date(minute + 1439) == on
    assert spans.local_date(minute - 1) == on - timedelta(days=1)


def test_minutes_and_datetimes() -> None:
    instant = datetime(2026, 11, 24, 8, 0, 30, tzinfo=UTC)
    assert spans.at_minute(spans.minute_of(instant)) == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert spans.at_minute(spans.minute_from(instant)) == datetime(2026, 11, 24, 8, 1, tzinfo=UTC)
    assert spans.at_minute(0) == datetime(1970, 1, 1, tzinfo=UTC)
    assert spans.minute_of(datetime(1970, 1, 2, 0, 1, tzinfo=UTC)) == 1441
    assert spans.minute_of(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)) == -1
    whole = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert spans.minute_from(whole) == spans.minute_of(whole)
