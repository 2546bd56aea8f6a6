"""Blockers, the longest gap and the changes that help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from oracles import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc, weekdays_of
from searches import searches
from zones import zone

from clientbridge.core.meeting.no_slot.blockers import explained
from clientbridge.core.meeting.no_slot.result import BlockerCode
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.durations import parse_minutes
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import minute_of

OFFICE = weekdays_of(range(5), ((540, 1020),))


def planned(scene: Scene) -> MeetingPlan:
    def almanac_of(request: MeetingRequest) -> Almanac:
        return Almanac(scene.calendars, request.within)

    found = search(scene.request, scene.almanac)
    return plan(found) if found.starts else explained(plan(found), found, almanac_of)


def pair(mine: SlowParty, *clients: SlowParty, days: int = 5, duration: int = 30) -> SlowSearch:
    start = utc("2026-11-23T00:00Z")
    return SlowSearch(
        parties=(mine, *clients), start=start, end=start + timedelta(days=days), duration=duration
    )


BERLIN = SlowParty(zone=zone("Europe/Berlin"), week=OFFICE)
LOS_ANGELES = SlowParty(zone=zone("America/Los_Angeles"), week=OFFICE)
LONDON = SlowParty(zone=zone("Europe/London"), week=OFFICE)


def test_without_a_common_hour_the_hours_are_in_the_way() -> None:
    answer = planned(scene_of(pair(BERLIN, LOS_ANGELES)))
    assert not answer.answered
    assert answer.longest_gap is None
    assert {(blocker.party, blocker.code) for blocker in answer.blockers} == {
        ("me", BlockerCode.OUTSIDE_HOURS),
        ("me", BlockerCode.WEEKEND),
        ("client1", BlockerCode.OUTSIDE_HOURS),
    }
    assert answer.relaxations[0].args == ("meet", "--stretch", "09:00-18:30")
    assert {relaxation.args[-2] for relaxation in answer.relaxations} == {"--stretch", "--client-stretch"}


def test_a_holiday_is_named_with_its_day() -> None:
    holiday = replace(LONDON, off=frozenset({date(2026, 11, 23)}))
    answer = planned(scene_of(pair(BERLIN, holiday, days=1)))
    (blocker,) = [blocker for blocker in answer.blockers if blocker.party != "me"]
    assert (blocker.party, blocker.code, blocker.detail) == ("client1", BlockerCode.HOLIDAY, "National Day")
    assert (blocker.from_, blocker.to) == (utc("2026-11-23T08:00Z"), utc("2026-11-23T16:00Z"))
    assert answer.relaxations[-1].say.startswith("1 week later: from Mon 30 Nov")


def test_the_longest_gap_and_a_shorter_meeting() -> None:
    late = replace(
        LONDON,
        week=weekdays_of(range(5), ((900, 1020),)),
        busy=((utc("2026-11-23T15:20Z"), utc("2026-11-23T16:30Z")),),
    )
    answer = planned(scene_of(pair(BERLIN, late, days=1, duration=60)))
    assert answer.longest_gap is not None
    assert (answer.longest_gap.start, answer.longest_gap.minutes) == (utc("2026-11-23T15:00Z"), 20)
    assert {blocker.code for blocker in answer.blockers} == {BlockerCode.OUTSIDE_HOURS, BlockerCode.BUSY}
    assert ("meet", "--duration", "15m") in [relaxation.args for relaxation in answer.relaxations]


def test_the_party_to_leave_out_is_found() -> None:
    answer = planned(scene_of(pair(BERLIN, LONDON, LOS_ANGELES)))
    assert ("meet", "--optional", "client2") in [relaxation.args for relaxation in answer.relaxations]
    assert {blocker.party for blocker in answer.blockers if blocker.from_.date() == date(2026, 11, 24)} == {
        "client2"
    }


def test_options_that_leave_no_time_are_told() -> None:
    scene = scene_of(pair(BERLIN, LONDON))
    scene = replace(scene, request=replace(scene.request, notice=10 * 1440))
    (blocker,) = planned(scene).blockers
    assert blocker.code is BlockerCode.REQUEST


def typed(request: MeetingRequest, args: tuple[str, ...]) -> MeetingRequest:
    """The request with the options of a relaxation, read as the command line reads them."""
    meet, *words = args
    assert meet == "meet"
    for option, value in in_pairs(words):
        match option:
            case "--duration":
                request = replace(request, duration=parse_minutes(value))
            case "--step":
                request = replace(request, step=parse_minutes(value))
            case "--stretch":
                request = replace(request, stretch=parse_hours(value))
            case "--client-stretch":
                request = replace(request, client_stretch=parse_minutes(value))
            case "--from":
                request = replace(request, within=(minute_of(utc(value)), request.within[1]))
            case "--to":
                request = replace(request, within=(request.within[0], minute_of(utc(value))))
            case "--optional":
                (left_out,) = [party for party in request.parties if party.id == value]
                others = [party for party in request.parties if party.id != value]
                request = replace(request, parties=(*others, replace(left_out, required=False)))
            case _:
                raise AssertionError(option)
    return request


def in_pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


@given(searches())
def test_every_change_told_finds_a_slot(slow: SlowSearch) -> None:
    scene = scene_of(slow)
    for relaxation in planned(scene).relaxations:
        request = typed(scene.request, relaxation.args)
        again = search(request, Almanac(scene.calendars, request.within))
        assert len(again.grid) == relaxation.slots > 0


@given(searches())
def test_without_windows_someone_is_in_the_way(slow: SlowSearch) -> None:
    answer = planned(scene_of(slow))
    assert bool(answer.blockers) is not bool(answer.windows)
    for blocker in answer.blockers:
        assert answer.request.from_ <= blocker.from_ < blocker.to <= answer.request.to


@given(searches(days=4))
def test_no_slot_with_a_client_outside_ranks_above_one_without(slow: SlowSearch) -> None:
    scene = scene_of(slow)
    scene = replace(scene, request=replace(scene.request, client_stretch=120, count=12))
    answer = planned(scene)
    outside = [any(time.minutes_outside for time in slot.parties if time.id != "me") for slot in answer.slots]
    assert outside == sorted(outside)
    assert all(
        slot.cost == sum(part.cost for time in slot.parties for part in time.parts) for slot in answer.slots
    )
    assert len({slot.start for slot in answer.slots}) == len(answer.slots)
