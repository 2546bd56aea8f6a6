"""The offers of a workspace, and the one file in which they and the times they hold are kept."""

from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.holds.holds_file import HoldsFile
from clientbridge.core.meeting.offers.kept_offer import as_of
from clientbridge.load.changes import check_writable, record_change
from clientbridge.load.meeting.offers.offer_log import log_of, written_in_journals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clientbridge.core.meeting.offers.kept_offer import KeptOffer
    from clientbridge.load.session import Session


def holds_file(session: "Session") -> HoldsFile:
    """The file that ``me.yaml`` names, or the usual one."""
    return HoldsFile(session.workspace.folder, session.workspace.me.holds)


def kept_offers(session: "Session") -> "tuple[KeptOffer, ...]":
    """Every offer that is kept; raises WrongFilesError, FileFailedError where they cannot be read."""
    return holds_file(session).offers()


def change_offers(
    session: "Session",
    what: str,
    change: "Callable[[Sequence[KeptOffer]], Sequence[KeptOffer]]",
    *,
    save: bool = False,
) -> "tuple[KeptOffer, ...]":
    """Replace the offers by what `change` makes of them, and log with each client what became of its own.

    Nobody else changes them meanwhile. Your calendar follows where an offer is saved there; with `save` all
    that is saved is written there again. What a call that was killed has not logged is logged now, once.
    Raises UsageError for the sample, and what `change` and the writers raise.
    """
    from clientbridge.adapters.workspace.undo_log import FileChange

    check_writable(session)
    file = holds_file(session)
    written = file.change(lambda offers: as_of(change(offers), session.now), session.now)
    entries = written_in_journals(session, log_of(written.offers, session.now))
    if written.after != written.before and (written.before is not None or written.offers):
        files = {file.name: FileChange(before=written.before, after=written.after)}
        record_change(session, what, entries=entries, files=files)
    saved = [one.id for one in written.offers if one.saved is not None]
    if saved:
        from clientbridge.load.meeting.offers.saving import bring_in_step

        bring_in_step(session, again=saved if save else ())
    return written.offers
