"""Offers after a client got another id, or was removed."""

from collections.abc import Iterable
from dataclasses import replace

from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.request import is_place


def with_client_renamed(offers: Iterable[KeptOffer], before: str, after: str) -> tuple[KeptOffer, ...]:
    """The client and its people under their new ids; what they were called when it was made stays."""

    def renamed(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{after}{one.removeprefix(before)}" if _is_of(one, before) else one for one in parties)

    return tuple(replace(one, clients=renamed(one.clients), optional=renamed(one.optional)) for one in offers)


def without_client(offers: Iterable[KeptOffer], client: str) -> tuple[KeptOffer, ...]:
    """No offer to that client alone; one to others too goes on with them, with the times that it holds."""
    return tuple(left for offer in offers if (left := _without(offer, client)) is not None)


def is_offered_to(offer: KeptOffer, client: str) -> bool:
    """Whether the client or one of its people is asked."""
    return any(_is_of(party, client) for party in offer.clients)


def _without(offer: KeptOffer, client: str) -> KeptOffer | None:
    if not is_offered_to(offer, client):
        return offer
    named = dict(zip(offer.clients, offer.names, strict=False))
    kept = {party: name for party, name in named.items() if not _is_of(party, client)}
    if all(map(is_place, kept)):
        return None
    optional = tuple(party for party in offer.optional if party in kept)
    return replace(offer, clients=tuple(kept), names=tuple(kept.values()), optional=optional)


def _is_of(party: str, client: str) -> bool:
    return party == client or party.startswith(f"{client}/")
