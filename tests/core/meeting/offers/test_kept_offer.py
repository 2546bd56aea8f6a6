from dataclasses import replace
from datetime import timedelta

import pytest
from kept_offers import MADE, kept

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError, UsageError
from clientbridge.core.meeting.offers.kept_offer import (
    KEPT_AFTER,
    KeptOffer,
    accepted,
    as_of,
    clashes,
    expired,
    offer_named,
    with_changed,
    withdrawn,
)
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.time.intervals import minute_of

SECOND = timedelta(seconds=1)
ENDS = kept().expires
AGREED = accepted(kept(), 2)
OTHER = kept(id=OfferId("k3zzzz"))


@pytest.mark.parametrize(
    ("offer", "after", "status", "numbers"),
    [
        (kept(), timedelta(), OfferStatus.WAITING, (1, 2, 3)),
        (kept(), ENDS - MADE - SECOND, OfferStatus.WAITING, (1, 2, 3)),
        (kept(), ENDS - MADE, OfferStatus.EXPIRED, ()),
        (AGREED, ENDS - MADE, OfferStatus.ACCEPTED, (2,)),
        (withdrawn(kept()), timedelta(), OfferStatus.WITHDRAWN, ()),
        (withdrawn(AGREED), timedelta(), OfferStatus.WITHDRAWN, ()),
        (expired(kept()), timedelta(), OfferStatus.EXPIRED, ()),
    ],
)
def test_what_an_offer_is_and_holds(
    offer: KeptOffer, after: timedelta, status: OfferStatus, numbers: tuple[int, ...]
) -> None:
    assert offer.status_at(MADE + after) is status
    assert offer.held_numbers(MADE + after) == numbers


@pytest.mark.parametrize(
    ("offer", "status", "number", "sequence"),
    [
        (AGREED, OfferStatus.ACCEPTED, 2, 0),
        (accepted(AGREED, 2), OfferStatus.ACCEPTED, 2, 0),
        (accepted(AGREED, 3), OfferStatus.ACCEPTED, 3, 1),
        (accepted(accepted(AGREED, 3), 2), OfferStatus.ACCEPTED, 2, 2),
        (accepted(expired(kept()), 1), OfferStatus.ACCEPTED, 1, 0),
        (withdrawn(kept()), OfferStatus.WITHDRAWN, None, 0),
        (withdrawn(AGREED), OfferStatus.WITHDRAWN, 2, 1),
        (withdrawn(withdrawn(AGREED)), OfferStatus.WITHDRAWN, 2, 1),
    ],
)
def test_what_becomes_of_an_offer(
    offer: KeptOffer, status: OfferStatus, number: int | None, sequence: int
) -> None:
    assert (offer.status, offer.accepted, offer.sequence) == (status, number, sequence)
    assert offer.uid == kept().uid


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_that_was_not_offered_is_refused(number: int) -> None:
    with pytest.raises(UsageError, match=f"has no slot {number}"):
        accepted(kept(), number)


def test_what_was_called_off_is_not_accepted_and_what_is_agreed_does_not_expire() -> None:
    with pytest.raises(UsageError, match="was withdrawn"):
        accepted(withdrawn(kept()), 1)
    with pytest.raises(UsageError, match="does not wait: it was accepted"):
        expired(AGREED)


def test_what_is_long_past_is_forgotten_and_what_has_expired_says_so() -> None:
    last = kept().starts[-1]
    assert as_of([kept()], last + KEPT_AFTER) == ()
    assert as_of([kept()], last + KEPT_AFTER - SECOND) == (expired(kept()),)
    assert as_of([kept(), AGREED], MADE) == (kept(), AGREED)


def test_a_changed_offer_takes_its_place_and_a_new_one_the_last() -> None:
    assert with_changed([kept(), OTHER], AGREED) == (AGREED, OTHER)
    assert with_changed([kept()], OTHER) == (kept(), OTHER)


@pytest.mark.parametrize("name", ["k3x9ab", "k3x", "K3X9"])
def test_an_offer_is_named_by_the_start_of_its_id(name: str) -> None:
    assert offer_named([OTHER, kept()], name) == kept()


@pytest.mark.parametrize(
    ("name", "error"), [("k3", AmbiguousNameError), ("x", UnknownNameError), ("", UnknownNameError)]
)
def test_a_start_of_none_or_several_is_refused(name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        offer_named([OTHER, kept()], name)


@pytest.mark.parametrize(("offset", "clash"), [(-60, False), (-59, True), (0, True), (59, True), (60, False)])
def test_only_what_overlaps_clashes(offset: int, *, clash: bool) -> None:
    start = minute_of(kept().starts[0]) + offset
    assert bool(list(clashes([kept()], [(start, start + 60)], MADE))) is clash
    assert not list(clashes([kept()], [(start, start + 60)], MADE, but=kept().id))
    assert not list(clashes([replace(kept(), expires=MADE)], [(start, start + 60)], MADE))
