"""`cb client add`: a commented file, filled with what you say and what the country gives."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ask_until
from clientbridge.cli.workspace.new_profile import TypedClient, client_values
from clientbridge.cli.workspace.questions.whereabouts import TypedPlace
from clientbridge.core.errors import UsageError
from clientbridge.core.workspace.changes import ClientAdded
from clientbridge.load.changes import check_writable
from clientbridge.load.profiles import add_client, identifier
from clientbridge.load.session import Session
from clientbridge.load.workspace.new_ids import check_new_name, proposed_id, refused_id


def add(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Its name; asked for if left out", metavar="NAME")
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", help="A short word for the command line")] = None,
    country: Annotated[str | None, typer.Option(help="Country or city: JP, Brazil, Fargo")] = None,
    region: Annotated[str | None, typer.Option(help="Part of the country: JP-13, Bavaria, Munich")] = None,
    timezone: Annotated[str | None, typer.Option(help="Needed where a country has several")] = None,
    language: Annotated[
        str | None, typer.Option(help="Its language: French, ja, pt-BR; default that of work there")
    ] = None,
    hours: Annotated[str | None, typer.Option(help='"09:00-12:30, 13:30-18:00"')] = None,
) -> None:
    """Add a client; whatever you leave out is asked for or taken from the country."""
    context: Context = ctx.obj
    check_writable(context.session)
    place = TypedPlace(country=country, region=region, timezone=timezone)
    typed = TypedClient(name=name, place=place, language=language, hours=hours)
    context.show(add_typed(context, context.session, typed, id_))


def add_typed(
    context: "Context", session: "Session", typed: "TypedClient", typed_id: str | None
) -> "ClientAdded":
    """Write the file of a new client into the workspace of `session`."""
    values = client_values(context, typed)
    return add_client(session, _id(context, session, typed_id, str(values["name"])), values)


def _id(context: "Context", session: "Session", typed: str | None, name: str) -> str:
    if typed is not None:
        return identifier(typed)
    check_new_name(session, name)
    proposed = proposed_id(session, name)
    if proposed is not None:
        return proposed
    if not context.may_ask:
        refused = refused_id(session, name)
        if refused is not None:
            usual, free = refused
            say = f"the short id '{usual}' is taken, or kept for something else"
            raise UsageError(say, hint=f"add --id with another one: --id {free}")
        raise UsageError(f"'{name}' gives no short id", hint="add --id with one, in small Latin letters")
    return ask_until(context, "A short id, in small Latin letters?", identifier)
