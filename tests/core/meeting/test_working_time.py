"""The rules of docs/time-rules.md, one small test each; the oracle tests them all at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from minute_oracle import Hours, SlowParty, SlowSearch, Trip
from scenes import instants, scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.search import search
from clientbridge.core.time.intervals import at_minute

ALL_WEEK = range(7)


def party(name: str, hours: Hours = ((540, 1020),)) -> SlowParty:
    return SlowParty(zone=zone(name), week=weekdays_of(ALL_WEEK, hours))


def asked(*parties: SlowParty, start: str, days: int = 1, duration: int = 30, step: int = 15) -> SlowSearch:
    begin = utc(start)
    return SlowSearch(
        parties=parties, start=begin, end=begin + timedelta(days=days), duration=duration, step=step
    )


def windows(slow: SlowSearch) -> list[tuple[str, str]]:
    scene = scene_of(slow)
    found = search(scene.request, scene.almanac)
    return [(f"{start:%d %H:%M}", f"{end:%d %H:%M}") for start, end in instants(found.windows)]


def test_1_minutes_that_the_clock_skips_vanish_and_those_it_repeats_count_twice() -> None:
    skipped = asked(party("America/New_York", ((60, 240),)), start="2027-03-14T05:00Z")
    assert windows(skipped) == [("14 06:00", "14 08:00")]
    repeated = asked(party("America/New_York", ((60, 120),)), start="2027-11-07T04:00Z")
    assert windows(repeated) == [("07 05:00", "07 07:00")]


def test_2_hours_overnight_belong_to_the_day_they_start_on() -> None:
    night = replace(party("UTC", ((1320, 1800),)), off=frozenset({date(2026, 11, 24)}))
    slow = asked(night, start="2026-11-23T12:00Z", days=2)
    assert windows(slow) == [("23 22:00", "24 06:00")]
    to_midnight = asked(party("UTC", ((1200, 1440),)), start="2026-11-23T12:00Z")
    assert windows(to_midnight) == [("23 20:00", "24 00:00")]


def test_3_a_day_off_is_the_civil_day_of_the_party_and_travel_moves_it() -> None:
    tokyo = replace(party("Asia/Tokyo", ((0, 1440),)), off=frozenset({date(2026, 11, 24)}))
    slow = asked(tokyo, start="2026-11-23T00:00Z", days=2)
    assert windows(slow) == [("23 00:00", "23 15:00"), ("24 15:00", "25 00:00")]
    away = Trip(first=date(2026, 11, 24), last=date(2026, 11, 24), zone=zone("Asia/Dubai"))
    traveller = replace(party("Europe/Brussels"), trips=(away,))
    assert windows(asked(traveller, start="2026-11-23T00:00Z", days=3)) == [
        ("23 08:00", "23 16:00"),
        ("24 05:00", "24 13:00"),
        ("25 08:00", "25 16:00"),
    ]


def test_4_a_meeting_may_end_at_closing_time_and_is_real_minutes_long() -> None:
    scene = scene_of(asked(party("Europe/Brussels"), start="2026-11-24T00:00Z", duration=60))
    found = search(scene.request, scene.almanac)
    assert at_minute(found.grid[-1]) == utc("2026-11-24T15:00Z")
    over_the_change = asked(
        party("Europe/Brussels", ((90, 240),)), start="2026-10-24T22:00Z", duration=180, step=30
    )
    scene = scene_of(over_the_change)
    slot = plan(search(scene.request, scene.almanac)).slots[0]
    assert slot.end - slot.start == timedelta(hours=3)
    mine = slot.parties[0]
    assert (mine.start.strftime("%H:%M%z"), mine.end.strftime("%H:%M%z")) == ("01:30+0200", "03:30+0100")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Asia/Kathmandu", "2026-11-24T03:15Z"),
        ("Australia/Eucla", "2026-11-24T00:15Z"),
        ("Pacific/Chatham", "2026-11-23T19:15Z"),
        ("Asia/Kolkata", "2026-11-24T03:30Z"),
        ("Pacific/Kiritimati", "2026-11-23T19:00Z"),
    ],
)
def test_5_starts_are_aligned_to_your_clock(name: str, first: str) -> None:
    scene = scene_of(asked(party(name), party("UTC", ((0, 1440),)), start="2026-11-23T17:00Z", step=60))
    found = search(scene.request, scene.almanac)
    assert at_minute(found.grid[0]) == utc(first)


def test_6_a_local_day_is_shown_with_its_shift_and_offset() -> None:
    scene = scene_of(
        asked(party("America/Los_Angeles", ((840, 1020),)), party("Asia/Tokyo"), start="2026-11-24T08:00Z")
    )
    slot = plan(search(scene.request, scene.almanac)).slots[0]
    mine, theirs = slot.parties
    assert (mine.day_shift, theirs.day_shift) == (0, 1)
    assert theirs.start.isoformat() == "2026-11-25T09:00:00+09:00"
    assert mine.start.isoformat() == "2026-11-24T16:00:00-08:00"


def test_8_the_same_search_gives_the_same_answer() -> None:
    slow = asked(party("Europe/Brussels"), party("America/New_York"), start="2026-11-23T00:00Z", days=5)
    first, second = (scene_of(slow) for _ in range(2))
    assert plan(search(first.request, first.almanac)) == plan(search(second.request, second.almanac))
