"""A time zone as pieces of constant UTC offset, in which local time is UTC plus a number.

Inside a piece every question about a local clock is an addition, so that gaps, repeated hours, half-hour
changes and the day Samoa skipped need no case of their own (docs/time-rules.md). All minutes are whole: every
offset in force since 1973 is a whole number of minutes; older ones are rounded down to one.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.intervals import Span, Spans, at_minute, local_midnight, union

PROBE_MINUTES = 6 * 24 * 60
"""Step of the search for offset changes: two changes of one zone closer together could be missed. The closest
in the database since 1970 are 6.96 days apart (Boa Vista 2000, Gaza 2040), measured over release 2026f."""

_LONGEST_OFFSET = 26 * 60
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OffsetPiece:
    """``[start, end)`` in UTC minutes since the epoch; local = UTC + `offset` minutes."""

    start: int
    end: int
    offset: int


@dataclass(frozen=True, slots=True)
class ClockGap:
    """A local time that the clock skips, as the two UTC minutes it would have been at either offset."""

    before: int
    """Read with the offset after the jump, which puts it before the jump."""
    after: int
    """Read with the offset before the jump, which puts it after the jump."""


@dataclass(frozen=True, slots=True)
class ClockFold:
    """A local time that the clock shows twice, as two UTC minutes."""

    first: int
    second: int


def offset_at(zone: ZoneInfo, minute: int) -> int:
    """How many minutes the zone's clock is ahead of UTC at a UTC minute."""
    offset = at_minute(minute).astimezone(zone).utcoffset()
    return 0 if offset is None else offset // _MINUTE


def offset_pieces(zone: ZoneInfo, within: Span) -> tuple[OffsetPiece, ...]:
    """The pieces that cover `within`, in order and touching; neighbours differ in offset."""
    start, end = within
    if start >= end:
        return ()
    pieces: list[OffsetPiece] = []
    minute, offset = start, offset_at(zone, start)
    while minute < end - 1:
        probe = min(minute + PROBE_MINUTES, end - 1)
        if offset_at(zone, probe) == offset:
            minute = probe
            continue
        change = _first_change(zone, minute, probe, offset)
        pieces.append(OffsetPiece(start, change, offset))
        start = minute = change
        offset = offset_at(zone, change)
    pieces.append(OffsetPiece(start, end, offset))
    return tuple(pieces)


def _first_change(zone: ZoneInfo, same: int, other: int, offset: int) -> int:
    """The first minute in (`same`, `other`] with another offset than at `same`; `other` must have one."""
    while other - same > 1:
        middle = (same + other) // 2
        if offset_at(zone, middle) == offset:
            same = middle
        else:
            other = middle
    return other


def instants_of(day: date, clock_minute: int, zone: ZoneInfo) -> int | ClockGap | ClockFold:
    """The UTC minute at which the zone's clock reads `clock_minute` on `day`, else the gap or fold."""
    local = local_midnight(day) + clock_minute
    around = offset_pieces(zone, (local - _LONGEST_OFFSET, local + _LONGEST_OFFSET))
    hits = [local - piece.offset for piece in around if piece.start <= local - piece.offset < piece.end]
    if len(hits) == 1:
        return hits[0]
    if hits:
        return ClockFold(hits[0], hits[-1])
    for before, after in pairwise(around):
        if before.end + before.offset <= local < after.start + after.offset:
            return ClockGap(local - after.offset, local - before.offset)
    raise AssertionError(f"no piece of {zone} holds {day}")


def clock_spans(day: date, start: int, end: int, zone: ZoneInfo) -> Spans:
    """The UTC minutes at which the zone's clock reads from `start` to before `end`, in minutes of that day.

    `end` may lie in the next day. Minutes that the clock skips are missing, those that come twice count twice
    (docs/time-rules.md, rule 1).
    """
    local = local_midnight(day)
    around = (local + start - _LONGEST_OFFSET, local + end + _LONGEST_OFFSET)
    parts = (
        (max(piece.start, local + start - piece.offset), min(piece.end, local + end - piece.offset))
        for piece in offset_pieces(zone, around)
    )
    return union(part for part in parts if part[0] < part[1])


def start_of_day(day: date, zone: ZoneInfo) -> int:
    """The first UTC minute of a civil day: midnight, or the end of the gap where the clock skips midnight.

    The first of a midnight that comes twice; the first minute after a day that the zone skipped whole.
    """
    match instants_of(day, 0, zone):
        case ClockFold(first=first):
            return first
        case ClockGap() as gap:
            around = offset_pieces(zone, (gap.before - 1, gap.after + 1))
            return around[-1].start
        case minute:
            return minute


def local_time(minute: int, zone: ZoneInfo) -> datetime:
    """The aware local datetime of a UTC minute."""
    return at_minute(minute).astimezone(zone)


def utc_offset(offset: int) -> str:
    """An offset in minutes as text: ``540`` -> ``UTC+09:00``."""
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"
