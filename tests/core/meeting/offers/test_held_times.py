"""What waiting offers hold: no slot in other searches, by name."""

from dataclasses import replace

from kept_offers import MADE, kept
from meetings import meeting, searched, someone

from clientbridge.core.meeting.no_slot.blockers import explain
from clientbridge.core.meeting.offers.held_times import held_times, with_held
from clientbridge.core.meeting.offers.kept_offer import accepted, withdrawn
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.intervals import minute_of

OFFER = "held in an offer to Acme KK (k3x9ab)"


def test_an_offer_holds_what_it_offers_and_then_what_was_chosen() -> None:
    assert [one.say for one in held_times([kept()], MADE)] == [OFFER] * 3
    (agreed,) = held_times([accepted(kept(), 2)], MADE)
    assert (agreed.span, agreed.say) == (kept().span(2), "the meeting with Acme KK (k3x9ab)")
    assert held_times([withdrawn(kept())], MADE) == ()
    assert held_times([kept()], kept().expires) == ()
    assert held_times([kept(), kept(id=OfferId("other1"))], MADE, but=kept().id) == held_times(
        [kept(id=OfferId("other1"))], MADE
    )


def test_what_is_held_is_no_slot_and_says_why() -> None:
    """You and the client share only Tuesday from 08:00 to 09:00, which is the first slot of the offer."""
    scene = meeting(someone("08:00-09:00", days=[1]), someone("08:00-09:00", days=[1]), last="thu 00:00")
    free = searched(scene)
    request = with_held(scene.request, held_times([kept()], MADE))
    result = searched(scene, request)
    assert (len(free.grid), result.grid) == (1, ())
    answer = explain(plan(result), result, lambda asked: Almanac(scene.calendars, asked.within))
    assert [(blocker.party, blocker.detail) for blocker in answer.blockers if blocker.code == "busy"] == [
        ("me", OFFER)
    ]
    slot = PartyViews(result).slot(minute_of(kept().starts[0]))
    assert slot.parties[0].notes[0] == OFFER


def test_without_holds_the_search_is_the_same() -> None:
    scene = meeting(someone(), someone())
    assert with_held(scene.request, ()) is scene.request


def test_what_is_held_is_not_also_likely_busy() -> None:
    scene = meeting(someone(), someone())
    start, end = kept().span(1)
    me = replace(scene.request.me, likely=((start - 30, end),))
    request = replace(scene.request, parties=(me, *scene.request.others))
    mine = with_held(request, held_times([kept()], MADE)).me
    assert mine.likely == ((start - 30, start),)
    assert (start, end) in mine.busy
