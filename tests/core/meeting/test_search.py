import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from oracles import SlowParty, SlowSearch
from scenes import instants, scene_of, utc, weekdays_of
from searches import searches
from zones import zone

from clientbridge.core.meeting.availability import attendances
from clientbridge.core.meeting.cost.sums import cost_sums
from clientbridge.core.meeting.search import framed, grid_starts, possible_starts, search
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import at_minute

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
        assert sums.order(start)[1:3] == slow.cost(at_minute(start))
