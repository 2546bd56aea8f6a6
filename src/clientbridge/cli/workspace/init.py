"""`cb init`: your files, from a handful of questions or from options."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_add import add_typed
from clientbridge.cli.workspace.new_profile import (
    Typed,
    Values,
    asks_for_more,
    hours_of,
    languages_of,
    my_country,
    name_of,
    zone_of,
)
from clientbridge.core.errors import UsageError
from clientbridge.core.workspace.changes import Started
from clientbridge.load.profiles import Gazetteer, check_no_workspace, start


def init(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="Where; your data folder when left out")] = None,
    name: Annotated[str | None, typer.Option(help="Your name")] = None,
    country: Annotated[str | None, typer.Option(help="Code or English name: BE, Belgium")] = None,
    region: Annotated[
        str | None, typer.Option(help="Part of the country, where holidays depend on it")
    ] = None,
    timezone: Annotated[str | None, typer.Option(help="Europe/Brussels; guessed when left out")] = None,
    language: Annotated[list[str] | None, typer.Option(help="One you work in; repeatable")] = None,
    hours: Annotated[str | None, typer.Option(help='"09:00-12:30, 13:30-18:00"')] = None,
    client: Annotated[str | None, typer.Option(help="The name of your first client")] = None,
    client_country: Annotated[str | None, typer.Option(help="Its country")] = None,
    client_timezone: Annotated[
        str | None, typer.Option(help="Its zone, where the country has several")
    ] = None,
) -> None:
    """Make your files: you, your first client, and what git and your editor should know."""
    context: Context = ctx.obj
    chosen = _folder(context, folder)
    check_no_workspace(chosen)
    me = Typed(name=name, country=country, region=region, timezone=timezone, hours=hours)
    first = Typed(
        name=client,
        country=client_country,
        timezone=client_timezone,
        timezone_option="--client-timezone",
    )
    _make(context, chosen, me, tuple(language or ()), first)


def _make(context: "Context", folder: Path, me: "Typed", languages: tuple[str, ...], first: "Typed") -> None:
    session, made = start(context.session, folder, _my_values(context, me, languages))
    if first.name is None and asks_for_more(context, me):
        first = replace(first, name=context.ask("Your first client's name? (empty: later)") or None)
    added = (add_typed(context, session, first, None),) if first.name else ()
    context.show(
        Started(
            folder=str(folder),
            files=(*made, *(one.file for one in added)),
            clients=tuple(one.id for one in added),
            found_without_option=_is_found(context, folder),
        )
    )


def _folder(context: "Context", typed: Path | None) -> Path:
    """Where the files go: as typed, else ``--home`` or ``CB_HOME``, else the data folder."""
    if context.options.has("--demo"):
        raise UsageError("the sample workspace is not changed", hint="leave out --demo")
    home = context.options.home or context.environment.get("CB_HOME")
    if typed is None and home is None:
        if context.session.folders.data is None:
            raise UsageError("HOME names no folder for your files", hint="say where: cb init FOLDER")
        return context.session.folders.data
    chosen = Path(home or "") if typed is None else typed
    return context.surroundings.folder / _expanded(chosen)


def _my_values(context: "Context", me: "Typed", languages: tuple[str, ...]) -> "Values":
    names = Gazetteer()
    name = name_of(context, me.name, "Your name?", "--name")
    zone_here, country_here = names.guess(context.environment)
    country = my_country(context, names, me.country, country_here)
    zone = zone_of(context, names, me, country, guess=zone_here)
    may_ask = asks_for_more(context, me)
    spoken = languages_of(context, names, languages, country, may_ask=may_ask)
    usual = names.usual_hours(country) if may_ask else None
    hours = hours_of(context, me.hours, "Your working hours?", may_ask=may_ask, default=usual)
    values = {
        "name": name,
        "country": country,
        "region": me.region,
        "timezone": zone,
        "languages": spoken,
        "hours": hours,
    }
    return {key: value for key, value in values.items() if value}


def _is_found(context: "Context", folder: Path) -> bool:
    """Whether a plain `cb` finds it: the data folder, or where CB_HOME points."""
    home = context.environment.get("CB_HOME")
    usual = (
        context.session.folders.data if home is None else context.surroundings.folder / _expanded(Path(home))
    )
    return usual is not None and folder.resolve() == usual.resolve()


def _expanded(folder: Path) -> Path:
    """The folder with ``~`` spelled out, where there is such a user."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder
