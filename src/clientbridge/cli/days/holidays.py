"""``cb holidays``: which days are not ordinary, for which clients or places."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.arguments import clients_starting_with

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.days.holiday_report import HolidayReport, ReportOptions, Subject


def holidays(
    ctx: typer.Context,
    client: Annotated[
        list[str] | None,
        typer.Argument(help="clients; all of them unless said", autocompletion=clients_starting_with),
    ] = None,
    country: Annotated[list[str] | None, typer.Option(help="a place instead: JP, DE-BY, Brazil")] = None,
    region: Annotated[str | None, typer.Option(help="part of that country: JP-13, Bavaria, Munich")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="look so far ahead, 30d unless said")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="first day")] = None,
    to: Annotated[str | None, typer.Option(help="last day")] = None,
    on: Annotated[str | None, typer.Option(help="one day for everyone, ordinary or not")] = None,
    month: Annotated[bool, typer.Option("--month", help="as a calendar, one line for each client")] = False,
    work: Annotated[bool, typer.Option("--work", help="only days that change work")] = False,
    bridges: Annotated[bool, typer.Option("--bridges", help="only breaks a bridge day makes longer")] = False,
    ics: Annotated[Path | None, typer.Option(help="write all-day events to this file")] = None,
    md: Annotated[Path | None, typer.Option(help="write the answer as Markdown to this file")] = None,
) -> None:
    """Days off, short days and slow seasons: who is away, for how long, and what to say."""
    from clientbridge.cli.days.query import clients_asked, places_asked, range_asked
    from clientbridge.core.days.holiday_report import ReportOptions

    context: Context = ctx.obj
    days = range_asked(context.today, next_=next_, from_=from_, to=to, on=on, whole_month=month)
    wish = ReportOptions(
        days=days,
        today=context.today,
        every_day=on is not None,
        only_work=work,
        only_bridges=bridges,
        as_month=month,
    )
    if country or region:
        asked = places_asked(country or [], region, clients=client or [])
    else:
        asked = clients_asked(context, client or [])
    answer = _answer(context, asked, wish)
    _write(context, answer, ics=ics, md=md)
    context.show(answer)


def _answer(context: "Context", asked: "list[Subject]", wish: "ReportOptions") -> "HolidayReport":
    from clientbridge.adapters.days.feasts import feasts
    from clientbridge.adapters.days.place_calendars import calendars_for
    from clientbridge.core.days.holiday_report import COUNTED_AHEAD, MARGIN, holiday_report
    from clientbridge.core.days.location import places_of

    places = [place for who in asked for place in places_of(who.schedule)]
    far = wish.days.first > wish.today + COUNTED_AHEAD
    first = wish.days.first if far else min(wish.today, wish.days.first)
    calendars = calendars_for(places, first - MARGIN, wish.days.last + MARGIN, context.cache_folder)
    return holiday_report(asked, calendars, wish, feasts(context.cache_folder))


def _write(context: "Context", answer: "HolidayReport", *, ics: Path | None, md: Path | None) -> None:
    from clientbridge.adapters.safe_write import write_whole

    if ics is not None:
        from clientbridge.render.days.days_ics import days_to_ics

        text = days_to_ics(answer, now=context.now)
        write_whole(context.surroundings.folder / ics, text.encode(), file=str(ics))
        context.note(f"wrote {ics}")
    if md is not None:
        from clientbridge.render import page_of
        from clientbridge.render.to_markdown import to_markdown

        text = to_markdown(page_of(answer))
        write_whole(context.surroundings.folder / md, text.encode(), file=str(md))
        context.note(f"wrote {md}")
