from datetime import UTC, datetime
from itertools import pairwise

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


def test_clip_and_length() -> None:
    assert spans.clip(((0, 10), (20, 30)), (5, 25)) == ((5, 10), (20, 25))
    assert spans.at_least(((0, 10), (20, 25)), 10) == ((0, 10),)


def test_minutes_and_datetimes() -> None:
    instant = datetime(2026, 11, 24, 8, 0, 30, tzinfo=UTC)
    assert spans.at_minute(spans.minute_of(instant)) == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert spans.at_minute(spans.minute_from(instant)) == datetime(2026, 11, 24, 8, 1, tzinfo=UTC)
    whole = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert spans.minute_from(whole) == spans.minute_of(whole)
