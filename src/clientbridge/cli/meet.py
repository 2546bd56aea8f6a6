"""``cb meet``: when can we meet, what does it cost whom, and if not, why not."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.arguments import clients_starting_with
from clientbridge.core.errors import UsageError

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.cli.meet_request import MeetOptions


def meet(
    ctx: typer.Context,
    party: Annotated[
        list[str] | None,
        typer.Argument(help="clients or people: acme, acme/ana", autocompletion=clients_starting_with),
    ] = None,
    *,
    duration: Annotated[str | None, typer.Option(help="how long, 60m unless said")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="search so far ahead, 2w unless said")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="first day, or instant")] = None,
    to: Annotated[str | None, typer.Option(help="last day, or the instant before which to end")] = None,
    on: Annotated[str | None, typer.Option(help="weekdays of yours: mon,tue or mon-thu")] = None,
    between: Annotated[str | None, typer.Option(help="hours of your clock: 09:00-12:00")] = None,
    count: Annotated[int | None, typer.Option(help="how many slots, 5 unless said")] = None,
    step: Annotated[str | None, typer.Option(help="starts on your clock, every 15m unless said")] = None,
    notice: Annotated[str | None, typer.Option(help="nothing sooner than this: 4h, 2d")] = None,
    buffer: Annotated[str | None, typer.Option(help="free time around other appointments: 15m")] = None,
    stretch: Annotated[str | None, typer.Option(help="hours that you accept: 07:00-22:00")] = None,
    client_stretch: Annotated[str | None, typer.Option(help="ask clients for that much more: 1h")] = None,
    optional: Annotated[list[str] | None, typer.Option(help="a party that may be missing")] = None,
    quorum: Annotated[str | None, typer.Option(help="how many of all are enough: 80%")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="leave out days that are likely closed")] = False,
) -> None:
    """When to meet clients: the next slot with each, or the best slots with those named."""
    from clientbridge.cli.meet_request import MeetOptions

    options = MeetOptions(
        duration=duration,
        next_=next_,
        from_=from_,
        to=to,
        on=on,
        between=between,
        count=count,
        step=step,
        notice=notice,
        buffer=buffer,
        stretch=stretch,
        client_stretch=client_stretch,
        optional=tuple(optional or ()),
        quorum=quorum,
        strict=strict,
    )
    context: Context = ctx.obj
    if party or optional:
        _plan(context, options, tuple(party or ()))
    else:
        _next_slots(context, options)


def _plan(context: "Context", options: "MeetOptions", names: tuple[str, ...]) -> None:
    from clientbridge.adapters.meeting_tables import zone_changes
    from clientbridge.cli.meet_request import request_of
    from clientbridge.cli.meeting_parties import Table
    from clientbridge.core.meeting.plan import plan
    from clientbridge.core.meeting.search import search

    table = Table(context)
    parties = table.parties(names, optional=options.optional)
    if len(parties) == 1:
        raise UsageError("a meeting needs someone else", hint="name a client: cb meet acme")
    request = table.with_busy_times(request_of(options, parties, options.words(names), context.now))
    context.show(plan(search(request, table.almanac(request)), table.almanac, zone_changes()))


def _next_slots(context: "Context", options: "MeetOptions") -> None:
    from clientbridge.adapters.meeting_tables import zone_changes
    from clientbridge.cli.meet_request import request_of
    from clientbridge.cli.meeting_parties import Table
    from clientbridge.core.meeting.next_slots import next_slots
    from clientbridge.core.meeting.search import search

    table = Table(context)
    clients = table.every_client()
    words = options.words(())
    whole = table.with_busy_times(request_of(options, (table.me, *clients), words, context.now))
    requests = [replace(whole, parties=(whole.me, client)) for client in whole.others]
    almanac = table.almanac(whole)
    found = [search(request, almanac) for request in requests]
    context.show(next_slots(whole, found, zone_changes()))
