"""What would help the clients without a slot: your hours for many at once, else one change for each."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from meetings import EVERY_DAY, meeting, searched, someone, when
from minute_oracle import SlowParty

from clientbridge.core.meeting.next_slots import NextSlots, next_slots
from clientbridge.core.meeting.no_slot.list_relaxations import with_relaxations
from clientbridge.core.meeting.request import MeetingRequest, RequestWords
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import minute_of

ME = someone("09:00-17:00", EVERY_DAY)


def listed(*clients: SlowParty, stretch: str = "", between: str = "") -> NextSlots:
    results = []
    for number, client in enumerate(clients, start=1):
        scene = meeting(ME, client, first="tue 00:00", last="fri 00:00")
        me, other = scene.request.parties
        request = replace(
            scene.request,
            parties=(me, replace(other, id=f"c{number}", name=f"Client {number}")),
            stretch=parse_hours(stretch) if stretch else (),
            between=parse_hours(between) if between else (),
            words=RequestWords(options=(("--between", between),) if between else ()),
        )
        results.append(searched(scene, request))

    def almanac_of(changed: MeetingRequest) -> Almanac:
        return Almanac(scene.calendars, changed.within)

    return with_relaxations(next_slots(results[0].request, results), results, almanac_of)


def told(answer: NextSlots) -> list[tuple[str, str, list[str]]]:
    return [
        (
            change.say,
            " ".join(change.args),
            [f"{one.id} {when(minute_of(one.slot.start))}" for one in change.clients if one.slot],
        )
        for change in answer.relaxations
    ]


@pytest.mark.parametrize(
    ("clients", "stretch", "expected"),
    [
        # nothing to help
        ([ME], "", []),
        # for one client the call about it
        (
            [ME, someone("18:00-20:00", EVERY_DAY)],
            "",
            [("if you accept 17:00-19:00", "meet c2 --stretch 17:00-19:00", ["c2 tue 18:00"])],
        ),
        # for several one range of hours, which holds what each of them needs and what you accept already
        (
            [someone("18:00-20:00", EVERY_DAY), someone("06:30-07:30", EVERY_DAY)],
            "08:30-17:30",
            [("if you accept 06:30-19:00", "meet --stretch 06:30-19:00", ["c1 tue 18:00", "c2 tue 06:30"])],
        ),
        # more than four hours are too much for one alone: then the cheapest mix
        (
            [someone("22:30-23:30", EVERY_DAY)],
            "",
            [
                (
                    "you stay 3h later and ask them for 3h30 beyond their hours",
                    "meet c1 --stretch 09:00-20:00 --client-stretch 3h30",
                    ["c1 tue 19:00"],
                )
            ],
        ),
    ],
)
def test_what_would_help(
    clients: Sequence[SlowParty], stretch: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert told(listed(*clients, stretch=stretch)) == expected


def test_a_limit_of_the_call_is_taken_back_for_two_clients_at_most() -> None:
    assert told(listed(ME, ME, ME, between="01:00-03:00")) == [
        ("at any hour of your day", f"meet {client}", [f"{client} tue 09:00"]) for client in ("c1", "c2")
    ]


def test_nobody_is_asked_for_the_night() -> None:
    """From 03:00 to 04:00 would do, six hours earlier for you and one later for the client."""
    assert told(listed(someone("01:00-03:00", EVERY_DAY), between="02:00-04:00")) == []
