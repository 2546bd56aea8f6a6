"""The search for meeting times, side by side with the `portion` library and a loop over minutes.

    PYTHONPATH=src python benchmarks/meet.py

Medians of one run on this machine. All three get the same parties and the same calendars, and must give the
same windows. `best attendance` asks for 80 % of the parties; `fair series` plans one meeting a week for a
year.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib.resources import files
from zoneinfo import ZoneInfo

from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.status import DayStatus, Reason, ReasonKind
from clientbridge.core.hours import WorkingHours, parse_hours
from clientbridge.core.meeting.attendance import attendances
from clientbridge.core.meeting.request import ME, MeetingRequest, Party
from clientbridge.core.meeting.search import Found, best_starts, framed, possible_starts, search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.places import Place
from clientbridge.core.profiles import DateRange, Schedule
from clientbridge.core.spans import Spans, minute_of

START = datetime(2026, 11, 23, tzinfo=UTC)
ZONES = (
    "Europe/Brussels", "Europe/London", "Europe/Athens", "Africa/Cairo", "Asia/Dubai", "Asia/Kolkata",
    "America/Sao_Paulo", "America/New_York", "Africa/Lagos", "Europe/Istanbul", "Africa/Nairobi",
    "Europe/Helsinki", "Atlantic/Azores", "America/Halifax", "Asia/Karachi",
)  # fmt: skip
HOURS = ("08:00-20:00", "09:00-12:30, 13:00-21:00", "07:30-19:30", "10:00-22:00")


def zone(name: str) -> ZoneInfo:
    """A zone from the tzdata package."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as tzif:
        return ZoneInfo.from_file(tzif, key=name)


def party(number: int, zones: dict[str, ZoneInfo]) -> Party:
    """The party of that number: zones and hours repeat."""
    name = ZONES[number % len(ZONES)]
    hours = parse_hours(HOURS[number // len(ZONES) % len(HOURS)])
    return Party(
        id=ME if number == 0 else f"client{number}",
        name=f"Party {number}",
        schedule=Schedule(
            place=Place(f"X{chr(ord('A') + number % 7)}"),
            zone=zones[name],
            hours=WorkingHours(every_working_day=hours),
        ),
    )


def calendar(place: Place) -> PlaceCalendar:
    """A calendar with a holiday a month."""
    first = date(2026, 1, 1) + timedelta(days=ord(place.country[1]))
    holiday = DayFact(
        status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="National Day")
    )
    days = DateRange(date(2025, 1, 1), date(2029, 12, 31))
    return PlaceCalendar(
        place=place, days=days, facts={first + timedelta(days=31 * at): (holiday,) for at in range(60)}
    )


CALENDARS = {place: calendar(place) for place in (Place(f"X{chr(ord('A') + number)}") for number in range(7))}


def scene(parties: int, days: int, quorum: int = 100) -> MeetingRequest:
    """A search for so many parties over so many days."""
    zones = {name: zone(name) for name in ZONES}
    start = minute_of(START)
    return MeetingRequest(
        within=(start, start + days * 1440),
        now=start,
        parties=tuple(party(number, zones) for number in range(parties)),
        quorum=quorum,
        duration=30,
    )


def windows(request: MeetingRequest) -> Spans:
    """The search alone, from calendars to windows."""
    almanac = Almanac(CALENDARS, request.within)
    everyone = attendances(request, almanac)
    return possible_starts(request, everyone, framed(request, almanac, everyone[0].days))


def ranked(request: MeetingRequest) -> Found:
    """The search with its ranked slots."""
    found = search(request, Almanac(CALENDARS, request.within))
    best_starts(found)
    return found


def median_ms(work: Callable[[], object], runs: int) -> float:
    """The median of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> int:
    """Print the tables."""
    for parties, days, quorum in ((4, 14, 100), (50, 365, 100), (500, 365, 80)):
        request = scene(parties, days, quorum)
        print(
            parties, days, len(windows(request)), f"windows {median_ms(partial(windows, request), 5):.1f} ms"
        )
        almanac = Almanac(CALENDARS, request.within)
        print(
            "   search", f"{median_ms(lambda: search(request, Almanac(CALENDARS, request.within)), 3):.1f} ms"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
