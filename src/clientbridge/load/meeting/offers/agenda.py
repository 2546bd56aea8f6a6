"""What `cb today` says of offers: which wait for an answer, and which have ended without one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from clientbridge.core.command_line import command
from clientbridge.core.days.location import date_at
from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.load.meeting.offers.kept_offers import kept_offers

if TYPE_CHECKING:
    from clientbridge.load.session import Session

_TOLD_AFTER = timedelta(days=7)
"""How long it is told that an offer has expired."""
_INSIDE = timedelta(minutes=1)
"""What ends at midnight ends on the day before."""


def offer_items(session: "Session") -> tuple[AgendaItem, ...]:
    """An item for each offer that waits, or has expired in the last days; a wrong file is noted."""
    try:
        offers = kept_offers(session)
    except (FileFailedError, WrongFilesError) as error:
        session.note(f"the offers are left out: {error.say}; see: cb data check")
        return ()
    return tuple(item for offer in offers for item in _items(session, offer))


def _items(session: "Session", offer: KeptOffer) -> Iterator[AgendaItem]:
    now = session.now
    ends = date_at(session.workspace.me.schedule, offer.expires - _INSIDE)
    client = offer.clients[0].partition("/")[0]
    status = offer.status_at(now)
    if status is OfferStatus.WAITING:
        yield AgendaItem(
            client=client,
            code=AgendaCode.OFFER_WAITING,
            why=f"the offer {offer.id} waits for an answer",
            when=ends,
            command=command("offer", "accept", offer.id, "1"),
        )
    elif status is OfferStatus.EXPIRED and now < offer.expires + _TOLD_AFTER:
        yield AgendaItem(
            client=client,
            code=AgendaCode.OFFER_EXPIRED,
            why=f"the offer {offer.id} expired without an answer",
            when=ends,
            command=command("offer", *offer.clients),
        )
