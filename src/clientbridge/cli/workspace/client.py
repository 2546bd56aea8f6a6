"""`cb client list` and `cb client show`: who your clients are, and what is known of one."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.load.clients import all_clients, client_card, client_list


def list_clients(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Those too that are archived")] = False,
    archived: Annotated[bool, typer.Option("--archived", help="Only those that are archived")] = False,
) -> None:
    """List your clients: who they are and where."""
    context: Context = ctx.obj
    clients = all_clients(context.session)
    away = tuple(client for client in clients if client.archived is not None)
    if archived or every:
        context.show(client_list(context.session, away if archived else clients))
        return
    here = tuple(client for client in clients if client.archived is None)
    context.show(client_list(context.session, here))
    if away:
        context.note(f"and {len(away)} archived: cb client list --archived")


def show(ctx: typer.Context, client: ClientName = None) -> None:
    """Show everything known about a client (or 'me'), and where each value comes from."""
    context: Context = ctx.obj
    context.show(client_card(context.session, chosen_client(context, client)))
