"""How long a break around a day off is, and which working days would bridge it to the next one."""

from collections.abc import Callable
from datetime import date, timedelta

from clientbridge.core.days.status import Day, DayStatus, ReasonKind
from clientbridge.core.values import dataclass

_DAY = timedelta(days=1)
_LONGEST = 40
"""Days after which a run of days off is called endless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days off in a row, both ends included."""

    from_: date
    to: date
    days: int
    bridge: tuple[date, ...]
    """Single working days next to it that many take off, because the day beyond is off as well."""


def break_around(on: date, day_at: Callable[[date], Day]) -> Break | None:
    """The break that contains a day off; None for a worked day."""
    if not _is_off(day_at(on)):
        return None
    first, last = _end_of_run(on, -_DAY, day_at), _end_of_run(on, _DAY, day_at)
    bridge = tuple(
        beside
        for beside, beyond in ((first - _DAY, first - 2 * _DAY), (last + _DAY, last + 2 * _DAY))
        if _is_off(day_at(beyond))
    )
    return Break(from_=first, to=last, days=(last - first).days + 1, bridge=bridge)


def _end_of_run(on: date, step: timedelta, day_at: Callable[[date], Day]) -> date:
    end = on
    for _ in range(_LONGEST):
        if not _is_off(day_at(end + step)):
            break
        end += step
    return end


def _is_off(day: Day) -> bool:
    """Closed, or likely closed for more than a slow season."""
    if day.status is DayStatus.LIKELY_CLOSED:
        return any(reason.kind is not ReasonKind.SEASON for reason in day.reasons)
    return day.status is DayStatus.CLOSED
