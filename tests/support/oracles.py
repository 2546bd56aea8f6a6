"""Answers found the slow way, to check the fast one: minute by minute, asking the wall clock each time.

Written from the rules of docs alone and on purpose without any function of `clientbridge.core`: times are
aware datetimes, days are looked up one by one, and nothing is worked out in spans.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
Hours = tuple[tuple[int, int], ...]
"""Minutes after local midnight; an end beyond 1440 is on the next day."""


@dataclass(frozen=True, kw_only=True)
class SlowParty:
    """One party in the plainest terms."""

    zone: ZoneInfo
    week: tuple[Hours, ...]
    """Monday first."""
    off: frozenset[date] = frozenset()
    likely_off: frozenset[date] = frozenset()
    seasons: tuple[tuple[date, date, Hours], ...] = ()
    travel: tuple[tuple[date, date, ZoneInfo], ...] = ()
    busy: tuple[tuple[datetime, datetime], ...] = ()
    accepts: Hours = ()
    """More hours on worked days: your stretch."""
    required: bool = True

    def hours(self, day: date) -> Hours:
        usual = self.week[day.weekday()]
        if day in self.off or not usual:
            return ()
        return next((hours for first, last, hours in self.seasons if first <= day <= last), usual)

    def zone_on(self, day: date) -> ZoneInfo:
        return next((zone for first, last, zone in self.travel if first <= day <= last), self.zone)

    def readings(self, instant: datetime) -> list[tuple[date, int]]:
        """Every day that a clock of the party could count this instant to, with the minute on that clock."""
        found = []
        for zone in dict.fromkeys([self.zone, *(zone for _, _, zone in self.travel)]):
            local = instant.astimezone(zone)
            minute = local.hour * 60 + local.minute
            for back in (0, 1):
                day = local.date() - back * DAY
                if self.zone_on(day) is zone:
                    found.append((day, minute + back * 1440))
        return found

    def is_busy(self, instant: datetime, buffer: timedelta = timedelta()) -> bool:
        return any(start - buffer <= instant < end + buffer for start, end in self.busy)

    def in_hours(self, instant: datetime) -> bool:
        return any(
            start <= minute < end for day, minute in self.readings(instant) for start, end in self.hours(day)
        )

    def accepted(self, instant: datetime) -> bool:
        return any(
            start <= minute < end
            for day, minute in self.readings(instant)
            if self.hours(day)
            for start, end in self.accepts
        )

    def here(self, instant: datetime) -> tuple[date, int]:
        """The party's date and minute of the day: the latest day that has begun where the party is on it."""
        day = instant.date() + 2 * DAY
        while True:
            local = instant.astimezone(self.zone_on(day))
            if local.date() >= day:
                return local.date(), local.hour * 60 + local.minute
            day -= DAY


@dataclass(frozen=True, kw_only=True)
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
    _free: dict[tuple[int, datetime], bool] = field(default_factory=dict)

    def free(self, which: int, instant: datetime) -> bool:
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
        if not self.weekdays and not self.between:
            return True
        hours = self.between or ((0, 1440),)
        return any(
            start <= minute < end and (not self.weekdays or day.weekday() in self.weekdays)
            for day, minute in self.parties[0].readings(instant)
            for start, end in hours
        )

    def starts(self) -> list[datetime]:
        """Every minute at which the meeting can start."""
        minutes = int((self.end - self.start) / MINUTE)
        run = [0] * len(self.parties)
        found = []
        required = [which for which, party in enumerate(self.parties) if party.required]
        for at in range(minutes - 1, -1, -1):
            instant = self.start + at * MINUTE
            run = [run[which] + 1 if self.free(which, instant) else 0 for which in range(len(run))]
            there = [which for which in required if run[which] >= self.duration]
            if 0 in there and len(there) * 100 >= self.quorum * len(required):
                found.append(instant)
        return found[::-1]

    def windows(self) -> list[tuple[datetime, datetime]]:
        """The starts that follow one another, each run with the meeting of its last start."""
        found: list[tuple[datetime, datetime]] = []
        for start in self.starts():
            end = start + self.duration * MINUTE
            if found and found[-1][1] + MINUTE == end:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def grid(self) -> list[datetime]:
        """The starts at which the organiser's clock shows a multiple of the step."""
        return [start for start in self.starts() if self.parties[0].here(start)[1] % self.step == 0]

    def cost(self, start: datetime) -> tuple[int, int]:
        """The organiser's cost and the soft cost, minute by minute, by docs/meeting-cost.md."""
        mine = soft = 0
        for at in range(self.duration):
            instant = start + at * MINUTE
            mine += outside_cost(self.parties[0], instant) + comfort_cost(self.parties[0], instant)
            soft += sum(comfort_cost(party, instant) for party in self.parties[1:])
            soft += sum(soft_day_cost(party, instant) for party in self.parties)
        return mine, soft


def outside_cost(party: SlowParty, instant: datetime) -> int:
    if party.in_hours(instant):
        return 1 if party.is_busy(instant) else 0
    at_night = any(not 420 <= minute < 1320 for day, minute in party.readings(instant) if minute < 1440)
    return 3 if at_night else 1


def comfort_cost(party: SlowParty, instant: datetime) -> int:
    lunch = first = last = 0
    for day, minute in party.readings(instant):
        hours = party.hours(day)
        if not hours:
            continue
        if 720 <= minute < 780 and any(start <= 720 and end >= 780 for start, end in hours):
            lunch = 1
        start, end = hours[0]
        if not party.hours(day - DAY) and start <= minute < min(end, start + 60):
            first = 1
        start, end = hours[-1]
        if not party.hours(day + DAY) and max(start, end - 120) <= minute < end <= 1440:
            last = 1
    return lunch + first + last


def soft_day_cost(party: SlowParty, instant: datetime) -> int:
    on_date = [day for day, minute in party.readings(instant) if minute < 1440]
    return 2 if any(day in party.likely_off and party.hours(day) for day in on_date) else 0
