"""What a command changes, remembered for `cb data undo`: entries of journals and files of the workspace."""

from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clientbridge.adapters.relationship.journals import AppendedJournal, NewEntries
    from clientbridge.adapters.workspace.undo_log import FileChange
    from clientbridge.core.relationship.journal.entries import Entry
    from clientbridge.core.relationship.journal.kinds import EntryId
    from clientbridge.core.relationship.results import Undone
    from clientbridge.load.session import Session


def check_writable(session: "Session") -> None:
    """Raises UsageError for the sample workspace."""
    from clientbridge.adapters.workspace import workspace

    workspace.check_writable(session.workspace)


def append(
    session: "Session",
    client: str,
    entries: "NewEntries",
    *,
    what: "Callable[[Sequence[Entry]], str]",
) -> "AppendedJournal":
    """Add entries to a client's journal; `what` names the change, from the entries, for an undo.

    `entries` makes them from the ids that are taken, while no other writer can take one.
    Raises UsageError for the sample workspace, FileFailedError where nothing can be written.
    """
    from clientbridge.adapters.relationship.journals import Journals

    check_writable(session)
    written = Journals(session.workspace.folder).append(client, entries)
    if written.torn is not None:
        session.note(f"an unfinished line was set aside in journal/{client}.jsonl.torn: {written.torn[:60]}")
    remember(session, what(written.added), entries={client: [entry.id for entry in written.added]})
    return written


def remember(
    session: "Session",
    what: str,
    *,
    entries: "Mapping[str, Sequence[EntryId]] | None" = None,
    files: "Mapping[str, FileChange] | None" = None,
) -> None:
    """Remember a change that has been made; where that fails the change stands, and only its undo is lost."""
    from clientbridge.adapters.workspace.undo_log import UndoLog

    try:
        log = UndoLog(session.workspace.folder, session.folders.state)
        log.note(what, session.now, entries=entries, files=files)
    except FileFailedError as error:
        session.note(f"it is written, but cannot be undone from here: {error.say}")


def undo(session: "Session") -> "Undone":
    """Take back the last change of any kind; a file that was changed by hand since is left alone.

    Raises UsageError for the sample workspace, FileFailedError for such a file.
    """
    from clientbridge.adapters.workspace.undo_log import UndoLog
    from clientbridge.core.relationship.results import Undone

    check_writable(session)
    here = session.workspace.me.schedule.zone
    change = UndoLog(session.workspace.folder, session.folders.state).undo(session.now)
    if change is None:
        return Undone(what=None, at=None)
    return Undone(what=change.what, at=change.at.astimezone(here))
