"""Offers after a client got another id, or was removed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import filterfalse
from typing import TypeVar

from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.request import is_place

_T = TypeVar("_T")


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
    kept = [at for at, party in enumerate(offer.clients) if not _is_of(party, client)]
    if all(is_place(offer.clients[at]) for at in kept):
        return None
    return replace(
        offer,
        clients=_at(offer.clients, kept),
        names=_at(offer.names, kept),
        asked=_at(offer.asked, kept) if offer.asked else (),
        optional=tuple(filterfalse(partial(_is_of, client=client), offer.optional)),
    )


def _at(values: Sequence[_T], kept: Iterable[int]) -> tuple[_T, ...]:
    return tuple(values[at] for at in kept)


def _is_of(party: str, client: str) -> bool:
    return party == client or party.startswith(f"{client}/")
