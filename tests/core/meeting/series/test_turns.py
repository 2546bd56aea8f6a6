"""Turns in periods: what each start costs, where periods begin, and the fixed time to compare with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from meetings import EVERY_DAY, at, meeting, searched, someone, taken, when
from minute_oracle import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc
from zones import zone

from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.series.turns import Burdens, turns, widest
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import at_minute, minute_of
from clientbridge.core.workspace.profiles import DateRange

ANY_HOUR = parse_hours("00:00-24:00")
ME, EVENING = someone("09:00-17:00", EVERY_DAY), someone("18:00-22:00", EVERY_DAY)
AFTERNOON = someone("17:00-21:00", EVERY_DAY)
"""At 16:00 it is 60 outside, at 17:00 you are, and every other start costs more."""


def weekly(times: int, anchor: str = "UTC") -> Recurrence:
    return Recurrence(every=TimeSpan(days=7), word="1w", times=times, anchor=zone(anchor))


def two_weeks(*parties: SlowParty) -> Scene:
    return meeting(*parties, last="mon3 00:00")


def taking(scene: Scene, times: int = 2, past: Mapping[str, int] = MappingProxyType({})) -> Series:
    return turns(widest(searched(scene, replace(scene.request, step=60))), weekly(times), past)


def starts(series: Series) -> list[str]:
    return [when(minute_of(slot.start)) for slot in series.occurrences]


def shares(series: Series) -> list[tuple[str, int, int, int]]:
    assert series.rotation is not None
    return [(one.party, one.minutes, one.fixed_minutes, one.before) for one in series.rotation]


def test_two_parties_take_turns_and_the_earlier_start_is_first() -> None:
    series = taking(two_weeks(ME, AFTERNOON))
    assert starts(series) == ["mon 16:00", "mon2 17:00"]
    assert shares(series) == [("me", 60, 0, 0), ("client1", 60, 120, 0)]
    assert (series.every, series.times, series.anchor.key, series.kept) == ("1w", 2, "UTC", 2)
    assert series.missed == ()
    assert [drift.moves for drift in series.drift] == [(2,), (2,)]


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        # who carried more before carries less now: 100 + 0 against 60 + 60 is lighter than 160 against 60
        ({"client1": 100}, [("me", 120, 120, 0), ("client1", 0, 0, 100)]),
        ({"me": 100}, [("me", 0, 0, 100), ("client1", 120, 120, 0)]),
        ({"me": 20}, [("me", 60, 0, 20), ("client1", 60, 120, 0)]),
    ],
)
def test_what_was_carried_before_counts(
    past: dict[str, int], expected: list[tuple[str, int, int, int]]
) -> None:
    assert shares(taking(two_weeks(ME, AFTERNOON), past=past)) == expected


@pytest.mark.parametrize(
    ("where", "hours"),
    [
        # their hours are 23:00-01:00, 01:00-04:00 and 22:00-06:00 on your clock
        ("America/Los_Angeles", "15:00-17:00"),
        ("Asia/Tokyo", "10:00-13:00"),
        ("Pacific/Auckland", "11:00-19:00"),
    ],
)
def test_nobody_is_asked_for_the_night_where_an_evening_or_a_morning_does(where: str, hours: str) -> None:
    scene = meeting(ME, someone(hours, EVERY_DAY, where), last="mon5 00:00")
    series = turns(widest(searched(scene, replace(scene.request, step=60))), weekly(4), {})
    assert len(series.occurrences) == 4
    assert all(6 <= time.start.hour < 23 for slot in series.occurrences for time in slot.parties)


def test_an_optional_party_carries_nothing() -> None:
    series = taking(two_weeks(ME, EVENING, replace(EVENING, required=False)))
    assert [share[0] for share in shares(series)] == ["me", "client1"]


def test_a_period_without_a_start_is_left_out() -> None:
    away = replace(
        AFTERNOON, off=frozenset(utc("2026-11-30T00:00Z").date() + timedelta(days=n) for n in range(7))
    )
    series = taking(two_weeks(ME, away))
    assert starts(series) == ["mon 16:00"]
    assert series.kept == 1
    assert series.left_out == (DateRange(date(2026, 11, 30), date(2026, 12, 6)),)
    nobody = taking(two_weeks(replace(ME, week=((),) * 7), EVENING))
    assert (nobody.occurrences, nobody.kept, nobody.drift) == ((), 0, ())
    assert shares(nobody) == [("me", 0, 0, 0), ("client1", 0, 0, 0)]


def test_the_fixed_time_can_be_in_nearly_all_periods() -> None:
    """17:00 costs each of you 60, on your long Tuesday of the third week only the client.

    18:00 costs nobody anything, but is there on that Tuesday alone: good for a turn, not for a fixed time.
    """
    long_day = (date(2026, 12, 8), date(2026, 12, 8), ((540, 1200),))
    scene = meeting(replace(ME, seasons=(long_day,)), EVENING, last="mon6 00:00")
    asked = replace(scene.request, step=60, client_stretch=60, stretch=parse_hours("09:00-18:00"))
    series = turns(widest(searched(scene, asked)), weekly(5), {})
    assert shares(series) == [("me", 4 * 60, 4 * 60, 0), ("client1", 4 * 60, 5 * 60, 0)]
    assert [start for start in starts(series) if start.endswith("18:00")] == ["tue3 18:00"]


def test_where_the_fixed_time_cannot_be_the_lightest_start_stands_in() -> None:
    """On Mondays 15:30, 15:45 and 16:00 cost the client 60, 45 and 30; in one week 16:00 is taken."""
    mine = replace(someone("09:00-17:00", [0]), busy=taken("mon2 16:45-mon2 17:00"))
    scene = meeting(mine, someone("16:30-22:00", [0]), last="mon6 00:00")
    asked = replace(scene.request, client_stretch=60, stretch=parse_hours("09:00-17:00"))
    series = turns(widest(searched(scene, asked)), weekly(5), {})
    assert shares(series) == [("me", 0, 0, 0), ("client1", 4 * 30 + 45, 4 * 30 + 45, 0)]


@pytest.mark.parametrize(
    ("stretch", "client_stretch", "expected"),
    [
        ("", 0, (ANY_HOUR, 1440)),
        ("08:00-19:00", 0, (parse_hours("08:00-19:00"), 1440)),
        ("", 120, (ANY_HOUR, 120)),
        ("08:00-19:00", 120, (parse_hours("08:00-19:00"), 120)),
        # a stretch that leaves no start is widened after all
        ("03:00-04:00", 60, (ANY_HOUR, 60)),
    ],
)
def test_any_hour_of_a_worked_day_unless_it_is_said_how_far(
    stretch: str, client_stretch: int, expected: tuple[object, int]
) -> None:
    scene = two_weeks(ME, EVENING)
    hours = parse_hours(stretch) if stretch else ()
    wide = widest(searched(scene, replace(scene.request, stretch=hours, client_stretch=client_stretch)))
    (client,) = wide.request.others
    assert (wide.request.stretch, wide.request.asked_of(client)) == expected
    assert wide.grid


def test_a_client_that_says_how_far_it_goes_is_asked_no_further() -> None:
    scene = two_weeks(ME, EVENING, EVENING)
    me, client, other = scene.request.parties
    offering = replace(client, schedule=replace(client.schedule, stretch=parse_hours("15:00-18:00")))
    wide = widest(searched(scene, replace(scene.request, parties=(me, offering, other))))
    assert [wide.request.asked_of(party) for party in wide.request.others] == [0, 1440]
    local = [at_minute(start) for start in wide.grid]
    assert {start.hour for start in local} == {*range(15, 22)}


@pytest.mark.parametrize(
    ("weekday", "hours", "expected"),
    [
        # the last hour of each week, also of the one with 169 hours
        (6, "23:00-24:00", ["2026-10-25T22:00Z", "2026-11-01T22:00Z", "2026-11-08T22:00Z"]),
        # and the first
        (0, "00:00-01:00", ["2026-10-18T22:00Z", "2026-10-25T23:00Z", "2026-11-01T23:00Z"]),
    ],
)
def test_periods_begin_at_the_same_time_on_the_clock_of_the_anchor(
    weekday: int, hours: str, expected: list[str]
) -> None:
    """Weeks of Brussels, whose clocks go back on Sunday 25 October 2026."""
    begin = utc("2026-10-18T22:00Z")
    mine = someone(hours, [weekday], "Europe/Brussels")
    parties = (mine, someone("00:00-24:00", EVERY_DAY))
    scene = scene_of(SlowSearch(parties=parties, start=begin, end=begin + timedelta(days=22), duration=60))
    asked = replace(scene.request, stretch=parse_hours(hours), client_stretch=60)
    series = turns(widest(searched(scene, asked)), weekly(3, "Europe/Brussels"), {})
    assert [slot.start for slot in series.occurrences] == [utc(text) for text in expected]


def test_the_burden_of_a_start_grows_with_the_distance_from_the_hours_and_at_night() -> None:
    scene = two_weeks(ME, EVENING, replace(EVENING, required=False))
    wide = widest(searched(scene))
    begin, end = at("mon 00:00"), at("mon2 00:00")
    asked = [at(f"tue {clock}") for clock in ("05:00", "06:30", "08:30", "16:30", "17:00", "21:30", "22:30")]
    burdens = Burdens(wide)
    night = 60 * 144
    expected = [
        (60 * 16 + night, 60 * 64 + night),
        (30 * 9 + 30 * 4, 30 * 81 + 30 * 100),
        # half past eight is nearer to this evening than to the last
        (30, 30 * 100 + 30 * 81),
        (30, 30 * 4 + 30),
        (60, 60),
        (30 * 25 + 30 * 36, 30),
        (30 * 36 + 30 * 49 + night // 2, 30 + 30 * 4 + night // 2),
    ]
    assert [(one.start, one.burdens) for one in burdens.of_period(begin, end, asked)] == list(
        zip(asked, expected, strict=True)
    )
    # the next week is alike, and is not worked out from the first one's minutes
    later = [at("tue2 16:30"), at("wed2 08:30")]
    assert [one.burdens for one in burdens.of_period(end, at("mon3 00:00"), later)] == [(30, 150), (30, 5430)]
