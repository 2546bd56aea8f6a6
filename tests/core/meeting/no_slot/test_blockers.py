"""Blockers, the longest gap and the changes that help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from meetings import EVERY_DAY, at, meeting, searched, someone, taken, when
from minute_oracle import SlowParty, SlowSearch
from scenes import Scene, scene_of, utc, weekdays_of
from searches import searches
from zones import zone

from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.meeting.no_slot.blockers import blockers, explain, longest_gap
from clientbridge.core.meeting.no_slot.result import BlockerCode
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.durations import parse_minutes
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.workspace.profiles import Schedule

OFFICE = weekdays_of(range(5), ((540, 1020),))


def planned(scene: Scene) -> MeetingPlan:
    def almanac_of(request: MeetingRequest) -> Almanac:
        return Almanac(scene.calendars, request.within)

    found = search(scene.request, scene.almanac)
    return plan(found) if found.starts else explain(plan(found), found, almanac_of)


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
    assert answer.relaxations[-1].say.startswith("1 week later: Mon 30 Nov")


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
    assert ("meet", "--duration", "20m") in [relaxation.args for relaxation in answer.relaxations]


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
                request = asking(request, value)
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


def asking(request: MeetingRequest, value: str) -> MeetingRequest:
    """All clients asked for ``1h``, or one for ``client1=1h``."""
    name, _, minutes = value.rpartition("=")
    if not name:
        return replace(request, client_stretch=parse_minutes(minutes))
    parties = (
        replace(party, asked=parse_minutes(minutes)) if party.id == name else party
        for party in request.parties
    )
    return replace(request, parties=tuple(parties))


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
    away = {party.id for party in answer.parties if not party.required}
    outside = [
        any(time.minutes_outside for time in slot.parties if time.id not in {"me", *away & {*slot.missing}})
        for slot in answer.slots
    ]
    assert outside == sorted(outside)
    assert all(
        slot.cost == sum(part.cost for time in slot.parties for part in time.parts) for slot in answer.slots
    )
    assert len({slot.start for slot in answer.slots}) == len(answer.slots)


TUESDAY = date(2026, 11, 24)
ALL_DAY = someone("00:00-24:00", EVERY_DAY)


def told(result: SearchResult) -> list[tuple[str, str, str, str]]:
    return [
        (one.party, one.code.value, f"{when(minute_of(one.from_))}-{when(minute_of(one.to))}", one.detail)
        for one in blockers(result)
    ]


def tuesday(*parties: SlowParty, duration: int = 60) -> Scene:
    return meeting(*parties, first="tue 00:00", last="wed 00:00", duration=duration)


def with_client(scene: Scene, schedule: Schedule, calendar: PlaceCalendar | None = None) -> SearchResult:
    """The search with another schedule of the first client, and perhaps another calendar of its place."""
    me, client = scene.request.parties
    calendars = dict(scene.calendars)
    if calendar is not None:
        calendars[schedule.place] = calendar
    request = replace(scene.request, parties=(me, replace(client, schedule=schedule)))
    return searched(Scene(request, calendars))


def closing(
    *kinds: ReasonKind, status: DayStatus = DayStatus.CLOSED, cut: HoursCut | None = None
) -> SearchResult:
    """You all day, and a client whose place has facts of those kinds on the Tuesday."""
    scene = tuesday(ALL_DAY, someone())
    schedule = scene.request.others[0].schedule
    facts = tuple(
        DayFact(status=status, reason=Reason(kind=kind, name=kind.value.title()), cut=cut) for kind in kinds
    )
    known = scene.calendars[schedule.place]
    return with_client(scene, schedule, replace(known, facts={TUESDAY: facts}))


WHOLE_DAY = "tue 00:00-wed 00:00"


@pytest.mark.parametrize(
    ("kinds", "code", "detail"),
    [
        ([ReasonKind.PUBLIC_HOLIDAY], "holiday", "Public_Holiday"),
        ([ReasonKind.BANK_HOLIDAY], "holiday", "Bank_Holiday"),
        ([ReasonKind.OPTIONAL], "holiday", "Optional"),
        ([ReasonKind.REGION_DEPENDENT], "holiday", "Region_Dependent"),
        ([ReasonKind.WEEKEND], "weekend", "Weekend"),
        ([ReasonKind.AWAY], "away", "Away"),
        ([ReasonKind.COMPANY], "closure", "Company"),
        ([ReasonKind.SEASON], "closure", "Season"),
        ([ReasonKind.HALF_DAY], "closure", "Half_Day"),
        # the weightiest reasons give code and name, each once (`Day.named_by`)
        ([ReasonKind.WEEKEND, ReasonKind.PUBLIC_HOLIDAY], "holiday", "Public_Holiday"),
        ([ReasonKind.PUBLIC_HOLIDAY, ReasonKind.OPTIONAL], "holiday", "Public_Holiday; Optional"),
        ([ReasonKind.AWAY, ReasonKind.BANK_HOLIDAY], "away", "Away"),
        ([ReasonKind.COMPANY, ReasonKind.WEEKEND], "closure", "Company"),
        ([ReasonKind.SEASON, ReasonKind.AWAY], "away", "Away"),
        ([ReasonKind.SEASON, ReasonKind.SEASON], "closure", "Season"),
    ],
)
def test_the_code_of_a_day_off(kinds: list[ReasonKind], code: str, detail: str) -> None:
    assert told(closing(*kinds)) == [("client1", code, WHOLE_DAY, detail)]


def test_a_day_cut_to_nothing_is_a_closure_also_without_a_reason() -> None:
    emptied = closing(ReasonKind.HALF_DAY, status=DayStatus.REDUCED, cut=HoursCut(until=0))
    assert told(emptied) == [("client1", "closure", WHOLE_DAY, "Half_Day")]
    scene = tuesday(ALL_DAY, someone())
    never = replace(scene.request.others[0].schedule, hours=WorkingHours())
    assert told(with_client(scene, never)) == [("client1", "closure", WHOLE_DAY, "no work on that day")]


OFF = replace(someone(), off=frozenset({TUESDAY}))
HOLIDAY = ("closure", "Closed") if TUESDAY.toordinal() % 2 == 0 else ("holiday", "National Day")


@pytest.mark.parametrize(
    ("parties", "duration", "expected"),
    [
        # outside its hours, for the time at which you could
        (
            (someone("13:00-20:00"), someone("09:00-13:00")),
            60,
            [
                ("me", "outside_hours", "tue 09:00-tue 13:00", "works 13:00-20:00"),
                ("client1", "outside_hours", "tue 13:00-tue 20:00", "works 09:00-13:00"),
            ],
        ),
        # in another appointment where it would work, outside its hours where it would not
        (
            (someone("10:00-14:00"), replace(someone("09:00-12:00"), busy=taken("tue 11:00-tue 13:00"))),
            120,
            [
                ("me", "outside_hours", "tue 09:00-tue 10:00", "works 10:00-14:00"),
                ("client1", "busy", "tue 11:00-tue 12:00", "another appointment"),
                ("client1", "outside_hours", "tue 12:00-tue 14:00", "works 09:00-12:00"),
            ],
        ),
        # only the party without which all the others could meet
        (
            (someone(), someone("08:00-20:00"), OFF),
            60,
            [("client2", HOLIDAY[0], "tue 09:00-tue 17:00", HOLIDAY[1])],
        ),
        # an optional party never blocks
        (
            (someone(), OFF, replace(OFF, required=False)),
            60,
            [("client1", HOLIDAY[0], "tue 09:00-tue 17:00", HOLIDAY[1])],
        ),
        # two at once: each is held against your own time
        (
            (someone("10:00-12:00"), OFF, OFF),
            60,
            [
                ("client1", HOLIDAY[0], "tue 10:00-tue 12:00", HOLIDAY[1]),
                ("client2", HOLIDAY[0], "tue 10:00-tue 12:00", HOLIDAY[1]),
            ],
        ),
        # without any time of your own you are named alone
        ((OFF, OFF), 60, [("me", HOLIDAY[0], WHOLE_DAY, HOLIDAY[1])]),
    ],
)
def test_who_blocks_and_when(
    parties: tuple[SlowParty, ...], duration: int, expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(searched(tuesday(*parties, duration=duration))) == expected


def test_time_too_short_to_meet_in_is_no_loss() -> None:
    """The client leaves 59 minutes before you and comes 60 minutes after you: only the 60 block."""
    scene = tuesday(
        someone("10:00-17:00"), replace(someone("11:00-16:01"), busy=taken("tue 11:00-tue 16:01"))
    )
    assert [
        line[2] for line in told(searched(scene)) if line[1] == "outside_hours" and line[0] == "client1"
    ] == [
        "tue 10:00-tue 11:00",
        "tue 16:01-tue 17:00",
    ]
    alone = meeting(ALL_DAY, someone(), first="mon 23:30", last="tue 00:30")
    assert told(searched(alone)) == [
        ("client1", "outside_hours", "mon 23:30-tue 00:00", "works 09:00-17:00"),
        ("client1", "outside_hours", "tue 00:00-tue 00:30", "works 09:00-17:00"),
    ]


@pytest.mark.parametrize(("notice", "expected"), [(23 * 60, "client1"), (23 * 60 + 1, "me")])
def test_a_request_without_room_for_the_meeting_blocks_itself(notice: int, expected: str) -> None:
    scene = tuesday(ALL_DAY, someone())
    lines = told(searched(scene, replace(scene.request, now=at("tue 00:00"), notice=notice)))
    assert [line[0] for line in lines] == [expected]
    if expected == "me":
        assert lines[0][1:3] == ("request", WHOLE_DAY)


def test_blockers_are_told_day_by_day_of_yours() -> None:
    """You are in Tokyo, where the day changes at 15:00Z; the client never works."""
    mine = someone("00:00-24:00", EVERY_DAY, "Asia/Tokyo")
    lines = told(searched(tuesday(mine, someone(days=[6]))))
    assert [line[2] for line in lines] == ["tue 00:00-tue 15:00", "tue 15:00-wed 00:00"]


def test_a_likely_closed_day_blocks_a_strict_search() -> None:
    soft = replace(someone(), likely_off=frozenset({TUESDAY}))
    scene = tuesday(ALL_DAY, soft)
    strict = replace(scene.request, strict=True)
    assert told(searched(scene, strict)) == [("client1", "likely_closed", WHOLE_DAY, "Carnival")]
    late = tuesday(someone("18:00-20:00"), soft)
    assert told(searched(late))[-1][1] == "outside_hours"


@pytest.mark.parametrize(
    ("appointments", "gap"),
    [
        ([], ("tue 09:00", 480)),
        (["tue 10:00-tue 16:30"], ("tue 09:00", 60)),
        (["tue 09:30-tue 16:00"], ("tue 16:00", 60)),
        (["tue 10:00-tue 16:00"], ("tue 09:00", 60)),
        (["tue 09:00-tue 16:59"], ("tue 16:59", 1)),
        (["tue 09:00-tue 17:00"], None),
    ],
)
def test_the_longest_time_in_common_is_the_first_of_equals(
    appointments: list[str], gap: tuple[str, int] | None
) -> None:
    nobody = replace(someone("02:00-03:00"), required=False)
    found = searched(tuesday(replace(someone(), busy=taken(*appointments)), someone("08:00-18:00"), nobody))
    longest = longest_gap(found)
    if longest is None:
        assert gap is None
    else:
        assert (when(minute_of(longest.start)), longest.minutes) == gap
        assert (longest.end - longest.start).total_seconds() == longest.minutes * 60
