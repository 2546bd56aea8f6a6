"""`cb today`, which a bare `cb` shows too: the clocks of your clients and what needs you."""

from datetime import timedelta
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.readable_clients import tell_left_out

SHOWN_CLOCKS = 12
SHOWN_ITEMS = 15


def today(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=90, help="How many days to look ahead.")] = 7,
    all_: Annotated[bool, typer.Option("--all", help="Every client and every thing, however many.")] = False,
) -> None:
    """What needs you today and soon, each thing with why and the command that deals with it."""
    from clientbridge.adapters.relationship.agenda_cache import every_day
    from clientbridge.core.relationship.agenda import Agenda, ranked
    from clientbridge.core.relationship.client_clock import clock_at

    context: Context = ctx.obj
    workspace = context.workspace()
    here = workspace.me.schedule.zone
    every = every_day(workspace, context.now, cache_folder=context.cache_folder, soon=days)
    tell_left_out(context, every.problems, any_left=bool(every.days))
    now_here = context.now.astimezone(here)
    context.show(
        Agenda(
            today=now_here.date(),
            until=now_here.date() + timedelta(days=days),
            you=f"{now_here:%H:%M} {here.key}",
            clocks=tuple(clock_at(day.known, context.now, here) for day in every.days),
            shown_clocks=None if all_ else SHOWN_CLOCKS,
            shown_items=None if all_ else SHOWN_ITEMS,
            items=ranked((item for day in every.days for item in day.items), now_here.date()),
        )
    )
