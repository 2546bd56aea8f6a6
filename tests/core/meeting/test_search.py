import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from meetings import at, meeting, searched, someone, spans, taken, when
from minute_oracle import SlowParty, SlowSearch
from scenes import Scene, instants, scene_of, utc, weekdays_of
from searches import searches
from zones import zone

from clientbridge.core.meeting.availability import attendances
from clientbridge.core.meeting.cost.sums import cost_sums
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.search import best_starts, framed, grid_starts, possible_starts, search
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import at_minute
from conftest import FEW

CASES = json.loads((Path(__file__).parents[2] / "cases" / "meet.json").read_text(encoding="utf-8"))["cases"]
HOLIDAYS = {"JP": frozenset({date(2026, 11, 23)})}


def case_search(case: dict[str, object]) -> SlowSearch:
    people = case["people"]
    assert isinstance(people, list)
    parties = tuple(
        SlowParty(
            zone=zone(person["tz"]),
            week=weekdays_of(
                person["days"],
                tuple((part.start, part.end) for hours in person["hours"] for part in parse_hours(hours)),
            ),
            off=HOLIDAYS.get(person.get("holidays", ""), frozenset()),
            busy=tuple(
                (datetime.fromisoformat(start), datetime.fromisoformat(end))
                for start, end in person.get("busy", [])
            ),
        )
        for person in people
    )
    duration = case["duration"]
    assert isinstance(duration, int)
    return SlowSearch(
        parties=parties, start=utc(str(case["start"])), end=utc(str(case["end"])), duration=duration
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case_has_the_expected_windows(case: dict[str, object]) -> None:
    slow = case_search(case)
    scene = scene_of(slow)
    expected = case["expected_utc"]
    assert isinstance(expected, list)
    found = search(scene.request, scene.almanac)
    assert instants(found.windows) == [(utc(start), utc(end)) for start, end in expected]
    assert instants(found.windows) == slow.windows()


@FEW
@given(searches())
def test_search_equals_the_wall_clock_minute_by_minute(slow: SlowSearch) -> None:
    scene = scene_of(slow)
    found = search(scene.request, scene.almanac)
    assert instants(found.windows) == slow.windows()
    on_grid = grid_starts(scene.request, found.attendances[0].days, found.starts)
    assert [at_minute(start) for start in on_grid] == slow.grid()


@given(searches(days=2))
def test_costs_equal_the_sum_of_minutes(slow: SlowSearch) -> None:
    scene = scene_of(slow)
    almanac = scene.almanac
    everyone = attendances(scene.request, almanac)
    frame = framed(scene.request, almanac, everyone[0].days)
    starts = grid_starts(scene.request, everyone[0].days, possible_starts(scene.request, everyone, frame))
    sums = cost_sums(scene.request, almanac, everyone)
    for start in starts[:: max(1, len(starts) // 8)]:
        assert sums.order(start)[:3] == slow.key(at_minute(start))[:3]


CLIENT = someone("08:00-18:00")


def windows_with(scene: Scene, request: MeetingRequest) -> list[str]:
    return spans(searched(scene, request).windows)


@pytest.mark.parametrize(
    ("now", "notice", "windows"),
    [
        ("mon 12:00", 0, ["tue 09:00-tue 17:00"]),
        ("tue 08:00", 60, ["tue 09:00-tue 17:00"]),
        ("tue 08:00", 61, ["tue 09:01-tue 17:00"]),
        ("tue 10:07", 0, ["tue 10:07-tue 17:00"]),
        ("tue 12:00", 4 * 60, ["tue 16:00-tue 17:00"]),
        ("tue 12:00", 4 * 60 + 1, []),
        ("wed 00:00", 0, []),
    ],
)
def test_nothing_starts_before_now_and_the_notice(now: str, notice: int, windows: list[str]) -> None:
    scene = meeting(someone(), CLIENT, first="tue 00:00", last="wed 00:00")
    assert windows_with(scene, replace(scene.request, now=at(now), notice=notice)) == windows


@pytest.mark.parametrize(
    ("first", "last", "windows"),
    [
        ("tue 08:59", "tue 10:00", ["tue 09:00-tue 10:00"]),
        ("tue 09:01", "tue 10:01", ["tue 09:01-tue 10:01"]),
        ("tue 09:01", "tue 10:00", []),
        ("tue 16:00", "wed 10:00", ["tue 16:00-tue 17:00", "wed 09:00-wed 10:00"]),
    ],
)
def test_the_whole_meeting_lies_in_the_range(first: str, last: str, windows: list[str]) -> None:
    assert spans(searched(meeting(someone(), CLIENT, first=first, last=last)).windows) == windows


@pytest.mark.parametrize(
    ("duration", "windows"),
    [
        (30, ["tue 09:00-tue 12:00", "tue 12:30-tue 13:00", "tue 15:00-tue 17:00"]),
        (31, ["tue 09:00-tue 12:00", "tue 15:00-tue 17:00"]),
        (120, ["tue 09:00-tue 12:00", "tue 15:00-tue 17:00"]),
        (121, ["tue 09:00-tue 12:00"]),
        (180, ["tue 09:00-tue 12:00"]),
        (181, []),
    ],
)
def test_windows_are_at_least_as_long_as_the_meeting(duration: int, windows: list[str]) -> None:
    mine = replace(someone(), busy=taken("tue 12:00-tue 12:30", "tue 13:00-tue 15:00"))
    scene = meeting(mine, CLIENT, first="tue 00:00", last="wed 00:00", duration=duration)
    assert spans(searched(scene).windows) == windows


@pytest.mark.parametrize(
    ("buffer", "windows"),
    [
        (0, ["tue 09:00-tue 10:00", "tue 11:00-tue 13:00", "tue 15:00-tue 17:00"]),
        (1, ["tue 11:01-tue 12:59", "tue 15:01-tue 17:00"]),
        (30, ["tue 11:30-tue 12:30", "tue 15:30-tue 17:00"]),
        (31, ["tue 15:31-tue 17:00"]),
        (61, []),
    ],
)
def test_the_buffer_keeps_both_sides_of_everyones_appointments_free(buffer: int, windows: list[str]) -> None:
    mine = replace(someone(), busy=taken("tue 10:00-tue 11:00"))
    theirs = replace(CLIENT, busy=taken("tue 13:00-tue 15:00"))
    scene = meeting(mine, theirs, first="tue 00:00", last="wed 00:00")
    assert windows_with(scene, replace(scene.request, buffer=buffer)) == windows


@pytest.mark.parametrize(
    ("clients", "quorum", "others_needed"),
    [
        # of all required parties, you included, rounded up; you are always there
        (4, 100, 4),
        (4, 99, 4),
        (4, 81, 4),
        (4, 80, 3),
        (4, 61, 3),
        (4, 60, 2),
        (4, 50, 2),
        (4, 41, 2),
        (4, 40, 1),
        (4, 20, 0),
        (4, 1, 0),
        (1, 51, 1),
        (1, 50, 0),
        (2, 67, 2),
        (2, 66, 1),
        (2, 34, 1),
        (2, 33, 0),
    ],
)
def test_a_quorum_is_rounded_up_to_whole_parties(clients: int, quorum: int, others_needed: int) -> None:
    """The first client leaves at 17:00, the second at 16:00 and so on; you stay to 18:00."""
    others = [someone(f"08:00-{17 - number}:00") for number in range(clients)]
    scene = meeting(someone("08:00-18:00"), *others, first="tue 00:00", last="wed 00:00")
    (window,) = windows_with(scene, replace(scene.request, quorum=quorum))
    assert window == f"tue 08:00-tue {18 - others_needed}:00"


def test_those_who_come_to_a_quorum_are_the_same_from_start_to_end() -> None:
    """One is there to 12:00, another from 12:00: no meeting of an hour has either for less than all of it."""
    scene = meeting(
        someone(), someone("09:00-12:00"), someone("12:00-17:00"), first="tue 00:00", last="wed 00:00"
    )
    asked = replace(scene.request, quorum=60)
    assert windows_with(scene, asked) == ["tue 09:00-tue 12:00", "tue 12:00-tue 17:00"]
    assert when(searched(scene, asked).grid[8]) == "tue 11:00"
    assert when(searched(scene, asked).grid[9]) == "tue 12:00"


@pytest.mark.parametrize(
    ("weekdays", "between", "windows"),
    [
        ({1}, "", ["tue 09:00-tue 17:00"]),
        ({0, 4}, "", ["mon 09:00-mon 17:00", "fri 09:00-fri 17:00"]),
        ({1}, "09:30-11:00", ["tue 09:30-tue 11:00"]),
        ({1}, "09:30-10:30, 16:00-20:00", ["tue 09:30-tue 10:30", "tue 16:00-tue 17:00"]),
        ({1}, "09:30-10:29", []),
        ({5, 6}, "", []),
    ],
)
def test_only_on_some_of_your_weekdays_and_hours(
    weekdays: set[int], between: str, windows: list[str]
) -> None:
    scene = meeting(someone(), CLIENT)
    hours = parse_hours(between) if between else ()
    assert windows_with(scene, replace(scene.request, weekdays=frozenset(weekdays), between=hours)) == windows


@pytest.mark.parametrize(
    ("stretch", "client_stretch", "windows"),
    [
        ("", 0, ["tue 10:00-tue 16:00"]),
        ("08:00-20:00", 0, ["tue 10:00-tue 16:00"]),
        ("", 60, ["tue 10:00-tue 17:00"]),
        ("", 1, ["tue 10:00-tue 16:01"]),
        ("08:00-20:00", 60, ["tue 09:00-tue 17:00"]),
        ("09:45-10:15", 60, ["tue 09:45-tue 17:00"]),
    ],
)
def test_how_far_each_side_goes_beyond_its_hours(
    stretch: str, client_stretch: int, windows: list[str]
) -> None:
    mine, theirs = someone("10:00-18:00", [1]), someone("10:00-16:00", [1, 2])
    scene = meeting(mine, theirs)
    hours = parse_hours(stretch) if stretch else ()
    asked = replace(scene.request, stretch=hours, client_stretch=client_stretch)
    assert windows_with(scene, asked) == windows


@pytest.mark.parametrize(
    ("offered", "asked", "windows"),
    [
        ("", 30, ["tue 09:30-tue 16:30"]),
        # a party that is asked for less or more than all clients
        ("", 0, ["tue 10:00-tue 16:00"]),
        ("", 90, ["tue 09:00-tue 17:30"]),
        # what the profile offers, and what is asked besides
        ("08:00-12:00", 0, ["tue 09:00-tue 16:00"]),
        ("08:00-12:00", 60, ["tue 09:00-tue 17:00"]),
        # apart from the hours: an hour there, and none between
        ("17:00-20:00", 0, ["tue 10:00-tue 16:00", "tue 17:00-tue 18:00"]),
        # on days that the party works
        ("00:00-24:00", 0, ["tue 09:00-tue 18:00"]),
    ],
)
def test_what_one_client_accepts(offered: str, asked: int, windows: list[str]) -> None:
    scene = meeting(someone("09:00-18:00", [1, 3]), someone("10:00-16:00", [1]))
    me, client = scene.request.parties
    schedule = replace(client.schedule, stretch=parse_hours(offered) if offered else ())
    party = replace(client, schedule=schedule, asked=asked)
    request = replace(scene.request, parties=(me, party), client_stretch=30)
    assert windows_with(scene, request) == windows
    untold = replace(request, parties=(me, replace(client, asked=None)))
    assert windows_with(scene, untold) == ["tue 09:30-tue 16:30"]


def test_a_strict_search_leaves_out_days_that_are_likely_closed() -> None:
    soft = replace(CLIENT, likely_off=frozenset({date(2026, 11, 24)}))
    scene = meeting(someone(), soft, first="tue 00:00", last="thu 00:00")
    assert windows_with(scene, scene.request) == ["tue 09:00-tue 17:00", "wed 09:00-wed 17:00"]
    strict = replace(scene.request, strict=True, client_stretch=600, stretch=parse_hours("00:00-24:00"))
    assert windows_with(scene, strict) == ["wed 00:00-thu 00:00"]


def test_an_optional_party_is_not_waited_for() -> None:
    scene = meeting(
        someone(), replace(someone("02:00-03:00"), required=False), first="tue 00:00", last="wed 00:00"
    )
    assert spans(searched(scene).windows) == ["tue 09:00-tue 17:00"]


@pytest.mark.parametrize(
    ("where", "hours", "step", "starts"),
    [
        # multiples of the step after your midnight, begun anew each day
        ("UTC", "10:10-11:40", 15, ["tue 10:15", "tue 10:30"]),
        ("UTC", "10:15-11:15", 15, ["tue 10:15"]),
        ("UTC", "10:16-11:15", 15, []),
        ("UTC", "09:00-12:30", 50, ["tue 09:10", "tue 10:00", "tue 10:50"]),
        ("UTC", "22:30-01:40", 50, ["tue 22:30", "tue 23:20", "wed 00:00"]),
        ("Asia/Kathmandu", "10:00-12:00", 60, ["tue 04:15", "tue 05:15"]),
    ],
)
def test_starts_are_on_the_grid_of_your_clock(where: str, hours: str, step: int, starts: list[str]) -> None:
    scene = meeting(someone(hours, [1], where))
    found = searched(scene, replace(scene.request, step=step))
    assert [when(start) for start in found.grid] == starts


def best(scene: Scene, request: MeetingRequest) -> list[str]:
    return [when(start) for start in best_starts(searched(scene, request))]


SHORT = someone("09:00-11:00", range(1, 4))
"""Tuesday to Thursday, where Tuesday has the edge after days off and Thursday the one before."""


@pytest.mark.parametrize(
    ("count", "starts"),
    [
        # cost by start, by hand: Tuesday's first hour is 30 dear, all of Thursday's two hours are
        (1, ["tue 10:00"]),
        (2, ["tue 10:00", "wed 09:00"]),
        (3, ["tue 10:00", "wed 09:00", "thu 09:00"]),
        # then the next best of any day that overlaps none of these
        (4, ["tue 10:00", "tue 10:30", "wed 09:00", "thu 09:00"]),
        (5, ["tue 10:00", "tue 10:30", "wed 09:00", "wed 09:30", "thu 09:00"]),
        (6, ["tue 10:00", "tue 10:30", "wed 09:00", "wed 09:30", "thu 09:00", "thu 09:30"]),
        (
            7,
            ["tue 10:00", "tue 10:30", "wed 09:00", "wed 09:30", "wed 10:00", "thu 09:00", "thu 09:30"],
        ),
    ],
)
def test_slots_are_the_best_of_each_day_then_the_next_best(count: int, starts: list[str]) -> None:
    scene = meeting(SHORT, someone("08:00-12:00, 13:00-18:00"), duration=30)
    assert sorted(best(scene, replace(scene.request, count=count)), key=at) == starts


def test_the_fourth_of_a_day_comes_after_the_third_of_the_next() -> None:
    """Wednesday from 09:00 and Thursday to 10:00 cost nothing; the first and last hours of the two do."""
    scene = meeting(someone("08:00-12:00", [2, 3]), someone("06:00-12:00"), duration=30, first="wed 00:00")
    eight = best(scene, replace(scene.request, count=8, step=30))
    assert [start for start in eight if start.startswith("thu")] == ["thu 08:00", "thu 08:30", "thu 09:00"]
    assert [start for start in eight if start.startswith("wed")] == [
        "wed 09:00",
        "wed 09:30",
        "wed 10:00",
        "wed 10:30",
        "wed 11:00",
    ]


def test_overlapping_starts_are_offered_when_nothing_else_is_left() -> None:
    scene = meeting(someone("09:00-09:50", [1, 2]), someone("06:00-12:00"), duration=30)
    asked = replace(scene.request, step=5)
    assert sorted(best(scene, replace(asked, count=2)), key=at) == ["tue 09:00", "wed 09:00"]
    assert sorted(best(scene, replace(asked, count=4)), key=at) == [
        "tue 09:00",
        "tue 09:05",
        "tue 09:10",
        "wed 09:00",
    ]


def test_a_start_with_a_client_outside_waits_for_all_others_of_any_day() -> None:
    mine, theirs = someone("09:00-11:00", [1, 2]), someone("09:00-11:00", [1, 3])
    theirs = replace(theirs, week=(*theirs.week[:2], ((660, 720),), *theirs.week[3:]))
    scene = meeting(mine, theirs, duration=30)
    asked = replace(scene.request, client_stretch=60, step=30)
    assert best(scene, replace(asked, count=4)) == ["tue 10:00", "tue 10:30", "tue 09:00", "tue 09:30"]
    assert best(scene, replace(asked, count=5))[4:] == ["wed 10:00"]


def test_slots_are_shown_by_what_they_cost() -> None:
    """In the client's hours first, then your cost, then what is soft, then time, whichever day it is."""
    mine = replace(someone("09:00-11:00", range(7)), likely_off=frozenset({date(2026, 11, 24)}))
    theirs = someone("09:00-10:00", range(7))
    scene = meeting(mine, theirs, first="tue 00:00", last="fri 00:00")
    asked = replace(scene.request, client_stretch=60, stretch=parse_hours("08:00-11:00"), step=60, count=9)
    assert best(scene, asked) == [
        "wed 09:00",
        "thu 09:00",
        "tue 09:00",
        "wed 10:00",
        "thu 10:00",
        "tue 10:00",
        "wed 08:00",
        "thu 08:00",
        "tue 08:00",
    ]
