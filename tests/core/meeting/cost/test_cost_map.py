"""The map of a search against a loop over its starts, and where clocks change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from meetings import at, meeting, someone
from minute_oracle import SlowSearch
from scenes import scene_of
from searches import searches

from clientbridge.core.meeting.cost.cost_map import CostMap, cost_map
from clientbridge.core.meeting.search import search
from conftest import FEW


def mapped(slow: SlowSearch) -> CostMap:
    scene = scene_of(slow)
    return cost_map(search(scene.request, scene.almanac))


def filled(found: CostMap) -> dict[tuple[date, int], int]:
    """The cells with a cost, by your date and the number of the half hour."""
    return {
        (day.date, at): cost for day in found.days for at, cost in enumerate(day.costs) if cost is not None
    }


@FEW
@given(searches(days=1, most_parties=2))
def test_every_cell_is_the_cheapest_start_of_its_half_hour(slow: SlowSearch) -> None:
    expected = dict[tuple[date, int], int]()
    for start in slow.grid():
        day, minute = slow.you.here(start)
        cost = sum(slow.price(which, start).total for which in range(len(slow.parties)))
        cell = (day, minute // 30)
        expected[cell] = min(cost, expected.get(cell, cost))
    assert filled(mapped(slow)) == expected


def test_the_days_are_yours_without_a_gap() -> None:
    found = mapped(
        SlowSearch(
            parties=(someone(where="Asia/Tokyo"), someone()),
            start=datetime(2026, 11, 23, 16, tzinfo=UTC),
            end=datetime(2026, 12, 1, 15, tzinfo=UTC),
            duration=60,
        )
    )
    assert [day.date for day in found.days] == [date(2026, 11, 24) + timedelta(days=at) for at in range(8)]
    assert all(len(day.costs) == 48 for day in found.days)


def test_a_start_in_the_past_is_not_drawn() -> None:
    scene = meeting(someone("00:00-24:00"), first="mon 09:00", last="mon 18:00")
    (today,) = cost_map(search(scene.request, scene.almanac)).days
    assert [at for at, cost in enumerate(today.costs) if cost is not None] == list(range(18, 35))


def test_a_half_hour_costs_what_its_cheapest_start_does() -> None:
    """At 11:00 nobody pays, at 11:15 each 15 for lunch; at 12:00 each 60, at 12:15 each 45."""
    scene = meeting(someone(), someone(), first="tue 00:00", last="wed 00:00")
    (tuesday,) = cost_map(search(scene.request, scene.almanac)).days
    assert tuesday.costs[22:25] == (0, 60, 90)


def test_the_days_begin_with_the_first_on_which_something_can_start() -> None:
    scene = meeting(someone(), someone())
    result = search(replace(scene.request, now=at("wed 08:00")), scene.almanac)
    assert cost_map(result).days[0].date == date(2026, 11, 25)


def on_a_change(start: datetime) -> set[int]:
    """The hours with a start on a day on which the clocks of Brussels change."""
    slow = SlowSearch(
        parties=(someone("00:00-24:00", range(7), "Europe/Brussels"),),
        start=start,
        end=start + timedelta(hours=12),
        duration=15,
    )
    (day,) = mapped(slow).days
    return {at // 2 for at, cost in enumerate(day.costs) if cost is not None}


def test_an_hour_that_is_skipped_has_no_start() -> None:
    assert on_a_change(datetime(2027, 3, 27, 23, tzinfo=UTC)) == {0, 1, *range(3, 13)}


def test_an_hour_that_comes_twice_is_one() -> None:
    assert on_a_change(datetime(2026, 10, 24, 22, tzinfo=UTC)) == set(range(11))
