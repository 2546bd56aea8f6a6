"""The search for meeting times, side by side with the `portion` library and a loop over minutes.

    PYTHONPATH=src python benchmarks/meet.py

Medians of one run on this machine. Everyone gets the same parties, the same calendars and the same hours of
each day; all three must find the same windows. `portion` (pip install portion) lays the same hours as
intervals and intersects them; the loop asks each minute of each party's wall clock.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import portion

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.meeting.availability import attendances
from clientbridge.core.meeting.request import ME, MeetingRequest, Party
from clientbridge.core.meeting.search import SearchResult, best_starts, framed, possible_starts, search
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.result import Burden
from clientbridge.core.meeting.series.turns import turns, widest
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.time.intervals import Spans, at_minute, minute_of
from clientbridge.core.workspace.profiles import DateRange, Schedule

START = datetime(2026, 11, 23, tzinfo=UTC)
ZONES = (
    "Europe/Brussels", "Europe/London", "Europe/Athens", "Africa/Cairo", "Asia/Dubai", "Asia/Kolkata",
    "America/Sao_Paulo", "America/New_York", "Africa/Lagos", "Europe/Istanbul", "Africa/Nairobi",
    "Europe/Helsinki", "Atlantic/Azores", "America/Halifax", "Asia/Karachi",
)  # fmt: skip
HOURS = ("08:00-20:00", "09:00-12:30, 13:00-21:00", "07:30-19:30", "10:00-22:00")
PLACES = tuple(Place(f"X{letter}") for letter in "ABCDEFG")


def zone(name: str) -> ZoneInfo:
    """A zone from the tzdata package."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as tzif:
        return ZoneInfo.from_file(tzif, key=name)


