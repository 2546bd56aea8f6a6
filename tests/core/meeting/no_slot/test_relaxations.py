"""Which change is proposed first, how far each ladder goes, and what is typed to run it."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from meetings import EVERY_DAY, at, meeting, searched, someone, taken
from minute_oracle import SlowParty
from scenes import Scene, utc

from clientbridge.core.meeting.no_slot.blockers import longest_gap
from clientbridge.core.meeting.no_slot.relaxations import relaxations
from clientbridge.core.meeting.request import MeetingRequest, RequestWords
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.durations import parse_minutes
from clientbridge.core.time.hours import parse_hours

CLOCK = re.compile(r"\b\d\d:\d\d\b")
PLACES = (
    "Asia/Tokyo",
    "America/Los_Angeles",
    "America/New_York",
    "Asia/Singapore",
    "Pacific/Auckland",
    "America/Sao_Paulo",
)
TUESDAY = [1]
DAY = timedelta(days=1)
OFFICE = someone("09:00-17:00", TUESDAY)


def proposed(scene: Scene, request: MeetingRequest | None = None) -> list[tuple[str, str, int]]:
    """What to do and when, the options to type, and how many starts that opens."""
    found = searched(scene, request)
    assert not found.grid

    def almanac_of(changed: MeetingRequest) -> Almanac:
        return Almanac(scene.calendars, changed.within)

    lines = relaxations(found, longest_gap(found), almanac_of)
    assert all(line.args[0] == "meet" for line in lines)
    return [(line.say.removesuffix(" in UTC"), " ".join(line.args[1:]), line.slots) for line in lines]


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
                ("you stay 1h later: Tue 24 Nov 17:00", "--stretch 09:00-18:00", 1),
                (
                    "ask Client 1 for 1h beyond their hours: Tue 24 Nov 16:00",
                    "--client-stretch 1h",
                    1,
                ),
            ],
        ),
        (
            "09:00-17:00",
            "06:00-09:30",
            [
                ("you start 30m earlier: Tue 24 Nov 08:30", "--stretch 08:30-17:00", 1),
                (
                    "ask Client 1 for 30m beyond their hours: Tue 24 Nov 09:00",
                    "--client-stretch 30m",
                    1,
                ),
                ("meet for 30m: Tue 24 Nov 09:00", "--duration 30m", 1),
            ],
        ),
        # six hours are the most
        (
            "09:00-16:00",
            "21:00-22:00",
            [
                ("you stay 6h later: Tue 24 Nov 21:00", "--stretch 09:00-22:00", 1),
                (
                    "ask Client 1 for 6h beyond their hours: Tue 24 Nov 15:00",
                    "--client-stretch 6h",
                    1,
                ),
                (
                    "you stay 3h later and ask Client 1 for 3h beyond their hours: Tue 24 Nov 18:00",
                    "--stretch 09:00-19:00 --client-stretch 3h",
                    1,
                ),
            ],
        ),
        # six hours of each, and the cheapest way to share the 6 h 30
        (
            "09:00-16:00",
            "21:30-22:30",
            [
                (
                    "you stay 3h later and ask Client 1 for 3h30 beyond their hours: Tue 24 Nov 18:00",
                    "--stretch 09:00-19:00 --client-stretch 3h30",
                    1,
                ),
            ],
        ),
        # nobody is asked for the night, 23:00 to 06:00, while anything else helps
        (
            "09:00-10:00",
            "05:00-06:00",
            [
                (
                    "ask Client 1 for 4h beyond their hours: Tue 24 Nov 09:00",
                    "--client-stretch 4h",
                    1,
                ),
                (
                    "you start 2h earlier and ask Client 1 for 2h beyond their hours: Tue 24 Nov 07:00",
                    "--stretch 07:00-10:00 --client-stretch 2h",
                    1,
                ),
            ],
        ),
        (
            "09:00-10:00",
            "04:30-05:30",
            [
                (
                    "ask Client 1 for 4h30 beyond their hours: Tue 24 Nov 09:00",
                    "--client-stretch 4h30",
                    1,
                ),
                (
                    "you start 2h30 earlier and ask Client 1 for 2h beyond their hours: Tue 24 Nov 06:30",
                    "--stretch 06:30-10:00 --client-stretch 2h",
                    1,
                ),
            ],
        ),
        (
            "04:00-05:00",
            "02:00-04:00",
            [
                (
                    "you stay 2h later and ask Client 1 for 3h beyond their hours: Tue 24 Nov 06:00",
                    "--stretch 04:00-07:00 --client-stretch 3h",
                    9,
                )
            ],
        ),
        # also where the same change opens the night
        (
            "00:00-01:00",
            "01:00-02:00",
            [
                (
                    "you stay 6h later and ask Client 1 for 5h beyond their hours: Tue 24 Nov 06:00",
                    "--stretch 00:00-07:00 --client-stretch 5h",
                    25,
                ),
            ],
        ),
        # where nothing else does, they are; by day you would be asked for six hours and a half
        (
            "00:00-00:30",
            "00:30-02:00",
            [
                ("you stay 1h later: Tue 24 Nov 00:30", "--stretch 00:00-01:30", 1),
            ],
        ),
        (
            "09:00-22:30",
            "23:00-24:00",
            [
                (
                    "ask Client 1 for 1h30 beyond their hours: Tue 24 Nov 21:30",
                    "--client-stretch 1h30",
                    1,
                ),
                (
                    "you stay 30m later and ask Client 1 for 1h beyond their hours: Tue 24 Nov 22:00",
                    "--stretch 09:00-23:00 --client-stretch 1h",
                    1,
                ),
            ],
        ),
        (
            "20:00-24:00",
            "19:00-20:00",
            [
                ("you start 1h earlier: Tue 24 Nov 19:00", "--stretch 19:00-24:00", 1),
                (
                    "ask Client 1 for 1h beyond their hours: Tue 24 Nov 20:00",
                    "--client-stretch 1h",
                    1,
                ),
            ],
        ),
        # hours over midnight are stretched at their start
        (
            "22:00-02:00",
            "20:00-22:00",
            [
                ("you start 1h earlier: Tue 24 Nov 21:00", "--stretch 21:00-22:00", 1),
                ("ask Client 1 for 1h beyond their hours: Tue 24 Nov 22:00", "--client-stretch 1h", 1),
            ],
        ),
        # to the minute where hours are
        (
            "09:00-17:00",
            "16:52-20:00",
            [
                ("you stay 1h later: Tue 24 Nov 17:00", "--stretch 09:00-18:00", 1),
                (
                    "ask Client 1 for 52m beyond their hours: Tue 24 Nov 16:00",
                    "--client-stretch 52m",
                    1,
                ),
            ],
        ),
        # a break is a change of its own, and hours in two parts are not joined by a stretch beside them
        (
            "09:00-12:00, 13:00-17:00",
            "12:00-13:00",
            [
                ("you accept 12:00-13:00: Tue 24 Nov 12:00", "--stretch 12:00-13:00", 1),
                ("ask Client 1 for 1h beyond their hours: Tue 24 Nov 11:00", "--client-stretch 1h", 2),
            ],
        ),
        (
            "09:00-12:00, 13:00-17:00",
            "17:30-19:00",
            [
                ("you stay 1h30 later: Tue 24 Nov 17:30", "--stretch 17:00-18:30", 1),
                (
                    "ask Client 1 for 1h30 beyond their hours: Tue 24 Nov 16:00",
                    "--client-stretch 1h30",
                    1,
                ),
                (
                    "you stay 30m later and ask Client 1 for 1h beyond their hours: Tue 24 Nov 16:30",
                    "--stretch 17:00-17:30 --client-stretch 1h",
                    1,
                ),
            ],
        ),
    ],
)
def test_hours_are_stretched_as_little_as_helps(
    mine: str, theirs: str, expected: list[tuple[str, str, int]]
) -> None:
    assert proposed(tuesday(someone(mine, TUESDAY), someone(theirs, TUESDAY))) == expected


STRETCHES = ("", "07:00-20:00", "06:00-22:00", "06:00-23:00", "06:00-23:30", "06:00-23:59", "05:00-24:00")


def asked_alone(scene: Scene, stretch: str) -> dict[str, str] | None:
    """By client, what it is asked for alone by day; None where there are slots."""
    request = replace(scene.request, stretch=parse_hours(stretch) if stretch else ())
    if searched(scene, request).grid:
        return None
    told = {}
    for say, options, _ in proposed(scene, request):
        alone = re.fullmatch(r"(?:--stretch \S+ )?--client-stretch (\w+)=(\w+)", options)
        if say.startswith("ask ") and alone and all("06:00" <= at <= "22:00" for at in CLOCK.findall(say)):
            told[alone[1]] = alone[2]
    return told


@pytest.mark.parametrize("mine", ["09:00-17:30", "08:00-16:00", "10:00-19:00"])
@pytest.mark.parametrize("where", list(combinations(PLACES, 2)), ids="-".join)
def test_a_wider_stretch_of_yours_never_asks_more_of_a_client(mine: str, where: tuple[str, str]) -> None:
    clients = (someone("09:00-17:00", EVERY_DAY, place) for place in where)
    scene = meeting(
        someone(mine, EVERY_DAY, "Europe/Brussels"), *clients, first="tue 00:00", last="thu 00:00"
    )
    narrow = asked_alone(scene, STRETCHES[0])
    for stretch in STRETCHES[1:]:
        wide = asked_alone(scene, stretch)
        if narrow is None:
            assert wide is None
        elif wide is not None:
            for client, minutes in narrow.items():
                assert client in wide, stretch
                assert parse_minutes(wide[client]) <= parse_minutes(minutes), stretch
        narrow = wide


def test_a_change_that_opens_the_day_is_told_though_it_opens_the_night_too() -> None:
    """22:00 in Brussels is 06:00 in Tokyo and 13:00 in Los Angeles; you accept to stay until midnight."""
    tokyo, angeles = (someone("09:00-17:00", where=where) for where in ("Asia/Tokyo", "America/Los_Angeles"))
    scene = meeting(someone("09:00-17:30", where="Europe/Brussels"), tokyo, angeles)
    lines = proposed(scene, replace(scene.request, stretch=parse_hours("06:00-23:59")))
    say, options, _ = lines[0]
    assert (say.split(": ")[0], options) == (
        "ask Client 1 for 3h beyond their hours",
        "--client-stretch client1=3h",
    )
    assert say.endswith(": Mon 23 Nov 22:00 in Brussels, Tue 06:00 in Tokyo, 13:00 in Los Angeles")


def test_what_is_stretched_already_is_stretched_further() -> None:
    scene = tuesday(OFFICE, someone("18:30-20:00", TUESDAY))
    asked = replace(scene.request, stretch=parse_hours("08:00-18:00"), client_stretch=30)
    assert proposed(scene, asked) == [
        ("you stay 1h later: Tue 24 Nov 18:00", "--stretch 08:00-19:00", 1),
        ("ask Client 1 for 1h30 beyond their hours: Tue 24 Nov 17:00", "--client-stretch 1h30", 1),
    ]


@pytest.mark.parametrize(
    ("hours", "step", "expected"),
    [
        ("10:05-11:05", 15, ("start every 5 min: Tue 24 Nov 10:05", "--step 5m", 1)),
        ("10:03-11:03", 15, ("start at any minute: Tue 24 Nov 10:03", "--step 1m", 1)),
        ("10:03-11:07", 15, ("start every 5 min: Tue 24 Nov 10:05", "--step 5m", 1)),
        ("10:03-11:03", 5, ("start at any minute: Tue 24 Nov 10:03", "--step 1m", 1)),
        ("10:01-11:01", 2, ("start at any minute: Tue 24 Nov 10:01", "--step 1m", 1)),
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
        (60, "10:00-10:59", "55m"),
        (60, "10:00-10:45", "45m"),
        (60, "10:00-10:44", "40m"),
        (60, "10:00-10:15", "15m"),
        (60, "10:00-10:14", None),
        (61, "10:00-11:00", "1h"),
        (15, "10:01-10:16", None),
        (120, "10:07-11:30", "1h15"),
        (120, "10:20-11:30", "1h"),
        (120, "10:20-11:29", "55m"),
    ],
)
def test_a_shorter_meeting_is_as_long_as_fits(duration: int, common: str, expected: str | None) -> None:
    """In steps of five minutes, a quarter of an hour at least, and with a start on the grid."""
    scene = tuesday(OFFICE, replace(someone(common, TUESDAY)), duration=duration)
    shorter = [options for _, options, _ in proposed(scene) if options.startswith("--duration")]
    assert shorter == ([] if expected is None else [f"--duration {expected}"])


def test_one_of_several_clients_may_be_left_out() -> None:
    away = someone("00:00-00:30", [6])
    scene = tuesday(OFFICE, OFFICE, away)
    assert ("without Client 2: Tue 24 Nov 10:00", "--optional client2", 29) in proposed(scene)
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
    assert (f"{say}: Tue 24 Nov 11:00", "acme --count 9", 5) in lines
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
        assert lines == [(f"{say}: Tue {begin.day} {begin:%b} 10:00", options, 29)]


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


@pytest.mark.parametrize(
    ("where", "missing", "expected"),
    [
        (("UTC", "UTC"), False, "Tue 24 Nov 17:00 in UTC"),
        (
            ("Asia/Tokyo", "America/New_York"),
            False,
            "Tue 24 Nov 17:00 in UTC, Wed 02:00 in Tokyo, 12:00 in New York",
        ),
        (("Asia/Tokyo", "Asia/Tokyo"), False, "Tue 24 Nov 17:00 in UTC, Wed 02:00 in Tokyo"),
        # a party that is not there has no time
        (("UTC", "Asia/Tokyo"), True, "Tue 24 Nov 17:00 in UTC"),
    ],
)
def test_a_proposal_is_told_in_the_time_of_everyone_who_is_there(
    where: tuple[str, str], expected: str, *, missing: bool
) -> None:
    """Everyone works when it is 17:00 to 19:00 of UTC, you until 17:00; the last is optional and away."""
    clients = []
    for name, hours in zip(where, ("17:00-19:00", "17:00-18:00"), strict=True):
        shift = {"UTC": 0, "Asia/Tokyo": 9, "America/New_York": -5}[name]
        first, last = (f"{(int(end[:2]) + shift) % 24:02d}:00" for end in hours.split("-"))
        clients.append(someone(f"{first}-{last}", EVERY_DAY, name))
    if missing:
        clients[1] = replace(someone("01:00-02:00", EVERY_DAY, where[1]), required=False)
    lines = proposed(tuesday(OFFICE, *clients))
    assert lines[0][0].removesuffix(" in UTC") == f"you stay 1h later: {expected}".removesuffix(" in UTC")
