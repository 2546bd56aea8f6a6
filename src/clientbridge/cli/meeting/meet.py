"""``cb meet``: when can we meet, what does it cost whom, and if not, why not."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.arguments import clients_starting_with
from clientbridge.cli.meeting.options import asked
from clientbridge.cli.meeting.run import answer


def meet(
    ctx: typer.Context,
    party: Annotated[
        list[str] | None,
        typer.Argument(help="clients or people: acme, acme/ana", autocompletion=clients_starting_with),
    ] = None,
    *,
    duration: Annotated[str | None, typer.Option(help="how long, default 60m")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="how far ahead to search, default 2w")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="first day, or instant")] = None,
    to: Annotated[str | None, typer.Option(help="last day, or the instant before which to end")] = None,
    on: Annotated[str | None, typer.Option(help="weekdays of yours: mon,tue or mon-thu")] = None,
    between: Annotated[str | None, typer.Option(help="hours of your clock: 09:00-12:00")] = None,
    count: Annotated[int | None, typer.Option(help="how many slots, default 5")] = None,
    step: Annotated[
        str | None, typer.Option(help="minutes between starts on your clock, default 15m")
    ] = None,
    notice: Annotated[str | None, typer.Option(help="nothing sooner than this: 4h, 2d")] = None,
    buffer: Annotated[str | None, typer.Option(help="free time around other appointments: 15m")] = None,
    stretch: Annotated[str | None, typer.Option(help="hours that you accept: 07:00-22:00")] = None,
    client_stretch: Annotated[str | None, typer.Option(help="ask clients for that much more: 1h")] = None,
    optional: Annotated[list[str] | None, typer.Option(help="a party that may be missing")] = None,
    quorum: Annotated[str | None, typer.Option(help="how many of all are enough: 80%")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="leave out days that are likely closed")] = False,
    at: Annotated[str | None, typer.Option(help='judge this time: "2026-12-03 15:00"')] = None,
    zone: Annotated[str | None, typer.Option(help="read --at on this clock, and keep a series on it")] = None,
    every: Annotated[str | None, typer.Option(help="a series at one time: 1w, 2w, 1mo")] = None,
    times: Annotated[int | None, typer.Option(help="how many occurrences, default 6")] = None,
    rotate: Annotated[bool, typer.Option("--rotate", help="a series that takes turns fairly")] = False,
    text: Annotated[bool, typer.Option("--text", help="as text to paste into a message")] = False,
    lang: Annotated[str | None, typer.Option(help="language of that text: pt-BR, ja")] = None,
    ics: Annotated[Path | None, typer.Option(help="write the best slot, or the series, to this file")] = None,
) -> None:
    """When to meet clients: the next slot with each, or the best slots with those named."""
    given = locals()
    answer(ctx.obj, asked(given))
