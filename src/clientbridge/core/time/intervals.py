"""Sets of time as ordered spans of whole minutes: their union, intersection and difference.

A span is half-open ``[start, end)`` in UTC minutes since 1970-01-01T00:00Z. A set of time is a tuple of
spans, in order, not empty, not overlapping and not touching. Plain integers because a year of fifty parties
is some forty thousand spans; `at_minute` and `minute_of` convert to and from datetimes.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from clientbridge.core.time.hours import MINUTES_PER_DAY

Span = tuple[int, int]
Spans = tuple[Span, ...]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_MINUTE = timedelta(minutes=1)


def minute_of(instant: datetime) -> int:
    """The minute that contains an aware instant: seconds are cut off."""
    return (instant - _EPOCH) // _MINUTE


def minute_from(instant: datetime) -> int:
    """The first whole minute at or after an aware instant."""
    return -((_EPOCH - instant) // _MINUTE)


def at_minute(minute: int) -> datetime:
    """The aware UTC datetime of a minute since the epoch."""
    return _EPOCH + minute * _MINUTE


def local_midnight(day: date) -> int:
    """Local minutes from 1970-01-01T00:00 to the midnight of `day`; subtract the offset for UTC minutes."""
    return (day.toordinal() - _EPOCH_ORDINAL) * MINUTES_PER_DAY


def local_date(local_minute: int) -> date:
    """The date of a local minute since 1970-01-01T00:00; the inverse of `local_midnight`."""
    return date.fromordinal(local_minute // MINUTES_PER_DAY + _EPOCH_ORDINAL)


def union(spans: Iterable[Span]) -> Spans:
    """The set of time covered by the spans, which may be in any order, overlapping or empty."""
    given = list(spans)
    if is_ordered(given):
        return tuple(given)
    joined: list[Span] = []
    for start, end in sorted(given):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            if end > joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def is_ordered(spans: Sequence[Span]) -> bool:
    """Whether the spans already are a set of time: in order, not empty, not touching."""
    last: int | None = None
    for start, end in spans:
        if start >= end or (last is not None and start <= last):
            return False
        last = end
    return True


def intersection(left: Sequence[Span], right: Sequence[Span]) -> Spans:
    """The time that lies in both sets."""
    common: list[Span] = []
    left_at = right_at = 0
    while left_at < len(left) and right_at < len(right):
        left_start, left_end = left[left_at]
        right_start, right_end = right[right_at]
        start = max(right_start, left_start)
        if left_end < right_end:
            end = left_end
            left_at += 1
        else:
            end = right_end
            right_at += 1
        if start < end:
            common.append((start, end))
    return tuple(common)


def subtraction(base: Sequence[Span], taken: Sequence[Span]) -> Spans:
    """The time of the first set that is not in the second."""
    left: list[Span] = []
    taken_at = 0
    for start, end in base:
        while taken_at < len(taken) and taken[taken_at][1] <= start:
            taken_at += 1
        at, rest = taken_at, start
        while at < len(taken) and taken[at][0] < end:
            if rest < taken[at][0]:
                left.append((rest, taken[at][0]))
            rest = taken[at][1]
            at += 1
        if rest < end:
            left.append((rest, end))
    return tuple(left)


def clip(spans: Sequence[Span], within: Span) -> Spans:
    """The part of a set of time inside one span; empty for an empty span."""
    start, end = within
    if start >= end:
        return ()
    first, last = bisect_left(spans, (start,)), bisect_left(spans, (end,))
    if first and spans[first - 1][1] > start:
        first -= 1
    inside = list(spans[first:last])
    if inside and inside[0][0] < start:
        inside[0] = (start, inside[0][1])
    if inside and inside[-1][1] > end:
        inside[-1] = (inside[-1][0], end)
    return tuple(inside)


def at_least(spans: Iterable[Span], minutes: int) -> Spans:
    """Only the spans of at least that many minutes."""
    return tuple(span for span in spans if span[1] - span[0] >= minutes)


def length(spans: Iterable[Span]) -> int:
    """The number of minutes in a set of time."""
    return sum(end - start for start, end in spans)
