"""Take back the last change; your calendar follows where that was one of an offer that stands in it."""

from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.load import changes

if TYPE_CHECKING:
    from clientbridge.core.meeting.offers.kept_offer import KeptOffer
    from clientbridge.core.relationship.results import Undone
    from clientbridge.load.session import Session


def undo(session: "Session") -> "Undone":
    """As `changes.undo`, and raises as that; a calendar that does not answer is noted."""
    if not any(one.saves for one in session.workspace.me.schedule.calendars):
        return changes.undo(session)
    before = _offers(session)
    undone = changes.undo(session)
    after = _offers(session)
    if before is not None and after is not None and before != after:
        from clientbridge.load.meeting.offers.saving import follow

        follow(session, before, after)
    return undone


def _offers(session: "Session") -> "tuple[KeptOffer, ...] | None":
    """None where they cannot be read: then nothing follows from them."""
    from clientbridge.load.meeting.offers.kept_offers import kept_offers

    try:
        return kept_offers(session)
    except (FileFailedError, WrongFilesError):
        return None
