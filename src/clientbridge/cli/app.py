"""The command list: every command of `cb`, in the order in which help shows them.

Only the command that is called is imported; help and misspelt names import them all.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import typer

from clientbridge.cli.options import HELP

COMMANDS: Mapping[str, str] = {
    "init": "workspace.init:init",
    "today": "relationship.today:today",
    "meet": "meeting.meet:meet",
    "brief": "briefing.brief:brief",
    "holidays": "days.holidays:holidays",
    "log": "relationship.log:log",
    "culture": "culture.culture:culture",
    "review": "relationship.review:review",
}
"""Name -> module of this package and its function."""

GROUPS: Mapping[str, str] = {
    "client": "workspace.client:make_client",
    "data": "workspace.data:make_data",
    "promise": "relationship.promise:make_promise",
}
"""Name -> module of this package and the function that makes its sub-commands."""

_LISTED = {"promise": ("list", "add", "done", "move", "drop")}
"""Groups that list when no sub-command is named, with the names that are taken."""

_PROMISE = (
    "Everything else remembers your clients. "
    "cb also knows what time, what day and what custom it is where they are."
)
_EPILOG = "Options for every command, before or after its name:\n\n" + "\n\n".join(
    f"{option:<12} {meaning}" for option, meaning in HELP
)


def spelled_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words with what may be left out: a bare ``cb`` is ``cb today``, ``cb promise acme`` lists."""
    if not words:
        return ("today",)
    name, *rest = words
    if name in _LISTED and (not rest or rest[0] not in {*_LISTED[name], "-h", "--help"}):
        return (name, "list", *rest)
    return tuple(words)


def make_app(width: int, called: str | None = None) -> typer.Typer:
    """The Typer application, its help wrapped to `width` columns; with the command called, or with all."""
    app = typer.Typer(
        name="cb",
        help=_PROMISE,
        epilog=_EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "terminal_width": width},
    )

    @app.callback()
    def cb() -> None:
        pass

    known = {*COMMANDS, *GROUPS}
    wanted = {called} if called in known else known
    for name, place in COMMANDS.items():
        if name in wanted:
            app.command(name)(_imported(place))
    for name, place in GROUPS.items():
        if name in wanted:
            app.add_typer(_imported(place)(), name=name)
    return app


def _imported(place: str) -> Callable[..., typer.Typer]:
    module, _, name = place.partition(":")
    found: Callable[..., typer.Typer] = getattr(import_module(f"clientbridge.cli.{module}"), name)
    return found
