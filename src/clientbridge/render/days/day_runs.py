"""Report neighbouring days of the same meaning once, and once a day that several clients share."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import groupby

from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.holiday_report import DayRow
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRun:
    """Neighbouring days of the same meaning, for everyone for whom they mean the same."""

    first: DayRow
    last: date
    who: tuple[str, ...]
    on_weekend: bool
    """Whether every day of it is on a weekend, so that it changes nothing."""
    hours: Mapping[int, str] = field(default_factory=dict)
    """The changed hours of its days by weekday, Monday being 0."""


_MOST_NAMES = 3


def who_said(entry: DayRun) -> str:
    """The names of those who share it."""
    return first_of(entry.who)


def first_of(names: Sequence[str]) -> str:
    """Three names at most, and how many there are besides."""
    more = len(names) - _MOST_NAMES
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown


def day_runs(rows: Sequence[DayRow]) -> Iterator[DayRun]:
    """Runs of days in order, each once for all clients for whom it means the same."""
    return _runs(rows, _meaning)


def greeted_runs(rows: Sequence[DayRow]) -> Iterator[DayRun]:
    """Runs of days with a greeting, each once for all clients to whom the same is said on the same day."""
    return _runs([row for row in rows if row.greeting is not None], _greeting)


def _meaning(row: DayRow) -> Hashable:
    return row.country, row.status, row.reasons, row.hours, row.break_, _told(row), row.working_days_until


def _greeting(row: DayRow) -> Hashable:
    greeting = row.greeting
    return greeting and (row.country, greeting.feast, greeting.say, greeting.never, greeting.send_on)


def _runs(rows: Sequence[DayRow], meaning: Callable[[DayRow], Hashable]) -> Iterator[DayRun]:
    runs: dict[tuple[str | None, str], list[DayRun]] = {}
    for row in rows:
        known = runs.setdefault((row.client, row.name), [])
        if known and _continues(known[-1], row):
            on_weekend = known[-1].on_weekend and _hides_a_holiday(row)
            hours = {**known[-1].hours, **_hours(row)}
            known[-1] = replace(known[-1], last=row.date, on_weekend=on_weekend, hours=hours)
        else:
            who = (row.client or row.name,)
            weekend = _hides_a_holiday(row)
            known.append(DayRun(first=row, last=row.date, who=who, on_weekend=weekend, hours=_hours(row)))
    every = sorted(
        (entry for run in runs.values() for entry in run), key=lambda entry: (entry.first.date, entry.last)
    )
    for _, shared in groupby(every, key=lambda entry: (entry.first.date, entry.last)):
        yield from _shared(list(shared), meaning)


def _shared(entries: list[DayRun], meaning: Callable[[DayRow], Hashable]) -> Iterator[DayRun]:
    together: dict[Hashable, DayRun] = {}
    for entry in entries:
        key = meaning(entry.first), tuple(sorted(entry.hours.items()))
        known = together.get(key)
        together[key] = entry if known is None else replace(known, who=(*known.who, *entry.who))
    yield from together.values()


def _continues(entry: DayRun, row: DayRow) -> bool:
    """The same reasons on the next day, or after the weekend for what says nothing about weekends."""
    if row.status is not entry.first.status or _told(row) != _told(entry.first):
        return False
    if entry.hours.get(row.date.weekday(), row.hours) != row.hours:
        return False
    gap = (row.date - entry.last).days
    running = {reason.kind for reason in row.named_by} <= _RUNNING
    return gap == 1 or (running and entry.last.weekday() >= _LAST_DAYS_OF_A_WEEK and gap <= _OVER_A_WEEKEND)


_RUNNING = frozenset({ReasonKind.SEASON, ReasonKind.COMPANY, ReasonKind.AWAY, ReasonKind.NO_DATA})
_LAST_DAYS_OF_A_WEEK = 3
"""Thursday, where the weekend is Friday and Saturday."""
_OVER_A_WEEKEND = 3


def _hours(row: DayRow) -> Mapping[int, str]:
    return {} if row.hours is None else {row.date.weekday(): row.hours}


def _hides_a_holiday(row: DayRow) -> bool:
    return row.on_weekend and any(reason.kind is not ReasonKind.WEEKEND for reason in row.named_by)


def _told(row: DayRow) -> tuple[tuple[ReasonKind, str], ...]:
    """What a reader takes for the same: second days are named ``Eid al-Fitr Holiday``."""
    told = row.named_by or row.worked_through
    return tuple((reason.kind, reason.name.removesuffix(" Holiday")) for reason in told)
