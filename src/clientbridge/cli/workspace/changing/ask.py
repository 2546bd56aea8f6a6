"""`cb ask`: what only they can tell of themselves, asked by a page and taken in from their reply."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.outputs import Force, check_files
from clientbridge.core.errors import ExitCode, UsageError
from clientbridge.load.workspace.ask import whom_to_ask
from clientbridge.render.formats import Format

_PIPED = "-"


def ask(
    ctx: typer.Context,
    person: Annotated[
        str | None, typer.Argument(help="Whom to ask: acme/ana, or acme with one person", metavar="PERSON")
    ] = None,
    page: Annotated[Path | None, typer.Option(help="Write the page that asks them", metavar="FILE")] = None,
    reply: Annotated[
        Path | None, typer.Option(help="Read their reply: a mail, its text, or - for input", metavar="FILE")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write the answers without asking")] = False,
    force: Force = False,
) -> None:
    """Ask a person how they like to work: a page for them, and their answers into the profile."""
    context: Context = ctx.obj
    if person is None:
        raise UsageError("who is to be asked?", hint="cb ask CLIENT/PERSON --page ask.html")
    if (page is None) == (reply is None):
        again = "make the page with --page FILE.html, then read what comes back with --reply FILE"
        raise UsageError("either --page or --reply is needed", hint=again)
    if page is not None:
        _make_page(context, person, page, force=force)
    elif reply is not None:
        _take_in(context, person, reply, yes=yes)


def _make_page(context: Context, person: str, page: Path, *, force: bool) -> None:
    from clientbridge.render.workspace.asking.ask_page import AskedPerson, ask_page

    whom = whom_to_ask(context.session, person)
    check_files(context, force=force, page=page)
    asked = AskedPerson(party=whom.party, name=whom.person.name, sender=whom.sender, address=whom.address)
    context.save(page, ask_page(whom.words, asked))
    context.show(whom.with_page(page))


def _take_in(context: Context, person: str, reply: Path, *, yes: bool) -> None:
    from clientbridge.load.workspace.ask_reply import plan_reply, write_reply

    data, file = context.mail(str(reply))
    plan = plan_reply(context.session, person, data, file=file)
    if yes or not plan.asked.has_news:
        context.show(write_reply(context.session, plan))
        return
    context.show(plan.asked)
    if context.format is Format.JSON or not context.may_ask or str(reply) == _PIPED:
        raise UsageError("nothing is written before you say so", hint="look at it, then add --yes")
    if not context.confirm(f"Write this into {plan.asked.file}?"):
        context.note("nothing was written")
        raise typer.Exit(ExitCode.NONE)
    write_reply(context.session, plan)
    context.note("written; take it back: cb data undo")
