"""``cb brief``: what to know in the minute before a call."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.outputs import Force, check_files
from clientbridge.cli.workspace.client_choice import chosen_client
from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.errors import UsageError
from clientbridge.core.results import Result
from clientbridge.load.brief import call
from clientbridge.render.formats import Format
from clientbridge.render.views import CultureView

if TYPE_CHECKING:
    from datetime import datetime


def brief(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(
            help="Whom you call: acme, or acme/ana; chosen from a list if left out",
        ),
    ] = None,
    *,
    person: Annotated[str | None, typer.Option(help="One person of the client")] = None,
    at: Annotated[str | None, typer.Option(help='When you call: "fri 14:00", "2026-12-03 15:00"')] = None,
    zone: Annotated[str | None, typer.Option(help="Read --at on the clock of this zone or city")] = None,
    full: Annotated[bool, typer.Option("--full", help="Everything, with sources")] = False,
    in_person: Annotated[bool, typer.Option("--in-person", help="Also cards, gifts, dress, meals")] = False,
    phrases: Annotated[bool, typer.Option("--phrases", help="Only what to say, and how it sounds")] = False,
    handover: Annotated[
        bool, typer.Option("--handover", help="For whoever takes over: people, promises, what happened")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Also who says each line")] = False,
    md: Annotated[Path | None, typer.Option(help="Write it as Markdown to this file")] = None,
    html: Annotated[Path | None, typer.Option(help="Write it as one printable page to this file")] = None,
    force: Force = False,
) -> None:
    """What to know before a call: their day, who is on, where you differ, what to say."""
    context: Context = ctx.obj
    if zone is not None and at is None:
        raise UsageError("--zone says on which clock --at is read", hint="add --at")
    check_files(context, force=force, md=md, html=html)
    client = chosen_client(context, client)
    if handover:
        _show(context, _handover(context, client), None, md=md, html=html)
        return
    name = f"{client}/{person}" if person is not None else client
    view = CultureView(full=full, in_person=in_person, phrases=phrases, why=why)
    when = None if at is None else _moment(context, at, zone)
    result = prepare(call(context.session, name, at=when, with_place_facts=full))
    _show(context, result, view, md=md, html=html)


def _moment(context: "Context", at: str, zone: str | None) -> "datetime":
    from clientbridge.load.typed_moment import moment_typed

    context.note_days(at)
    return moment_typed(context.session, at, zone)


def _handover(context: "Context", name: str) -> "Result":
    from clientbridge.core.relationship.handover import hand_over
    from clientbridge.load.client_state import client_state

    return hand_over(client_state(context.session, name))


def _show(
    context: "Context", result: "Result", view: "CultureView | None", *, md: Path | None, html: Path | None
) -> None:
    context.show_or_save(result, view, {Format.MARKDOWN: md, Format.HTML: html})
