"""One VEVENT as what it says about time: when it begins, how long it takes, how it comes again.

What is understood in part is kept, with a fault beside it: the first time of an event whose rule is not known
is busy all the same.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TypeVar

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.components import (
    SAYS_WHEN,
    TRAVEL,
    CalendarComponent,
    CalendarFault,
)
from clientbridge.adapters.meeting.calendars.content_lines import ContentLine
from clientbridge.adapters.meeting.calendars.day_range import FIRST_LIKELY_YEAR, is_likely_year
from clientbridge.adapters.meeting.calendars.recurrence_rules import recurrence_rule
from clientbridge.adapters.meeting.calendars.rule_dates import DatedRule
from clientbridge.adapters.meeting.calendars.values import (
    EventLength,
    EventTime,
    FileClocks,
    UnreadValueError,
    as_told,
    event_length,
    event_time,
    instant_of,
    shifted,
)
from clientbridge.core.frozen_dataclass import dataclass

MOST_DATES = 5_000
"""Single dates that one event may be given or lack."""
MOST_RULES = 10
"""Of one event; a program writes one."""
_A_DAY = timedelta(days=1)
_OF_HOURS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
"""Parts of a rule to be ignored of whole days (RFC 5545 section 3.3.10)."""
_REVISION = re.compile(r"\d{1,11}", re.ASCII)
_NOTHING = timedelta()
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An event, or in place of one date of a series what became of it."""

    uid: str
    sequence: int | None
    status: BusyStatus
    start: EventTime
    length: EventLength
    rules: tuple[DatedRule, ...] = ()
    exclusion_rules: tuple[DatedRule, ...] = ()
    more: tuple[tuple[EventTime, EventLength], ...] = ()
    """Single dates besides the start."""
    excluded: tuple[EventTime, ...] = ()
    travel: timedelta = _NOTHING
    """Taken by the way to it."""
    replaces: EventTime | None = None
    """The date of the series that it stands for."""
    and_later: bool = False
    """Whether it stands for all dates after that too."""
    file: str
    line: int

    @property
    def replaced_at(self) -> datetime | None:
        """The instant of the date that it stands for; None for an event of its own."""
        return None if self.replaces is None else self.replaces.instant


def calendar_event(
    part: CalendarComponent, clocks: FileClocks, status: BusyStatus, file: str
) -> tuple[CalendarEvent, tuple[CalendarFault, ...]]:
    """The event, and what of it could not be understood; raises UnreadValueError without a known start."""
    return _EventReader(part, clocks).event(status, file)


