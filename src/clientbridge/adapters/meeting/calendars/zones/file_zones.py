"""Zones that a calendar file defines for itself (VTIMEZONE, RFC 5545 section 3.6.5): they hold for it alone.

The definition decides whatever its name says; it may be of one half of the year alone, or have one offset in
both. Where it cannot be followed the name decides: of two names in one, two that differ under one name, and
after the end of a list of single dates. Nothing of it is kept for another file.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property

from clientbridge.adapters.meeting.calendars.components import ZONE, CalendarComponent
from clientbridge.adapters.meeting.calendars.recurrence_rules import RecurrenceRule, recurrence_rule
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget, dates_of
from clientbridge.adapters.meeting.calendars.values import (
    UnreadValueError,
    shifted,
    utc_offset_value,
    written_time,
)
from clientbridge.adapters.meeting.calendars.zones.zone_names import zone_key
from clientbridge.core.frozen_dataclass import dataclass

MOST_RULES = 200
"""Rules of one zone; a history of a century has some fifty."""
_MOST_OF_ONE_NAME = 20
"""Ways in which one zone is written in one file."""
_EPOCH = datetime.combine(date(1970, 1, 1), time())
_LAST_YEAR = 9999
_LOOKED_BACK_YEARS = 3
"""A yearly rule has begun at least once in as many years."""
_FIFTH, _LAST = 5, -1
"""Windows calls the last Sunday of a month the fifth, and some programs write that into the rule."""
_MORE_THAN_A_YEAR = timedelta(days=400)
_A_DAY = timedelta(days=1)


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
    rules: tuple[tuple[RecurrenceRule, datetime | None], ...]
    """Each with its UNTIL in UTC without a zone."""
    dates: tuple[datetime, ...]

    @property
    def single_onsets(self) -> tuple[Onset, ...]:
        """Those that no rule gives."""
        return tuple(self._onset(at) for at in (self.begins, *self.dates))

    def onsets(self, first_year: int, last_year: int, budget: StepBudget) -> Iterator[Onset]:
        """Every beginning in these years; of those before, the very first and those given as dates."""
        first = _EPOCH.replace(year=max(first_year, 1))
        last = _EPOCH.replace(year=min(last_year + 1, _LAST_YEAR))
        yield from self.single_onsets
        for rule, until in self.rules:
            since = first if until is None or until > first else until - timedelta(days=800)
            since = since if rule.count is None else self.begins
            found = map(self._onset, dates_of(rule, self.begins, since, last, budget))
            yield from (onset for onset in found if until is None or onset.at <= until)

    def _onset(self, begins: datetime) -> Onset:
        return Onset(shifted(begins, -self.before), self.before, self.after)


class FileZone(tzinfo):
    """A clock by the parts of one definition. Only turns readings into instants."""

    def __init__(
        self,
        name: str,
        parts: Iterable[Observance],
        budget: StepBudget,
        known: Callable[[str], tzinfo | None],
    ) -> None:
        self._name = name
        self._parts = tuple(parts)
        self._budget = budget
        self._find_known = known
        self._by_year: dict[int, tuple[Onset, ...]] = {}

    def utcoffset(self, at: datetime | None) -> timedelta:
        """The offset at a reading: before the first rule the one that it starts from.

        A reading that is skipped has the offset of before, one that is shown twice that of the first time.
        """
        local = (at or _EPOCH).replace(tzinfo=None)
        if self._beyond is not None and local > self._beyond[0]:
            return self._beyond[1].utcoffset(local) or timedelta()
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

    @cached_property
    def _beyond(self) -> tuple[datetime, tzinfo] | None:
        """After which reading the definition says nothing more, and what its name means then.

        Generators list the changes around one event, and series go on beyond them. None where the zone of
        that name is another one.
        """
        last = _end_of_list(self._parts)
        known = None if last is None else self._find_known(zone_key(self._name))
        if last is None or known is None:
            return None
        end = shifted(last.at, last.after + _A_DAY)
        return (end, known) if known.utcoffset(end) == last.after else None

    def is_like(self, other: "FileZone", years: Sequence[int]) -> bool:
        """Whether both have the same offset in every week of these years."""
        weeks = (
            _EPOCH.replace(year=year) + week * timedelta(weeks=1) for year in years for week in range(53)
        )
        return all(self.utcoffset(at) == other.utcoffset(at) for at in weeks)

    def _onsets(self, year: int) -> tuple[Onset, ...]:
        if year not in self._by_year:
            years = (year - _LOOKED_BACK_YEARS, year + 1)
            self._by_year[year] = tuple(
                sorted(onset for part in self._parts for onset in part.onsets(*years, self._budget))
            )
        return self._by_year[year]


def _end_of_list(parts: Sequence[Observance]) -> Onset | None:
    """The last change of a definition that lists those of some years and has no rule.

    None where the clock has stopped changing by then.
    """
    onsets = sorted({onset for part in parts for onset in part.single_onsets})
    if any(part.rules for part in parts) or len(onsets) < 2:  # noqa: PLR2004 - a change and back
        return None
    before_last, last = onsets[-2:]
    goes_on = before_last.after != last.after and last.at - before_last.at < _MORE_THAN_A_YEAR
    return last if goes_on else None


def file_zones(
    calendar: CalendarComponent,
    budget: StepBudget,
    known: Callable[[str], tzinfo | None],
    years: Sequence[int],
) -> Mapping[str, FileZone]:
    """The zones that a calendar defines, by name; one that cannot be understood is left out.

    So are two of one name that differ in these years. `known` finds the zone that a name means by itself.
    """
    defined: dict[str, dict[str, FileZone]] = defaultdict(dict)
    for definition in calendar.within(ZONE):
        names = {zone_key(line.value): line.value for line in definition.all("TZID")}
        parts = _observances(definition)
        if len(names) == 1 and 0 < len(parts) <= MOST_RULES:
            ((key, name),) = names.items()
            defined[key].setdefault(_written(definition), FileZone(name, parts, budget, known))
    zones = {key: list(found.values()) for key, found in defined.items()}
    return {key: found[0] for key, found in zones.items() if _are_alike(found, years)}


def _observances(definition: CalendarComponent) -> list[Observance]:
    """Its parts; none where one of them cannot be understood."""
    try:
        return [_observance(part) for part in definition.parts if part.name in {"STANDARD", "DAYLIGHT"}]
    except UnreadValueError:
        return []


def _written(definition: CalendarComponent) -> str:
    """What a definition says: many programs write the same one for each event."""
    return repr(
        sorted(
            (part.name, sorted((line.name, line.value) for line in part.properties))
            for part in definition.parts
        )
    )


def _are_alike(zones: Sequence[FileZone], years: Sequence[int]) -> bool:
    try:
        return len(zones) <= _MOST_OF_ONE_NAME and all(zone.is_like(zones[0], years) for zone in zones[1:])
    except UnreadValueError:
        return False


def _observance(part: CalendarComponent) -> Observance:
    begins, before, after = (part.first(name) for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
    if begins is None or after is None:
        raise UnreadValueError("a time zone has a part without a beginning or an offset", part.line)
    offset_before = utc_offset_value(before or after)
    rules = [_with_last_for_fifth(recurrence_rule(line.value, line.line)) for line in part.all("RRULE")]
    return Observance(
        begins=written_time(begins.value, begins.line).local,
        before=offset_before,
        after=utc_offset_value(after),
        rules=tuple((rule, _until(rule, offset_before)) for rule in rules[:MOST_RULES]),
        dates=tuple(
            written_time(text, line.line).local
            for line in part.all("RDATE")
            for text in line.value.split(",")[:MOST_RULES]
        ),
    )


def _with_last_for_fifth(rule: RecurrenceRule) -> RecurrenceRule:
    return replace(rule, weekdays=tuple((day, _LAST if nth == _FIFTH else nth) for day, nth in rule.weekdays))


def _until(rule: RecurrenceRule, offset: timedelta) -> datetime | None:
    if rule.until is None:
        return None
    written = written_time(rule.until, rule.line)
    return written.local if written.offset else shifted(written.local, -offset)
