"""A time zone as pieces of constant UTC offset, in which local time is UTC plus a number.

Inside a piece every question about a local clock is a sum, so that gaps, repeated hours, changes of half an
hour and the day Samoa left out need no case of their own (docs/time-rules.md). All minutes are whole: every
offset in force since 1973 is a whole number of minutes, older ones are cut to that.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.intervals import Span, at_minute, local_midnight

PROBE_MINUTES = 6 * 24 * 60
"""Two changes of one zone closer than this could be missed; the closest in the database since 1970 are 6.96
days apart (Boa Vista 2000, Gaza 2040), measured over release 2026f."""

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
    """A local time that the clock jumps over, as two UTC minutes as far apart as the jump is long.

    Read with the offset after the jump it lies `before` the jump, and the other way round.
    """

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ClockFold:
    """A local time the clock shows twice, as two UTC minutes."""

    first: int
    second: int


def offset_at(zone: ZoneInfo, minute: int) -> int:
    """Minutes that the zone's clock is ahead of UTC at a UTC minute."""
    offset = at_minute(minute).astimezone(zone).utcoffset()
    return 0 if offset is None else offset // _MINUTE


def offset_pieces(zone: ZoneInfo, within: Span) -> tuple[OffsetPiece, ...]:
    """The zone over a span of UTC minutes, as touching pieces in order; neighbours differ in offset."""
    start, end = within
    if start >= end:
        return ()
    found: list[OffsetPiece] = []
    known, offset = start, offset_at(zone, start)
    while known < end - 1:
        probe = min(known + PROBE_MINUTES, end - 1)
        if offset_at(zone, probe) == offset:
            known = probe
            continue
        change = _first_change(zone, known, probe, offset)
        found.append(OffsetPiece(start, change, offset))
        start = known = change
        offset = offset_at(zone, change)
    found.append(OffsetPiece(start, end, offset))
    return tuple(found)


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
    """The UTC minute at which the clock reads that minute of that day, or why there is not just one."""
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


def start_of_day(day: date, zone: ZoneInfo) -> int:
    """The first UTC minute of a civil day: midnight, or what the clock shows first where it is left out.

    Of a midnight that comes twice, the first. Of a day that the zone left out whole, the first minute after
    it.
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
    """The UTC minute as the zone's clock shows it, with the offset."""
    return at_minute(minute).astimezone(zone)


def utc_offset(offset: int) -> str:
    """An offset in minutes as text: ``540`` -> ``UTC+09:00``."""
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"