class _EventReader:
    def __init__(self, part: CalendarComponent, clocks: FileClocks) -> None:
        self._part = part
        self._clocks = clocks
        self._faults: list[CalendarFault] = []

    def event(self, status: BusyStatus, file: str) -> tuple[CalendarEvent, tuple[CalendarFault, ...]]:
        begins = self._begins(status)
        start = event_time(begins, self._clocks)
        length = self._length(start)
        replaces, and_later = self._replaced()
        is_one_date = replaces is not None and not and_later
        rules = () if is_one_date else self._rules("RRULE", start)
        self._check_lines()
        self._check_start(begins, start, rules)
        self._check_days(start, rules)
        event = CalendarEvent(
            uid=self._text("UID"),
            sequence=revision_of(self._part),
            status=status,
            start=start,
            length=length,
            travel=self._travel(),
            rules=rules,
            exclusion_rules=self._rules("EXRULE", start),
            more=() if is_one_date else self._more(start, length),
            excluded=self._dates("EXDATE", lambda line, text: self._time(line, start, text)),
            replaces=replaces,
            and_later=and_later,
            file=file,
            line=self._part.line,
        )
        return event, tuple(self._faults)

    def _begins(self, status: BusyStatus) -> ContentLine:
        begins = self._part.first("DTSTART")
        if begins is None and status is BusyStatus.FREE:  # a date that is cancelled needs no other start
            begins = self._part.first("RECURRENCE-ID")
        if begins is None:
            raise UnreadValueError("it has no start", self._part.line)
        return begins

    def _replaced(self) -> tuple[EventTime | None, bool]:
        """The date of a series that it stands for, and whether for all later ones too."""
        stands_for = self._part.first("RECURRENCE-ID")
        if stands_for is None:
            return None, False
        reaches = stands_for.parameters.get("RANGE", "").upper()
        if "THISANDPRIOR" in reaches:
            say = "it changes earlier dates too, which is not followed"
            self._faults.append(CalendarFault(stands_for.line, say))
        replaces = self._read(partial(event_time, stands_for, self._clocks))
        return replaces, "THISANDFUTURE" in reaches

    def _check_lines(self) -> None:
        for line in self._part.properties:
            if not line.value and line.name in SAYS_WHEN:
                self._faults.append(CalendarFault(line.line, f"the line {line.name} has no value"))
        for name in _ONCE:
            lines = self._part.all(name)
            if len({(line.value, line.parameters.get("TZID")) for line in lines}) > 1:
                self._faults.append(
                    CalendarFault(lines[1].line, f"it has two of {name}; only the first is used")
                )

    def _check_start(self, begins: ContentLine, start: EventTime, rules: tuple[DatedRule, ...]) -> None:
        year = start.local.year
        if not rules and not is_likely_year(year):
            self._faults.append(CalendarFault(begins.line, f"it begins in the year {year}"))

    def _check_days(self, start: EventTime, rules: tuple[DatedRule, ...]) -> None:
        for dated in rules:
            if start.whole_day and dated.rule.frequency in _WITHIN_A_DAY:
                self._faults.append(CalendarFault(dated.rule.line, "a whole day comes again within a day"))

    def _text(self, name: str) -> str:
        line = self._part.first(name)
        return "" if line is None else line.value

    def _read(self, read: Callable[[], _Read]) -> _Read | None:
        try:
            return read()
        except UnreadValueError as error:
            self._faults.append(CalendarFault(error.line, error.say))
            return None

    def _time(self, line: ContentLine, start: EventTime, text: str | None = None) -> EventTime:
        return event_time(line, self._clocks, beside=start, text=text)

    def _length(self, start: EventTime) -> EventLength:
        """Exact where an end is given, as RFC 5545 section 3.8.5.3 has it for every date of a series."""
        ends, lasts = self._part.first("DTEND"), self._part.first("DURATION")
        usual = EventLength(1, _NOTHING) if start.whole_day else EventLength(0, _NOTHING)
        if ends is not None:
            return self._read(lambda: self._until(start, ends)) or self._rest_of_day(start)
        if lasts is None:
            is_cut_off = any(line.name in {"DTEND", "DURATION"} for line in self._part.properties)
            return self._rest_of_day(start) if is_cut_off else usual
        length = self._read(lambda: event_length(lasts.value, lasts.line))
        if length is None:
            return self._rest_of_day(start)
        return max(length, usual, key=lambda one: (one.days, one.exact)) if start.whole_day else length

    def _until(self, start: EventTime, ends: ContentLine) -> EventLength:
        end = event_time(ends, self._clocks, beside=start)
        if start.whole_day and end.whole_day:
            return EventLength(max((end.local - start.local).days, 1), _NOTHING)
        lasts = _between(start, end)
        if lasts > _NOTHING or (lasts == _NOTHING and not start.whole_day):
            return EventLength(0, lasts)
        if not (start.whole_day or end.whole_day):
            self._faults.append(CalendarFault(ends.line, "it ends before it begins"))
        return self._rest_of_day(start)

    def _travel(self) -> timedelta:
        """What Apple's calendar keeps free before an event, at most a day."""
        line = self._part.first(TRAVEL)
        length = None if line is None else self._read(lambda: event_length(line.value, line.line))
        return _NOTHING if length is None else min(length.exact, _A_DAY)

    def _rest_of_day(self, start: EventTime) -> EventLength:
        midnight = datetime.combine(shifted(start.local, _A_DAY), time())
        return EventLength(0, instant_of(midnight, start.zone) - start.instant)

    def _rules(self, name: str, start: EventTime) -> tuple[DatedRule, ...]:
        lines = list({line.value: line for line in self._part.all(name)}.values())
        if len(lines) > MOST_RULES:
            fault = f"it repeats by {len(lines)} rules, more than {MOST_RULES}"
            self._faults.append(CalendarFault(lines[MOST_RULES].line, fault))
        rules = (self._read(partial(self._rule, line, start)) for line in lines[:MOST_RULES])
        return tuple(rule for rule in rules if rule is not None)

    def _rule(self, line: ContentLine, start: EventTime) -> DatedRule:
        rule = recurrence_rule(line.value, line.line)
        if rule.unknown:
            self._faults.append(
                CalendarFault(line.line, f"its rule has {as_told(rule.unknown[0])}, which cannot be followed")
            )
        until = None
        if rule.until:
            until = self._read(partial(self._time, line, start, rule.until))
        if start.whole_day:
            rule = replace(rule, by={name: days for name, days in rule.by.items() if name not in _OF_HOURS})
        return DatedRule(rule, until)

    def _more(self, start: EventTime, length: EventLength) -> tuple[tuple[EventTime, EventLength], ...]:
        def read(line: ContentLine, text: str) -> tuple[EventTime, EventLength]:
            begins, slash, rest = text.partition("/")
            at = self._time(line, start, begins)
            if at.whole_day and not start.whole_day:  # of a day alone the start tells the hour
                at = start._replace(local=datetime.combine(at.local, start.local.time()))
            if not slash:
                return at, length
            if rest.strip().upper().startswith(("P", "+P")):
                return at, event_length(rest, line.line)
            end = event_time(line, self._clocks, beside=at, text=rest)
            if end.instant < at.instant:
                raise UnreadValueError("a single date of it ends before it begins", line.line)
            return at, EventLength(0, end.instant - at.instant)

        return self._dates("RDATE", read)

    def _dates(self, name: str, read: Callable[[ContentLine, str], _Read]) -> tuple[_Read, ...]:
        written = [
            (line, text) for line in self._part.all(name) for text in line.value.split(",") if text.strip()
        ]
        if len(written) > MOST_DATES:
            fault = f"it has {len(written)} single dates, more than {MOST_DATES}"
            self._faults.append(CalendarFault(self._part.line, fault))
        dates = (self._read(partial(read, line, text)) for line, text in written[:MOST_DATES])
        return tuple(date for date in dates if date is not None)


def _between(start: EventTime, end: EventTime) -> timedelta:
    """Real time; on one clock before there were zones, and near the year 1, where UTC has no instant."""
    if start.local.year < FIRST_LIKELY_YEAR and end.zone is start.zone:
        return end.local - start.local
    return end.instant - start.instant


_ONCE = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
_WITHIN_A_DAY = frozenset({"HOURLY", "MINUTELY"})


def revision_of(part: CalendarComponent) -> int | None:
    """The number of the revision of an event; None where it says none."""
    line = part.first("SEQUENCE")
    text = "" if line is None else line.value
    return int(text) if _REVISION.fullmatch(text) else None
