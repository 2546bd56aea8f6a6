"""Make an offer: search beside what other offers hold, choose the slots, and hold them at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.choice import offered_starts
from clientbridge.core.meeting.offers.held_times import held_times, with_held
from clientbridge.core.meeting.offers.kept_offer import KeptOffer, uid_of
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId
from clientbridge.core.time.intervals import at_minute
from clientbridge.load.meeting.offers.kept_offers import change_offers

if TYPE_CHECKING:
    from clientbridge.core.meeting.request import MeetingRequest
    from clientbridge.load.meeting.meeting_loader import MeetingLoader
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAsked:
    """What kind of offer is wanted."""

    count: int
    expires: datetime
    language: str | None
    over_holds: bool
    save: bool = False
    """Whether your own calendar shows what is held."""


@dataclass(frozen=True, slots=True)
class MadeOffer:
    """What came of it: the search, and the offer unless it found no slot."""

    result: SearchResult
    kept: KeptOffer | None


def make_offer(
    session: "Session", loader: "MeetingLoader", request: "MeetingRequest", asked: OfferAsked
) -> MadeOffer:
    """Hold the best slots of the request, which has all busy times but those held in offers.

    Raises as `change_offers`.
    """
    made: list[MadeOffer] = []

    def change(offers: Sequence[KeptOffer]) -> Sequence[KeptOffer]:
        held = () if asked.over_holds else held_times(offers, session.now)
        wanted = with_held(request, held)
        result = search(wanted, loader.almanac(wanted))
        starts = offered_starts(result, asked.count)
        new = _kept(session, result, starts, asked, [offer.id for offer in offers]) if starts else None
        made.append(MadeOffer(result, new))
        return offers if new is None else (*offers, new)

    names = " ".join(party.id for party in request.others)
    change_offers(session, f"offer {names}", change, save=asked.save)
    return made[0]


def _kept(
    session: "Session",
    result: SearchResult,
    starts: Sequence[int],
    asked: OfferAsked,
    taken: Sequence[OfferId],
) -> KeptOffer:
    others = result.request.others
    made = session.now.replace(second=0, microsecond=0)
    content = [*(party.id for party in others), *map(str, starts)]
    offer_id = OfferId(entry_id("offer", made, *content, taken={EntryId(one) for one in taken}))
    return KeptOffer(
        id=offer_id,
        clients=tuple(party.id for party in others),
        optional=tuple(party.id for party in others if not party.required),
        names=tuple(party.name for party in others),
        made=made,
        expires=min(asked.expires, at_minute(max(starts))),
        duration_minutes=result.request.duration,
        starts=tuple(map(at_minute, starts)),
        uid=uid_of(offer_id, made),
        language=asked.language,
        saved="" if asked.save else None,
        stretch=result.request.stretch,
        asked=tuple(map(result.request.asked_of, others)),
    )
