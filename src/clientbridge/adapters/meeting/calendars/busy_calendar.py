"""The times that the texts of a calendar leave no room for, and every part of them that could not be read.

An event counts unless it says that it does not. Whatever cannot be understood is told by file and line, and
costs neither the events around it nor the answer: its time is not known, and never passed off as free.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo

from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus, busy_status
from clientbridge.adapters.meeting.calendars.components import (
    AVAILABILITY,
    CALENDAR,
    EVENT,
    FREE_BUSY,
    CalendarComponent,
    CalendarFault,
    component_tree,
)
from clientbridge.adapters.meeting.calendars.day_range import DigitRange
from clientbridge.adapters.meeting.calendars.events import (
    CalendarEvent,
    calendar_event,
    revision_of,
)
from clientbridge.adapters.meeting.calendars.free_busy import free_busy_spans
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget
from clientbridge.adapters.meeting.calendars.series import EventSpan, first_span, newest_revisions, spans_of
from clientbridge.adapters.meeting.calendars.values import FileClocks, UnreadValueError, as_told
from clientbridge.adapters.meeting.calendars.zones.file_zones import file_zones
from clientbridge.adapters.meeting.calendars.zones.zone_names import zone_called, zone_key
from clientbridge.adapters.meeting.reading_budget import ReadingBudget
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import Problem, SourceFailedError
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner
from clientbridge.core.time.intervals import (
    Span,
    Spans,
    at_minute,
    clip,
    minute_from,
    minute_of,
    subtraction,
    union,
)
from clientbridge.core.workspace.profiles import Weight

MOST_PROBLEMS = 200
"""Told of one calendar, and one of each file at least; whatever is wrong with more is wrong everywhere."""
_MOST_OF_EVENT = 3
_REPLACING = frozenset({"", "PUBLISH", "REQUEST", "CANCEL"})
"""Methods of RFC 5546 by which an event replaces its earlier revisions: ADD only adds dates to it, and what
guests send says nothing of the organizer's event."""
_ANSWERS = frozenset({"REPLY", "REFRESH", "DECLINECOUNTER"})
"""Those whose events need no time of their own."""
_CALENDAR_PARTS = frozenset({CALENDAR, EVENT, FREE_BUSY})


def busy_calendar(
    texts: Sequence[CalendarText],
    within: Span,
    owner: CalendarOwner,
    zones: ZoneDatabase,
    reading: ReadingBudget | None = None,
) -> BusyTimes:
    """Read the texts of one calendar for a range in UTC minutes; `reading` is a budget of its own if None.

    Raises SourceFailedError where none of them is a calendar, and where they hold too much.
    """
    reader = _Reader(within, owner, zones, reading or ReadingBudget())
    strangers = [text for text in texts if not reader.take(text)]
    if strangers and len(strangers) == len(texts):
        raise SourceFailedError(
            f"{strangers[0].name} is not a calendar", hint="it has to begin with BEGIN:VCALENDAR"
        )
    return reader.finished()


