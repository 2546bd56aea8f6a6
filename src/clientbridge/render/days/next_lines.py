"""When those have their next day off who have none in a list."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport, NextDayOff
from clientbridge.core.time.formatting import day_seen_from
from clientbridge.render.days.day_runs import first_of
from clientbridge.render.days.month_pictures import SAID
from clientbridge.render.page import Line, phrase, quiet

_MOST = 10
"""Lines shown; the rest is counted."""


def next_lines(result: HolidayReport) -> Iterator[Line]:
    """A line for each day, the nearest first: ``nordlys: nothing until Thu 24 Dec, Christmas Eve``."""
    ahead = sorted(result.next_off, key=lambda one: (one.date or date.max, one.names))
    groups = [list(same) for _, same in groupby(ahead, key=lambda one: (one.date, one.names, one.status))]
    for same in groups[:_MOST]:
        yield Line(
            phrase(f"{first_of([one.client or one.name for one in same])}: ", quiet(_until(same, result)))
        )
    rest = sum(map(len, groups[_MOST:]))
    if rest:
        yield Line(phrase(quiet(f"and {rest} more with nothing until later.")))


def _until(same: Sequence[NextDayOff], result: HolidayReport) -> str:
    first = same[0]
    if first.date is None or first.status is None:
        return "no day off within a year"
    likely = "" if first.status is DayStatus.CLOSED else f" ({SAID[first.status]})"
    names = f", {'; '.join(first.names)}" if first.names else ""
    return f"nothing until {day_seen_from(first.date, result.to)}{names}{likely}"
