"""Meetings that come again: drift over clock changes, the best fixed time, fair turns."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.series.fixed_series import fixed_series
from clientbridge.core.meeting.series.occurrences import occurrences
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.rotation import TurnCandidate, fair_turns, pareto_best
from clientbridge.core.meeting.series.turns import turns, widest
from clientbridge.core.meeting.series.week_slot import best_week_slots, first_start
from clientbridge.core.time.durations import TimeSpan, parse_time_span
from clientbridge.core.time.intervals import at_minute, minute_of

OFFICE = weekdays_of(range(5), ((540, 1020),))
UTC_ZONE = zone("UTC")


def weekly(times: int, anchor: str) -> Recurrence:
    return Recurrence(every=TimeSpan(days=7), word="1w", times=times, anchor=zone(anchor))


def scene(*parties: SlowParty, start: str, weeks: int, duration: int = 60) -> Scene:
    begin = utc(start)
    return scene_of(
        SlowSearch(parties=parties, start=begin, end=begin + timedelta(weeks=weeks), duration=duration)
    )


def test_drift_of_a_weekly_meeting_at_nine_in_new_york() -> None:
    names = ("Europe/Brussels", "Europe/London", "Asia/Kolkata", "America/Vancouver")
    around_the_clock = weekdays_of(range(7), ((0, 1440),))
    parties = [SlowParty(zone=zone(name), week=around_the_clock) for name in names]
    made = scene(*parties, start="2027-03-01T00:00Z", weeks=7)
    series = fixed_series(
        search(made.request, made.almanac),
        minute_of(utc("2027-03-01T14:00Z")),
        weekly(6, "America/New_York"),
        UTC_ZONE,
    )
    shown = {
        drift.timezone.key: [start.strftime("%H:%M") for start in drift.starts] for drift in series.drift
    }
    assert shown["Europe/London"] == ["14:00", "14:00", "13:00", "13:00", "14:00", "14:00"]
    assert shown["Asia/Kolkata"] == ["19:30", "19:30", "18:30", "18:30", "18:30", "18:30"]
    assert shown["America/Vancouver"] == ["07:00", "07:00", "06:00", "06:00", "06:00", "06:00"]
    assert {drift.timezone.key: drift.moves for drift in series.drift}["Europe/London"] == (3, 5)
    assert {anchor.timezone.key for anchor in series.anchors} == {*names, "America/New_York", "UTC"}
    moved = {anchor.timezone.key: anchor.moved for anchor in series.anchors}
    assert len(moved["UTC"]) == 2
    assert "client2" not in moved["Asia/Kolkata"]


@pytest.mark.parametrize(
    ("first", "every", "expected"),
    [
        ("2027-03-07T07:30Z", "1w", ["2027-03-07T07:30Z", "2027-03-14T07:30Z", "2027-03-21T06:30Z"]),
        ("2027-10-31T05:30Z", "1w", ["2027-10-31T05:30Z", "2027-11-07T05:30Z", "2027-11-14T06:30Z"]),
        ("2027-01-31T14:00Z", "1mo", ["2027-01-31T14:00Z", "2027-02-28T14:00Z", "2027-03-31T13:00Z"]),
    ],
)
def test_a_time_that_is_skipped_moves_and_one_that_comes_twice_is_the_first(
    first: str, every: str, expected: list[str]
) -> None:
    repetition = Recurrence(
        every=parse_time_span(every), word=every, times=3, anchor=zone("America/New_York")
    )
    found = occurrences(minute_of(utc(first)), repetition)
    assert [at_minute(start) for start in found] == [utc(text) for text in expected]


def test_the_best_fixed_time_misses_only_the_holiday() -> None:
    holiday = utc("2026-12-08T00:00Z").date()
    mine = SlowParty(zone=zone("Europe/Brussels"), week=OFFICE)
    theirs = SlowParty(
        zone=zone("Europe/London"),
        week=weekdays_of([1], ((600, 720),)),
        off=frozenset({holiday}),
    )
    made = scene(mine, theirs, start="2026-11-30T00:00Z", weeks=4)
    found = search(made.request, made.almanac)
    repetition = weekly(3, "Europe/Brussels")
    place = best_week_slots(found, repetition)[0]
    assert place.missed == 1
    start = first_start(found, repetition.anchor, place)
    series = fixed_series(found, start, repetition, UTC_ZONE)
    assert series.kept == 2
    assert [(missed.number, missed.party) for missed in series.missed] == [(2, "client1")]


burdens = st.tuples(*[st.integers(0, 12).map(lambda quarter: 15 * quarter)] * 3)
plans = st.lists(st.lists(burdens, min_size=1, max_size=6), min_size=1, max_size=5)


@given(plans, st.tuples(*[st.sampled_from([0, 0, 60, 300])] * 3))
def test_turns_are_close_to_the_best_there_is(
    weeks: list[list[tuple[int, ...]]], past: tuple[int, ...]
) -> None:
    periods = [
        [TurnCandidate(100 * number + at, one) for at, one in enumerate(week)]
        for number, week in enumerate(weeks)
    ]

    def worst(plan: tuple[TurnCandidate, ...]) -> int:
        return max(before + sum(turn.burdens[at] for turn in plan) for at, before in enumerate(past))

    best = min(worst(plan) for plan in product(*periods))
    chosen = fair_turns(periods, past)
    assert [turn in period for turn, period in zip(chosen, periods, strict=True)] == [True] * len(periods)
    assert worst(chosen) <= 1.05 * best


@given(st.lists(burdens, min_size=1, max_size=12))
def test_what_is_left_out_is_beaten_by_something_kept(week: list[tuple[int, ...]]) -> None:
    period = [TurnCandidate(at, one) for at, one in enumerate(week)]
    kept = pareto_best(period)
    for candidate in period:
        assert any(
            all(ours <= theirs for ours, theirs in zip(one.burdens, candidate.burdens, strict=True))
            for one in kept
        )


def test_turns_share_what_a_fixed_time_would_put_on_one() -> None:
    places = ("Europe/Brussels", "Asia/Tokyo", "America/Los_Angeles")
    parties = [SlowParty(zone=zone(name), week=OFFICE) for name in places]
    made = scene(*parties, start="2027-01-04T00:00Z", weeks=7)
    wide = widest(search(made.request, made.almanac))
    series = turns(wide, weekly(6, "Europe/Brussels"), {})
    assert series.kept == 6
    assert series.rotation is not None
    assert max(burden.minutes for burden in series.rotation) < max(
        burden.fixed_minutes for burden in series.rotation
    )
    again = turns(wide, weekly(6, "Europe/Brussels"), {"client1": 2000})
    assert again.rotation is not None
    carried = {burden.party: burden.minutes for burden in series.rotation}
    assert {burden.party: burden.minutes for burden in again.rotation}["client1"] <= carried["client1"]
