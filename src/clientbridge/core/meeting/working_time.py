"""When a party works: the civil days of its schedule, laid on the clock of the place it is in that day.

Every day D of a party has one meaning (its status, hours and reasons) and one zone, the traveller's from
the local date on. The hours of D are an interval on that zone's clock; inside a piece of constant offset
this is the same interval in UTC, shifted. All spans are half-open UTC minutes since the epoch.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import Day, DayStatus, Reason
from clientbridge.core.days.day_status import hours_on
from clientbridge.core.days.location import zone_on
from clientbridge.core.days.party_calendar import PartyCalendar, what_decides
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.days.special_dates import special_dates
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import MINUTES_PER_DAY, USUAL_LUNCH, ClockRange, DayHours
from clientbridge.core.time.intervals import Span, Spans, clip, local_date, local_midnight, union
from clientbridge.core.time.offsets import OffsetPiece, offset_pieces
from clientbridge.core.workspace.profiles import DateRange, Schedule

_DAYS_BEFORE = 2
"""Padding in days: in the west it is the day before, whose overnight hours began one earlier."""
_DAYS_AFTER = 2
_NEAR_A_CHANGE = 26 * 60
"""Further from a change of offset than any change is large, a local time exists once."""
_PADDING_MINUTES = (_DAYS_BEFORE + 2) * MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class DayMeaning:
    """What a day means for a party; identical days share one value."""

    status: DayStatus
    hours: DayHours
    reasons: tuple[Reason, ...] = ()
    named_by: tuple[Reason, ...] = ()
    """Those of the reasons that name the day (`Day.named_by`)."""
    lunch: ClockRange = USUAL_LUNCH


@dataclass(frozen=True, slots=True)
class ClockPiece:
    """``[start, end)`` in UTC minutes during which a party is in one zone at one offset."""

    start: int
    end: int
    offset: int
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDays:
    """The consecutive civil days of one schedule, some days wider than the range that is searched."""

    first: date
    meanings: tuple[DayMeaning, ...]
    zones: tuple[ZoneInfo, ...]
    """The zone of each of those days."""
    clock: tuple[ClockPiece, ...]

    def piece_at(self, minute: int) -> ClockPiece:
        """The clock piece that contains a UTC minute."""
        return next((piece for piece in self.clock if minute < piece.end), self.clock[-1])

    def date_at(self, minute: int) -> date:
        """The party's civil date at a UTC minute."""
        return local_date(minute + self.piece_at(minute).offset)

    def meaning_on(self, day: date) -> DayMeaning:
        """The meaning of a day within the padded range."""
        return self.meanings[(day - self.first).days]


