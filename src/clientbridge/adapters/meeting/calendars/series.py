"""When events take place within a range: series by their rules, with the dates that were changed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.events import CalendarEvent
from clientbridge.adapters.meeting.calendars.rule_dates import DatedRule, StepBudget, dates_of
from clientbridge.adapters.meeting.calendars.values import EventLength, EventTime, shifted
from clientbridge.core.frozen_dataclass import dataclass

_LONGEST_LOOK_BACK = timedelta(days=800)
"""For events of a series that last longer than this, only the first is followed to its end."""
_ZONES_APART = timedelta(days=2)


class EventSpan(NamedTuple):
    """One time at which an event takes place, in UTC."""

    start: datetime
    end: datetime
    status: BusyStatus


def newest_revisions(events: Sequence[CalendarEvent], outside: int | None) -> tuple[CalendarEvent, ...]:
    """Of the events of one UID those that no later revision replaces; `outside` is one outside the range.

    Events that say no revision all stand, as do several of the same: a UID given twice makes nobody free.
    """
    newest: dict[datetime | None, int] = {} if outside is None else {None: outside}
    for event in events:
        if event.sequence is not None:
            newest[event.replaced_at] = max(event.sequence, newest.get(event.replaced_at, 0))
    return tuple(
        event for event in events if event.sequence is None or event.sequence >= newest[event.replaced_at]
    )


def first_span(event: CalendarEvent) -> EventSpan:
    """The time of an event without those at which it comes again."""
    return _span(event, event.start, event.length)


def _span(event: CalendarEvent, start: EventTime, length: EventLength) -> EventSpan:
    return EventSpan(start.instant - event.travel, length.after(start), event.status)


class SeriesDates:
    """Dates of a series that are named one by one: by instant, or by day where only a day is said."""

    def __init__(self, times: Iterable[EventTime], start: EventTime) -> None:
        self._instants: set[datetime] = set()
        self._readings: set[datetime] = set()
        self._days: set[date] = set()
        for at in times:
            if at.whole_day:
                self._days.add(at.local.date())
            elif start.whole_day:
                self._days.add(_day_in(at, start.zone))
            else:
                self._instants.add(at.instant)
                if at.floating:
                    self._readings.add(at.local)

    def __contains__(self, at: EventTime) -> bool:
        is_read = bool(self._days) and at.local.date() in self._days
        is_read = is_read or at.local in self._readings
        return is_read or (bool(self._instants) and at.instant in self._instants)


def _day_in(at: EventTime, zone: tzinfo) -> date:
    """The day that a time names in a series of whole days: servers write its midnight, on any clock."""
    is_reading = at.zone is not UTC or at.local.time() == time()
    return at.local.date() if is_reading else at.instant.astimezone(zone).date()


def spans_of(
    event: CalendarEvent,
    changes: Sequence[CalendarEvent],
    first: datetime,
    last: datetime,
    budget: StepBudget,
) -> Iterator[EventSpan]:
    """Where an event takes place, at least within two readings of its clock; `changes` replace dates of it.

    Raises UnreadValueError when its rule gives more dates than can be counted.
    """
    gone = SeriesDates((*event.excluded, *(one.replaces for one in changes if one.replaces)), event.start)
    later = _from_then_on(changes)
    moved_by = max((abs(one.moved_by) for one in later), default=timedelta())
    reach = _reach(event, first, last, _ZONES_APART + moved_by)
    left_out = set(_ruled(event, event.exclusion_rules, reach, budget))
    for at, length in _dates(event, reach, budget):
        if at in gone or at.local in left_out:
            continue
        if not later:
            yield _span(event, at, length)
        elif (span := _changed(event, at, length, later)) is not None:
            yield span


def _changed(
    event: CalendarEvent, at: EventTime, length: EventLength, later: Sequence["_FromThenOn"]
) -> EventSpan | None:
    """What the last change up to a date makes of it; None where the change gives its dates itself."""
    change = next((one for one in reversed(later) if one.begins_by(at)), None)
    if change is None:
        return _span(event, at, length)
    return None if change.change.rules else change.span(at)


def _from_then_on(changes: Sequence[CalendarEvent]) -> list["_FromThenOn"]:
    later = [_FromThenOn(one, one.replaces) for one in changes if one.and_later and one.replaces]
    return sorted(later, key=_since)


def _reach(
    event: CalendarEvent, first: datetime, last: datetime, around: timedelta
) -> tuple[datetime, datetime]:
    """The readings at which it may begin to touch the range."""
    lengths = [event.length, *(length for _, length in event.more)]
    longest = max(timedelta(days=length.days) + length.exact for length in lengths)
    return shifted(first, -min(longest, _LONGEST_LOOK_BACK) - around), shifted(last, around)


@dataclass(frozen=True, slots=True)
class _FromThenOn:
    """A change of a date of a series and of all later ones."""

    change: CalendarEvent
    replaced: EventTime

    @property
    def moved_by(self) -> timedelta:
        return self.change.start.local - self.replaced.local

    def begins_by(self, at: EventTime) -> bool:
        """Whether it stands for that date of the series too."""
        return (
            self.replaced.local <= at.local if self.replaced.floating else self.replaced.instant <= at.instant
        )

    def span(self, at: EventTime) -> EventSpan:
        """What became of a date: moved on its clock, or by real time where the change is on another one."""
        start = self.change.start
        if start.zone is at.zone and (self.replaced.floating or self.replaced.zone is at.zone):
            moved = start._replace(local=shifted(at.local, self.moved_by))
        else:
            later = start.instant - self.replaced.instant
            moved = EventTime(shifted(at.instant.replace(tzinfo=None), later), UTC)
        return _span(self.change, moved, self.change.length)


def _since(one: _FromThenOn) -> datetime:
    return one.replaced.instant


def _dates(
    event: CalendarEvent, reach: tuple[datetime, datetime], budget: StepBudget
) -> Iterator[tuple[EventTime, EventLength]]:
    """The start is always one of them, even off the rule: RFC 5545 section 3.8.5.3 leaves that open."""
    yield event.start, event.length
    for local in _ruled(event, event.rules, reach, budget):
        if local != event.start.local:
            yield (
                EventTime(local, event.start.zone, event.start.whole_day, event.start.floating),
                event.length,
            )
    yield from event.more


def _ruled(
    event: CalendarEvent, rules: Sequence[DatedRule], reach: tuple[datetime, datetime], budget: StepBudget
) -> Iterator[datetime]:
    for dated in rules:
        for local in dates_of(dated.rule, event.start.local, *reach, budget):
            if dated.reaches(local, event.start):
                yield local
