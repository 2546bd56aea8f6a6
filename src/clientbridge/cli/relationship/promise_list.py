"""`cb promise`: list the promises of both sides. Nothing that writes is loaded."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.relationship.promise_status import Promises, by_urgency
from clientbridge.load.client_state import states_of
from clientbridge.load.clients import readable_clients
from clientbridge.render.views import PromisesView


def list_(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(help="Only promises with this client", metavar="CLIENT"),
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Only your promises")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Only their promises")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Every promise, kept and dropped ones too")] = False,
) -> None:
    """List open promises, most urgent first. `cb promise CLIENT` is short for this."""
    context: Context = ctx.obj
    clients = readable_clients(context.session, () if client is None else [client])
    owners = {Owner.ME, Owner.THEM} if mine == theirs else {Owner.ME if mine else Owner.THEM}
    promises = [
        state.promise_state(promise)
        for state in states_of(context.session, clients)
        for promise in state.journal.promises
        if promise.owner in owners and (all_ or promise.is_open)
    ]
    context.show(
        Promises(promises=tuple(sorted(promises, key=by_urgency)), today=context.session.today),
        PromisesView(is_whole=all_),
    )
