"""The same search in two forms: as the program takes it, and as the oracle does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from minute_oracle import Hours, SlowParty, SlowSearch

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, WorkWeek
from clientbridge.core.meeting.request import ME, MeetingRequest, Party
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import ClockRange, DayHours, WorkingHours
from clientbridge.core.time.intervals import at_minute, minute_of
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours, Travel

ALWAYS = DateRange(date(1990, 1, 1), date(2199, 12, 31))
SEVEN_DAYS = WorkWeek(statuses=(DayStatus.WORKING,) * 7)


def ranges(hours: Hours) -> DayHours:
    return tuple(ClockRange(start, end) for start, end in hours)


def place_of(number: int) -> Place:
    return Place(f"X{chr(ord('A') + number)}")


def calendar_of(place: Place, slow: SlowParty) -> PlaceCalendar:
    """Half of the days off as public holidays of the place, the other half goes to the profile."""
    facts: dict[date, tuple[DayFact, ...]] = {}
    for day in slow.off:
        if day.toordinal() % 2:
            reason = Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="National Day")
            facts[day] = (DayFact(status=DayStatus.CLOSED, reason=reason),)
    for day in slow.likely_off:
        reason = Reason(kind=ReasonKind.OPTIONAL, name="Carnival")
        facts[day] = (*facts.get(day, ()), DayFact(status=DayStatus.LIKELY_CLOSED, reason=reason))
    return PlaceCalendar(
        place=place, days=ALWAYS, facts=facts, work_weeks=(SEVEN_DAYS,), lunch=ClockRange(*slow.lunch)
    )


def schedule_of(place: Place, slow: SlowParty) -> Schedule:
    return Schedule(
        place=place,
        zone=slow.zone,
        hours=WorkingHours(by_weekday=tuple(ranges(hours) for hours in slow.week)),
        days_off=tuple(
            DaysOff(days=DateRange(day, day), name="Closed")
            for day in sorted(slow.off)
            if day.toordinal() % 2 == 0
        ),
        seasons=tuple(
            SeasonHours(days=DateRange(first, last), hours=ranges(hours))
            for first, last, hours in slow.seasons
        ),
        travel=tuple(Travel(days=DateRange(trip.first, trip.last), zone=trip.zone) for trip in slow.trips),
    )


@dataclass(frozen=True)
class Scene:
    """A search that the program can run."""

    request: MeetingRequest
    calendars: Mapping[Place, PlaceCalendar]

    @property
    def almanac(self) -> Almanac:
        return Almanac(self.calendars, self.request.within)


def scene_of(slow: SlowSearch) -> Scene:
    calendars: dict[Place, PlaceCalendar] = {}
    parties: list[Party] = []
    for number, party in enumerate(slow.parties):
        place = place_of(number)
        calendars[place] = calendar_of(place, party)
        parties.append(
            Party(
                id=ME if number == 0 else f"client{number}",
                name="Lea" if number == 0 else f"Client {number}",
                schedule=schedule_of(place, party),
                required=party.required,
                busy=tuple(sorted((minute_of(start), minute_of(end)) for start, end in party.busy)),
            )
        )
    request = MeetingRequest(
        within=(minute_of(slow.start), minute_of(slow.end)),
        now=minute_of(slow.start),
        parties=tuple(parties),
        duration=slow.duration,
        step=slow.step,
        buffer=slow.buffer,
        quorum=slow.quorum,
        stretch=ranges(slow.parties[0].accepts),
        weekdays=slow.weekdays,
        between=ranges(slow.between),
    )
    return Scene(request, calendars)


def instants(spans: Sequence[tuple[int, int]]) -> list[tuple[datetime, datetime]]:
    return [(at_minute(start), at_minute(end)) for start, end in spans]


def weekdays_of(days: Sequence[int], hours: Hours) -> tuple[Hours, ...]:
    return tuple(hours if weekday in days else () for weekday in range(7))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)
