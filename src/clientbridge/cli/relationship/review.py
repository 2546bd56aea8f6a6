"""`cb review`: the month with your clients, for you or, with --share, for them."""

import re
from typing import Annotated

import typer

from clientbridge.cli.arguments import clients_starting_with
from clientbridge.cli.context import Context
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.review import Month, Review, SharedReview, review_client, share_review
from clientbridge.load.client_state import states_of
from clientbridge.load.clients import readable_clients

_MONTHS = range(1, 13)


def review(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(help="Only this client.", metavar="CLIENT", autocompletion=clients_starting_with),
    ] = None,
    month: Annotated[
        str | None, typer.Option(metavar="YYYY-MM", help="Which month; this one if not said.")
    ] = None,
    share: Annotated[bool, typer.Option("--share", help="Only what the client may see.")] = False,
) -> None:
    """Promises kept, rhythm kept, who was reached, and what next month brings."""
    context: Context = ctx.obj
    clients = readable_clients(context.session, () if client is None else [client])
    states = states_of(context.session, clients)
    today = context.session.today
    asked = Month(today.year, today.month) if month is None else _month(month)
    if share:
        shared = tuple(share_review(state, asked) for state in states)
        context.show(SharedReview(month=str(asked), clients=shared))
    else:
        context.show(Review(month=str(asked), clients=tuple(review_client(state, asked) for state in states)))


def _month(text: str) -> Month:
    found = re.fullmatch(r"(\d{4})-(\d{2})", text.strip(), flags=re.ASCII)
    if found is None or int(found[2]) not in _MONTHS or not int(found[1]):
        raise UsageError(f"'{text}' is not a month", hint="write it like 2026-11")
    return Month(int(found[1]), int(found[2]))
