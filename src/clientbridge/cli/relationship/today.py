"""`cb today`, also run by a bare `cb`: the clocks of your clients and your agenda."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.load.today import agenda
from clientbridge.render.views import AgendaView


def today(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=90, help="How many days to look ahead")] = 7,
    all_: Annotated[
        bool, typer.Option("--all", help="Show every client, and every item with its command")
    ] = False,
) -> None:
    """Show what to do today and soon, each with its reason; --all has the command for each."""
    context: Context = ctx.obj
    view = AgendaView(is_whole=all_, width=context.line_width)
    context.show(agenda(context.session, days_ahead=days), view)
