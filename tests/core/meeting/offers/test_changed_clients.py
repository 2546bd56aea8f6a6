"""Offers whose client is renamed or removed: who is still asked, and what is still held."""

from dataclasses import replace

import pytest
from kept_offers import kept

from clientbridge.core.meeting.offers.changed_clients import with_client_renamed, without_client


@pytest.mark.parametrize(
    ("clients", "renamed"),
    [
        (("acme",), ("corona",)),
        (("acme/ana", "acme/bo"), ("corona/ana", "corona/bo")),
        (("bolt", "acme/ana", "@tokyo"), ("bolt", "corona/ana", "@tokyo")),
        (("acme2", "bolt/acme"), ("acme2", "bolt/acme")),
    ],
)
def test_only_the_ids_of_the_client_change(clients: tuple[str, ...], renamed: tuple[str, ...]) -> None:
    offer = kept(clients=clients, names=tuple("ABC"[: len(clients)]), optional=clients[:1])
    (now,) = with_client_renamed([offer], "acme", "corona")
    assert now == kept(clients=renamed, names=offer.names, optional=renamed[:1])


@pytest.mark.parametrize(
    ("clients", "left"),
    [
        (("acme",), None),
        (("acme", "acme/ana"), None),
        (("acme/ana", "@tokyo"), None),
        (("acme", "bolt"), ("bolt",)),
        (("bolt/ana", "acme/ana", "@tokyo"), ("bolt/ana", "@tokyo")),
        (("bolt", "acme2"), ("bolt", "acme2")),
        (("@tokyo",), ("@tokyo",)),
    ],
)
def test_an_offer_goes_on_while_another_client_is_asked(
    clients: tuple[str, ...], left: tuple[str, ...] | None
) -> None:
    names = {party: party.upper() for party in clients}
    minutes = {party: 15 * at for at, party in enumerate(clients)}
    offer = kept(
        clients=clients, names=tuple(names.values()), optional=clients, asked=tuple(minutes.values())
    )
    now = without_client([offer], "acme")
    assert [(one.clients, one.optional) for one in now] == ([] if left is None else [(left, left)])
    for one in now:
        assert one.names == tuple(names[party] for party in one.clients)
        assert one.asked == tuple(minutes[party] for party in one.clients)
        assert replace(one, asked=()) == replace(
            offer, asked=(), clients=one.clients, names=one.names, optional=one.optional
        )
        assert without_client([replace(offer, asked=())], "acme")[0].asked == ()
