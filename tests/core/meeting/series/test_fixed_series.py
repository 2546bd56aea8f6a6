"""Meetings that come again: drift over clock changes, the best fixed time, fair turns."""

from datetime import timedelta

import pytest
from minute_oracle import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.series.fixed_series import fixed_series
from clientbridge.core.meeting.series.occurrences import occurrences
from clientbridge.core.meeting.series.recurrence import Recurrence
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
    changes = {drift.timezone.key: (drift.moves, drift.by_clock) for drift in series.drift}
    assert changes["Europe/London"] == ((3, 5), (3, 5))
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


def test_who_misses_what_how_clocks_move_and_other_anchors() -> None:
    """Ten o'clock in London is 09:00Z on 20 October and 10:00Z from 27 October 2026 on.

    In Kolkata that is 14:30 and then 15:30, when work there ends; the optional party starts at 10:00Z.
    """
    parties = (
        SlowParty(zone=zone("Europe/Brussels"), week=OFFICE),
        SlowParty(zone=zone("Asia/Kolkata"), week=weekdays_of(range(5), ((780, 930),))),
        SlowParty(zone=UTC_ZONE, week=weekdays_of(range(5), ((600, 1020),)), required=False),
    )
    made = scene(*parties, start="2026-10-19T00:00Z", weeks=4)
    found = search(made.request, made.almanac)
    series = fixed_series(found, minute_of(utc("2026-10-20T09:00Z")), weekly(3, "Europe/London"), UTC_ZONE)
    assert (series.every, series.times, series.anchor.key, series.kept) == ("1w", 3, "Europe/London", 1)
    assert [slot.rank for slot in series.occurrences] == [1, 2, 3]
    assert [(one.number, one.party, one.code, one.detail) for one in series.missed] == [
        (1, "client2", "outside_hours", "works 10:00-17:00"),
        (2, "client1", "outside_hours", "works 13:00-15:30"),
        (3, "client1", "outside_hours", "works 13:00-15:30"),
    ]
    assert [(one.party, one.timezone.key, one.moves) for one in series.drift] == [
        ("me", "Europe/Brussels", ()),
        ("client1", "Asia/Kolkata", (2,)),
        ("client2", "UTC", (2,)),
    ]
    assert [
        (one.timezone.key, one.kept, one.moved, one.client_minutes_outside) for one in series.anchors
    ] == [
        ("Europe/London", 1, ("client1", "client2"), 60 + 60 + 60),
        ("Europe/Brussels", 1, ("client1", "client2"), 60 + 60 + 60),
        ("Asia/Kolkata", 3, ("me",), 3 * 60),
        ("UTC", 3, ("me",), 3 * 60),
    ]
    assert series.rotation is None
