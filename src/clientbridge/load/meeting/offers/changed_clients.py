"""The offers of a client that is about to be renamed or removed, changed in the same step as its files.

Your calendar follows when that is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clientbridge.core.errors import WrongFilesError
from clientbridge.core.meeting.offers.changed_clients import (
    is_offered_to,
    with_client_renamed,
    without_client,
)
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.load.meeting.offers.kept_offers import holds_file

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from clientbridge.adapters.workspace.undo_log import FileChange
    from clientbridge.load.session import Session


def renamed(
    session: "Session", before: str, after: str
) -> "AbstractContextManager[Mapping[str, FileChange]]":
    """The holds file with the client's new id, for the caller to write while nobody else does.

    Raises WrongFilesError, FileFailedError where the offers cannot be read.
    """
    return _changed(session, lambda offers: with_client_renamed(offers, before, after))


def removed(session: "Session", client: str) -> "AbstractContextManager[Mapping[str, FileChange]]":
    """The holds file without the client, which is told; raises as `renamed`."""

    def change(offers: Sequence[KeptOffer]) -> Sequence[KeptOffer]:
        left = without_client(offers, client)
        others = {offer.id: offer for offer in left}
        for offer in offers:
            if is_offered_to(offer, client):
                stays = others.get(offer.id)
                then = f"goes on with {stays.whom}" if stays else "goes with it, and holds nothing more"
                session.note(f"the offer {offer.id} {then}")
        return left

    return _changed(session, change)


@contextmanager
def _changed(
    session: "Session", change: Callable[[Sequence[KeptOffer]], Sequence[KeptOffer]]
) -> "Iterator[Mapping[str, FileChange]]":
    from clientbridge.adapters.workspace.undo_log import FileChange

    file, kept = holds_file(session), list[KeptOffer]()

    def change_kept(offers: Sequence[KeptOffer]) -> Sequence[KeptOffer]:
        kept.extend(offers)
        return change(offers)

    try:
        with file.prepared(change_kept, session.now) as new:
            changes = new is not None and new.after != new.before
            yield {file.name: FileChange(before=new.before, after=new.after)} if new and changes else {}
    except WrongFilesError as error:
        raise WrongFilesError(error.problems, hint="correct it first: its offers name the client") from None
    if new is not None and any(offer.saved is not None for offer in kept):
        from clientbridge.load.meeting.offers.saving import follow

        follow(session, kept, new.offers)
