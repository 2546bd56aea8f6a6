"""``cb meet``: when can we meet, what does it cost whom, and if not, why not."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.meeting.options import asked
from clientbridge.cli.meeting.run import answer
from clientbridge.cli.outputs import Force


def meet(
    ctx: typer.Context,
    party: Annotated[
        list[str] | None,
        typer.Argument(help="Clients or people: acme, acme/ana"),
    ] = None,
    *,
    duration: Annotated[str | None, typer.Option(help="How long, default 60m")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="How far ahead to search, default 2w")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="First day, or instant: mon, next week")] = None,
    to: Annotated[str | None, typer.Option(help="Last day, or the instant before which to end")] = None,
    on: Annotated[str | None, typer.Option(help="Weekdays of yours: mon,tue or mon-thu")] = None,
    between: Annotated[str | None, typer.Option(help="Hours of your clock: 09:00-12:00")] = None,
    count: Annotated[int | None, typer.Option(help="How many slots, default 5")] = None,
    step: Annotated[
        str | None, typer.Option(help="Minutes between starts on your clock, default 15m")
    ] = None,
    notice: Annotated[str | None, typer.Option(help="Nothing sooner than this: 4h, 2d")] = None,
    buffer: Annotated[str | None, typer.Option(help="Free time around other appointments: 15m")] = None,
    stretch: Annotated[str | None, typer.Option(help="Hours that you accept: 07:00-22:00")] = None,
    client_stretch: Annotated[
        list[str] | None, typer.Option(help="Ask clients for that much more: 1h, or acme=1h")
    ] = None,
    optional: Annotated[list[str] | None, typer.Option(help="A party that may be missing")] = None,
    quorum: Annotated[str | None, typer.Option(help="How many of all are enough: 80%")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out days that are likely closed")] = False,
    at: Annotated[str | None, typer.Option(help='Judge this time: "2026-12-03 15:00", "thu 3pm"')] = None,
    zone: Annotated[str | None, typer.Option(help="Read --at on this clock, and keep a series on it")] = None,
    every: Annotated[str | None, typer.Option(help="A series at one time: 1w, 2w, 1mo")] = None,
    times: Annotated[int | None, typer.Option(help="How many occurrences, default 6")] = None,
    rotate: Annotated[bool, typer.Option("--rotate", help="A series that takes turns fairly")] = False,
    text: Annotated[bool, typer.Option("--text", help="As text to paste into a message")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="That text, to the clipboard as well")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of that text: pt-BR, ja")] = None,
    ics: Annotated[Path | None, typer.Option(help="Write the best slot, or the series, to this file")] = None,
    force: Force = False,
) -> None:
    """When to meet clients: the next slot with each, or the best slots with those named."""
    given = locals()
    answer(ctx.obj, asked(given))
