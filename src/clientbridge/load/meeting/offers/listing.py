"""The offers that wait for an answer, or all of them, as everyone sees them."""

from typing import TYPE_CHECKING

from clientbridge.core.meeting.offers.offer import Offers, OfferStatus
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers.kept_offers import kept_offers
from clientbridge.load.meeting.offers.seen_by_all import seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientbridge.core.meeting.offers.kept_offer import KeptOffer
    from clientbridge.load.session import Session


def offers_of(session: "Session", *, every: bool) -> Offers:
    """Those that wait, the soonest to expire first; with `every` the others after them, the newest first."""
    kept = kept_offers(session)
    waiting = [one for one in kept if one.status_at(session.now) is OfferStatus.WAITING]
    others = [one for one in kept if one not in waiting]
    listed = sorted(waiting, key=lambda one: (one.expires, one.id))
    if every:
        listed += sorted(others, key=lambda one: (one.made, one.id), reverse=True)
    return listing(session, listed, others=0 if every else len(others))


def listing(
    session: "Session", kept: "Sequence[KeptOffer]", *, others: int = 0, waiting: int | None = None
) -> Offers:
    """These offers."""
    loader = MeetingLoader(session)
    shown = tuple(seen(session, loader, one).offer for one in kept)
    return Offers(offers=shown, others=others, waiting=waiting)
