"""The command list: every command of `cb`, in the order and with the sentence with which help shows it.

Only the command that is called is imported; for help and for a misspelt name this list is enough.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module

import typer

from clientbridge.cli.guide import examples_text
from clientbridge.cli.options import HELP
from clientbridge.cli.refused_words import CommandOfWords
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    place: str
    """Its module in this package, and its function there."""
    help: str
    """The docstring of the function, so that help need not import it (a test holds the two together)."""


@dataclass(frozen=True, slots=True)
class Group:
    """A command with commands below it."""

    help: str
    commands: Mapping[str, Command]


COMMANDS: Mapping[str, Command] = {
    "init": Command(
        "workspace.init:init",
        "Make your files: you, your clients, and what git and your editor should know.",
    ),
    "today": Command(
        "relationship.today:today",
        "Show what to do today and soon, each with its reason; --all has the command for each.",
    ),
    "clock": Command(
        "meeting.clock:clock",
        "What time it is for everyone, now or at another time, and who is at work over your day.",
    ),
    "meet": Command(
        "meeting.meet:meet",
        "When to meet clients: the next slot with each, or the best slots with those named.",
    ),
    "answer": Command("meeting.answers.answer:answer", "Judge the times of an invitation, and answer it."),
    "brief": Command(
        "briefing.brief:brief",
        "What to know before a call: their day, who is on, where you differ, what to say.",
    ),
    "ask": Command(
        "workspace.changing.ask:ask",
        "Ask a person how they like to work: a page for them, and their answers into the profile.",
    ),
    "holidays": Command(
        "days.holidays:holidays",
        "Days off, short days and slow seasons: who is away, for how long, and what to say.",
    ),
    "log": Command("relationship.log:log", "Log what happened with a client, and what was promised."),
    "culture": Command(
        "culture.culture:culture",
        "How people tend to work in a place: nine scales, where you differ, what to do about it.",
    ),
    "review": Command(
        "relationship.review:review",
        "Review a month: promises, contacts, people reached, and what next month brings.",
    ),
    "config": Command(
        "workspace.config:config",
        "Show your own defaults and where each comes from, set one, or take it out.",
    ),
    "help": Command(
        "workspace.help:help_", "Show the commands by what you want, one of them with examples, or a topic."
    ),
}

GROUPS: Mapping[str, Group] = {
    "client": Group(
        "Your clients: list, show, add, set, person, edit, rename, archive, unarchive, remove, map, import.",
        {
            "list": Command("workspace.client:list_clients", "List your clients: who they are and where."),
            "show": Command(
                "workspace.client:show",
                "Show everything known about a client (or 'me'), and where each value comes from.",
            ),
            "add": Command(
                "workspace.client_add:add",
                "Add a client; whatever you leave out is asked for or taken from the country.",
            ),
            "set": Command(
                "workspace.changing.set_value:set_",
                "Set one value of a client, of a person (CLIENT/PERSON) or of 'me', or take it out.",
            ),
            "person": Command(
                "workspace.changing.person:person",
                "List the people of a client, add someone, or remove someone.",
            ),
            "edit": Command(
                "workspace.client_edit:edit",
                "Edit a client (or 'me') in your editor; wrong text is set aside, and the old file stays.",
            ),
            "rename": Command(
                "workspace.changing.client_files:rename",
                "Give a client another id or name; its journal and calendars go with it.",
            ),
            "archive": Command(
                "workspace.changing.client_files:archive",
                "Put a client aside: nothing is asked for it any more, and everything stays.",
            ),
            "unarchive": Command(
                "workspace.changing.client_files:unarchive", "Have an archived client back."
            ),
            "remove": Command(
                "workspace.changing.client_files:remove",
                "Remove a client; the journal and the calendars stay unless they are to go too.",
            ),
            "map": Command(
                "relationship.client_map:map_",
                "Show people by level, how much you are in touch with each, and where contact is missing.",
            ),
            "import": Command(
                "workspace.client_import:import_",
                "Add the people of an address book to a client, and tell what is left out of their cards.",
            ),
        },
    ),
    "data": Group(
        "Your files: check, schema, undo.",
        {
            "check": Command(
                "workspace.data:check",
                "Read every file and tell all that is wrong, each with its place; "
                "exit code 4 when something is.",
            ),
            "schema": Command(
                "workspace.data:schema",
                "JSON Schema of a file, for your editor; `cb init` puts both where editors look.",
            ),
            "undo": Command(
                "workspace.data_undo:undo",
                "Take back the last change of any kind; a file changed by hand since is left alone.",
            ),
        },
    ),
    "offer": Group(
        "Offers of meeting times: make, list, accept, withdraw, expire.",
        {
            "make": Command(
                "meeting.offers.make:make",
                "Offer a few good times, held until one is chosen. `cb offer CLIENT` is short for this.",
            ),
            "list": Command(
                "meeting.offers.list_offers:list_offers",
                "List the offers that wait for an answer. `cb offer` is short for this.",
            ),
            "accept": Command(
                "meeting.offers.change:accept",
                "Take the slot that the client chose: the others are given up; "
                "another number moves the meeting.",
            ),
            "withdraw": Command(
                "meeting.offers.change:withdraw",
                "Give up the times of an offer, or call off the meeting that came of it.",
            ),
            "expire": Command(
                "meeting.offers.change:expire",
                "Give up what is held in offers that have expired, or in the one that is named.",
            ),
        },
    ),
    "promise": Group(
        "Promises: list, add, done, move, drop.",
        {
            "list": Command(
                "relationship.promise_list:list_",
                "List open promises, most urgent first. `cb promise CLIENT` is short for this.",
            ),
            "add": Command(
                "relationship.promise:add", "Add a promise of yours or, with --theirs, of theirs."
            ),
            "done": Command("relationship.promise:done", "Mark a promise as kept."),
            "move": Command(
                "relationship.promise:move", "Move a promise to another due date, or give it its first."
            ),
            "drop": Command("relationship.promise:drop", "Drop a promise that no longer holds."),
        },
    ),
}

IMPLIED: Mapping[str, str] = {"promise": "list", "offer": "make"}
"""The command of a group that is meant where none is named before other words; alone a group lists."""

_PROMISE = (
    "Everything else remembers your clients. "
    "cb also knows what time, what day and what custom it is where they are."
)
_EPILOG = "\n".join(
    [
        "\b",
        "Options for every command, before or after its name:",
        *(f"  {option:<12} {meaning}" for option, meaning in HELP),
        "",
        "By what you want: cb help",
    ]
)


def spelled_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words with what may be left out: a bare ``cb`` is ``cb today``, ``cb promise acme`` lists."""
    if not words:
        return ("today",)
    name, *rest = words
    if name == "help" and rest and rest[0] in {*COMMANDS, *GROUPS}:
        return (*spelled_out(rest), "--help") if len(rest) > 1 else (*rest, "--help")
    if name in IMPLIED and (not rest or rest[0] not in {*GROUPS[name].commands, "-h", "--help"}):
        return (name, _implied(name, rest), *rest)
    return tuple(words)


