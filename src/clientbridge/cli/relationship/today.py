"""`cb today`, which a bare `cb` shows too: the clocks of your clients and what needs you."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.load.today import agenda
from clientbridge.render.views import AgendaView


def today(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=90, help="How many days to look ahead.")] = 7,
    all_: Annotated[bool, typer.Option("--all", help="Every client and every thing, however many.")] = False,
) -> None:
    """What needs you today and soon, each thing with why and the command that deals with it."""
    context: Context = ctx.obj
    view = AgendaView(clocks=None, items=None) if all_ else AgendaView()
    context.show(agenda(context.session, ahead=days), view)
