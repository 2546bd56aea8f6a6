"""``cb answer FILE``: an invitation that somebody sent, how it suits everyone, and the answer to it."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.answers.answering import AnswerChoice, AnswerQuery, answer_query
from clientbridge.cli.outputs import Force


def answer(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(help="The mail (.eml) or its calendar (.ics); - reads what is piped in")
    ] = None,
    *,
    accept: Annotated[bool, typer.Option("--accept", help="Answer that you come")] = False,
    tentative: Annotated[bool, typer.Option("--tentative", help="Answer that you come perhaps")] = False,
    decline: Annotated[bool, typer.Option("--decline", help="Answer that you do not come")] = False,
    counter: Annotated[bool, typer.Option("--counter", help="Propose another time")] = False,
    pick: Annotated[int | None, typer.Option(help="Which of the proposed times, default 1")] = None,
    ics: Annotated[Path | None, typer.Option(help="Write the answer to this file, to be sent")] = None,
    text: Annotated[bool, typer.Option("--text", help="The words for the mail")] = False,
    as_: Annotated[
        str | None, typer.Option("--as", help="Which address of yours was invited, if none is known")
    ] = None,
    force: Force = False,
) -> None:
    """Judge the times of an invitation, and answer it."""
    context: Context = ctx.obj
    given = {
        AnswerChoice.ACCEPT: accept,
        AnswerChoice.TENTATIVE: tentative,
        AnswerChoice.DECLINE: decline,
        AnswerChoice.COUNTER: counter,
    }
    chosen = tuple(choice for choice, is_given in given.items() if is_given)
    query = AnswerQuery(file=file, chosen=chosen, pick=pick, ics=ics, text=text, address=as_, force=force)
    answer_query(context, query)
