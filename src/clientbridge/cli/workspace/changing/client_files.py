"""`cb client rename`, `remove`, `archive` and `unarchive`: a client as a whole."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.errors import ExitCode, UsageError
from clientbridge.load.workspace import client_files


def rename(
    ctx: typer.Context,
    client: ClientName = None,
    new_id: Annotated[
        str | None, typer.Argument(help="A short word for the command line", metavar="NEW_ID")
    ] = None,
    name: Annotated[str | None, typer.Option(help="A new name, in quotes")] = None,
) -> None:
    """Give a client another id or name; its journal and calendars go with it."""
    context: Context = ctx.obj
    which = chosen_client(context, client)
    context.show(client_files.rename(context.session, which, new_id, name))


def remove(
    ctx: typer.Context,
    client: ClientName = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask")] = False,
    journal: Annotated[bool, typer.Option("--with-journal", help="The journal too")] = False,
    calendars: Annotated[bool, typer.Option("--with-calendars", help="Its calendars too")] = False,
) -> None:
    """Remove a client; the journal and the calendars stay unless they are to go too."""
    context: Context = ctx.obj
    which = client_files.client_to_remove(context.session, chosen_client(context, client))
    if not yes and not _is_meant(context, which):
        context.note("nothing was removed")
        raise typer.Exit(ExitCode.NONE)
    context.show(client_files.remove(context.session, which, journal=journal, calendars=calendars))


def _is_meant(context: Context, client: str) -> bool:
    if not context.may_ask:
        raise UsageError(f"{client} is removed only when you say so", hint="add --yes")
    return context.confirm(f"Remove {client}? (cb data undo brings it back)")


def archive(ctx: typer.Context, client: ClientName = None) -> None:
    """Put a client aside: nothing is asked for it any more, and everything stays."""
    context: Context = ctx.obj
    context.show(client_files.archive(context.session, chosen_client(context, client), archived=True))


def unarchive(ctx: typer.Context, client: ClientName = None) -> None:
    """Have an archived client back."""
    context: Context = ctx.obj
    context.show(client_files.archive(context.session, chosen_client(context, client), archived=False))
