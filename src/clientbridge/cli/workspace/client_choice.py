"""The client that a command is about: the one that is named, else one chosen from a list at the terminal."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError

ClientName = Annotated[
    str | None,
    typer.Argument(
        help="Id, name or the start of one; chosen from a list if left out",
        metavar="CLIENT",
    ),
]
"""One client; `chosen_client` gives the one that is meant where none is typed."""
_MOST_NAMED = 12


def chosen_client(context: Context, typed: str | None) -> str:
    """The name as typed, else the id of the client that is chosen from a list; raises UsageError."""
    if typed is not None:
        return typed
    if not context.may_ask:
        raise _which_client(context)
    from clientbridge.cli.prompts import ListedChoice, choose
    from clientbridge.core.time.formatting import city
    from clientbridge.load.clients import readable_clients

    clients = readable_clients(context.session)
    if not clients:
        raise _no_client()
    choices = [
        ListedChoice(
            value=client.id,
            label=f"{client.name}, {client.schedule.where or city(client.schedule.zone.key)}",
            names=(client.id, client.name),
        )
        for client in clients
    ]
    return choose(context, "Which client?", choices)


def _which_client(context: Context) -> UsageError:
    """Names the clients by their files alone: a broken one can be meant too."""
    ids = context.session.workspace.client_ids()
    if not ids:
        return _no_client()
    more = f" … and {len(ids) - _MOST_NAMED} more: cb client list" if len(ids) > _MOST_NAMED else ""
    return UsageError("which client?", hint=f"name one of: {', '.join(ids[:_MOST_NAMED])}{more}")


def _no_client() -> UsageError:
    return UsageError("there is no client yet", hint="add one: cb client add")
