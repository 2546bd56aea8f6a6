"""`cb review`: the month with each client, for you or, with --share, for the client."""

import re
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import chosen_client
from clientbridge.core.errors import UsageError
from clientbridge.core.limits import YEARS
from clientbridge.core.relationship.review import Month, Review, SharedReview, review_client, share_review
from clientbridge.load.client_state import states_of
from clientbridge.load.clients import readable_clients

_MONTHS = range(1, 13)


def review(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(help="Only this client", metavar="CLIENT"),
    ] = None,
    month: Annotated[
        str | None, typer.Option(metavar="YYYY-MM", help="The month to review; default: the current one")
    ] = None,
    share: Annotated[bool, typer.Option("--share", help="Only what the client named may see")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="The same, to the clipboard as well")] = False,
) -> None:
    """Review a month: promises, contacts, people reached, and what next month brings."""
    context: Context = ctx.obj
    share = share or copy
    if share:
        client = _shared_with(context, client)
    clients = readable_clients(context.session, () if client is None else [client])
    states = states_of(context.session, clients)
    today = context.session.today
    reviewed = Month(today.year, today.month) if month is None else _month(month)
    if share:
        shared = tuple(share_review(state, reviewed) for state in states)
        page = SharedReview(month=str(reviewed), clients=shared)
        context.show(page)
        if copy:
            from clientbridge.cli import clipboard

            clipboard.copy(context, page)
    else:
        context.show(
            Review(month=str(reviewed), clients=tuple(review_client(state, reviewed) for state in states))
        )


def _shared_with(context: Context, client: str | None) -> str:
    """The one client who will read the page, named or chosen."""
    if client is None and not context.may_ask:
        raise UsageError(
            "--share needs a client: on one page for all, each would read what was promised to the others",
            hint="once for each: cb review CLIENT --share",
        )
    return chosen_client(context, client)


def _month(text: str) -> Month:
    match = re.fullmatch(r"(\d{4})-(\d{2})", text.strip(), flags=re.ASCII)
    if match is None or int(match[2]) not in _MONTHS:
        raise UsageError(f"--month: '{text}' is not a month", hint="write it like --month 2026-11")
    if int(match[1]) not in YEARS:
        say = f"--month: the year of '{text}' is out of reach"
        raise UsageError(say, hint=f"{YEARS[0]} to {YEARS[-1]} can be asked")
    return Month(int(match[1]), int(match[2]))
