"""``cb clock``: what time it is for everyone, now or at a time you name, and their hours over your day."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.typed_places import with_places_chosen
from clientbridge.core.errors import UsageError
from clientbridge.load.meeting.clock_loader import ClockAsked, clock_of


def clock(
    ctx: typer.Context,
    party: Annotated[
        list[str] | None,
        typer.Argument(help='Clients, people or places: acme, acme/ana, @tokyo, @"São Paulo"; default all'),
    ] = None,
    *,
    at: Annotated[str | None, typer.Option(help='Another time: "thu 3pm", "2026-12-03 15:00"')] = None,
    zone: Annotated[str | None, typer.Option(help="City whose clock --at means; default yours")] = None,
    day: Annotated[str | None, typer.Option(help="Another day of yours: fri, 2026-12-24")] = None,
) -> None:
    """What time it is for everyone, now or at another time, and who is at work over your day."""
    context: Context = ctx.obj
    if zone is not None and at is None:
        raise UsageError("--zone says whose clock --at means", hint='add a time: --at "thu 3pm"')
    context.note_days(at, day)
    names = with_places_chosen(context, party or [])
    asked = ClockAsked(names=names, at=at, zone=zone, day=day)
    context.show(clock_of(context.session, asked, context.environment))
