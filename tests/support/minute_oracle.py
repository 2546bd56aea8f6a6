"""What a search for meetings must answer, worked out the slow way: each minute asks the clock on the wall.

Written from docs/time-rules.md and docs/meeting-cost.md alone and on purpose without any function of the
program: times are aware datetimes, days are looked up one by one, and nothing is worked out in spans.
Both can only agree by being right. Used for searches made in core and for whole calls of `cb meet`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
MINUTES_A_DAY = 1440
Hours = tuple[tuple[int, int], ...]
"""Minutes after local midnight, ``[start, end)``; an end beyond 1440 is on the next day."""
Week = tuple[Hours, ...]
"""The hours of seven days, Monday first."""
Span = tuple[datetime, datetime]
Key = tuple[int, int, int, int, datetime]
"""What orders slots: everyone's hard minutes where a client has any, your other cost, what is soft, optional
parties away, time."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Trip:
    """Days in another zone, both included; `week` where that place has another weekend."""

    first: date
    last: date
    zone: ZoneInfo
    week: Week | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class SlowParty:
    """Whoever takes part, in the plainest terms."""

    id: str = ""
    zone: ZoneInfo
    week: Week
    off: frozenset[date] = frozenset()
    likely_off: frozenset[date] = frozenset()
    seasons: tuple[tuple[date, date, Hours], ...] = ()
    trips: tuple[Trip, ...] = ()
    busy: tuple[Span, ...] = ()
    accepts: Hours = ()
    """More hours on worked days: a stretch."""
    widened: int = 0
    """Minutes that may be asked of a client before and after each part of its hours."""
    required: bool = True
    lunch: tuple[int, int] = (720, 780)
    """When offices where it works have lunch, in minutes of the day."""
    _worked: dict[datetime, bool] = field(default_factory=dict, init=False, repr=False)

    def trip_on(self, day: date) -> Trip | None:
        return next((trip for trip in self.trips if trip.first <= day <= trip.last), None)

    def zone_on(self, day: date) -> ZoneInfo:
        trip = self.trip_on(day)
        return self.zone if trip is None else trip.zone

    def hours(self, day: date) -> Hours:
        trip = self.trip_on(day)
        week = self.week if trip is None or trip.week is None else trip.week
        usual = week[day.weekday()]
        if day in self.off or not usual:
            return ()
        season = next((hours for first, last, hours in self.seasons if first <= day <= last), None)
        if season is None or len(minutes_of(usual)) == max(len(minutes_of(hours)) for hours in week):
            return season or usual
        return cut_short(usual, season)

    def clocks(self, instant: datetime) -> Iterator[datetime]:
        """The party's clock, twice or never for some minutes around a journey."""
        for zone in dict.fromkeys([self.zone, *(trip.zone for trip in self.trips)]):
            local = instant.astimezone(zone)
            if self.zone_on(local.date()) is zone:
                yield local

    def readings(self, instant: datetime) -> list[tuple[date, int]]:
        """Every day that a clock of the party could count this instant to, with the minute of that day.

        The minute is below 0 for the day that follows on this clock, and from 1440 on for the day before.
        """
        counted = []
        for zone in dict.fromkeys([self.zone, *(trip.zone for trip in self.trips)]):
            local = instant.astimezone(zone)
            minute = local.hour * 60 + local.minute
            for shift in (-1, 0, 1):
                day = local.date() + shift * DAY
                if self.zone_on(day) is zone:
                    counted.append((day, minute - shift * MINUTES_A_DAY))
        return counted

    def is_busy(self, instant: datetime, buffer: timedelta = timedelta()) -> bool:
        return any(start - buffer <= instant < end + buffer for start, end in self.busy)

    def in_hours(self, instant: datetime) -> bool:
        if instant not in self._worked:
            self._worked[instant] = any(
                start <= minute < end
                for day, minute in self.readings(instant)
                for start, end in self.hours(day)
            )
        return self._worked[instant]

    def hours_away(self, instant: datetime) -> int:
        """In which hour before or after the nearest minute of working time it is: 1 to 12, 0 inside."""
        if self.in_hours(instant):
            return 0
        return next(
            (
                -(-away // 60)
                for away in range(1, 661)
                if self.in_hours(instant - away * MINUTE) or self.in_hours(instant + away * MINUTE)
            ),
            12,
        )

    def accepted(self, instant: datetime) -> bool:
        """Whether it is in the stretch of worked days, or in what may be asked of a client."""
        for day, minute in self.readings(instant):
            hours = self.hours(day)
            around = tuple((start - self.widened, end + self.widened) for start, end in hours if self.widened)
            if hours and any(start <= minute < end for start, end in self.accepts + around):
                return True
        return False

    def here(self, instant: datetime) -> tuple[date, int]:
        """The party's date and minute of the day: the latest day that has begun where the party is on it."""
        day = instant.date() + 2 * DAY
        while True:
            local = instant.astimezone(self.zone_on(day))
            if local.date() >= day:
                return local.date(), local.hour * 60 + local.minute
            day -= DAY


def minutes_of(hours: Hours) -> set[int]:
    return {minute for start, end in hours for minute in range(start, end)}


def cut_short(usual: Hours, season: Hours) -> Hours:
    """A season's hours on a day that is shorter than others: cut to the day, or to its length beside it."""
    both = minutes_of(usual) & minutes_of(season)
    kept = sorted(both or sorted(minutes_of(season))[: len(minutes_of(usual))])
    starts = [minute for minute in kept if minute - 1 not in kept]
    ends = [minute + 1 for minute in kept if minute + 1 not in kept]
    return tuple(zip(starts, ends, strict=True))


@dataclass(frozen=True, kw_only=True)
class Price:
    """Minutes of docs/meeting-cost.md for one party, each times its rate; customs of the place left out."""

    outside: int = 0
    """Minutes outside working time, however far."""
    distance: int = 0
    night: int = 0
    busy: int = 0
    lunch: int = 0
    edges: int = 0
    soft_day: int = 0

    @property
    def hard(self) -> int:
        return self.distance + self.night + self.busy

    @property
    def comfort(self) -> int:
        return self.lunch + self.edges

    @property
    def total(self) -> int:
        return self.hard + self.comfort + self.soft_day


@dataclass(frozen=True, kw_only=True, eq=False)
class SlowSearch:
    """A search in the plainest terms; the first party is the organiser."""

    parties: tuple[SlowParty, ...]
    start: datetime
    end: datetime
    duration: int
    step: int = 15
    buffer: int = 0
    quorum: int = 100
    weekdays: frozenset[int] = frozenset()
    between: Hours = ()
    _free: dict[tuple[int, datetime], bool] = field(default_factory=dict, init=False)

    @property
    def you(self) -> SlowParty:
        return self.parties[0]

    def free(self, which: int, instant: datetime) -> bool:
        """Whether the party of that number can take part in this minute."""
        key = (which, instant)
        if key not in self._free:
            self._free[key] = self._ask(which, instant)
        return self._free[key]

    def _ask(self, which: int, instant: datetime) -> bool:
        party = self.parties[which]
        if not self.start <= instant < self.end or party.is_busy(instant, self.buffer * MINUTE):
            return False
        if which == 0 and not self._in_frame(instant):
            return False
        return party.in_hours(instant) or party.accepted(instant)

    def _in_frame(self, instant: datetime) -> bool:
        """Whether your clock is in the days and hours that the question names."""
        if not self.weekdays and not self.between:
            return True
        hours = self.between or ((0, MINUTES_A_DAY),)
        return any(
            start <= minute < end and (not self.weekdays or day.weekday() in self.weekdays)
            for day, minute in self.you.readings(instant)
            for start, end in hours
        )

    def minutes(self) -> Iterator[datetime]:
        at = self.start
        while at < self.end:
            yield at
            at += MINUTE

    def starts(self) -> list[datetime]:
        """Every minute at which the meeting can start, with the same quorum from its start to its end."""
        run = [0] * len(self.parties)
        possible = []
        required = [which for which, party in enumerate(self.parties) if party.required]
        for instant in reversed(list(self.minutes())):
            run = [run[which] + 1 if self.free(which, instant) else 0 for which in range(len(run))]
            there = [which for which in required if run[which] >= self.duration]
            if 0 in there and len(there) * 100 >= self.quorum * len(required):
                possible.append(instant)
        return possible[::-1]

    def windows(self) -> list[Span]:
        """The starts that follow one another, each run with the meeting of its last start."""
        return joined((start, start + self.duration * MINUTE) for start in self.starts())

    def common_spans(self) -> list[Span]:
        """Every maximal span, however short, in which all required parties are free."""
        required = [which for which, party in enumerate(self.parties) if party.required]
        return joined(
            (at, at + MINUTE) for at in self.minutes() if all(self.free(which, at) for which in required)
        )

    def grid(self) -> list[datetime]:
        """The starts at which the organiser's clock shows a multiple of the step."""
        return [start for start in self.starts() if self.you.here(start)[1] % self.step == 0]

    def key(self, start: datetime) -> Key:
        """The order of slots, by docs/meeting-cost.md."""
        mine, *theirs = (self.price(which, start) for which in range(len(self.parties)))
        soft = mine.soft_day + sum(each.comfort + each.soft_day for each in theirs)
        away = sum(not self.there(which, start) for which, one in enumerate(self.parties) if not one.required)
        hard = sum(each.hard for each in theirs)
        if hard > 0:
            return hard + mine.hard, mine.comfort, soft, away, start
        return 0, mine.hard + mine.comfort, soft, away, start

    def there(self, which: int, start: datetime) -> bool:
        """Whether the party can take part from the start to the end."""
        return all(self.free(which, start + at * MINUTE) for at in range(self.duration))

    def price(self, which: int, start: datetime) -> Price:
        """What a start costs the party of that number: nothing for an optional one that is away."""
        party = self.parties[which]
        if not party.required and not self.there(which, start):
            return Price()
        return price(party, start, self.duration, self.buffer)


def joined(spans: Iterator[Span]) -> list[Span]:
    """Spans of one length in order, those that start a minute apart or touch made one."""
    runs: list[Span] = []
    last: datetime | None = None
    for start, end in spans:
        if last is not None and start - last == MINUTE:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        last = start
    return runs


def price(party: SlowParty, start: datetime, duration: int, buffer: int) -> Price:
    """The sum of the prices of the meeting's minutes; lengths in minutes."""
    minutes = [minute_price(party, start + at * MINUTE, buffer) for at in range(duration)]
    outside, distance, night, busy, lunch, edges, soft_day = map(sum, zip(*minutes, strict=True))
    return Price(
        outside=outside,
        distance=distance,
        night=night,
        busy=busy,
        lunch=lunch,
        edges=edges,
        soft_day=soft_day,
    )


@lru_cache(maxsize=100_000)
def minute_price(party: SlowParty, instant: datetime, buffer: int) -> tuple[int, ...]:
    """The fields of `Price` for one minute."""
    outside = not party.in_hours(instant)
    night = outside and any(not 6 <= clock.hour < 23 for clock in party.clocks(instant))
    soft_day = any(
        clock.date() in party.likely_off and party.hours(clock.date()) for clock in party.clocks(instant)
    )
    return (
        outside,
        party.hours_away(instant) ** 2,
        144 * night,
        not outside and party.is_busy(instant, buffer * MINUTE),
        is_lunch(party, instant),
        edges(party, instant),
        2 * soft_day,
    )


def is_lunch(party: SlowParty, instant: datetime) -> bool:
    first, last = party.lunch
    return any(
        first <= minute < last and any(start <= first and end >= last for start, end in party.hours(day))
        for day, minute in party.readings(instant)
    )


def edges(party: SlowParty, instant: datetime) -> int:
    """In how many of the two edges of a week the minute is; overnight hours have no last minutes."""
    after = before = False
    for day, minute in party.readings(instant):
        hours = party.hours(day)
        if not hours:
            continue
        start, end = hours[0]
        after |= not party.hours(day - DAY) and start <= minute < min(end, start + 60)
        start, end = hours[-1]
        before |= not party.hours(day + DAY) and max(start, end - 120) <= minute < end <= MINUTES_A_DAY
    return after + before


@cache
def midnight(zone: ZoneInfo, day: date) -> datetime:
    """The first minute of a local day."""
    at = datetime.combine(day, datetime.min.time(), UTC) - 16 * timedelta(hours=1)
    while at.astimezone(zone).date() < day:
        at += MINUTE
    return at
