"""The words of a call as they are changed, and what a request says of itself."""

from dataclasses import replace

import pytest
from meetings import at, meeting, someone, spans

from clientbridge.core.meeting.request import RequestWords, range_around

TYPED = RequestWords(
    parties=("acme", "beta"), options=(("--next", "2w"), ("--strict", ""), ("--optional", "carl"))
)


@pytest.mark.parametrize(
    ("words", "args"),
    [
        (TYPED, "meet acme beta --next 2w --strict --optional carl"),
        (RequestWords(), "meet"),
        # one option changed moves to the end; one of several is added
        (TYPED.with_option("--next", "3w"), "meet acme beta --strict --optional carl --next 3w"),
        (TYPED.with_option("--step", "5m"), "meet acme beta --next 2w --strict --optional carl --step 5m"),
        (TYPED.with_option("--rotate"), "meet acme beta --next 2w --strict --optional carl --rotate"),
        (
            TYPED.with_more("--optional", "dora"),
            "meet acme beta --next 2w --strict --optional carl --optional dora",
        ),
        (TYPED.without("--strict"), "meet acme beta --next 2w --optional carl"),
        (TYPED.without("--strict", "--next"), "meet acme beta --optional carl"),
        (TYPED.without("--unknown"), "meet acme beta --next 2w --strict --optional carl"),
    ],
)
def test_what_is_typed_after_cb(words: RequestWords, args: str) -> None:
    assert " ".join(words.args) == args


@pytest.mark.parametrize(
    ("judged", "now", "around"),
    [
        # a week on both sides of the meeting, but not before now
        ("mon2 10:00", "mon 09:00", "mon 10:00-mon3 10:45"),
        ("wed 10:00", "tue 09:00", "tue 09:00-wed2 10:45"),
        # a time that is past is judged from that time on
        ("tue 10:00", "wed 09:00", "tue 10:00-tue2 10:45"),
    ],
)
def test_the_range_around_a_judged_time(judged: str, now: str, around: str) -> None:
    request = replace(meeting(someone(), someone()).request, now=at(now), duration=45)
    assert spans((range_around(at(judged), request),)) == [around]


def test_you_are_first_and_nothing_starts_before_now_and_the_notice() -> None:
    scene = meeting(someone(), someone(), someone())
    request = replace(scene.request, now=at("tue 10:00"), notice=45)
    assert request.earliest == at("tue 10:45")
    assert (request.me.id, [party.id for party in request.others]) == ("me", ["client1", "client2"])
    assert [party.is_me for party in request.parties] == [True, False, False]
    assert request.me.known
    assert not replace(request.me, schedule=replace(request.me.schedule, hours=None)).known
