"""`cb client list` and `cb client show`: who your clients are, and what is known of one."""

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.client_choice import chosen_client
from clientbridge.cli.context import Context
from clientbridge.core.workspace.client_list import listed
from clientbridge.load.clients import client_card, readable_clients


def list_clients(ctx: typer.Context) -> None:
    """List your clients: who they are and where."""
    context: Context = ctx.obj
    context.show(listed(readable_clients(context.session)))


def show(ctx: typer.Context, client: ClientName = None) -> None:
    """Show everything known about a client (or 'me'), and where each value comes from."""
    context: Context = ctx.obj
    context.show(client_card(context.session, chosen_client(context, client)))
