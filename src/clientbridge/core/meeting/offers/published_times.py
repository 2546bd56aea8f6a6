"""When you are busy, as it is told to others: without what for, and without whom."""

from collections.abc import Iterable
from datetime import datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.meeting.request import Party
from clientbridge.core.time.intervals import Span, Spans, clip, subtraction, union

PUBLISHED_DAYS = 28
"""How far ahead, where no range is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTimes:
    """Two sets of time in UTC minutes that have none in common."""

    within: Span
    busy: Spans
    tentative: Spans
    """Taken by no firm appointment: likely, or held in an offer that waits."""


def published_times(me: Party, offers: Iterable[KeptOffer], within: Span, now: datetime) -> PublishedTimes:
    """What your calendars and your offers take of a range; of your calendars nothing is counted as held."""
    agreed, held = list[Span](), list[Span]()
    for offer in offers:
        spans = agreed if offer.status is OfferStatus.ACCEPTED else held
        spans += (offer.span(number) for number in offer.held_numbers(now))
    busy = union((*me.busy, *agreed))
    tentative = subtraction(union((*me.likely, *held)), busy)
    return PublishedTimes(within=within, busy=clip(busy, within), tentative=clip(tentative, within))
