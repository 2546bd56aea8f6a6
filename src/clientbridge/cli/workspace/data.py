"""`cb data check` and `cb data schema`: what is wrong in your files, what an editor should know of them."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.core.errors import ExitCode, UsageError, WrongFilesError
from clientbridge.render.formats import Format


def check(ctx: typer.Context) -> None:
    """Read every file and tell all that is wrong, each with its place; exit code 4 when something is."""
    from clientbridge.load.check import check_of, read_every_file

    context: Context = ctx.obj
    every = read_every_file(context.session)
    if every.problems and context.format is not Format.JSON:
        for note in every.notes:
            context.note(note)
        raise WrongFilesError(every.problems)
    context.show(check_of(context.session, every))
    if every.problems:
        raise typer.Exit(ExitCode.WRONG_FILE)


def schema(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(help="'me' or 'client'", metavar="me|client")],
) -> None:
    """JSON Schema of a file, for your editor; `cb init` puts both where editors look."""
    from clientbridge.load.profiles import editor_schema

    context: Context = ctx.obj
    text = editor_schema(which)
    if text is None:
        raise UsageError(f"there is no schema of '{which}'", hint="write: cb data schema me, or client")
    context.surroundings.answer(text)
