"""How often a meeting recurs, and on whose clock."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import LONGEST_RANGE
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import Span, at_minute
from clientbridge.core.time.offsets import start_of_day

_SHORTEST_MONTH_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A fixed period, at the same time on one clock."""

    every: TimeSpan
    """The period: days, weeks or months, always whole days."""
    word: str
    """As it was typed, for example ``1w``."""
    times: int
    anchor: ZoneInfo
    """The zone on whose clock the time stays the same."""


def series_range(start: int, duration: int, recurrence: Recurrence) -> Span | None:
    """From the first occurrence to after the last, in UTC minutes; None beyond `LONGEST_RANGE`."""
    first = at_minute(start).date()
    every, times = recurrence.every, recurrence.times
    if (every.months * _SHORTEST_MONTH_DAYS + every.days) * times > LONGEST_RANGE.days:
        return None
    last = TimeSpan(months=every.months * times).after(first) + timedelta(days=every.days * times + 1)
    end = start_of_day(last, recurrence.anchor) + duration
    return (start, end) if end - start <= LONGEST_RANGE // timedelta(minutes=1) else None
