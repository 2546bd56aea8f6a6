"""The instants of a meeting that comes again at the same time on one zone's clock."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import local_date
from clientbridge.core.time.offsets import ClockFold, ClockGap, instants_of, offset_at


def occurrences(first: int, recurrence: Recurrence) -> tuple[int, ...]:
    """UTC minutes, the first included: the same clock time so many days or months later each.

    A time that the clock skips on a date is moved on by the length of the jump, one that comes twice is the
    first: what calendars do with a series (RFC 5545, section 3.3.5).
    """
    zone, every = recurrence.anchor, recurrence.every
    local = first + offset_at(zone, first)
    day, minute = local_date(local), local % MINUTES_PER_DAY
    days = (_later(day, every, turn) for turn in range(1, recurrence.times))
    return (first, *(clock_instant(day, minute, zone) for day in days))


def _later(day: date, every: TimeSpan, turn: int) -> date:
    return TimeSpan(months=every.months * turn).after(day) + timedelta(days=every.days * turn)


def clock_instant(day: date, minute: int, zone: ZoneInfo) -> int:
    """The UTC minute of a clock time: past a jump that skips it, the first of two."""
    match instants_of(day, minute, zone):
        case ClockGap(after=after):
            return after
        case ClockFold(first=first):
            return first
        case instant:
            return instant
