"""Report neighbouring days of the same meaning once, and once a day that several clients share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import DayRow
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRun:
    """Neighbouring days of the same meaning, for everyone for whom they mean the same."""

    first: DayRow
    last: date
    who: tuple[str, ...]


def day_runs(rows: Sequence[DayRow]) -> Iterator[DayRun]:
    """A run of days, reported once for every client that shares it."""
    runs: dict[tuple[str | None, str], list[DayRun]] = {}
    for row in rows:
        known = runs.setdefault((row.client, row.name), [])
        if known and _continues(known[-1], row):
            known[-1] = replace(known[-1], last=row.date)
        else:
            known.append(DayRun(first=row, last=row.date, who=(row.client or row.name,)))
    every = sorted(
        (entry for run in runs.values() for entry in run), key=lambda entry: (entry.first.date, entry.last)
    )
    for _, shared in groupby(every, key=lambda entry: (entry.first.date, entry.last)):
        yield from _shared(list(shared))


def _shared(entries: list[DayRun]) -> Iterator[DayRun]:
    together: dict[tuple[str, DayStatus, tuple[Reason, ...]], DayRun] = {}
    for entry in entries:
        key = (entry.first.country, entry.first.status, entry.first.reasons)
        known = together.get(key)
        together[key] = entry if known is None else replace(known, who=(*known.who, *entry.who))
    yield from together.values()


def _continues(entry: DayRun, row: DayRow) -> bool:
    """The same reasons on the next day, or after the weekend for what says nothing about weekends."""
    if row.status is not entry.first.status or _told(row) != _told(entry.first):
        return False
    gap = (row.date - entry.last).days
    running = {reason.kind for reason in telling(row)} <= _RUNNING
    return gap == 1 or (running and entry.last.weekday() >= _LAST_DAYS_OF_A_WEEK and gap <= OVER_A_WEEKEND)


_RUNNING = frozenset({ReasonKind.SEASON, ReasonKind.COMPANY, ReasonKind.AWAY, ReasonKind.NO_DATA})
_LAST_DAYS_OF_A_WEEK = 3
"""Thursday, where the weekend is Friday and Saturday."""
OVER_A_WEEKEND = 3


def telling(row: DayRow) -> tuple[Reason, ...]:
    """The reasons worth a reader's time, the weightiest alone.

    Within a closure of their own the holidays of the place change nothing, on a holiday the slow season does
    not, and a weekend is reported when nothing else is. What is not known makes no day but an unknown one.
    """
    known = _known(row)
    for kinds in (_OWN, _ALL - _QUIET, _ALL - {ReasonKind.WEEKEND}):
        reasons = tuple(reason for reason in known if reason.kind in kinds)
        if reasons and (kinds is not _OWN or row.status is DayStatus.CLOSED):
            return reasons
    return known


def _known(row: DayRow) -> tuple[Reason, ...]:
    if row.status is DayStatus.UNKNOWN:
        return row.reasons
    return tuple(reason for reason in row.reasons if reason.kind is not ReasonKind.NO_DATA)


_ALL = frozenset(ReasonKind)
_OWN = frozenset({ReasonKind.COMPANY, ReasonKind.AWAY})
_QUIET = frozenset({ReasonKind.WEEKEND, ReasonKind.SEASON})


def _told(row: DayRow) -> tuple[tuple[ReasonKind, str], ...]:
    """What a reader takes for the same: second days are named ``Eid al-Fitr Holiday``."""
    return tuple((reason.kind, reason.name.removesuffix(" Holiday")) for reason in telling(row))