def _implied(name: str, rest: Sequence[str]) -> str:
    """``cb offer`` lists, ``cb offer acme`` makes one; a client called list is ``cb offer make list``."""
    return "list" if not rest or rest[0].partition("=")[0] in {"--all", "--free-busy"} else IMPLIED[name]


def with_days_meant(words: Sequence[str]) -> tuple[str, ...]:
    """The words of ``holidays`` with the year and the range that they mean."""
    if words[:1] != ("holidays",):
        return tuple(words)
    from clientbridge.cli.days.meant_days import with_days

    return tuple(with_days(words))


def make_app(width: int, words: Sequence[str] = ()) -> typer.Typer:
    """The Typer application, its help wrapped to `width` columns; only what these words call is in it.

    All commands are where the words begin with none of them: to be listed, or named as the nearest.
    """
    app = typer.Typer(
        name="cb",
        help=_PROMISE,
        epilog=_EPILOG,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "terminal_width": width},
    )

    @app.callback()
    def cb() -> None:
        pass

    called = (word for word in words if not word.startswith("-"))
    name = next(called, None)
    alone = {*COMMANDS, *GROUPS} & {*words[:1]}
    _add_commands(app, COMMANDS, name, alone=alone, width=width)
    for group_name, group in GROUPS.items():
        if group_name in alone or not alone:
            below = typer.Typer(help=group.help, no_args_is_help=True)
            inner = next(called, None) if group_name == name else None
            _add_commands(below, group.commands, inner, above=f"{group_name} ", width=width)
            app.add_typer(below, name=group_name)
    return app


def _add_commands(
    app: typer.Typer,
    commands: Mapping[str, Command],
    called: str | None,
    *,
    alone: Collection[str] = (),
    above: str = "",
    width: int,
) -> None:
    """Add the commands of which `alone` has the name, or all of them where it has none."""
    for name, command in commands.items():
        if alone and name not in alone:
            continue
        function = imported(command) if name == called else _not_imported
        examples = examples_text(above + name, width) if name == called else None
        app.command(name, cls=CommandOfWords, help=command.help, epilog=examples)(function)


def imported(command: Command) -> Callable[..., None]:
    """The function of a command."""
    module, _, name = command.place.partition(":")
    function: Callable[..., None] = getattr(import_module(f"clientbridge.cli.{module}"), name)
    return function


def _not_imported() -> None:
    raise AssertionError("only the command that is called can run")
