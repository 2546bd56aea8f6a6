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
        typer.Argument(help="Clients, people or places: acme, acme/ana, @tokyo"),
    ] = None,
    *,
    duration: Annotated[str | None, typer.Option(help="How long, default 60m")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="How far ahead to search, default 2w")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="First day or time: mon, next week")] = None,
    to: Annotated[str | None, typer.Option(help="Last day, or the time by which it must end")] = None,
    on: Annotated[str | None, typer.Option(help="Only these weekdays of yours: mon,tue or mon-thu")] = None,
    between: Annotated[str | None, typer.Option(help="Only these hours of yours: 09:00-12:00")] = None,
    count: Annotated[int | None, typer.Option(help="How many slots, default 5")] = None,
    step: Annotated[str | None, typer.Option(help="Try a start every so many minutes, default 15m")] = None,
    notice: Annotated[str | None, typer.Option(help="Nothing sooner than in: 4h, 2d")] = None,
    buffer: Annotated[str | None, typer.Option(help="Free time around other appointments: 15m")] = None,
    stretch: Annotated[str | None, typer.Option(help="Hours you would accept: 07:00-22:00")] = None,
    client_stretch: Annotated[
        list[str] | None, typer.Option(help="How far beyond their hours to ask them: 1h, or acme=1h")
    ] = None,
    optional: Annotated[list[str] | None, typer.Option(help="Who may be missing: acme, acme/ana")] = None,
    quorum: Annotated[str | None, typer.Option(help="How many of them are enough: 80%")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out days that are likely closed")] = False,
    over_holds: Annotated[
        bool, typer.Option("--over-holds", help="Times held in your offers count as free")
    ] = False,
    at: Annotated[str | None, typer.Option(help='Is this time good: "2026-12-03 15:00", "thu 3pm"')] = None,
    zone: Annotated[
        str | None, typer.Option(help="City whose clock --at means; a series stays on it")
    ] = None,
    every: Annotated[str | None, typer.Option(help="A series, one call every 1w, 2w or 1mo")] = None,
    times: Annotated[int | None, typer.Option(help="How many calls in the series, default 6")] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Remember the series: cb today tells what moves a date")
    ] = False,
    forget: Annotated[str | None, typer.Option(help="Forget the series of this id")] = None,
    rotate: Annotated[
        bool, typer.Option("--rotate", help="Take turns with early and late hours in the series")
    ] = False,
    text: Annotated[bool, typer.Option("--text", help="As text to paste into a message")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="That text, to the clipboard as well")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of that text: pt-BR, ja")] = None,
    ics: Annotated[Path | None, typer.Option(help="Write the best slot, or the series, to this file")] = None,
    map_: Annotated[bool, typer.Option("--map", help="Draw what every start of the range costs")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the answer as a page to this file")] = None,
    pick: Annotated[int | None, typer.Option(help="Which slot of the list that is, default 1")] = None,
    cancel: Annotated[
        Path | None, typer.Option(help="Call off the meeting of this file, over it or to --ics")
    ] = None,
    save: Annotated[
        bool,
        typer.Option(
            "--save", help="Write it into your calendar that says save: yes; with --cancel, take it out"
        ),
    ] = False,
    force: Force = False,
) -> None:
    """When to meet clients: the next slot with each, or the best slots with those named."""
    given = locals()
    answer(ctx.obj, asked(given))
