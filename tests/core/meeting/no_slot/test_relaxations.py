"""Which change is proposed first, how far each ladder goes, and what is typed to run it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from meetings import EVERY_DAY, at, meeting, searched, someone, taken
from minute_oracle import SlowParty
from scenes import Scene, utc

from clientbridge.core.meeting.no_slot.blockers import longest_gap
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.request import MeetingRequest, RequestWords
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import parse_hours

TUESDAY = [1]
DAY = timedelta(days=1)
OFFICE = someone("09:00-17:00", TUESDAY)


def proposed(scene: Scene, request: MeetingRequest | None = None) -> list[tuple[str, str, int]]:
    """What to do, the options to type, and how many starts that opens."""
    found = searched(scene, request)
    assert not found.grid

    def almanac_of(changed: MeetingRequest) -> Almanac:
        return Almanac(scene.calendars, changed.within)

    lines = relaxations(found, longest_gap(found), almanac_of)
    assert all(line.args[0] == "meet" for line in lines)
    return [(line.say, " ".join(line.args[1:]), line.slots) for line in lines]


def tuesday(*parties: SlowParty, duration: int = 60) -> Scene:
    return meeting(*parties, first="tue 00:00", last="wed 00:00", duration=duration)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        # half an hour at a time until an hour fits, on each side
        (
            "09:00-17:00",
            "17:00-19:00",
            [
                ("you stay 1h later: from Tue 24 Nov 17:00", "--stretch 09:00-18:00", 1),
                (
                    "ask the clients for 1h beyond their hours: from Tue 24 Nov 16:00",
                    "--client-stretch 1h",
                    1,
                ),
            ],
        ),
        (
            "09:00-17:00",
            "06:00-09:30",
            [
                ("you start 30m earlier: from Tue 24 Nov 08:30", "--stretch 08:30-17:00", 1),
                (
                    "ask the clients for 30m beyond their hours: from Tue 24 Nov 09:00",
                    "--client-stretch 30m",
                    1,
                ),
                ("meet for 30m: from Tue 24 Nov 09:00", "--duration 30m", 1),
            ],
        ),
        # six hours are the most
        (
            "09:00-16:00",
            "21:00-22:00",
            [
                ("you stay 6h later: from Tue 24 Nov 21:00", "--stretch 09:00-22:00", 1),
                (
                    "ask the clients for 6h beyond their hours: from Tue 24 Nov 15:00",
                    "--client-stretch 6h",
                    1,
                ),
            ],
        ),
        ("09:00-16:00", "21:30-22:30", []),
        # nobody is asked to start before 05:00, who does not already
        (
            "09:00-10:00",
            "05:00-06:00",
            [
                ("you start 4h earlier: from Tue 24 Nov 05:00", "--stretch 05:00-10:00", 1),
                (
                    "ask the clients for 4h beyond their hours: from Tue 24 Nov 09:00",
                    "--client-stretch 4h",
                    1,
                ),
            ],
        ),
        (
            "09:00-10:00",
            "04:30-05:30",
            [
                (
                    "ask the clients for 4h30 beyond their hours: from Tue 24 Nov 09:00",
                    "--client-stretch 4h30",
                    1,
                ),
            ],
        ),
        (
            "04:00-05:00",
            "02:00-04:00",
            [("ask the clients for 1h beyond their hours: from Tue 24 Nov 04:00", "--client-stretch 1h", 1)],
        ),
        # nor past midnight
        (
            "09:00-22:30",
            "23:00-24:00",
            [
                ("you stay 1h30 later: from Tue 24 Nov 23:00", "--stretch 09:00-24:00", 1),
                (
                    "ask the clients for 1h30 beyond their hours: from Tue 24 Nov 21:30",
                    "--client-stretch 1h30",
                    1,
                ),
            ],
        ),
        (
            "20:00-24:00",
            "19:00-20:00",
            [
                ("you start 1h earlier: from Tue 24 Nov 19:00", "--stretch 19:00-24:00", 1),
                (
                    "ask the clients for 1h beyond their hours: from Tue 24 Nov 20:00",
                    "--client-stretch 1h",
                    1,
                ),
            ],
        ),
        # for overnight hours of yours nothing is proposed to you
        (
            "22:00-02:00",
            "20:00-22:00",
            [("ask the clients for 1h beyond their hours: from Tue 24 Nov 22:00", "--client-stretch 1h", 1)],
        ),
    ],
)
def test_hours_are_stretched_as_little_as_helps(
    mine: str, theirs: str, expected: list[tuple[str, str, int]]
) -> None:
    assert proposed(tuesday(someone(mine, TUESDAY), someone(theirs, TUESDAY))) == expected


def test_what_is_stretched_already_is_stretched_further() -> None:
    scene = tuesday(OFFICE, someone("18:30-20:00", TUESDAY))
    asked = replace(scene.request, stretch=parse_hours("08:00-18:00"), client_stretch=30)
    assert proposed(scene, asked) == [
        ("you stay 1h later: from Tue 24 Nov 18:00", "--stretch 08:00-19:00", 1),
        ("ask the clients for 1h30 beyond their hours: from Tue 24 Nov 17:00", "--client-stretch 1h30", 1),
    ]


@pytest.mark.parametrize(
    ("hours", "step", "expected"),
    [
        ("10:05-11:05", 15, ("start every 5 min: from Tue 24 Nov 10:05", "--step 5m", 1)),
        ("10:03-11:03", 15, ("start at any minute: from Tue 24 Nov 10:03", "--step 1m", 1)),
        ("10:03-11:07", 15, ("start every 5 min: from Tue 24 Nov 10:05", "--step 5m", 1)),
        ("10:03-11:03", 5, ("start at any minute: from Tue 24 Nov 10:03", "--step 1m", 1)),
        ("10:01-11:01", 2, ("start at any minute: from Tue 24 Nov 10:01", "--step 1m", 1)),
    ],
)
def test_a_finer_step_is_the_first_thing_to_try(
    hours: str, step: int, expected: tuple[str, str, int]
) -> None:
    scene = tuesday(OFFICE, someone(hours, TUESDAY))
    assert proposed(scene, replace(scene.request, step=step))[0] == expected


@pytest.mark.parametrize(
    ("duration", "common", "expected"),
    [
        (60, "10:00-10:59", "45m"),
        (60, "10:00-10:45", "45m"),
        (60, "10:00-10:44", "30m"),
        (60, "10:00-10:15", "15m"),
        (60, "10:00-10:14", None),
        (61, "10:00-11:00", "1h"),
        (15, "10:01-10:16", None),
        (120, "10:07-11:30", "1h15"),
        (120, "10:20-11:30", "1h"),
        (120, "10:20-11:29", "45m"),
    ],
)
def test_a_shorter_meeting_is_as_long_as_fits(duration: int, common: str, expected: str | None) -> None:
    """In quarters of an hour; a meeting that fits by its length still needs a start on the grid."""
    scene = tuesday(OFFICE, replace(someone(common, TUESDAY)), duration=duration)
    shorter = [options for _, options, _ in proposed(scene) if options.startswith("--duration")]
    assert shorter == ([] if expected is None else [f"--duration {expected}"])


def test_one_of_several_clients_may_be_left_out() -> None:
    away = someone("00:00-00:30", [6])
    scene = tuesday(OFFICE, OFFICE, away)
    assert ("without Client 2: from Tue 24 Nov 09:00", "--optional client2", 29) in proposed(scene)
    assert not [line for line in proposed(tuesday(OFFICE, away)) if "--optional" in line[1]]
    both = tuesday(OFFICE, away, replace(OFFICE, required=False))
    assert not [line for line in proposed(both) if "--optional" in line[1]]


@pytest.mark.parametrize(
    ("option", "say"),
    [
        ("--strict", "also on days that are likely closed"),
        ("--on", "on any weekday"),
        ("--between", "at any hour of your day"),
        ("--notice", "at shorter notice"),
        ("--buffer", "without a pause around other appointments"),
    ],
)
def test_a_limit_that_was_typed_may_be_dropped(option: str, say: str) -> None:
    """Each limit alone closes the Tuesday from 10:00 to 12:00."""
    soft = replace(
        someone("10:00-12:00", TUESDAY),
        likely_off=frozenset({utc("2026-11-24T00:00Z").date()}) if option == "--strict" else frozenset(),
        busy=taken("tue 08:00-tue 10:00", "tue 12:00-tue 13:00"),
    )
    scene = tuesday(OFFICE, soft)
    plain = scene.request
    limited = {
        "--strict": replace(plain, strict=True),
        "--on": replace(plain, weekdays=frozenset({3})),
        "--between": replace(plain, between=parse_hours("13:00-14:00")),
        "--notice": replace(plain, now=at("tue 08:00"), notice=4 * 60),
        "--buffer": replace(plain, buffer=60),
    }[option]
    typed = RequestWords(parties=("acme",), options=(("--count", "9"), (option, "x")))
    lines = proposed(scene, replace(limited, words=typed))
    assert (f"{say}: from Tue 24 Nov 10:00", "acme --count 9", 5) in lines
    untyped = proposed(scene, replace(limited, words=RequestWords()))
    assert not [line for line in untyped if line[0].startswith(say)]


@pytest.mark.parametrize(
    ("weeks_off", "say"), [(1, "1 week later"), (2, "2 weeks later"), (8, "8 weeks later"), (9, None)]
)
def test_a_later_week_of_the_next_eight(weeks_off: int, say: str | None) -> None:
    first = utc("2026-11-24T00:00Z").date()
    away = replace(OFFICE, off=frozenset(first + 7 * week * DAY for week in range(weeks_off)))
    scene = tuesday(OFFICE, away)
    typed = RequestWords(options=(("--next", "1d"), ("--from", "tue"), ("--to", "wed"), ("--step", "15m")))
    lines = proposed(scene, replace(scene.request, words=typed))
    if say is None:
        assert lines == []
    else:
        begin = first + 7 * weeks_off * DAY
        options = f"--step 15m --from {begin}T00:00Z --to {begin + DAY}T00:00Z"
        assert lines == [(f"{say}: from Tue {begin.day} {begin:%b} 09:00", options, 29)]


def test_the_kinds_of_change_come_in_one_order() -> None:
    mine = someone("09:00-12:00", EVERY_DAY)
    theirs = replace(someone("08:00-14:00", EVERY_DAY), busy=taken("tue 08:00-tue 11:00"))
    scene = tuesday(mine, theirs, someone("08:00-18:00", EVERY_DAY))
    asked = replace(scene.request, buffer=30, words=RequestWords(options=(("--buffer", "30m"),)))
    assert [say.split(":")[0] for say, _, _ in proposed(scene, asked)] == [
        "you stay 30m later",
        "meet for 30m",
        "without Client 1",
        "without a pause around other appointments",
        "1 week later",
    ]
