"""The invitation to the meeting that came of an offer, or what calls it off."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.meeting.slots import Slot

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.load.meeting.offers.seen_by_all import SeenOffer


def write_invitation(context: "Context", seen: "SeenOffer", file: Path) -> None:
    """Write it to the file; raises ValueError where no slot was accepted."""
    from clientbridge.render.meeting.invitations.invitation_ics import Invitation, Method, invitation_ics

    offer = seen.offer
    if offer.accepted is None:
        raise ValueError("no slot was accepted")
    slot = offer.slots[offer.accepted - 1]
    invitation = Invitation(
        uid=offer.uid,
        sequence=offer.sequence,
        stamp=context.now,
        parties=seen.facts,
        emails=tuple(party.email for party in seen.parties),
        slots=(Slot(rank=1, start=slot.start, end=slot.end, cost=0, reasons=(), parties=slot.parties),),
        is_cancelled=offer.status is OfferStatus.WITHDRAWN,
    )
    context.save(file, invitation_ics(invitation))
    if invitation.method is Method.PUBLISH:
        from clientbridge.cli.meeting.export import note_nobody_invited

        note_nobody_invited(context, file, invitation)
