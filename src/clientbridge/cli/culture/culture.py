"""``cb culture``: what is known of working in a place, beside another place or you."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.core.culture.country import Topic
from clientbridge.core.errors import UnknownNameError, UsageError
from clientbridge.core.spelling import nearest
from clientbridge.load.culture import comparison
from clientbridge.render.views import CultureView


def culture(
    ctx: typer.Context,
    place: Annotated[str, typer.Argument(help="A country, or a client of yours: JP, Brazil, acme")],
    beside: Annotated[str | None, typer.Argument(help="Another country to compare with")] = None,
    *,
    you: Annotated[str | None, typer.Option(help="Compare with this country instead of yours")] = None,
    topic: Annotated[str | None, typer.Option(help="Only what is known of one topic: email, names")] = None,
    phrases: Annotated[bool, typer.Option("--phrases", help="Only what to say, and how it sounds")] = False,
    why: Annotated[bool, typer.Option("--why", help="Also who says so")] = False,
    full: Annotated[bool, typer.Option("--full", help="Everything, with sources")] = False,
) -> None:
    """How people tend to work in a place: nine scales, where you differ, what to do about it."""
    context: Context = ctx.obj
    if beside is not None and you is not None:
        raise UsageError("two places are compared already", hint="leave out --you or the second place")
    answer = comparison(context.session, place, beside=beside or you, topic=_topic(topic), every_gap=full)
    context.show(answer, CultureView(full=full, phrases=phrases, why=why))


def _topic(name: str | None) -> "Topic | None":
    if name is None:
        return None
    known = {topic.value: topic for topic in Topic}
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise UnknownNameError("topic", name, nearest=nearest(wanted, known) or tuple(known))
    return known[wanted]
