"""The rule by which a series comes again, where one says date by date what the plan says, whoever reads it.

What programs read differently is no rule to rely on: a day that some months lack (Outlook takes the last day
of such a month, RFC 5545 leaves the month out), and clock times that a change skips, repeats or cuts through.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import TimeSpan

SeriesRule = Mapping[str, str | int]
"""The parts of an RRULE but for its COUNT."""

_DAYS_PER_WEEK = 7
_SHORTEST_MONTH_DAYS = 28
_MONTHS_PER_YEAR = 12
_LAST_DAY_OF_MONTH = -1


def series_rule(slots: Sequence[Slot], every: TimeSpan, anchor: ZoneInfo) -> SeriesRule | None:
    """The rule of all occurrences in order, on the clock of `anchor`; None where none is sure."""
    if not _has_plain_clock_time(slots, anchor):
        return None
    days = [slot.start.astimezone(anchor).date() for slot in slots]
    if every.months:
        return _monthly(days, every.months)
    if any(later - day != timedelta(days=every.days) for day, later in pairwise(days)):
        return None
    if every.days % _DAYS_PER_WEEK == 0:
        return {"freq": "weekly", "interval": every.days // _DAYS_PER_WEEK}
    return {"freq": "daily", "interval": every.days}


def _monthly(days: Sequence[date], months: int) -> SeriesRule | None:
    if any(_month_number(later) - _month_number(day) != months for day, later in pairwise(days)):
        return None
    rule: dict[str, str | int] = {"freq": "monthly", "interval": months}
    if len({day.day for day in days}) == 1:
        return rule if days[0].day <= _SHORTEST_MONTH_DAYS else {**rule, "bymonthday": days[0].day}
    if all((day + timedelta(days=1)).day == 1 for day in days):
        return {**rule, "bymonthday": _LAST_DAY_OF_MONTH}
    # A list of days with BYSETPOS=-1 would say it; Outlook refuses the whole event then (docs/decisions.md).
    return None


def _month_number(day: date) -> int:
    return day.year * _MONTHS_PER_YEAR + day.month


def _has_plain_clock_time(slots: Sequence[Slot], anchor: ZoneInfo) -> bool:
    """Whether all start at one clock time, which each day has once, and the clock changes during none."""
    times = set()
    for slot in slots:
        start, end = slot.start.astimezone(anchor), slot.end.astimezone(anchor)
        if start.utcoffset() != start.replace(fold=1 - start.fold).utcoffset():
            return False
        if start.utcoffset() != end.utcoffset():
            return False
        times.add(start.time())
    return len(times) == 1
