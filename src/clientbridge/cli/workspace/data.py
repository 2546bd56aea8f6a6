"""`cb data`: the group, and the commands about files as files: what is wrong, what an editor should know."""

from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.core.errors import ExitCode, UsageError, WrongFilesError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clientbridge.cli.context import Context
    from clientbridge.core.workspace.profiles import Client


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
    from clientbridge.adapters.library_versions import versions
    from clientbridge.adapters.workspace.workspace_check import read_everything
    from clientbridge.core.workspace.check import Check
    from clientbridge.render.formats import Format

    context: Context = ctx.obj
    workspace = context.workspace()
    found = read_everything(workspace)
    result = Check(
        problems=found.problems,
        notes=(*map(str, found.notes), *_notes_about_days(context, found.clients)),
        clients=len(found.clients),
        folder=str(workspace.folder),
        versions=versions(),
    )
    if found.problems and context.format is not Format.JSON:
        for note in found.notes:
            context.note(str(note))
        raise WrongFilesError(found.problems)
    context.show(result)
    if found.problems:
        raise typer.Exit(ExitCode.WRONG_FILE)


def _notes_about_days(context: "Context", clients: "Sequence[Client]") -> tuple[str, ...]:
    """How old the holiday data is, where it ends for a client, and whose region is missing."""
    from clientbridge.adapters.days.holiday_release import holiday_data
    from clientbridge.adapters.days.place_calendars import calendars_for
    from clientbridge.core.days.data_age import LOOK_AHEAD, age_note, client_notes
    from clientbridge.core.days.location import places_of

    today = context.now.date()
    places = [place for client in clients for place in places_of(client.schedule)]
    calendars = calendars_for(places, today, today + LOOK_AHEAD, context.cache_folder)
    return (*client_notes(clients, calendars, today), age_note(holiday_data(), today))


def schema(
    ctx: typer.Context,
    which: Annotated[str, typer.Argument(help="'me' or 'client'.", metavar="me|client")],
) -> None:
    """JSON Schema of a file, for your editor; `cb init` puts both where editors look."""
    from clientbridge.adapters.workspace.profiles.editor_schema import SECTIONS, editor_schema_text

    context: Context = ctx.obj
    if which not in SECTIONS:
        raise UsageError(f"there is no schema of '{which}'", hint="write: cb data schema me, or client")
    context.surroundings.answer(editor_schema_text(which))
