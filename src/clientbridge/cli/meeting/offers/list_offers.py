"""``cb offer``: the offers that wait for an answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.load.meeting.offers.listing import offers_of

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def list_offers(
    ctx: typer.Context,
    *,
    all_: Annotated[bool, typer.Option("--all", help="Those too that were answered or are over")] = False,
) -> None:
    """List the offers that wait for an answer. `cb offer` is short for this."""
    context: Context = ctx.obj
    context.show(offers_of(context.session, every=all_))
