"""The fixed time of the week: how often each is possible, what it costs, and its first instant."""

from dataclasses import replace
from datetime import timedelta

import pytest
from meetings import EVERY_DAY, meeting, searched, someone, taken
from minute_oracle import SlowParty, SlowSearch
from scenes import scene_of, utc
from zones import zone

from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.week_slot import WeekSlot, best_week_slots, first_start
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import at_minute


def weekly(times: int, anchor: str = "UTC") -> Recurrence:
    return Recurrence(every=TimeSpan(days=7), word="1w", times=times, anchor=zone(anchor))


def ranged(start: str, weeks: int, *parties: SlowParty) -> SearchResult:
    begin = utc(start)
    slow = SlowSearch(parties=parties, start=begin, end=begin + timedelta(weeks=weeks), duration=60)
    return searched(scene_of(slow))


def places(result: SearchResult, times: int) -> list[tuple[int, int, tuple[int, int, int]]]:
    return [(one.minutes // 60, one.missed, one.costs) for one in best_week_slots(result, weekly(times))]


def test_places_come_by_how_often_they_are_missed_then_by_cost_then_by_time() -> None:
    """Hourly starts on Mondays, worked in every week. Hand-added: the client is soft by its lunch only."""
    mine = someone("10:00-15:00", [0])
    theirs = replace(
        someone("08:00-20:00", EVERY_DAY), busy=taken("mon 10:00-mon 11:00", "mon2 14:00-mon2 15:00")
    )
    scene = meeting(mine, theirs, last="mon2 20:00")
    found = searched(scene, replace(scene.request, step=60))
    first_hour, last_hours, lunch = 60, 60, 60
    assert places(found, 2) == [
        (11, 0, (0, 0, 0)),
        (13, 0, (0, 2 * last_hours, 0)),
        (12, 0, (0, 2 * lunch, 2 * lunch)),
        (10, 1, (0, first_hour, 0)),
        (14, 1, (0, last_hours, 0)),
    ]
    # the second Monday is beyond a series of one
    assert places(found, 1) == [
        (11, 0, (0, 0, 0)),
        (13, 0, (0, last_hours, 0)),
        (14, 0, (0, last_hours, 0)),
        (12, 0, (0, lunch, lunch)),
    ]


def test_minutes_outside_the_hours_of_clients_are_summed_first() -> None:
    scene = meeting(someone("08:00-10:00", EVERY_DAY), someone("09:00-17:00", [0, 1, 2]), last="wed 00:00")
    found = searched(scene, replace(scene.request, step=60, client_stretch=60))
    assert places(found, 1) == [
        (24 + 9, 0, (0, 0, 0)),
        (9, 0, (0, 0, 60)),
        (8, 0, (60, 0, 0)),
        (24 + 8, 0, (60, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("begin", "hours", "weekday", "place", "first"),
    [
        # the clocks of Brussels go back on Sunday 25 October 2026: nine o'clock stays nine o'clock
        ("2026-10-18T22:00Z", "09:00-10:00", 0, 9 * 60, "2026-10-19T07:00Z"),
        ("2026-10-18T22:00Z", "09:00-10:00", 6, 6 * 1440 + 9 * 60, "2026-10-25T08:00Z"),
        # and on from 02:00 on 28 March 2027; a week begins on the Monday before
        ("2027-03-21T23:00Z", "09:00-10:00", 6, 6 * 1440 + 9 * 60, "2027-03-28T07:00Z"),
    ],
)
def test_a_place_is_a_time_on_the_clock_of_the_anchor(
    begin: str, hours: str, weekday: int, place: int, first: str
) -> None:
    found = ranged(begin, 3, someone(hours, [weekday], "Europe/Brussels"), someone("00:00-24:00", EVERY_DAY))
    (only,) = best_week_slots(found, weekly(3, "Europe/Brussels"))
    assert (only.minutes, only.missed) == (place, 0)
    assert at_minute(first_start(found, zone("Europe/Brussels"), only)) == utc(first)


def test_a_time_that_comes_twice_is_one_place_of_its_week() -> None:
    """On 25 October 2026 the clock of Brussels shows 02:00 to 03:00 twice; a week has one start of each."""
    found = ranged(
        "2026-10-24T22:00Z",
        1,
        someone("02:00-03:00", [6], "Europe/Brussels"),
        someone("00:00-24:00", EVERY_DAY),
    )
    assert [at_minute(start) for start in found.grid] == [
        utc(f"2026-10-25T{clock}Z") for clock in ("00:00", "00:15", "00:30", "00:45", "01:00")
    ]
    places = best_week_slots(found, weekly(1, "Europe/Brussels"))
    assert [(place.minutes, place.missed) for place in places] == [(120, 0), (135, 0), (150, 0), (165, 0)]


def test_a_place_that_the_first_week_skips_is_later_by_the_jump() -> None:
    found = ranged(
        "2027-03-21T23:00Z", 2, someone("00:00-24:00", EVERY_DAY), someone("00:00-24:00", EVERY_DAY)
    )
    skipped = WeekSlot(minutes=6 * 1440 + 2 * 60 + 30, missed=0, costs=(0, 0, 0))
    assert at_minute(first_start(found, zone("Europe/Brussels"), skipped)) == utc("2027-03-28T01:30Z")