class Almanac:
    """The days and clocks of all parties over one range; identical schedules and zones are computed once."""

    def __init__(self, calendars: Mapping[Place, PlaceCalendar], within: Span) -> None:
        self.within = within
        self._calendars = calendars
        self._padded = (within[0] - _PADDING_MINUTES, within[1] + _PADDING_MINUTES)
        self._pieces: dict[str, tuple[OffsetPiece, ...]] = {}
        self._days: dict[Schedule, PartyDays] = {}
        self._judged: dict[Hashable, PartyCalendar] = {}
        self._meanings: dict[Hashable, tuple[DayMeaning, ...]] = {}
        first = local_date(within[0]) - timedelta(days=_DAYS_BEFORE)
        last = local_date(within[1]) + timedelta(days=_DAYS_AFTER)
        self._dates = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]

    def pieces(self, zone: ZoneInfo) -> tuple[OffsetPiece, ...]:
        """The zone's pieces over the range, padded."""
        offsets = self._pieces.get(zone.key)
        if offsets is None:
            offsets = self._pieces[zone.key] = offset_pieces(zone, self._padded)
        return offsets

    def days(self, schedule: Schedule) -> PartyDays:
        """The civil days of a schedule that touch the range."""
        civil_days = self._days.get(schedule)
        if civil_days is None:
            civil_days = self._days[schedule] = self._days_of(schedule)
        return civil_days

    def _days_of(self, schedule: Schedule) -> PartyDays:
        zones = _zones(schedule, self._dates)
        return PartyDays(
            first=self._dates[0],
            meanings=self._meanings_of(schedule),
            zones=zones,
            clock=self._clock(self._dates[0], zones),
        )

    def _meanings_of(self, schedule: Schedule) -> tuple[DayMeaning, ...]:
        """What the days are does not depend on the zone, so that a team in many cities is judged once."""
        deciding = what_decides(schedule)
        key = (deciding, schedule.hours)
        meanings = self._meanings.get(key)
        if meanings is None:
            days = self._judged.get(deciding)
            if days is None:
                days = self._judged[deciding] = PartyCalendar(schedule=schedule, calendars=self._calendars)
            meanings = self._meanings[key] = _meanings(days, schedule, self._dates)
        return meanings

    def civil_days(self, days: PartyDays) -> tuple[tuple[date, Span], ...]:
        """Each date with its UTC minutes; a traveller's day begins where the party is on it."""
        dates = [days.first + timedelta(days=ahead) for ahead in range(len(days.zones) + 1)]
        zones = (*days.zones, days.zones[-1])
        begins = [
            self._first_minute(local_midnight(day), zone) for day, zone in zip(dates, zones, strict=True)
        ]
        spans = ((begins[at], max(begins[at], begins[at + 1])) for at in range(len(days.zones)))
        return tuple(zip(dates, spans, strict=False))

    def span_of(self, days: PartyDays, on: date) -> Span:
        """The UTC minutes of one date, which must touch the range."""
        return next(span for day, span in self.civil_days(days) if day == on)

    def _clock(self, first: date, zones: tuple[ZoneInfo, ...]) -> tuple[ClockPiece, ...]:
        """The zones of the days as one clock: each day begins when its own zone's clock first shows it."""
        starts = [at for at, zone in enumerate(zones) if at == 0 or zone is not zones[at - 1]]
        begins = [
            self._first_minute(local_midnight(first) + at * MINUTES_PER_DAY, zones[at]) for at in starts
        ]
        runs = pairwise([self._padded[0], *begins[1:], self._padded[1]])
        return tuple(
            ClockPiece(max(piece.start, start), min(piece.end, end), piece.offset, zones[at])
            for at, (start, end) in zip(starts, runs, strict=True)
            for piece in self.pieces(zones[at])
            if piece.start < end and start < piece.end
        )

    def _first_minute(self, local: int, zone: ZoneInfo) -> int:
        return next(
            max(piece.start, local - piece.offset)
            for piece in self.pieces(zone)
            if local - piece.offset < piece.end
        )

    def lay(self, days: PartyDays, hours_of: Callable[[DayMeaning], DayHours]) -> Spans:
        """The chosen hours of every day as UTC spans, within the range."""
        return clip(self.lay_around(days, hours_of), self.within)

    def lay_around(self, days: PartyDays, hours_of: Callable[[DayMeaning], DayHours]) -> Spans:
        """As `lay`, with the days next to the range: one on each side at least, wherever the party is."""
        alike = {id(meaning): meaning for meaning in days.meanings}
        chosen = {key: hours_of(meaning) for key, meaning in alike.items()}
        return self._laid(days, [chosen[id(meaning)] for meaning in days.meanings])

    def lay_by_date(self, days: PartyDays, hours: Sequence[DayHours]) -> Spans:
        """As `lay`, for hours given day by day."""
        return clip(self._laid(days, hours), self.within)

    def _laid(self, days: PartyDays, hours: Sequence[DayHours]) -> Spans:
        laid: list[Span] = []
        midnight = local_midnight(days.first)
        at = 0
        while at < len(hours):
            zone, run = days.zones[at], at
            while run < len(hours) and days.zones[run] is zone:
                run += 1
            laid.extend(_laid_in(self.pieces(zone), midnight + at * MINUTES_PER_DAY, hours[at:run]))
            at = run
        return union(laid)


def _laid_in(zone_pieces: Sequence[OffsetPiece], midnight: int, hours: Sequence[DayHours]) -> Iterator[Span]:
    """The hours of consecutive days on one zone's clock; nearly all days lie whole in one piece."""
    piece = zone_pieces[0]
    for day_hours in hours:
        for part in day_hours:
            start, end = midnight + part.start - piece.offset, midnight + part.end - piece.offset
            if piece.start + _NEAR_A_CHANGE <= start and end <= piece.end - _NEAR_A_CHANGE:
                yield start, end
                continue
            for other in zone_pieces:
                start, end = midnight + part.start - other.offset, midnight + part.end - other.offset
                if start < other.end and other.start < end:
                    piece = other
                    yield max(start, other.start), min(end, other.end)
        midnight += MINUTES_PER_DAY


def _zones(schedule: Schedule, dates: list[date]) -> tuple[ZoneInfo, ...]:
    if not schedule.travel:
        return (schedule.zone,) * len(dates)
    return tuple(zone_on(schedule, day) for day in dates)


def _meanings(days: PartyCalendar, schedule: Schedule, dates: list[date]) -> tuple[DayMeaning, ...]:
    """The meaning of each date; dates that differ in nothing but the week share one value."""
    special = special_dates(schedule, days.calendars, DateRange(dates[0], dates[-1]))
    ordinary: dict[int, DayMeaning] = {}
    meanings: list[DayMeaning] = []
    for day in dates:
        if special is None or day in special:
            meanings.append(_meaning(days.day(day), schedule))
            continue
        weekday = day.weekday()
        if weekday not in ordinary:
            ordinary[weekday] = _meaning(days.day(day), schedule)
        meanings.append(ordinary[weekday])
    return tuple(meanings)


def _meaning(day: Day, schedule: Schedule) -> DayMeaning:
    return DayMeaning(day.status, hours_on(day, schedule), day.reasons, day.named_by, day.lunch)
