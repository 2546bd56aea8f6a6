"""Days in a row that mean one thing: whole breaks and runs of days alike, also beyond the range asked for.

A spell begins and ends where it does whatever the range, so that a calendar which has it knows it again.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clientbridge.core.days.closures import Break, break_around
from clientbridge.core.days.day import MOST_CLOSED_FIRST, Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import (
    ReportOptions,
    Subject,
    changed_hours,
    dates_of,
    is_plain_weekend,
    is_shown,
    notes_on,
    with_calendars,
)
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import by_weekday_in_words
from clientbridge.core.workspace.profiles import DateRange, Schedule

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)
_RUN_OVER_WEEKENDS = frozenset({ReasonKind.SEASON, ReasonKind.COMPANY, ReasonKind.AWAY, ReasonKind.NO_DATA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days in a row that mean one thing for one client or place; both ends belong to it."""

    client: str | None
    name: str
    place: Place
    first: date
    last: date
    status: DayStatus
    """Of a break that of its most closed day that is more than a weekend."""
    names: tuple[str, ...]
    """What its days are called, each name once."""
    local_names: tuple[str, ...] = ()
    around: Break | None = None
    """The break that it is; None for a run of days that are worked somehow."""
    hours: str | None = None
    """Of a run of days with changed hours; by weekday where they differ."""
    notes: tuple[str, ...] = ()
    worked_through: bool = False
    """Whether its names are holidays of the place on which the party works all the same."""


def spells(
    asked: Sequence[Subject], calendars: Mapping[Place, PlaceCalendar], wish: ReportOptions
) -> tuple[Spell, ...]:
    """The spells of the days that the report of the same question shows, by first day, then as asked."""
    known: dict[Hashable, tuple[Spell, ...]] = {}
    found: list[Spell] = []
    only_special = replace(wish, every_day=False)
    for who, days in with_calendars(asked, calendars):
        key = (id(days), who.schedule.hours)
        if key not in known:
            known[key] = tuple(_spells(who, days, only_special))
        found += (replace(one, client=who.client, name=who.name) for one in known[key])
    return tuple(sorted(found, key=lambda one: one.first))


def _spells(who: Subject, days: PartyCalendar, wish: ReportOptions) -> Iterator[Spell]:
    told_until = date.min
    for on in dates_of(wish.days):
        day = days.day(on)
        if on <= told_until or not is_shown(day, wish):
            continue
        spell = _spell(who, days, day, wish.today)
        told_until = spell.last
        if not wish.only_bridges or (spell.around is not None and spell.around.bridge):
            yield spell


def _spell(who: Subject, days: PartyCalendar, day: Day, today: date) -> Spell:
    around = break_around(day.date, days)
    if around is None:
        first, last = _end_of_run(day, -_DAY, days), _end_of_run(day, _DAY, days)
        named = [day]
    else:
        first, last = around.from_, around.to
        named = list(_named_days(around, days))
        around = around.left_on(today)
    reasons = [reason for one in named for reason in _told(one)]
    return Spell(
        client=who.client,
        name=who.name,
        place=day.place,
        first=first,
        last=last,
        status=min((one.status for one in named), key=MOST_CLOSED_FIRST.index),
        names=_once(reason.name for reason in reasons),
        local_names=_once(reason.local_name for reason in reasons),
        around=around,
        hours=_hours(day, DateRange(first, last), days, who.schedule),
        notes=_once(note for one in named for note in notes_on(one, days)),
        worked_through=_is_worked_through(day),
    )


def _once(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _named_days(around: Break, days: PartyCalendar) -> Iterator[Day]:
    """The days of a break that are more than a weekend, feasts on a weekend among them."""
    for ahead in range(around.days):
        day = days.day(around.from_ + ahead * _DAY)
        if not is_plain_weekend(day):
            yield day


def _told(day: Day) -> tuple[Reason, ...]:
    return day.told_by or day.worked_through


def _hours(day: Day, within: DateRange, days: PartyCalendar, schedule: Schedule) -> str | None:
    """The changed hours of the days in the range that mean the same as that one."""
    alike = (other for other in map(days.day, dates_of(within)) if _meaning(other) == _meaning(day))
    known = {one.date.weekday(): changed_hours(one, schedule) for one in alike}
    changed = {weekday: hours for weekday, hours in known.items() if hours is not None}
    return by_weekday_in_words(changed) if changed else None


def _is_worked_through(day: Day) -> bool:
    return bool(day.worked_through) and not day.told_by


def _end_of_run(day: Day, step: timedelta, days: PartyCalendar) -> date:
    """The last day in that direction that means the same; some things go on after a weekend."""
    kinds = {reason.kind for reason in _told(day)}
    last = at = day.date
    while abs(at - day.date) < _LONGEST:
        at += step
        other = days.day(at)
        if _meaning(other) == _meaning(day):
            last = at
        elif not (kinds <= _RUN_OVER_WEEKENDS and is_plain_weekend(other)):
            break
    return last


def _meaning(day: Day) -> Hashable:
    return day.status, _told(day)
