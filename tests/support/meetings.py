"""Meetings in one week of November 2026, on the clock of UTC, small enough to reckon with by hand."""

from collections.abc import Sequence
from datetime import datetime

from minute_oracle import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.cost.customs import MeetingCustom, WeekEdge
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import Spans, at_minute, minute_of

WORKDAYS = range(5)
EVERY_DAY = range(7)
_MONDAY = minute_of(utc("2026-11-23T00:00Z"))
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def at(text: str) -> int:
    """The UTC minute of ``tue 09:00`` in the week from Monday 23 November; ``tue2`` is a week later."""
    day, clock = text.split()
    hour, minute = clock.split(":")
    weeks = int(day[3:] or 1) - 1
    return _MONDAY + ((weeks * 7 + _DAYS.index(day[:3])) * 24 + int(hour)) * 60 + int(minute)


def when(minute: int) -> str:
    """What `at` reads, for a minute of the two weeks."""
    days, clock = divmod(minute - _MONDAY, 24 * 60)
    week = "" if days < 7 else str(days // 7 + 1)
    return f"{_DAYS[days % 7]}{week} {clock // 60:02d}:{clock % 60:02d}"


def spans(found: Spans) -> list[str]:
    """Spans as ``tue 09:00-tue 17:00``."""
    return [f"{when(start)}-{when(end)}" for start, end in found]


def someone(hours: str = "09:00-17:00", days: Sequence[int] = WORKDAYS, where: str = "UTC") -> SlowParty:
    """A party with the same hours on each of its weekdays, Monday being 0."""
    parts = tuple((part.start, part.end) for part in parse_hours(hours))
    return SlowParty(zone=zone(where), week=weekdays_of(days, parts))


def taken(*appointments: str) -> tuple[tuple[datetime, datetime], ...]:
    """Busy times out of ``tue 09:00-tue 10:00``."""
    ends = (text.split("-") for text in appointments)
    return tuple((at_minute(at(start)), at_minute(at(end))) for start, end in ends)


def custom(
    hours: str = "14:00-15:00",
    *,
    weekdays: frozenset[int] = frozenset(),
    edge: WeekEdge | None = None,
    rate: int = 1,
) -> MeetingCustom:
    """A custom of a place, by default on every worked day."""
    return MeetingCustom(
        id="tea",
        say="Tea",
        hours=parse_hours(hours),
        weekdays=weekdays,
        edge=edge,
        rate=rate,
        source="https://example.org",
    )


def meeting(
    *parties: SlowParty, first: str = "mon 00:00", last: str = "mon2 00:00", duration: int = 60
) -> Scene:
    """A search over the week, you first; starts are a quarter of an hour apart."""
    return scene_of(
        SlowSearch(parties=parties, start=at_minute(at(first)), end=at_minute(at(last)), duration=duration)
    )


def searched(scene: Scene, request: MeetingRequest | None = None) -> SearchResult:
    """The result of a scene's request, or of a changed one."""
    asked = scene.request if request is None else request
    return search(asked, Almanac(scene.calendars, asked.within))
