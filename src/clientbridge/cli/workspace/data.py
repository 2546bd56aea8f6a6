"""`cb data`: the group, and the commands about files as files: what is wrong, what an editor should know."""

from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.core.errors import ExitCode, UsageError, WrongFilesError

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def make_data() -> typer.Typer:
    """The group of commands."""
    from clientbridge.cli.workspace.data_undo import undo

    group = typer.Typer(help="Your files: check, schema, undo.", no_args_is_help=True)
    group.command()(check)
    group.command()(schema)
    group.command()(undo)
    return group


def check(ctx: typer.Context) -> None:
    """Read every file and tell all that is wrong, each with its place; exit code 4 when something is."""
    from clientbridge.load.check import check_of, read_every_file
    from clientbridge.render.formats import Format

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
    which: Annotated[str, typer.Argument(help="'me' or 'client'.", metavar="me|client")],
) -> None:
    """JSON Schema of a file, for your editor; `cb init` puts both where editors look."""
    from clientbridge.load.profiles import editor_schema

    context: Context = ctx.obj
    text = editor_schema(which)
    if text is None:
        raise UsageError(f"there is no schema of '{which}'", hint="write: cb data schema me, or client")
    context.surroundings.answer(text)
