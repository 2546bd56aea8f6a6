"""What `cb meet` must answer, minute by minute and from docs alone: each minute asks the clock on the wall.

Written without any function of the program, so that both can only agree by being right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
Hours = tuple[tuple[int, int], ...]
"""Minutes after local midnight, ``[start, end)``; an end beyond 1440 is on the next day."""
Key = tuple[int, int, int, datetime]
"""What orders slots: clients outside, your cost, what is soft for clients, time."""
Reading = tuple[date, int]
"""A local day and a minute of it; before 0 and from 1440 on it is told from the neighbouring day."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Trip:
    """Days in another zone, both included; ``weekend`` is that place's, if a country was named."""

    first: date
    last: date
    zone: ZoneInfo
    weekend: frozenset[int] | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Diary:
    """Whoever takes part, as the files describe them."""

    id: str
    zone: ZoneInfo
    plain: Hours | None
    mapped: tuple[Hours, ...] | None
    weekend: frozenset[int]
    off: frozenset[date] = frozenset()
    seasons: tuple[tuple[date, date, Hours], ...] = ()
    trips: tuple[Trip, ...] = ()
    busy: tuple[tuple[datetime, datetime], ...] = ()
    accepts: Hours = ()
    asked: int = 0
    """Minutes asked of a client before and after each part of the hours."""

    def trip_on(self, day: date) -> Trip | None:
        return next((trip for trip in self.trips if trip.first <= day <= trip.last), None)

    def zone_on(self, day: date) -> ZoneInfo:
        trip = self.trip_on(day)
        return self.zone if trip is None else trip.zone

    def hours(self, day: date) -> Hours:
        if day in self.off:
            return ()
        trip = self.trip_on(day)
        weekend = self.weekend if trip is None or trip.weekend is None else trip.weekend
        usual = self.mapped[day.weekday()] if self.mapped else () if day.weekday() in weekend else self.plain
        if not usual:
            return ()
        return next((hours for first, last, hours in self.seasons if first <= day <= last), usual)

    def clocks(self, instant: datetime) -> Iterator[datetime]:
        """The party's clock, twice or never for some minutes around a journey."""
        for zone in {self.zone, *(trip.zone for trip in self.trips)}:
            local = instant.astimezone(zone)
            if self.zone_on(local.date()) is zone:
                yield local

    def readings(self, instant: datetime) -> list[Reading]:
        """The minute as today's, and as yesterday's and tomorrow's on the same clock."""
        found: list[Reading] = []
        for zone in {self.zone, *(trip.zone for trip in self.trips)}:
            local = instant.astimezone(zone)
            minute = local.hour * 60 + local.minute
            for shift in (-1, 0, 1):
                day = local.date() + shift * DAY
                if self.zone_on(day) is zone:
                    found.append((day, minute - shift * 1440))
        return found

    def in_hours(self, instant: datetime) -> bool:
        return any(
            start <= minute < end for day, minute in self.readings(instant) for start, end in self.hours(day)
        )

    def in_extra(self, instant: datetime) -> bool:
        """Whether it is in the stretch: yours on worked days, or what was asked of a client."""
        for day, minute in self.readings(instant):
            if not (hours := self.hours(day)):
                continue
            more = self.accepts + tuple((a - self.asked, b + self.asked) for a, b in hours if self.asked)
            if any(start <= minute < end for start, end in more):
                return True
        return False

    def is_busy(self, instant: datetime, buffer: timedelta) -> bool:
        return any(start - buffer <= instant < end + buffer for start, end in self.busy)


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """A search, in instants and minutes."""

    you: Diary
    clients: tuple[Diary, ...]
    optional: tuple[Diary, ...] = ()
    first: datetime
    end: datetime
    duration: int
    step: int = 15
    buffer: int = 0
    on: frozenset[int] | None = None
    between: tuple[int, int] | None = None

    def asks(self, instant: datetime) -> bool:
        """Whether your clock is in the days and hours asked for."""
        if self.on is None and self.between is None:
            return True
        for day, minute in self.you.readings(instant):
            start, end = self.between or (0, 1440)
            if start <= minute < end and (self.on is None or day.weekday() in self.on):
                return True
        return False

    def free(self, instant: datetime) -> bool:
        buffer = self.buffer * MINUTE
        return self.asks(instant) and all(
            (diary.in_hours(instant) or diary.in_extra(instant)) and not diary.is_busy(instant, buffer)
            for diary in (self.you, *self.clients)
        )

    def spans(self) -> list[tuple[datetime, datetime]]:
        """Every maximal span of common time, however short."""
        found: list[tuple[datetime, datetime]] = []
        at = self.first
        while at < self.end:
            if self.free(at):
                if found and found[-1][1] == at:
                    found[-1] = (found[-1][0], at + MINUTE)
                else:
                    found.append((at, at + MINUTE))
            at += MINUTE
        return found

    def windows(self, spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
        return [(start, end) for start, end in spans if end - start >= self.duration * MINUTE]

    def starts(self, windows: list[tuple[datetime, datetime]]) -> list[datetime]:
        """Every start in the windows at which your clock shows a whole step."""
        found = []
        for start, end in windows:
            at = start
            while at + self.duration * MINUTE <= end:
                if any(clock.minute % self.step == 0 for clock in self.you.clocks(at)):
                    found.append(at)
                at += MINUTE
        return found


@dataclass(frozen=True, kw_only=True)
class Price:
    """Minutes of docs/meeting-cost.md for one party, customs of the place left out."""

    outside: int = 0
    night: int = 0
    busy: int = 0
    lunch: int = 0
    edges: int = 0

    @property
    def hard(self) -> int:
        return self.outside + self.night + self.busy

    @property
    def total(self) -> int:
        return self.hard + self.lunch + self.edges


@lru_cache(maxsize=100_000)
def minute_price(diary: Diary, instant: datetime) -> tuple[int, int, int, int, int]:
    outside = not diary.in_hours(instant)
    night = outside and any(not 7 <= clock.hour < 22 for clock in diary.clocks(instant))
    return (
        outside,
        2 * night,
        not outside and diary.is_busy(instant, timedelta()),
        any(is_lunch(diary, reading) for reading in diary.readings(instant)),
        edges(diary, instant),
    )


def price(diary: Diary, start: datetime, duration: int) -> Price:
    minutes = [minute_price(diary, start + n * MINUTE) for n in range(duration)]
    outside, night, busy, lunch, edge = (sum(column) for column in zip(*minutes, strict=True))
    return Price(outside=outside, night=night, busy=busy, lunch=lunch, edges=edge)


def is_lunch(diary: Diary, reading: Reading) -> bool:
    day, minute = reading
    return 720 <= minute < 780 and any(start <= 720 and end >= 780 for start, end in diary.hours(day))


def edges(diary: Diary, instant: datetime) -> int:
    """In how many of the two edges of a week the minute is; overnight hours have no last minutes here."""
    after = before = False
    for day, minute in diary.readings(instant):
        hours = diary.hours(day)
        if not any(start <= minute < end for start, end in hours):
            continue
        after |= not diary.hours(day - DAY) and minute < min(start for start, _ in hours) + 60
        last = max(hours, key=lambda part: part[1])
        before |= (
            last[1] <= 1440 and not diary.hours(day + DAY) and max(last[0], last[1] - 120) <= minute < last[1]
        )
    return after + before


def key(question: Question, start: datetime) -> Key:
    """The order of slots: clients' hard minutes, your cost, what is soft for clients, time."""
    theirs = [price(diary, start, question.duration) for diary in (*question.clients, *question.optional)]
    return (
        sum(each.hard for each in theirs),
        price(question.you, start, question.duration).total,
        sum(each.lunch + each.edges for each in theirs),
        start,
    )


def your_day(question: Question, start: datetime) -> date:
    return next(iter(question.you.clocks(start)), start).date()


@cache
def midnight(zone: ZoneInfo, day: date) -> datetime:
    """The first minute of a local day."""
    at = datetime.combine(day, datetime.min.time(), UTC) - 16 * timedelta(hours=1)
    while at.astimezone(zone).date() < day:
        at += MINUTE
    return at
