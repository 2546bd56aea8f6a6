"""The times that offers take of yours: every slot of one that waits, the meeting of an accepted one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from clientbridge.core.meeting.busy_times import HeldTime
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.intervals import subtraction, union


def held_times(
    offers: Iterable[KeptOffer], now: datetime, *, but: OfferId | None = None
) -> tuple[HeldTime, ...]:
    """What the offers hold, in the order of time; nothing of the offer `but`."""
    held = [
        HeldTime(offer.span(number), _say(offer))
        for offer in offers
        if offer.id != but
        for number in offer.held_numbers(now)
    ]
    return tuple(sorted(held, key=lambda one: (one.span, one.say)))


def with_held(request: MeetingRequest, held: Iterable[HeldTime]) -> MeetingRequest:
    """The search with these times taken of yours, and named where they are in the way."""
    times = tuple(held)
    if not times:
        return request
    me = request.me
    busy = union((*me.busy, *(one.span for one in times)))
    mine = replace(me, busy=busy, likely=subtraction(me.likely, busy), held=times)
    return replace(request, parties=(mine, *request.others))


def _say(offer: KeptOffer) -> str:
    if offer.status is OfferStatus.ACCEPTED:
        return f"the meeting with {offer.whom} ({offer.id})"
    return f"held in an offer to {offer.whom} ({offer.id})"
