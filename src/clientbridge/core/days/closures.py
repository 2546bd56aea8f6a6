"""Runs of days off: the break around one of them, and the closures of a range."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.party_calendar import LONGEST_BREAK_DAYS, PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import DateRange

_DAY = timedelta(days=1)
_SOFT = frozenset({ReasonKind.WEEKEND, ReasonKind.SEASON, ReasonKind.NO_DATA, ReasonKind.REGION_DEPENDENT})
"""What names no closure of a whole place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days off in a row, weekends included."""

    from_: date
    to: date
    days: int
    bridge: tuple[date, ...]
    """Single working days next to it that many take off, because the day beyond is off as well."""


def break_around(on: date, days: PartyCalendar) -> Break | None:
    """The break that contains a day off; None for a worked day."""
    if days.is_worked(on):
        return None
    first, last = _end_of_break(on, -_DAY, days), _end_of_break(on, _DAY, days)
    bridge = tuple(
        beside
        for beside, beyond in ((first - _DAY, first - 2 * _DAY), (last + _DAY, last + 2 * _DAY))
        if days.is_worked(beside) and not days.is_worked(beyond)
    )
    return Break(from_=first, to=last, days=(last - first).days + 1, bridge=bridge)


def _end_of_break(on: date, step: timedelta, days: PartyCalendar) -> date:
    end = on
    for _ in range(LONGEST_BREAK_DAYS):
        if days.is_worked(end + step):
            break
        end += step
    return end


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days off in a row that are more than a weekend."""

    first: date
    last: date
    names: tuple[str, ...]
    likely: frozenset[str]
    """The names of days that are only likely to be closed."""

    @property
    def say(self) -> str:
        """The names, with what is not certain: ``Christmas Eve (many are away); Christmas Day``."""
        if self.likely.issuperset(self.names):
            return f"{'; '.join(self.names)}, many are away"
        return "; ".join(f"{name} (many are away)" if name in self.likely else name for name in self.names)


def closures(days: PartyCalendar, within: DateRange) -> Iterator[Closure]:
    """Each closure that begins in the range or is under way at its start, in order.

    Slow seasons and days of only some regions are none.
    """
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
            likely=_likely_names(named),
        )
        on = last + _DAY


def _likely_names(named: Sequence[Day]) -> frozenset[str]:
    likely, certain = (
        {name for day in named if (day.status is DayStatus.LIKELY_CLOSED) is wanted for name in _names(day)}
        for wanted in (True, False)
    )
    return frozenset(likely - certain)


def _end_of_run(days: PartyCalendar, on: date) -> date:
    """The last day off in a row that is more than a weekend."""
    last = end = on
    for _ in range(LONGEST_BREAK_DAYS):
        end += _DAY
        day = days.day(end)
        if _is_named_day_off(day):
            last = end
        elif days.is_worked(end):
            break
    return last


def _is_named_day_off(day: Day) -> bool:
    off = day.status in {DayStatus.CLOSED, DayStatus.LIKELY_CLOSED}
    return off and any(reason.kind not in _SOFT for reason in day.named_by)


def _names(day: Day) -> Iterator[str]:
    return (reason.name for reason in day.named_by if reason.kind not in _SOFT)
