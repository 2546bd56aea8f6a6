"""What a command has changed, remembered for `cb data undo`."""

from collections.abc import Mapping, Sequence

from clientbridge.cli.context import Context
from clientbridge.core.errors import FileFailedError
from clientbridge.core.relationship.journal.kinds import EntryId


def remember(
    context: Context,
    what: str,
    *,
    entries: Mapping[str, Sequence[EntryId]] | None = None,
    files: Mapping[str, bytes | None] | None = None,
) -> None:
    """Remember a change that has been made; where that fails the change stands, and only its undo is lost."""
    from clientbridge.adapters.workspace.undo_log import UndoLog

    try:
        changes = UndoLog(context.workspace().folder, context.state_folder)
        changes.note(what, context.now, entries=entries, files=files)
    except FileFailedError as error:
        context.note(f"it is written, but cannot be undone from here: {error.say}")
