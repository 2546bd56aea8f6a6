"""`cb client`: the group, and the commands that look: who your clients are, what is known of them."""

from typing import TYPE_CHECKING

import typer

from clientbridge.cli.arguments import ClientName

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def make_client() -> typer.Typer:
    """The group of commands."""
    from clientbridge.cli.relationship.client_map import map_
    from clientbridge.cli.workspace.client_add import add
    from clientbridge.cli.workspace.client_edit import edit
    from clientbridge.cli.workspace.client_import import import_

    group = typer.Typer(help="Your clients: list, show, add, edit, map, import.", no_args_is_help=True)
    group.command("list")(list_clients)
    group.command()(show)
    group.command()(add)
    group.command()(edit)
    group.command("map")(map_)
    group.command("import")(import_)
    return group


def list_clients(ctx: typer.Context) -> None:
    """Who your clients are, and where."""
    from clientbridge.core.workspace.client_list import listed
    from clientbridge.load.clients import readable_clients

    context: Context = ctx.obj
    context.show(listed(readable_clients(context.session)))


def show(ctx: typer.Context, client: ClientName) -> None:
    """Everything known about a client (or 'me'), and where each value comes from."""
    from clientbridge.load.clients import client_card

    context: Context = ctx.obj
    context.show(client_card(context.session, client))
