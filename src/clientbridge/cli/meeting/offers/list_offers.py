"""``cb offer``: the offers that wait for an answer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.outputs import Force, check_files
from clientbridge.load.meeting.offers.listing import offers_of

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def list_offers(
    ctx: typer.Context,
    *,
    all_: Annotated[bool, typer.Option("--all", help="Those too that were answered or are over")] = False,
    free_busy: Annotated[
        Path | None, typer.Option(help="Write when you are busy in the next 4 weeks to FILE", metavar="FILE")
    ] = None,
    force: Force = False,
) -> None:
    """List the offers that wait for an answer. `cb offer` is short for this."""
    context: Context = ctx.obj
    check_files(context, force=force, free_busy=free_busy)
    if free_busy is not None:
        from clientbridge.cli.meeting.offers.free_busy import publish

        publish(context, free_busy)
    context.show(offers_of(context.session, every=all_))