class _Reader:
    """The events of one calendar, from all its files."""

    def __init__(
        self, within: Span, owner: CalendarOwner, zones: ZoneDatabase, reading: ReadingBudget
    ) -> None:
        self._reading = reading
        self._within = within
        self._owner = owner
        self._zones = zones
        self._budget = StepBudget()
        self._known_names: dict[str, tzinfo | None] = {}
        self._events: dict[str, list[CalendarEvent]] = defaultdict(list)
        self._outside: dict[str, int] = {}
        self._first, self._last = (at_minute(minute).replace(tzinfo=None) for minute in within)
        self._days = DigitRange.around(self._first, self._last)
        self._spans: list[EventSpan] = []
        self._problems: list[Problem] = []
        self._told: set[str] = set()
        """The files with problems."""

    def take(self, text: CalendarText) -> bool:
        """Read one file; whether it is a calendar at all."""
        root, faults = component_tree(text.text)
        calendars = [*root.within(CALENDAR), root]
        is_calendar = any(part.name in _CALENDAR_PARTS for part in root.parts)
        if not is_calendar:
            self._tell(text.name, CalendarFault(1, "it is not a calendar, which begins with BEGIN:VCALENDAR"))
        for fault in faults:
            self._tell(text.name, fault)
        for calendar in calendars:
            self._take_calendar(text.name, calendar)
        return is_calendar

    def finished(self) -> BusyTimes:
        for uid in self._events.keys() - self._owner.not_counted:
            self._spans += self._spans_of_uid(uid)
        self._reading.spend_on_steps(self._budget.spent)
        busy, likely = self._taken(Weight.BUSY), self._taken(Weight.LIKELY)
        unread = tuple(sorted(set(self._problems)))
        likely = subtraction(likely, busy)
        return BusyTimes(busy=busy, likely=likely, unread=unread, revision=self._revision())

    def _revision(self) -> int | None:
        """The latest of the entries that do not count."""
        known = [self._outside[uid] for uid in self._owner.not_counted & self._outside.keys()]
        for uid in self._owner.not_counted & self._events.keys():
            known += [event.sequence or 0 for event in self._events[uid]]
        return max(known, default=None)

    def _taken(self, weight: Weight) -> Spans:
        """The times of entries that count as that."""
        weights = {BusyStatus.BUSY: self._owner.busy, BusyStatus.TENTATIVE: self._owner.tentative}
        taken = (one for one in self._spans if weights.get(one.status) is weight)
        return clip(union((minute_of(one.start), minute_from(one.end)) for one in taken), self._within)

    def _take_calendar(self, file: str, calendar: CalendarComponent) -> None:
        clocks = self._clocks(file, calendar)
        named = calendar.first("METHOD")
        method = "" if named is None else named.value.upper()
        for part in calendar.parts:
            if part.name == EVENT:
                self._take_event(file, part, clocks, method)
            elif part.name == FREE_BUSY:
                for period in free_busy_spans(part, clocks):
                    if isinstance(period, CalendarFault):
                        self._tell(file, period)
                    else:
                        self._spans.append(period)
            elif part.name == AVAILABILITY:
                self._tell(
                    file, CalendarFault(part.line, "hours of availability (VAVAILABILITY) are not read")
                )

    def _clocks(self, file: str, calendar: CalendarComponent) -> FileClocks:
        years = range(self._first.year, self._last.year + 1)
        own = file_zones(calendar, self._budget, self._known, years)

        def named(name: str) -> tzinfo | None:
            key = zone_key(name)
            return own.get(key) or self._known(key)

        default = calendar.first("X-WR-TIMEZONE")
        floating = self._owner.home if default is None else named(default.value)
        if floating is None and default is not None:
            name = as_told(default.value)
            self._tell(
                file, CalendarFault(default.line, f"the time zone '{name}' of the calendar is not known")
            )
        return FileClocks(self._owner.home, floating or self._owner.home, named)

    def _known(self, key: str) -> tzinfo | None:
        if key not in self._known_names:
            self._known_names[key] = zone_called(key, self._zones)
        return self._known_names[key]

    def _take_event(self, file: str, part: CalendarComponent, clocks: FileClocks, method: str) -> None:
        is_outside = self._days.excludes(part)
        self._reading.spend_on_event(file, in_range=not is_outside)
        if is_outside:
            self._pass_over(part, method)
            return
        status = busy_status(part, self._owner.emails, is_cancellation=method == "CANCEL")
        try:
            event, faults = calendar_event(part, clocks, status, file)
        except UnreadValueError as error:
            self._pass_over_unread(file, part, method, error, is_free=status is BusyStatus.FREE)
            return
        if method not in _REPLACING:
            event = replace(event, sequence=None)
        self._events[event.uid].append(event)
        if faults and status is not BusyStatus.FREE:
            self._tell(file, _together(faults))

    def _pass_over_unread(
        self, file: str, part: CalendarComponent, method: str, error: UnreadValueError, *, is_free: bool
    ) -> None:
        if is_free and part.first("RECURRENCE-ID") is None:
            self._pass_over(part, method)
        elif method not in _ANSWERS or part.first("DTSTART") is not None:
            self._tell(file, CalendarFault(error.line, error.say))

    def _pass_over(self, part: CalendarComponent, method: str) -> None:
        """Keep of an event without time in the range that it may replace an earlier one within it."""
        uid, revision = part.first("UID"), revision_of(part)
        if uid is not None and revision is not None and method in _REPLACING:
            self._outside[uid.value] = max(revision, self._outside.get(uid.value, 0))

    def _spans_of_uid(self, uid: str) -> Iterator[EventSpan]:
        events: Sequence[CalendarEvent] = self._events[uid]
        if uid:
            events = newest_revisions(events, self._outside.get(uid))
        changes = [event for event in events if event.replaces] if uid else []
        if events and len(changes) == len(events):
            self._tell_of_lost_series(changes)
        for event in events:
            try:
                yield from self._spans_of_event(event, changes)
            except UnreadValueError as error:
                self._tell(event.file, CalendarFault(error.line, error.say))
                yield first_span(event)

    def _tell_of_lost_series(self, changes: Sequence[CalendarEvent]) -> None:
        for event in changes:
            if event.and_later and not event.rules and event.status is not BusyStatus.FREE:
                say = "its series is not in the calendar; when it comes again is not known"
                self._tell(event.file, CalendarFault(event.line, say))

    def _spans_of_event(self, event: CalendarEvent, changes: Sequence[CalendarEvent]) -> Iterable[EventSpan]:
        if event.replaces is None:
            return spans_of(event, changes, self._first, self._last, self._budget)
        if event.rules:
            later = [one for one in changes if not one.and_later]
            return spans_of(event, later, self._first, self._last, self._budget)
        return (first_span(event),)

    def _tell(self, file: str, fault: CalendarFault) -> None:
        if len(self._problems) < MOST_PROBLEMS or file not in self._told:
            self._told.add(file)
            self._problems.append(Problem(file=file, line=fault.line, column=1, say=fault.say))


def _together(faults: Sequence[CalendarFault]) -> CalendarFault:
    """What is wrong with one event as one, since what is told is counted."""
    first, *others = faults
    said = [first.say, *(f"line {fault.line}: {fault.say}" for fault in others[: _MOST_OF_EVENT - 1])]
    more = [f"{len(faults) - _MOST_OF_EVENT} more"] if len(faults) > _MOST_OF_EVENT else []
    return CalendarFault(first.line, ", ".join([*said, *more]))
