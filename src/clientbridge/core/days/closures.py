"""Runs of days off that are more than a weekend, each with its first and last day and its reasons."""

from collections.abc import Iterator
from datetime import date, timedelta

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.status import Day, DayStatus, ReasonKind
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import DateRange

_DAY = timedelta(days=1)
_LONGEST = 60
_SOFT = frozenset({ReasonKind.WEEKEND, ReasonKind.SEASON, ReasonKind.NO_DATA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days off in a row."""

    first: date
    last: date
    names: tuple[str, ...]
    likely: bool
    """None of the named days is surely closed."""


def closures(days: PartyCalendar, within: DateRange) -> Iterator[Closure]:
    """Each run that begins in the range or is running at its start, in order; slow seasons are none."""
    on = within.first
    while on <= within.last:
        if not _is_named_day_off(days.day(on)):
            on += _DAY
            continue
        last = _end_of_run(days, on)
        run = [days.day(on + ahead * _DAY) for ahead in range((last - on).days + 1)]
        named = [day for day in run if _is_named_day_off(day)]
        yield Closure(
            first=on,
            last=last,
            names=tuple(dict.fromkeys(name for day in named for name in _names(day))),
            likely=all(day.status is DayStatus.LIKELY_CLOSED for day in named),
        )
        on = last + _DAY


def _end_of_run(days: PartyCalendar, on: date) -> date:
    """The last day off in a row that is more than a weekend."""
    last = end = on
    for _ in range(_LONGEST):
        end += _DAY
        day = days.day(end)
        if _is_named_day_off(day):
            last = end
        elif days.is_worked(end):
            break
    return last


def _is_named_day_off(day: Day) -> bool:
    off = day.status in {DayStatus.CLOSED, DayStatus.LIKELY_CLOSED}
    return off and any(reason.kind not in _SOFT for reason in day.reasons)


def _names(day: Day) -> Iterator[str]:
    return (reason.name for reason in day.reasons if reason.kind not in _SOFT)
