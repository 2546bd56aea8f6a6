"""``cb culture``: what is known of working in a place, beside another place or you."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def culture(
    ctx: typer.Context,
    place: Annotated[str, typer.Argument(help="a country, or a client of yours: JP, Brazil, acme")],
    beside: Annotated[str | None, typer.Argument(help="another country to compare with")] = None,
    *,
    you: Annotated[str | None, typer.Option(help="compare with this country instead of yours")] = None,
    topic: Annotated[str | None, typer.Option(help="only what is known of one topic: email, names")] = None,
    phrases: Annotated[bool, typer.Option("--phrases", help="only what to say, and how it sounds")] = False,
    why: Annotated[bool, typer.Option("--why", help="also who says so")] = False,
    full: Annotated[bool, typer.Option("--full", help="every claim, phrase and source")] = False,
) -> None:
    """How people tend to work in a place: nine scales, where you differ, what to do about it."""
    from clientbridge.cli.culture.comparison_asked import comparison_asked
    from clientbridge.core.culture.statements import ViewOptions

    context: Context = ctx.obj
    view = ViewOptions(full=full, phrases=phrases, why=why)
    context.show(comparison_asked(context, place, beside=beside, you=you, topic=topic, view=view))
