"""`cb data undo`: take back the last change that the program made."""

import typer

from clientbridge.cli.context import Context


def undo(ctx: typer.Context) -> None:
    """Take back the last change of any kind; a file changed by hand since is left alone."""
    from clientbridge.adapters.workspace.undo_log import UndoLog
    from clientbridge.adapters.workspace.workspace import check_writable
    from clientbridge.core.relationship.results import Undone

    context: Context = ctx.obj
    workspace = context.workspace()
    check_writable(workspace)
    here = workspace.me.schedule.zone
    change = UndoLog(workspace.folder, context.state_folder).undo(context.now)
    context.show(
        Undone(what=None, at=None)
        if change is None
        else Undone(what=change.what, at=change.at.astimezone(here))
    )
