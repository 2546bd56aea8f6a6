"""`cb client add`: a commented file, filled with what you say and what the country gives."""

from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.core.errors import UsageError

if TYPE_CHECKING:
    from clientbridge.adapters.workspace.workspace import Workspace
    from clientbridge.cli.context import Context
    from clientbridge.cli.workspace.new_profile import Typed
    from clientbridge.core.workspace.changes import ClientAdded


def add(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Its name; asked for when missing.", metavar="NAME")
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="A short word for the command line.")] = None,
    country: Annotated[str | None, typer.Option(help="Code or English name: JP, Brazil.")] = None,
    region: Annotated[str | None, typer.Option(help="Part of the country: JP-13, Bavaria, Munich.")] = None,
    timezone: Annotated[str | None, typer.Option(help="Needed where a country has several.")] = None,
    language: Annotated[str | None, typer.Option(help="ja, pt-BR; the country's when left out.")] = None,
    hours: Annotated[str | None, typer.Option(help='"09:00-12:30, 13:30-18:00"')] = None,
) -> None:
    """Add a client; what you do not say is asked for, or taken from the country."""
    from clientbridge.adapters.workspace.workspace import check_writable
    from clientbridge.cli.workspace.new_profile import Typed

    context: Context = ctx.obj
    workspace = context.workspace()
    check_writable(workspace)
    typed = Typed(
        name=name, country=country, region=region, timezone=timezone, language=language, hours=hours
    )
    context.show(add_typed(context, workspace, typed, id_))


def add_typed(
    context: "Context", workspace: "Workspace", typed: "Typed", typed_id: str | None
) -> "ClientAdded":
    """Write the file of a new client and remember it for an undo."""
    from clientbridge.adapters.workspace.profile_edits import add_client
    from clientbridge.adapters.workspace.profiles.new_files import new_client
    from clientbridge.cli.workspace.new_profile import client_values
    from clientbridge.cli.workspace.undo_log import remember
    from clientbridge.core.workspace.changes import ClientAdded

    values = client_values(context, workspace, typed)
    client_id = _id(context, workspace, typed_id, str(values["name"]))
    client, reading = add_client(workspace, client_id, new_client(values))
    remember(context, f"client add {client_id}", files={client.file: None})
    return ClientAdded(
        id=client_id,
        name=client.name,
        country=client.schedule.place.country,
        region=client.schedule.place.region,
        timezone=client.schedule.zone.key,
        file=client.file,
        notes=tuple(map(str, reading.notes)),
    )


def _id(context: "Context", workspace: "Workspace", typed: str | None, name: str) -> str:
    from clientbridge.adapters.workspace.profile_edits import id_for
    from clientbridge.adapters.workspace.profiles.parsers import identifier
    from clientbridge.cli.prompts import ask_until

    if typed is not None:
        try:
            return identifier(typed)
        except ValueError as error:
            raise UsageError(str(error)) from None
    proposed = id_for(name, workspace.client_ids())
    if proposed is not None:
        return proposed
    if not context.may_ask:
        raise UsageError(f"'{name}' gives no short id", hint="add --id with one, in small Latin letters")
    return ask_until(context, "A short id, in small Latin letters?", identifier)
