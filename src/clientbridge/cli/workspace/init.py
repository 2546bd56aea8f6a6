"""`cb init`: your files, from a handful of questions or from options."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clientbridge.adapters.workspace.workspace import Workspace
    from clientbridge.adapters.yaml_files.writing import Value
    from clientbridge.cli.context import Context
    from clientbridge.cli.workspace.new_profile import Typed


def init(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="Where; your data folder when left out.")] = None,
    name: Annotated[str | None, typer.Option(help="Your name.")] = None,
    country: Annotated[str | None, typer.Option(help="Code or English name: BE, Belgium.")] = None,
    region: Annotated[
        str | None, typer.Option(help="Part of the country, where holidays depend on it.")
    ] = None,
    timezone: Annotated[str | None, typer.Option(help="Europe/Brussels; guessed when left out.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="One you work in; repeatable.")] = None,
    hours: Annotated[str | None, typer.Option(help='"09:00-12:30, 13:30-18:00"')] = None,
    client: Annotated[str | None, typer.Option(help="The name of your first client.")] = None,
    client_country: Annotated[str | None, typer.Option(help="Its country.")] = None,
    client_timezone: Annotated[
        str | None, typer.Option(help="Its zone, where the country has several.")
    ] = None,
) -> None:
    """Make your files: you, your first client, and what git and your editor should know."""
    from clientbridge.adapters.workspace.workspace import Workspace
    from clientbridge.cli.workspace.new_profile import Typed

    context: Context = ctx.obj
    workspace = Workspace(folder=_folder(context, folder))
    _check_free(workspace)
    me = Typed(name=name, country=country, region=region, timezone=timezone, hours=hours)
    first = Typed(name=client, country=client_country, timezone=client_timezone)
    _make(context, workspace, me, tuple(language or ()), first)


def _make(
    context: "Context", workspace: "Workspace", me: "Typed", languages: tuple[str, ...], first: "Typed"
) -> None:
    from clientbridge.adapters.workspace.profile_edits import start_workspace
    from clientbridge.adapters.workspace.profiles.editor_schema import SECTIONS, editor_schema_text
    from clientbridge.adapters.workspace.profiles.new_files import new_me
    from clientbridge.cli.workspace.client_add import add_typed
    from clientbridge.cli.workspace.new_profile import asks_for_more
    from clientbridge.core.workspace.changes import Started

    values = _my_values(context, workspace, me, languages)
    made = start_workspace(
        workspace, new_me(values), {which: editor_schema_text(which) for which in SECTIONS}
    )
    if first.name is None and asks_for_more(context, me):
        first = replace(first, name=context.ask("Your first client's name? (empty: later)") or None)
    added = (add_typed(context, workspace, first, None),) if first.name else ()
    context.show(
        Started(
            folder=str(workspace.folder),
            files=(*made, *(one.file for one in added)),
            clients=tuple(one.id for one in added),
            found_without_option=_is_found(context, workspace.folder),
        )
    )


def _folder(context: "Context", typed: Path | None) -> Path:
    """Where the files go: as typed, else ``--home`` or ``CB_HOME``, else the data folder."""
    if context.options.has("--demo"):
        raise UsageError("the sample workspace is not changed", hint="leave out --demo")
    home = context.options.home or context.environment.get("CB_HOME")
    if typed is None and home is None:
        return context.data_folder
    chosen = Path(home or "") if typed is None else typed
    return context.surroundings.folder / chosen.expanduser()


def _check_free(workspace: "Workspace") -> None:
    """Told before any question is asked."""
    from clientbridge.adapters.workspace.workspace import ME_FILE

    if (workspace.folder / ME_FILE).exists():
        raise UsageError(
            f"{workspace.folder / ME_FILE} is there already", hint="change it: cb client edit me"
        )


def _my_values(
    context: "Context", workspace: "Workspace", me: "Typed", languages: tuple[str, ...]
) -> "Mapping[str, Value]":
    from clientbridge.adapters.time.machine_place import guessed_country, guessed_zone
    from clientbridge.cli.workspace.new_profile import (
        asks_for_more,
        hours_of,
        languages_of,
        my_country,
        name_of,
        zone_of,
    )

    name = name_of(context, me.name, "Your name?", "--name")
    guess = guessed_zone(context.environment, workspace.zones)
    country = my_country(context, me.country, guessed_country(guess))
    zone = zone_of(context, workspace, me, country, guess=guess)
    may_ask = asks_for_more(context, me)
    spoken = languages_of(context, languages, country, may_ask=may_ask)
    hours = hours_of(context, me.hours, "Your working hours?", may_ask=may_ask, default="09:00-17:30")
    values: dict[str, Value | None] = {
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
    usual = context.data_folder if home is None else context.surroundings.folder / Path(home).expanduser()
    return folder.resolve() == usual.resolve()
