"""``cb holidays``: which days are not ordinary, for which clients or places."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.days.dates import range_asked
from clientbridge.cli.meeting.typed_places import with_places_chosen
from clientbridge.cli.outputs import Force, check_files
from clientbridge.core.days.holiday_report import (
    HolidayReport,
    ReportOptions,
    Subject,
    holiday_report,
)
from clientbridge.core.days.report.month_lines import month_lines
from clientbridge.core.days.report.next_days_off import after, next_days_off, without_days
from clientbridge.core.days.report.spells import Spell, spells
from clientbridge.core.errors import UsageError
from clientbridge.core.limits import days_looked_ahead
from clientbridge.core.meeting.request import is_place
from clientbridge.load.holidays import clients_asked, facts_for, places_asked
from clientbridge.load.meeting.place_parties import place_words
from clientbridge.render.formats import Format
from clientbridge.render.views import DaysView


def holidays(
    ctx: typer.Context,
    client: Annotated[
        list[str] | None,
        typer.Argument(help="Clients, or places such as @tokyo, @DE-BY; default all"),
    ] = None,
    country: Annotated[list[str] | None, typer.Option(help="A place instead: JP, DE-BY, Brazil")] = None,
    region: Annotated[str | None, typer.Option(help="Part of that country: JP-13, Bavaria, Munich")] = None,
    next_: Annotated[str | None, typer.Option("--next", help="How far to look ahead, default 30d")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="First day: mon, next month")] = None,
    to: Annotated[str | None, typer.Option(help="Last day")] = None,
    on: Annotated[str | None, typer.Option(help="One day for everyone, ordinary or not")] = None,
    month: Annotated[
        bool, typer.Option("--month", help="As a calendar, one line for each client; also: --month dec")
    ] = False,
    year: Annotated[str | None, typer.Option(help="The breaks of 2027; alone: of this year")] = None,
    work: Annotated[bool, typer.Option("--work", help="Only days that change work")] = False,
    bridges: Annotated[bool, typer.Option("--bridges", help="Only breaks a bridge day makes longer")] = False,
    ics: Annotated[Path | None, typer.Option(help="Write all-day events to this file")] = None,
    md: Annotated[Path | None, typer.Option(help="Write the answer as Markdown to this file")] = None,
    force: Force = False,
) -> None:
    """Days off, short days and slow seasons: who is away, for how long, and what to say."""
    context: Context = ctx.obj
    check_files(context, force=force, days=ics, md=md)
    wish = ReportOptions(
        days=range_asked(
            context.session.today,
            next_=next_,
            from_=from_,
            to=to,
            on=on,
            whole_month=month,
            year=year,
            week=context.session.week,
        ),
        today=context.session.today,
        now=context.now,
        every_day=on is not None,
        only_work=work,
        only_bridges=bridges,
    )
    context.note_days(from_, to, on)
    asked = _asked(context, client or [], country or [], region)
    facts = facts_for(context.session, asked, wish)
    answer = holiday_report(asked, facts.calendars, wish, facts.feasts)
    of_year = replace(wish, only_work=True, also_worked_through=not work)
    view = DaysView(
        every_day=on is not None,
        months=month_lines(asked, facts.calendars, wish.days) if month or year is not None else (),
        spells=spells(asked, facts.calendars, of_year) if year is not None else None,
    )
    if ics is not None:
        _save_events(context, ics, asked, spells(asked, facts.calendars, wish))
    context.show_or_save(_with_what_comes(context, answer, asked, wish), view, {Format.MARKDOWN: md})


def _asked(
    context: "Context", clients: list[str], countries: list[str], region: str | None
) -> "tuple[Subject, ...]":
    if not countries and not region:
        return _named(context, with_places_chosen(context, clients, need_clock=False))
    if clients:
        raise UsageError("--country asks about places, not about clients", hint="leave one of the two out")
    if region is not None and len(countries) != 1:
        raise UsageError("--region belongs to one --country", hint="write --country DE --region Bavaria")
    return places_asked(countries, region)


def _named(context: "Context", names: tuple[str, ...]) -> "tuple[Subject, ...]":
    """Clients and places, those first; all clients where nothing is named."""
    clients = [name for name in names if not is_place(name)]
    known = clients_asked(context.session, clients) if clients or not names else ()
    return (*known, *places_asked(map(place_words, filter(is_place, names))))


def _save_events(
    context: "Context", file: Path, asked: tuple[Subject, ...], found: tuple[Spell, ...]
) -> None:
    from clientbridge.render.days.days_ics import days_to_ics

    whose = asked[0].name if len(asked) == 1 else f"{len(asked)} {'clients' if asked[0].client else 'places'}"
    context.save(file, days_to_ics(found, title=f"Days off: {whose}", now=context.now))


def _with_what_comes(
    context: "Context", answer: HolidayReport, asked: tuple[Subject, ...], wish: ReportOptions
) -> HolidayReport:
    """The answer with the next day off of everyone who has none in it."""
    quiet = () if wish.only_bridges else without_days(asked, answer)
    ahead = days_looked_ahead(len(quiet), len({who.schedule.place for who in quiet}))
    if not ahead:
        return answer
    later = after(wish, ahead)
    calendars = facts_for(context.session, quiet, later).calendars
    return replace(answer, next_off=next_days_off(quiet, calendars, later))
