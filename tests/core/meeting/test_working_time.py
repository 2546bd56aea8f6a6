"""The rules of docs/time-rules.md, one small test each; the oracle tests them all at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from minute_oracle import Hours, SlowParty, SlowSearch, Trip
from scenes import instants, scene_of, utc, weekdays_of
from zones import zone

from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.search import search
from clientbridge.core.time.intervals import at_minute, minute_of

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


def trip(first: str, last: str, where: str) -> Trip:
    return Trip(first=date.fromisoformat(first), last=date.fromisoformat(last), zone=zone(where))


def civil(slow: SlowParty, start: str, days: int) -> list[tuple[str, str, str]]:
    """Each civil day with the first minute of it and the first after it."""
    scene = scene_of(asked(slow, start=start, days=days))
    almanac = scene.almanac
    found = almanac.civil_days(almanac.days(scene.request.me.schedule))
    shown = [
        (f"{on:%d}", f"{at_minute(first):%d %H:%M}", f"{at_minute(end):%d %H:%M}")
        for on, (first, end) in found
    ]
    return shown[2:-2]


BRUSSELS = party("Europe/Brussels")


@pytest.mark.parametrize(
    ("slow", "start", "days", "expected"),
    [
        (
            party("UTC"),
            "2026-11-24T00:00Z",
            1,
            [("24", "24 00:00", "25 00:00"), ("25", "25 00:00", "26 00:00")],
        ),
        (
            party("Asia/Tokyo"),
            "2026-11-24T00:00Z",
            1,
            [("24", "23 15:00", "24 15:00"), ("25", "24 15:00", "25 15:00")],
        ),
        # 25 hours in Brussels, and in Beirut a day that begins at 01:00
        (BRUSSELS, "2026-10-25T00:00Z", 1, [("25", "24 22:00", "25 23:00"), ("26", "25 23:00", "26 23:00")]),
        (
            party("Asia/Beirut"),
            "2027-03-28T00:00Z",
            1,
            [("28", "27 22:00", "28 21:00"), ("29", "28 21:00", "29 21:00")],
        ),
        # a day in Dubai begins with its midnight there and ends with midnight at home
        (
            replace(BRUSSELS, trips=(trip("2026-11-24", "2026-11-24", "Asia/Dubai"),)),
            "2026-11-23T00:00Z",
            2,
            [("23", "22 23:00", "23 20:00"), ("24", "23 20:00", "24 23:00"), ("25", "24 23:00", "25 23:00")],
        ),
        # from 11 hours behind UTC to 14 ahead of it: Monday is over before it begins
        (
            replace(
                party("Pacific/Pago_Pago"), trips=(trip("2026-11-24", "2026-11-30", "Pacific/Kiritimati"),)
            ),
            "2026-11-23T00:00Z",
            1,
            [("23", "23 11:00", "23 11:00"), ("24", "23 10:00", "24 10:00")],
        ),
    ],
)
def test_when_a_civil_day_begins_and_ends(
    slow: SlowParty, start: str, days: int, expected: list[tuple[str, str, str]]
) -> None:
    assert civil(slow, start, days) == expected


@pytest.mark.parametrize(
    ("instant", "zone_key", "offset", "day"),
    [
        ("2026-11-23T19:59Z", "Europe/Brussels", 60, 23),
        ("2026-11-23T20:00Z", "Asia/Dubai", 240, 24),
        ("2026-11-24T19:59Z", "Asia/Dubai", 240, 24),
        ("2026-11-24T20:00Z", "Asia/Dubai", 240, 25),
        ("2026-11-25T22:59Z", "Asia/Dubai", 240, 26),
        ("2026-11-25T23:00Z", "Europe/Brussels", 60, 26),
    ],
)
def test_the_clock_and_the_date_of_a_traveller(instant: str, zone_key: str, offset: int, day: int) -> None:
    """Two days in Dubai, 24 and 25 November: at 25 22:59Z its clock shows the 26th already."""
    traveller = replace(BRUSSELS, trips=(trip("2026-11-24", "2026-11-25", "Asia/Dubai"),))
    scene = scene_of(asked(traveller, start="2026-11-23T00:00Z", days=4))
    days = scene.almanac.days(scene.request.me.schedule)
    minute = minute_of(utc(instant))
    piece = days.piece_at(minute)
    assert (piece.zone.key, piece.offset, days.date_at(minute).day) == (zone_key, offset, day)
    assert piece.start <= minute < piece.end
    assert [left.end for left in days.clock[:-1]] == [right.start for right in days.clock[1:]]


def test_what_a_day_is_from_two_days_before_the_range_to_two_after_it() -> None:
    off = replace(party("Europe/Brussels"), off=frozenset({date(2026, 11, 23), date(2026, 11, 28)}))
    scene = scene_of(asked(off, start="2026-11-25T00:00Z", days=1))
    days = scene.almanac.days(scene.request.me.schedule)
    assert (days.first, len(days.meanings)) == (date(2026, 11, 23), 6)
    worked = [bool(days.meaning_on(date(2026, 11, 23) + timedelta(days=ahead)).hours) for ahead in range(6)]
    assert worked == [False, True, True, True, True, False]
    assert days.meaning_on(date(2026, 11, 24)) is not None
    assert scene.almanac.days(scene.request.me.schedule) == days


def test_alike_schedules_and_zones_are_worked_out_once() -> None:
    scene = scene_of(asked(BRUSSELS, BRUSSELS, start="2026-11-23T00:00Z"))
    almanac = scene.almanac
    me, client = scene.request.parties
    assert almanac.days(me.schedule) is almanac.days(replace(me.schedule))
    elsewhere = replace(me.schedule, zone=zone("Asia/Tokyo"))
    assert almanac.days(elsewhere).meanings is almanac.days(me.schedule).meanings
    assert almanac.days(client.schedule).meanings is not almanac.days(me.schedule).meanings
    assert almanac.pieces(me.schedule.zone) is almanac.pieces(me.schedule.zone)
