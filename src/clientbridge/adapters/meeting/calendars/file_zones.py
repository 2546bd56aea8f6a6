"""Zones that a calendar file defines for itself (VTIMEZONE, RFC 5545 section 3.6.5): they hold for it alone.

The definition decides whatever its name says; it may be of one half of the year alone, or have one offset in
both. Nothing of it is kept for another file.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo

from clientbridge.adapters.meeting.calendars.components import ZONE, CalendarComponent
from clientbridge.adapters.meeting.calendars.recurrence_rules import RecurrenceRule, recurrence_rule
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget, dates_of
from clientbridge.adapters.meeting.calendars.values import (
    UnreadValueError,
    shifted,
    utc_offset_value,
    written_time,
)
from clientbridge.adapters.meeting.calendars.zone_names import zone_key
from clientbridge.core.frozen_dataclass import dataclass

MOST_RULES = 200
"""Rules of one zone; a history of a century has some fifty."""
_EPOCH = datetime.combine(date(1970, 1, 1), time())
_LAST_YEAR = 9999
_LOOKED_BACK_YEARS = 3
"""A yearly rule has begun at least once in as many years."""


@dataclass(frozen=True, slots=True, order=True)
class Onset:
    """When an offset begins: the instant as UTC without a zone, and the offsets around it."""

    at: datetime
    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Observance:
    """One STANDARD or DAYLIGHT part."""

    begins: datetime
    """On the clock of the offset before."""
    before: timedelta
    after: timedelta
    rule: RecurrenceRule | None
    until: datetime | None
    """In UTC without a zone."""
    dates: tuple[datetime, ...]

    def onsets(self, first_year: int, last_year: int, budget: StepBudget) -> Iterator[Onset]:
        """Every beginning in these years; of those before, the very first and those given as dates."""
        first = _EPOCH.replace(year=max(first_year, 1))
        last = _EPOCH.replace(year=min(last_year + 1, _LAST_YEAR))
        starts = {self.begins, *self.dates}
        if self.rule is not None:
            since = first if self.until is None or self.until > first else self.until - timedelta(days=800)
            starts |= set(dates_of(self.rule, self.begins, since, last, budget))
        for start in starts:
            at = shifted(start, -self.before)
            if self.until is None or at <= self.until or start == self.begins:
                yield Onset(at, self.before, self.after)


class FileZone(tzinfo):
    """A clock by the parts of one definition. Only turns readings into instants."""

    def __init__(self, name: str, parts: Iterable[Observance], budget: StepBudget) -> None:
        self._name = name
        self._parts = tuple(parts)
        self._budget = budget
        self._by_year: dict[int, tuple[Onset, ...]] = {}

    def utcoffset(self, at: datetime | None) -> timedelta:
        """The offset at a reading: before the first rule the one that it starts from.

        A reading that is skipped has the offset of before, one that is shown twice that of the first time.
        """
        local = (at or _EPOCH).replace(tzinfo=None)
        onsets = self._onsets(local.year)
        offset = onsets[0].before
        for onset in onsets:
            if local < shifted(onset.at, max(offset, onset.after)):
                break
            offset = onset.after
        return offset

    def dst(self, at: datetime | None) -> timedelta:
        """Not told apart: no answer needs it."""
        del at
        return timedelta()

    def tzname(self, at: datetime | None) -> str:
        """What the file calls it."""
        del at
        return self._name

    def _onsets(self, year: int) -> tuple[Onset, ...]:
        if year not in self._by_year:
            years = (year - _LOOKED_BACK_YEARS, year + 1)
            self._by_year[year] = tuple(
                sorted(onset for part in self._parts for onset in part.onsets(*years, self._budget))
            )
        return self._by_year[year]


def file_zones(calendar: CalendarComponent, budget: StepBudget) -> Mapping[str, FileZone]:
    """The zones that a calendar defines, by name; one that cannot be understood is left out."""
    zones: dict[str, FileZone] = {}
    for definition in calendar.within(ZONE):
        name = definition.first("TZID")
        try:
            parts = [_observance(part) for part in definition.parts if part.name in {"STANDARD", "DAYLIGHT"}]
            if name is not None and 0 < len(parts) <= MOST_RULES:
                zones[zone_key(name.value)] = FileZone(name.value, parts, budget)
        except UnreadValueError:
            continue
    return zones


def _observance(part: CalendarComponent) -> Observance:
    begins, before, after = (part.first(name) for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
    if begins is None or after is None:
        raise UnreadValueError("a time zone has a part without a beginning or an offset", part.line)
    offset_before = utc_offset_value(before or after)
    rules = [recurrence_rule(line.value, line.line) for line in part.all("RRULE")[:1]]
    return Observance(
        begins=written_time(begins.value, begins.line).local,
        before=offset_before,
        after=utc_offset_value(after),
        rule=next(iter(rules), None),
        until=next((_until(rule, offset_before) for rule in rules), None),
        dates=tuple(
            written_time(text, line.line).local
            for line in part.all("RDATE")
            for text in line.value.split(",")[:MOST_RULES]
        ),
    )


def _until(rule: RecurrenceRule, offset: timedelta) -> datetime | None:
    if rule.until is None:
        return None
    written = written_time(rule.until, rule.line)
    return written.local if written.offset else shifted(written.local, -offset)
