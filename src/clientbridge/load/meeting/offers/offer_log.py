"""What is logged of an offer with its clients: that it was made, and what became of it.

The id of an entry follows from the offer, so that what is missing after a kill is added by the next command
and nothing is ever logged twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from clientbridge.core.days.location import local_at
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.meeting.request import is_place
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import short_day

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_LOOKED_AFTER = timedelta(days=30)
"""How long after its last slot it is still asked whether all of an offer was logged."""


@dataclass(frozen=True, slots=True)
class OfferEvent:
    """One thing that became of an offer."""

    offer: KeptOffer
    key: tuple[str, ...]
    """What makes it another than all else that becomes of that offer."""
    say: str
    """With ``{}`` for each of the times, which are told on your clock."""
    times: tuple[datetime, ...] = ()


def log_of(offers: Iterable[KeptOffer], now: datetime) -> tuple[OfferEvent, ...]:
    """Everything to be found in the journals about offers that are not long past."""
    recent = (offer for offer in offers if max(offer.starts) + _LOOKED_AFTER > now)
    return tuple(event for offer in recent for event in _events(offer))


def _events(offer: KeptOffer) -> Iterator[OfferEvent]:
    slots = ", ".join("{}" for _ in offer.starts)
    yield OfferEvent(
        offer, ("made",), f"offered {slots} ({show_minutes(offer.duration_minutes)})", offer.starts
    )
    match offer.status:
        case OfferStatus.ACCEPTED if offer.accepted is not None:
            say = "they chose {}" if not offer.sequence else "the meeting moved to {}"
            key = ("accepted", str(offer.accepted), str(offer.sequence))
            yield OfferEvent(offer, key, say, (offer.times(offer.accepted)[0],))
        case OfferStatus.WITHDRAWN if offer.accepted is not None:
            say = "the meeting on {} was called off"
            yield OfferEvent(offer, ("withdrawn",), say, (offer.times(offer.accepted)[0],))
        case OfferStatus.WITHDRAWN:
            yield OfferEvent(offer, ("withdrawn",), "the offer was withdrawn")
        case OfferStatus.EXPIRED:
            yield OfferEvent(offer, ("expired",), "the offer expired without an answer")


def written_in_journals(session: "Session", events: Sequence[OfferEvent]) -> Mapping[str, Sequence[EntryId]]:
    """Append what is missing to the journals of the clients that are there; the ids of what was added."""
    from clientbridge.adapters.relationship.journals import Journals

    journals, present = Journals(session.workspace.folder), frozenset(session.workspace.client_ids())
    by_client: dict[str, list[Event]] = {}
    for event in events:
        for client, people in _taking_part(event.offer).items():
            if client in present:
                by_client.setdefault(client, []).append(_entry(session, client, event, people))
    written = {client: journals.append(client, partial(_missing, new)) for client, new in by_client.items()}
    return {client: [entry.id for entry in one.added] for client, one in written.items() if one.added}


def _missing(new: Sequence[Event], taken: frozenset[EntryId]) -> Sequence[Event]:
    return [event for event in new if event.id not in taken]


def _called(offer: KeptOffer, client: str) -> str:
    """What those of the client were called when it was made: its id may have changed since."""
    named = zip(offer.clients, offer.names, strict=False)
    return ", ".join(name for party, name in named if party.partition("/")[0] == client)


def _taking_part(offer: KeptOffer) -> Mapping[str, tuple[str, ...]]:
    """The people named of each client that the offer was made to; nobody is logged with a place."""
    people: dict[str, tuple[str, ...]] = {}
    for party in offer.clients:
        if not is_place(party):
            client, _, person = party.partition("/")
            people[client] = (*people.get(client, ()), *filter(None, [person]))
    return people


def _entry(session: "Session", client: str, event: OfferEvent, people: tuple[str, ...]) -> Event:
    me, offer = session.workspace.me.schedule, event.offer
    shown = [f"{short_day(at)} {at:%H:%M}" for at in (local_at(me, time) for time in event.times)]
    return Event(
        id=entry_id(_called(offer, client), offer.made, "offer", offer.id, *event.key, taken=()),
        at=offer.made if event.key == ("made",) else session.now,
        kind=EventKind.NOTE,
        text=f"{event.say.format(*shown)}; offer {offer.id}",
        people=people,
    )
