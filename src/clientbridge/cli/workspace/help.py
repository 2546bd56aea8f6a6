"""`cb help`: what there is, by what people want of it; a command with examples; a topic."""

from collections.abc import Sequence
from typing import Annotated

import typer

from clientbridge.cli.app import COMMANDS, GROUPS
from clientbridge.cli.context import Context
from clientbridge.cli.guide import PURPOSES, TOPICS, TOPICS_IN_SHORT
from clientbridge.core.errors import UsageError
from clientbridge.core.guide import Guide, GuideEntry, GuideSection
from clientbridge.core.spelling import nearest


def help_(
    ctx: typer.Context,
    about: Annotated[
        list[str] | None,
        typer.Argument(help="A command or a topic: meet, client add, completion", metavar="COMMAND"),
    ] = None,
) -> None:
    """Show the commands by what you want, one of them with examples, or a topic."""
    context: Context = ctx.obj
    context.show(_topic(" ".join(about)) if about else _overview())


def _overview() -> Guide:
    return Guide(
        title="cb",
        about="What time, what day and what custom it is where your clients are.",
        sections=(
            *(GuideSection(title=title, entries=_entries(rows)) for title, rows in PURPOSES),
            GuideSection(title="more", entries=_entries(TOPICS_IN_SHORT)),
        ),
        next_="cb help meet  one command, with its options and examples",
    )


def _entries(rows: Sequence[tuple[str, str]]) -> tuple[GuideEntry, ...]:
    return tuple(GuideEntry(name=name, say=say) for name, say in rows)


def _topic(name: str) -> Guide:
    wanted = name.casefold()
    if wanted not in TOPICS:
        known = [*TOPICS, *COMMANDS, *GROUPS]
        close = nearest(wanted, known, most=1)
        meant = f"did you mean {close[0]}? " if close else ""
        raise UsageError(f"there is no command and no topic '{name}'", hint=f"{meant}see all: cb help")
    about, rows = TOPICS[wanted]
    return Guide(
        title=wanted.replace("-", " ").capitalize(),
        about=about,
        sections=(GuideSection(title=None, entries=_entries(rows)),),
        next_="cb help  every command",
    )
