"""Business-day arithmetic: how many days are worked, and which day is n working days away."""

from collections.abc import Callable
from datetime import date, timedelta

from clientbridge.core.days.assess import assess_day
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.days.status import Day, DayStatus, ReasonKind
from clientbridge.core.workspace.profiles import Schedule

IsWorked = Callable[[date], bool]
_DAY = timedelta(days=1)
_FARTHEST = 3660
"""Days after which nothing is looked for any more: ten years without work is a mistake in the files."""


def counts_as_working(day: Day) -> bool:
    """Whether a deadline in working days counts this day.

    Yes for worked, short and unknown days and for slow seasons, in which some are there; no for closed days
    and for those that are likely closed for another reason.
    """
    if day.status is DayStatus.LIKELY_CLOSED:
        return all(reason.kind is ReasonKind.SEASON for reason in day.reasons)
    return day.status is not DayStatus.CLOSED


def worked_at(calendar: PlaceCalendar, schedule: Schedule) -> IsWorked:
    """The question "is it worked?" for one party at one place."""
    return lambda on: counts_as_working(assess_day(calendar, schedule, on))


def working_days_from(start: date, count: int, worked: IsWorked) -> date:
    """The working day that is `count` working days after `start` (before it, when negative).

    `start` itself is not counted; with a count of 0 it is `start`, or the next working day when that is none.
    Raises ValueError where no such day is found within ten years.
    """
    step = -_DAY if count < 0 else _DAY
    day, left = start, abs(count)
    for _ in range(_FARTHEST):
        if left == 0 and worked(day):
            return day
        day += step
        if left and worked(day):
            left -= 1
    raise ValueError(f"no working day within ten years of {start}")


def working_days_between(first: date, last: date, worked: IsWorked) -> int:
    """How many of the days from `first` to `last`, both included, are worked."""
    return sum(worked(first + shift * _DAY) for shift in range((last - first).days + 1))
