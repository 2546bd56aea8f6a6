"""Business-day arithmetic: which days count as worked, and how many of a range do."""

from collections.abc import Callable
from datetime import date, timedelta

from clientbridge.core.days.status import Day, DayStatus, ReasonKind

IsWorked = Callable[[date], bool]
_DAY = timedelta(days=1)


def counts_as_working(day: Day) -> bool:
    """Whether a deadline in working days counts this day.

    Yes for worked, short and unknown days and for slow seasons, in which some are there; no for closed days
    and for those that are likely closed for another reason.
    """
    if day.status is DayStatus.LIKELY_CLOSED:
        return all(reason.kind is ReasonKind.SEASON for reason in day.reasons)
    return day.status is not DayStatus.CLOSED


def working_days_between(first: date, last: date, worked: IsWorked) -> int:
    """How many of the days from `first` to `last`, both included, are worked."""
    return sum(worked(first + shift * _DAY) for shift in range((last - first).days + 1))
