"""One time judged: who is missing and why, the nearest start that works and the nearest that costs less."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from meetings import EVERY_DAY, at, meeting, searched, someone, taken, when
from minute_oracle import SlowParty
from scenes import Scene

from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import Caution
from clientbridge.core.meeting.time_check import MeetingTime, judge
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.workspace.profiles import DateRange

WEDNESDAY = date(2026, 11, 25)
ALL_DAY = someone("00:00-12:30, 12:30-24:00", EVERY_DAY)
"""Worked all the time, with no hour of lunch and no edges: costs nothing anywhere."""
CLIENT = someone("09:00-12:30, 12:30-17:00", EVERY_DAY)


def judged(start: str, scene: Scene, request: MeetingRequest | None = None) -> MeetingTime:
    return judge(searched(scene, request), at(start))


def better(answer: MeetingTime) -> str | None:
    return None if answer.better is None else when(minute_of(answer.better.start))


def nearest(answer: MeetingTime) -> str | None:
    return None if answer.nearest is None else when(minute_of(answer.nearest.start))


def optional(parties: Sequence[SlowParty]) -> Scene:
    return meeting(parties[0], *(replace(party, required=False) for party in parties[1:]))


@pytest.mark.parametrize(
    ("hours", "start", "expected"),
    [
        ("13:00-21:00", "wed 09:00", "wed 13:00"),
        ("13:00-21:00", "wed 21:00", "wed 20:00"),
        # nothing better than a time that costs nothing
        ("09:00-12:30, 12:30-17:00", "wed 12:00", None),
        # lunch costs 60: a quarter of an hour less on either side, the earlier first
        ("09:00-17:00", "wed 12:00", "wed 11:45"),
        ("09:00-17:00", "wed 12:30", "wed 12:45"),
        ("09:00-17:00", "wed 11:30", "wed 11:15"),
    ],
)
def test_the_nearest_start_that_costs_less(hours: str, start: str, expected: str | None) -> None:
    assert better(judged(start, meeting(ALL_DAY, someone(hours, EVERY_DAY)))) == expected


@pytest.mark.parametrize(
    ("hours", "start", "expected"),
    [
        # minutes outside a client's hours count before anything else; a quarter less is better already
        ("09:00-17:00", "wed 08:00", "wed 08:15"),
        ("09:00-17:00", "wed 17:00", "wed 16:45"),
        ("09:00-12:00, 13:00-17:00", "wed 12:00", "wed 11:45"),
        # 30 x 1 and 30 x 2 late: 15 x 2 become 15 x 1 at 21:15
        ("09:00-12:00, 13:00-21:00", "wed 21:30", "wed 21:15"),
    ],
)
def test_a_little_less_outside_the_hours_of_a_client_is_better(hours: str, start: str, expected: str) -> None:
    scene = meeting(ALL_DAY, someone(hours, EVERY_DAY))
    assert better(judged(start, scene, replace(scene.request, client_stretch=180))) == expected


@pytest.mark.parametrize(
    ("hours", "start", "expected"),
    [
        ("13:00-21:00", "wed 09:00", "wed 13:00"),
        ("13:00-21:00", "wed 21:00", "wed 20:00"),
        # 05:00 to 13:00 on Thursday is nearer than Wednesday's 20:00
        ("13:00-21:00", "thu 05:00", "thu 13:00"),
        ("13:00-21:00", "thu 04:00", "wed 20:00"),
        # of two equally close ones the earlier: 20:00 and 13:00 are 8 h 30 from 04:30
        ("13:00-21:00", "thu 04:30", "wed 20:00"),
        # a time that works has no nearest
        ("13:00-21:00", "wed 13:00", None),
    ],
)
def test_the_nearest_start_at_which_everyone_can_be_there(
    hours: str, start: str, expected: str | None
) -> None:
    assert nearest(judged(start, meeting(ALL_DAY, someone(hours, EVERY_DAY)))) == expected


def test_the_nearest_that_works_is_not_called_better_where_it_costs_as_much() -> None:
    """The client is 60 late at 17:00; what works before costs you an hour of lunch, or more."""
    lunch = someone("12:00-13:00", EVERY_DAY)
    client = someone("12:00-13:00", EVERY_DAY)
    scene = meeting(lunch, client)
    answer = judged("wed 13:00", scene)
    assert (answer.possible, answer.slot.cost, nearest(answer)) == (False, 120, "wed 12:00")
    assert answer.nearest is not None
    assert answer.nearest.cost == 120
    assert answer.better is None


@pytest.mark.parametrize("start", range(9, 17))
def test_what_is_better_costs_less_and_asks_no_client_that_is_not_asked_already(start: int) -> None:
    """Every quarter of a day, for hours that leave few times in common, with stretches."""
    soft = replace(someone("10:00-12:30, 13:00-16:00", EVERY_DAY), likely_off=frozenset({WEDNESDAY}))
    scene = meeting(someone("07:00-11:00", EVERY_DAY), soft)
    asked = replace(scene.request, client_stretch=180, stretch=parse_hours("06:00-20:00"))
    for quarter in ("00", "15", "30", "45"):
        answer = judged(f"wed {start:02d}:{quarter}", scene, asked)
        if answer.better is not None:
            assert answer.better.cost < answer.slot.cost
            if not answer.slot.parties[1].minutes_outside:
                assert not answer.better.parties[1].minutes_outside


def test_a_day_off_and_another_appointment_of_an_optional_party_cost_nothing() -> None:
    off = replace(CLIENT, off=frozenset({WEDNESDAY}))
    assert judged("wed 09:00", optional([ALL_DAY, off])).slot.cost == 0
    taken_up = replace(CLIENT, busy=taken("wed 10:00-wed 12:00"))
    assert better(judged("wed 10:30", optional([ALL_DAY, taken_up]))) is None
    answer = judged("wed 10:30", meeting(ALL_DAY, taken_up))
    assert (nearest(answer), better(answer)) == ("wed 09:00", "wed 09:00")


def test_soft_days_count_after_your_cost_also_when_they_are_yours() -> None:
    """Your Wednesday is likely closed: the nearest start that costs less lies on another day."""
    soft = replace(ALL_DAY, likely_off=frozenset({WEDNESDAY}))
    assert better(judged("wed 09:00", meeting(soft, CLIENT))) == "tue 16:00"
    scene = meeting(ALL_DAY, CLIENT)
    known = DateRange(date(2026, 1, 1), date(2026, 11, 24))
    ended = {place: replace(calendar, days=known) for place, calendar in scene.calendars.items()}
    assert better(judged("wed 09:00", replace(scene, calendars=ended))) == "tue 16:00"


def test_the_three_sums_of_a_slot_are_weighed_in_their_order() -> None:
    """The client is in its hours from 10:00 on, you until 09:30; Wednesday is soft for the client."""
    soft = replace(someone("10:00-12:30, 12:30-17:00", EVERY_DAY), likely_off=frozenset({WEDNESDAY}))
    scene = meeting(someone("00:00-09:30", EVERY_DAY), soft)
    asked = replace(scene.request, client_stretch=600, stretch=parse_hours("00:00-24:00"))
    # 60 early of the client at 09:00 and 30 of yours; 09:15 has 45 and 45, 08:45 15 x 4 and 45 of the client:
    # neither is better. At 10:15 the day before, your 15 and 45 x 4 are less than 90, and 120 of the soft day
    assert better(judged("wed 09:00", scene, asked)) == "tue 10:15"
    # at 10:00 nobody but you is outside, no other start has less; the same time of another day is not soft
    assert better(judged("wed 10:00", scene, asked)) == "tue 10:00"


def test_your_night_weighs_as_much_as_the_distance_of_a_client() -> None:
    """22:45 is 06:45 in Singapore: a quarter earlier costs the client 15 x 5 more, and you 15 x 144 less."""
    me, singapore = someone("09:00-17:30"), someone("09:00-17:00", where="Asia/Singapore")
    scene = meeting(me, singapore)
    asked = replace(scene.request, client_stretch=180, stretch=parse_hours("06:00-24:00"))
    assert better(judged("wed 22:45", scene, asked)) == "wed 22:30"
    assert better(judged("wed 22:15", scene, asked)) == "wed 22:00"


def test_your_own_cost_is_weighed_where_clients_cost_the_same() -> None:
    scene = meeting(someone("10:00-12:30, 13:00-17:00", EVERY_DAY), CLIENT)
    asked = replace(scene.request, stretch=parse_hours("08:00-18:00"))
    assert better(judged("wed 09:30", scene, asked)) == "wed 09:45"
    assert better(judged("wed 12:00", scene, asked)) == "wed 11:45"


@pytest.mark.parametrize(
    ("required", "start", "possible", "against"),
    [
        (True, "wed 10:00", True, []),
        (True, "wed 09:30", False, ["client1 outside_hours wed 09:30-wed 10:00"]),
        (True, "wed 17:30", False, ["client1 outside_hours wed 18:00-wed 18:30"]),
        (True, "thu 10:00", False, ["client1 busy thu 10:30-thu 11:00"]),
        (False, "thu 10:00", True, ["client1 busy thu 10:30-thu 11:00"]),
        (
            True,
            "wed 07:30",
            False,
            ["me outside_hours wed 07:30-wed 08:00", "client1 outside_hours wed 07:30-wed 08:30"],
        ),
        (
            False,
            "wed 07:30",
            False,
            ["me outside_hours wed 07:30-wed 08:00", "client1 outside_hours wed 07:30-wed 08:30"],
        ),
    ],
)
def test_who_is_missing_and_why(start: str, against: list[str], *, required: bool, possible: bool) -> None:
    client = replace(someone("10:00-18:00", EVERY_DAY), busy=taken("thu 10:30-thu 11:00"), required=required)
    answer = judged(start, meeting(someone("08:00-20:00", EVERY_DAY), client))
    assert answer.possible is answer.answered is possible
    assert [
        f"{one.party} {one.code} {when(minute_of(one.from_))}-{when(minute_of(one.to))}"
        for one in answer.against
    ] == against
    assert when(minute_of(answer.slot.start)) == start


def test_warnings_are_handed_on() -> None:
    caution = Caution(code="zone_changed", party="client1", detail="New rules")
    found = searched(meeting(ALL_DAY, CLIENT))
    assert judge(found, at("wed 10:00"), (caution,)).warnings == (caution,)