def party(number: int, zones: dict[str, ZoneInfo]) -> Party:
    """The party of that number; zones, hours and places repeat, all three together after 420."""
    name = ZONES[number % len(ZONES)]
    hours = parse_hours(HOURS[number // len(ZONES) % len(HOURS)])
    return Party(
        id=ME if number == 0 else f"client{number}",
        name=f"Party {number}",
        schedule=Schedule(
            place=PLACES[number % len(PLACES)],
            zone=zones[name],
            hours=WorkingHours(every_working_day=hours),
        ),
    )


def calendar(place: Place) -> PlaceCalendar:
    """A calendar with a holiday a month, on other days than other places."""
    first = date(2026, 1, 1) + timedelta(days=ord(place.country[1]) % 28)
    holiday = DayFact(
        status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="National Day")
    )
    return PlaceCalendar(
        place=place,
        days=DateRange(date(2025, 1, 1), date(2029, 12, 31)),
        facts={first + timedelta(days=31 * month): (holiday,) for month in range(40)},
    )


CALENDARS = {place: calendar(place) for place in PLACES}


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
    """Our search alone, from calendars to windows."""
    almanac = Almanac(CALENDARS, request.within)
    everyone = attendances(request, almanac)
    starts = possible_starts(request, everyone, framed(request, almanac, everyone[0].days))
    return tuple((start, end - 1 + request.duration) for start, end in starts)


def ranked(request: MeetingRequest) -> SearchResult:
    """Our search with its ranked slots."""
    found = search(request, Almanac(CALENDARS, request.within))
    best_starts(found)
    return found


def local_hours(request: MeetingRequest) -> list[tuple[ZoneInfo, list[tuple[date, int, int]]]]:
    """Everyone's zone and hours, day by day: where all three start from."""
    almanac = Almanac(CALENDARS, request.within)
    everyone = []
    for one in request.parties:
        days = almanac.days(one.schedule)
        dated = [
            (days.first + timedelta(days=at), part.start, part.end)
            for at, meaning in enumerate(days.meanings)
            for part in meaning.hours
        ]
        everyone.append((one.schedule.zone, dated))
    return everyone


def with_portion(
    request: MeetingRequest, everyone: list[tuple[ZoneInfo, list[tuple[date, int, int]]]]
) -> Spans:
    """The same windows with `portion`, each end of each day turned to UTC by the zone."""
    common = portion.closedopen(*request.within)
    for where, dated in everyone:
        parts = []
        for day, start, end in dated:
            midnight = datetime(day.year, day.month, day.day, tzinfo=where)
            utc_start = minute_of((midnight + timedelta(minutes=start)).astimezone(UTC))
            utc_end = minute_of((midnight + timedelta(minutes=end)).astimezone(UTC))
            parts.append(portion.closedopen(utc_start, utc_end))
        common &= portion.Interval(*parts)
    return tuple(
        (part.lower, part.upper)
        for part in common
        if not part.empty and part.upper - part.lower >= request.duration
    )


def by_minute(request: MeetingRequest, everyone: list[tuple[ZoneInfo, list[tuple[date, int, int]]]]) -> Spans:
    """The same windows by asking each party's wall clock at every minute."""
    start, end = request.within
    free = [True] * (end - start)
    for where, dated in everyone:
        hours: dict[date, list[tuple[int, int]]] = {}
        for day, first, last in dated:
            hours.setdefault(day, []).append((first, last))
        for at in range(end - start):
            if free[at]:
                local = at_minute(start + at).astimezone(where)
                minute = local.hour * 60 + local.minute
                free[at] = any(first <= minute < last for first, last in hours.get(local.date(), ()))
    return tuple(_runs(free, start, request.duration))


def _runs(free: list[bool], start: int, duration: int) -> list[tuple[int, int]]:
    found = []
    since: int | None = None
    for at, is_free in enumerate([*free, False]):
        if is_free and since is None:
            since = at
        elif not is_free and since is not None:
            if at - since >= duration:
                found.append((start + since, start + at))
            since = None
    return found


def median_ms(work: Callable[[], object], runs: int) -> float:
    """The median of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def side_by_side() -> None:
    """Ours, `portion` and the loop on the same searches."""
    print("| parties | range | windows | search | search and rank | portion | minute loop |")
    print("|---|---|---|---|---|---|---|")
    for parties, days, slow_runs in ((4, 14, 5), (50, 365, 1)):
        request = scene(parties, days)
        everyone = local_hours(request)
        ours = windows(request)
        assert ours == with_portion(request, everyone) == by_minute(request, everyone)
        times = [
            median_ms(partial(windows, request), 9),
            median_ms(partial(ranked, request), 5),
            median_ms(partial(with_portion, request, everyone), 5),
            median_ms(partial(by_minute, request, everyone), slow_runs),
        ]
        print(f"| {parties} | {days} d | {len(ours)} |" + "".join(f" {ms:.1f} ms |" for ms in times))


def growth() -> None:
    """How the search grows with parties and days, and best attendance of 500."""
    print("\n| search, ms | 14 d | 90 d | 365 d |\n|---|---|---|---|")
    for parties in (4, 50, 500):
        cells = [median_ms(partial(windows, scene(parties, days)), 3) for days in (14, 90, 365)]
        print(f"| {parties} parties |" + "".join(f" {ms:.1f} |" for ms in cells))
    attendance = median_ms(partial(windows, scene(500, 365, quorum=80)), 3)
    print(f"\nbest attendance (80 %), 500 parties, 365 d: {attendance:.0f} ms")


def fair_series() -> None:
    """Turns for a year of weeks, and what the worst-off carries against the best fixed time."""
    print("\n| fair series | time | worst-off, turns | worst-off, fixed time |\n|---|---|---|---|")
    for parties, weeks in ((4, 12), (4, 52), (50, 12), (50, 52)):
        request = scene(parties, 7 * weeks + 2)
        weekly = Recurrence(every=TimeSpan(days=7), word="1w", times=weeks, anchor=request.me.schedule.zone)
        almanac = Almanac(CALENDARS, request.within)

        def planned(
            request: MeetingRequest = request, almanac: Almanac = almanac, recurrence: Recurrence = weekly
        ) -> tuple[Burden, ...]:
            return turns(widest(search(request, almanac)), recurrence, {}).rotation or ()

        burdens = planned()
        ms = median_ms(planned, 3)
        worst = max(burden.minutes for burden in burdens)
        fixed = max(burden.fixed_minutes for burden in burdens)
        print(f"| {parties} parties, {weeks} weeks | {ms:.0f} ms | {worst} min | {fixed} min |")


def whole_commands() -> None:
    """`cb meet` in a process of its own, against a bare interpreter start."""
    print("\n| whole command | time | bare starts |\n|---|---|---|")
    bare = median_ms(partial(_run, [sys.executable, "-c", "pass"]), 11)
    print(f"| python -c pass | {bare:.0f} ms | 1 |")
    with TemporaryDirectory() as folder:
        home = Path(folder)
        _write_workspace(home, 49)
        for clients, ahead in ((3, "2w"), (49, "2w"), (49, "1y")):
            names = [f"client{number}" for number in range(1, clients + 1)]
            command = [
                sys.executable,
                "-m",
                "clientbridge",
                "--home",
                folder,
                "meet",
                *names,
                "--next",
                ahead,
            ]
            _run(command)
            ms = median_ms(partial(_run, command), 11)
            print(f"| meet, {clients + 1} parties, {ahead} | {ms:.0f} ms | {ms / bare:.1f} |")


def _run(command: list[str]) -> None:
    environment = {**os.environ, "CB_NOW": "2026-11-23T07:05Z"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def _write_workspace(home: Path, clients: int) -> None:
    (home / "clients").mkdir()
    profile = "name: {name}\ncountry: {country}\ntimezone: {zone}\nhours: {hours}\n"
    places = (
        ("BE", "Europe/Brussels"),
        ("NO", "Europe/Oslo"),
        ("ZA", "Africa/Johannesburg"),
        ("TR", "Europe/Istanbul"),
    )
    for number in range(clients + 1):
        country, where = places[number % len(places)]
        file = home / "me.yaml" if number == 0 else home / "clients" / f"client{number}.yaml"
        hours = HOURS[number % len(HOURS)]
        file.write_text(
            profile.format(name=f"P{number}", country=country, zone=where, hours=hours), encoding="utf-8"
        )


def main() -> int:
    """Print the tables."""
    side_by_side()
    growth()
    fair_series()
    whole_commands()
    return 0


if __name__ == "__main__":
    sys.exit(main())
