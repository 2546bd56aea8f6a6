"""Write changes to journals and record every change, so that `cb data undo` can revert it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from clientbridge.core.days.location import local_at
from clientbridge.core.errors import FileFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clientbridge.adapters.relationship.journals import AppendedJournal, NewEntries
    from clientbridge.adapters.workspace.undo_log import FileChange, UndoLog
    from clientbridge.core.relationship.journal.entries import Entry
    from clientbridge.core.relationship.journal.kinds import EntryId
    from clientbridge.core.relationship.results import Undone
    from clientbridge.load.session import Session


def check_writable(session: "Session") -> None:
    """Raise UsageError for the sample workspace, which is read-only."""
    from clientbridge.adapters.workspace import workspace

    workspace.check_writable(session.workspace)


def append(
    session: "Session",
    client: str,
    entries: "NewEntries",
    *,
    describe: "Callable[[Sequence[Entry]], str]",
) -> "AppendedJournal":
    """Append entries to a client's journal and record the change; `describe` names it from the new entries.

    `entries` is called with the ids already in the journal, while the file is locked.
    Raises UsageError for the sample workspace, FileFailedError when the journal cannot be written.
    """
    from clientbridge.adapters.relationship.journals import Journals
    from clientbridge.adapters.workspace.workspace import journal_name

    check_writable(session)
    written = Journals(session.workspace.folder).append(client, entries)
    if written.torn is not None:
        session.note(f"an unfinished line was set aside in {journal_name(client)}.torn: {written.torn[:60]}")
    record_change(session, describe(written.added), entries={client: [entry.id for entry in written.added]})
    return written


def record_change(
    session: "Session",
    description: str,
    *,
    entries: "Mapping[str, Sequence[EntryId]] | None" = None,
    files: "Mapping[str, FileChange] | None" = None,
) -> None:
    """Record a change that has been made, for undo; when that fails, note it: the change itself stays.

    What killed commands left in the workspace goes now.
    """
    from clientbridge.adapters.workspace.workspace import clear_abandoned_in

    clear_abandoned_in(session.workspace)
    try:
        undo_log(session).note(description, session.now, entries=entries, files=files)
    except FileFailedError as error:
        session.note(f"it is written, but cannot be undone from here: {error.say}")


def follow_change(session: "Session", file: str, change: "FileChange") -> None:
    """Let an undo of what was last done to a file know that it was written once more, as part of that.

    Where this cannot be kept, the undo finds the file changed, and leaves it alone.
    """
    with suppress(FileFailedError):
        undo_log(session).follow(file, change)


def undo(session: "Session") -> "Undone":
    """Revert the last recorded change, of a journal or of files.

    Raises UsageError for the sample workspace, FileFailedError for a file edited since; it is left alone.
    """
    from clientbridge.core.relationship.results import Undone

    check_writable(session)
    me = session.workspace.me.schedule
    change = undo_log(session).undo(session.now)
    if change is None:
        return Undone(what=None, at=None)
    return Undone(what=change.what, at=local_at(me, change.at))


def undo_log(session: "Session") -> "UndoLog":
    """What was changed in the workspace from this machine; raises FileFailedError where that has no place."""
    from clientbridge.adapters.workspace.undo_log import UndoLog

    if session.folders.state is None:
        raise FileFailedError("HOME names no folder for the list of changes")
    return UndoLog(session.workspace.folder, session.folders.state)
