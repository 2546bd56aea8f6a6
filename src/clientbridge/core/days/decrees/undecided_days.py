"""Days that a decree may still change: rest days between holidays, make-up workdays near them."""

import itertools
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import dates_of

_DAY = timedelta(days=1)
MAKE_UP_WITHIN = 14 * _DAY
"""How far from an added rest day a make-up workday may lie: two weeks, by the decrees there were."""
LONG = 3
"""Days off in a row that a decree may prolong by more than a bridge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecreeRow:
    """How one country changes its working days by decrees that come late."""

    country: str
    announced_to: int
    """The last year with a decree."""
    say: str
    """What is not announced, for people to read."""
    bridge: int
    """Worked days between a holiday and other days off that a decree may free."""
    beside_long: int = 0
    """The same beside three days off in a row and more, one of them a holiday."""
    also: tuple[str, ...] = ()
    """Date rules of other worked days that the decrees often free."""
    make_up: bool = False
    """Whether a day of a weekend is worked instead."""
    source: str


@dataclass(frozen=True, slots=True)
class UndecidedDays:
    """What a decree may change in a stretch of days."""

    worked: tuple[date, ...]
    """Worked days that may become rest days."""
    off: tuple[date, ...]
    """Days of a weekend that may be worked."""


def undecided_days(
    row: DecreeRow, first: date, last: date, *, weekend: Collection[int], holidays: Collection[date]
) -> UndecidedDays:
    """The days from `first` to `last` on which a decree may decide, both ends included.

    `weekend` holds the weekdays that are off, `holidays` the days off by law, also those of a month around.
    """
    days = _Days(frozenset(weekend), frozenset(holidays))
    gaps = days.gaps(first - MAKE_UP_WITHIN, last + MAKE_UP_WITHIN)
    bridges = {day for gap in gaps if days.may_be_freed(gap, row) for day in gap}
    free = bridges.union(itertools.filterfalse(days.is_off, _named(row, first, last)))
    weekends = filter(days.is_plain_weekend, _dates(first, last)) if row.make_up else ()
    return UndecidedDays(
        worked=tuple(day for day in sorted(free) if first <= day <= last),
        off=tuple(day for day in weekends if _is_near(day, free)),
    )


def _named(row: DecreeRow, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for rule in row.also:
            yield from dates_of(rule, year, {})


def _is_near(day: date, free: Iterable[date]) -> bool:
    return any(abs(day - other) <= MAKE_UP_WITHIN for other in free)


@dataclass(frozen=True, slots=True)
class _Days:
    weekend: frozenset[int]
    holidays: frozenset[date]

    def is_off(self, day: date) -> bool:
        return day in self.holidays or day.weekday() in self.weekend

    def is_plain_weekend(self, day: date) -> bool:
        return day.weekday() in self.weekend and day not in self.holidays

    def gaps(self, first: date, last: date) -> Iterator[tuple[date, ...]]:
        """Each run of worked days between days off that begins in the stretch."""
        gap: list[date] = []
        for day in _dates(first, last):
            if not self.is_off(day):
                gap.append(day)
            elif gap:
                yield tuple(gap)
                gap = []

    def may_be_freed(self, gap: tuple[date, ...], row: DecreeRow) -> bool:
        before, after = self._run_off(gap[0], -_DAY), self._run_off(gap[-1], _DAY)
        beside = [run for run in (before, after) if not self.holidays.isdisjoint(run)]
        longest = max(map(len, beside), default=0)
        most = row.beside_long if longest >= LONG else 0
        return bool(beside) and len(gap) <= max(row.bridge, most)

    def _run_off(self, worked: date, step: timedelta) -> tuple[date, ...]:
        """The days off in a row next to a worked day."""
        run = []
        day = worked + step
        while self.is_off(day):
            run.append(day)
            day += step
        return tuple(run)


def _dates(first: date, last: date) -> Iterator[date]:
    return (first + ahead * _DAY for ahead in range((last - first).days + 1))
