"""`cb today`, which a bare `cb` shows too: the clocks of your clients and what needs you."""

from datetime import timedelta
from typing import Annotated

import typer

from clientbridge.cli.context import Context

SHOWN_CLOCKS = 12


def today(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=90, help="How many days to look ahead.")] = 7,
    all_: Annotated[bool, typer.Option("--all", help="A clock for every client, however many.")] = False,
) -> None:
    """What needs you today and soon, each thing with why and the command that deals with it."""
    from clientbridge.cli.journal import situations_of
    from clientbridge.core.relationship.agenda import Agenda, ranked
    from clientbridge.core.relationship.attention import items_of
    from clientbridge.core.relationship.clocks import clock_of

    context: Context = ctx.obj
    every = context.workspace().every_client()
    for problem in every.problems:
        context.note(f"{problem.place}: {problem.say}; this client is left out")
    situations = situations_of(context, every.clients, soon=days)
    me = context.workspace().me
    here = me.schedule.zone
    clocks = tuple(
        clock_of(known.client.id, known.client.name, known.theirs, context.now, here) for known in situations
    )
    today_here = context.now.astimezone(here).date()
    context.show(
        Agenda(
            today=today_here,
            until=today_here + timedelta(days=days),
            you=f"{context.now.astimezone(here):%H:%M} {here.key}",
            clocks=clocks,
            shown_clocks=None if all_ else SHOWN_CLOCKS,
            items=ranked((item for known in situations for item in items_of(known)), today_here),
        )
    )
