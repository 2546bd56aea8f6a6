"""`cb init`: your files, from a handful of questions or from options; called again it goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.first_clients import add_clients
from clientbridge.cli.workspace.new_profile import TypedClient
from clientbridge.cli.workspace.questions.about_you import TypedMe, complete_you, start_you
from clientbridge.cli.workspace.questions.whereabouts import TypedPlace
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.load.clients import started
from clientbridge.load.profiles import check_no_workspace, is_started


def init(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="Where; your data folder when left out")] = None,
    name: Annotated[str | None, typer.Option(help="Your name")] = None,
    country: Annotated[str | None, typer.Option(help="Country or city: BE, Belgium, Brussels")] = None,
    region: Annotated[
        str | None, typer.Option(help="Part of the country, where holidays depend on it")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(help="Your zone: Europe/Brussels; guessed when left out")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="One you work in, by name or code; once for each")
    ] = None,
    hours: Annotated[str | None, typer.Option(help='"09:00-12:30, 13:30-18:00"')] = None,
    stretch: Annotated[
        str | None, typer.Option(help="Hours you accept for a client far away: 07:00-22:00")
    ] = None,
    calendar: Annotated[str | None, typer.Option(help="Your calendar: a file, a folder, an address")] = None,
    client: Annotated[str | None, typer.Option(help="The name of your first client")] = None,
    client_country: Annotated[str | None, typer.Option(help="Its country or city")] = None,
    client_region: Annotated[str | None, typer.Option(help="Its region or state")] = None,
    client_timezone: Annotated[
        str | None, typer.Option(help="Its zone, where the country has several")
    ] = None,
) -> None:
    """Make your files: you, your clients, and what git and your editor should know."""
    context: Context = ctx.obj
    chosen = _folder(context, folder)
    if not context.may_ask:
        check_no_workspace(chosen)
    me = TypedMe(
        name=name,
        place=TypedPlace(country=country, region=region, timezone=timezone),
        languages=tuple(language or ()),
        hours=hours,
        stretch=stretch,
        calendar=calendar,
    )
    first = TypedClient(
        name=client,
        place=TypedPlace(
            country=client_country,
            region=client_region,
            timezone=client_timezone,
            country_option="--client-country",
            region_option="--client-region",
            timezone_option="--client-timezone",
        ),
    )
    _make(context, chosen, me, first)


def _make(context: "Context", folder: Path, me: "TypedMe", first: "TypedClient") -> None:
    try:
        session, files = start_you(context, folder, me)
        with _going_on_later(context):
            complete_you(context, folder, me)
            added = add_clients(context, session, first, asks=me.asks_for_more(context))
    except KeyboardInterrupt:
        _tell_what_is_kept(context, folder)
        raise
    files = (*files, *(one.file for one in added))
    context.show(started(session, folder, files, found_without_option=_is_found(context, folder)))


@contextmanager
def _going_on_later(context: "Context") -> Iterator[None]:
    """Say of a full disk that you are written already, and with which command to go on."""
    try:
        yield
    except FileFailedError as error:
        again = "cb init" if context.may_ask else "cb client add"
        hint = f"me.yaml is written; free the disk or the folder, then go on: {again}"
        raise FileFailedError(error.say, hint=hint) from error


def _tell_what_is_kept(context: "Context", folder: Path) -> None:
    context.surroundings.tell("")
    again = "cb init" if _is_found(context, folder) else f"cb init {quoted(str(folder))}"
    if is_started(folder):
        context.surroundings.tell("What you answered is kept. Go on with:")
        context.surroundings.tell(f"  {again}")
    else:
        context.surroundings.tell("Nothing is written yet.")


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
