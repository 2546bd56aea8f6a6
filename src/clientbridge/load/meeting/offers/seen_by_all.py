"""Offers as everyone sees them: each slot on the clocks of all, with how it suits them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.core.days.location import local_at
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import Offer, OfferedSlot
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.plan import party_facts
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.result import Caution, PartyFacts
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.time.intervals import minute_of

if TYPE_CHECKING:
    from clientbridge.core.meeting.offers.kept_offer import KeptOffer
    from clientbridge.load.meeting.meeting_loader import MeetingLoader
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenOffer:
    """An offer with its parties, as far as they are still there."""

    offer: Offer
    parties: tuple[Party, ...]
    """You first."""
    facts: tuple[PartyFacts, ...]
    warnings: tuple[Caution, ...] = ()
    language: str | None = None
    """Of the text, where it was asked for."""


def seen(
    session: "Session", loader: "MeetingLoader", kept: "KeptOffer", result: SearchResult | None = None
) -> SeenOffer:
    """The offer as it is now; clients that were removed are left out of its slots.

    `result` is a search that has its parties and covers its slots, where there is one.
    """
    if result is None:
        result = _searched(session, kept, _parties(loader, kept), loader)
    views = PartyViews(result)
    slots = [views.slot(minute_of(start)) for start in kept.starts]
    offer = Offer(
        id=kept.id,
        clients=kept.clients,
        status=kept.status_at(session.now),
        made=kept.made,
        expires=kept.expires,
        duration_minutes=kept.duration_minutes,
        slots=tuple(
            OfferedSlot(n=number, start=slot.start, end=slot.end, parties=slot.parties)
            for number, slot in enumerate(slots, start=1)
        ),
        accepted=kept.accepted,
        uid=kept.uid,
        sequence=kept.sequence,
        expires_here=local_at(loader.me.schedule, kept.expires),
        names=kept.names,
    )
    return SeenOffer(
        offer=offer,
        parties=result.request.parties,
        facts=party_facts(result),
        warnings=loader.cautions(result),
        language=kept.language,
    )


def _parties(loader: "MeetingLoader", kept: "KeptOffer") -> tuple[Party, ...]:
    """You and those that it was made to, as far as their files can be read."""
    found = [loader.me]
    asked = kept.asked or (0,) * len(kept.clients)
    for name, minutes in zip(kept.clients, asked, strict=True):
        optional = (name,) if name in kept.optional else ()
        try:
            named = loader.parties(() if optional else (name,), optional=optional)[1:]
        except ClientbridgeError:
            continue
        found += (replace(party, asked=minutes) for party in named)
    return tuple(found)


def _searched(
    session: "Session", kept: "KeptOffer", parties: tuple[Party, ...], loader: "MeetingLoader"
) -> SearchResult:
    spans = [kept.span(number) for number in range(1, len(kept.starts) + 1)]
    request = MeetingRequest(
        within=(min(spans)[0], max(end for _, end in spans)),
        now=minute_of(session.now),
        parties=parties,
        duration=kept.duration_minutes,
        stretch=kept.stretch,
    )
    return search(request, loader.almanac(request))
