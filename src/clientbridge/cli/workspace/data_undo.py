"""`cb data undo`: take back the last change that the program made."""

import typer

from clientbridge.cli.context import Context
from clientbridge.load.meeting import undoing


def undo(ctx: typer.Context) -> None:
    """Take back the last change of any kind; a file changed by hand since is left alone."""
    context: Context = ctx.obj
    context.show(undoing.undo(context.session))
