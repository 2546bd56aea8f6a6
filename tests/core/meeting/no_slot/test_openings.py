"""What each start would take, beside every quarter of an hour tried for every minute."""

from dataclasses import replace
from datetime import date, timedelta

import stretch_oracle
from hypothesis import given
from hypothesis import strategies as st
from minute_oracle import SlowParty, SlowSearch, price
from scenes import Scene, scene_of, utc
from zones import zone

from clientbridge.core.meeting.no_slot.blockers import longest_gap
from clientbridge.core.meeting.no_slot.openings import openings
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.request import Party
from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import ClockRange
from clientbridge.core.time.intervals import at_minute

BEGIN = utc("2026-11-24T00:00Z")
SUNDAY = 6
quarters = st.integers(0, 95).map(lambda quarter: quarter * 15)
halves = st.integers(0, 47).map(lambda half: half * 30)


@st.composite
def hours(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """One part or two, within a day."""
    edges = sorted(draw(st.sets(halves, min_size=4, max_size=4)))
    parts = ((edges[0], edges[1]), (edges[2], edges[3] + 30))
    return parts if draw(st.booleans()) else (draw(st.sampled_from(parts)),)


@st.composite
def parties(draw: st.DrawFn, *, mine: bool) -> SlowParty:
    daily = draw(hours())
    busy_from = BEGIN + timedelta(minutes=draw(quarters))
    return SlowParty(
        zone=zone(draw(st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu"]))),
        week=tuple(
            () if day in draw(st.sets(st.integers(0, SUNDAY), max_size=2)) else daily for day in range(7)
        ),
        busy=((busy_from, busy_from + timedelta(hours=2)),) if draw(st.booleans()) else (),
        accepts=draw(st.one_of(st.just(()), hours())),
        widened=0 if mine else draw(st.sampled_from([0, 0, 30])),
        required=mine or draw(st.sampled_from([True, True, True, False])),
    )


@st.composite
def searches(draw: st.DrawFn) -> SlowSearch:
    """A day of UTC, on which someone is on Wednesday already and someone still on Monday."""
    return SlowSearch(
        parties=(draw(parties(mine=True)), *draw(st.lists(parties(mine=False), min_size=1, max_size=2))),
        start=BEGIN,
        end=BEGIN + timedelta(days=1),
        duration=draw(st.sampled_from([15, 30, 60, 90])),
        step=draw(st.sampled_from([15, 30, 60])),
    )


def scene(slow: SlowSearch) -> Scene:
    """The search, with what each client accepts in its profile and what it is asked for."""
    made = scene_of(slow)
    me, *clients = made.request.parties
    told = tuple(map(with_offer, clients, slow.parties[1:]))
    return replace(made, request=replace(made.request, parties=(me, *told)))


def with_offer(party: Party, slow: SlowParty) -> Party:
    offered = tuple(ClockRange(start, end) for start, end in slow.accepts)
    return replace(party, schedule=replace(party.schedule, stretch=offered), asked=slow.widened)


@given(searches())
def test_the_least_that_each_party_would_have_to_accept(slow: SlowSearch) -> None:
    made = scene(slow)
    numbers = {party.id: number for number, party in enumerate(made.request.parties)}
    found = list(openings(search(made.request, made.almanac)))
    assert {
        at_minute(one.start): {numbers[party.id]: extra.minutes for party, extra in one.extras}
        for one in found
    } == stretch_oracle.needs(slow)
    for one in found:
        start = at_minute(one.start)
        quarters = stretch_oracle.quarters_of(slow, start)
        required = [party for party in slow.parties if party.required]
        if one in (found[0], found[-1]):
            costs = [price(party, start, slow.duration, 0) for party in required]
            assert one.cost == sum(cost.hard for cost in costs)
        assert one.at_night == any(stretch_oracle.at_night(party, quarters) for party in required)


@given(searches())
def test_what_is_proposed_is_the_smallest_of_its_kind(slow: SlowSearch) -> None:
    """By day where anything can be had by day; each proposal opens just the starts that need no more."""
    made = scene(slow)
    result = search(made.request, made.almanac)
    if result.grid:
        return
    lines = relaxations(result, longest_gap(result), lambda asked: Almanac(made.calendars, asked.within))
    by_day = {
        start: need
        for start, need in stretch_oracle.needs(slow).items()
        if not any(
            stretch_oracle.at_night(party, stretch_oracle.quarters_of(slow, start))
            for party in slow.parties
            if party.required
        )
    }
    smallest: dict[int, int] = {}
    for need in by_day.values():
        if len(need) == 1:
            ((which, minutes),) = need.items()
            smallest[which] = min(minutes, smallest.get(which, minutes))
    told = [line.say for line in lines]
    for which, minutes in smallest.items():
        if which:
            words = f"ask Client {which} for {stretch_words(minutes)} beyond"
            assert any(say.startswith(words) for say in told), (words, told)


def stretch_words(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return f"{rest}m" if not whole else f"{whole}h{rest:02d}" if rest else f"{whole}h"


def test_with_a_quorum_only_as_many_are_asked_as_are_needed() -> None:
    """Two of three are enough: the client that is nearest is asked, the one with another day off is not."""
    daily = ((9 * 60, 17 * 60),)
    you = SlowParty(zone=zone("UTC"), week=(daily,) * 7)
    near = replace(you, week=(((17 * 60 + 30, 20 * 60),),) * 7)
    far = replace(you, off=frozenset({date(2026, 11, 24)}))
    slow = SlowSearch(
        parties=(you, near, far), start=BEGIN, end=BEGIN + timedelta(days=1), duration=60, quorum=60
    )
    made = scene_of(slow)
    asked = {
        tuple(party.id for party, _ in one.extras) for one in openings(search(made.request, made.almanac))
    }
    assert asked == {("client1",), ("me",), ("me", "client1")}
