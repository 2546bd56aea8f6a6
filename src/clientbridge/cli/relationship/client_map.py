"""`cb client map`: who is known at a client, at which level, and how well."""

from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.context import Context
from clientbridge.core.relationship.results import ClientMap
from clientbridge.core.relationship.tie_strength import coverage, ties
from clientbridge.load.client_state import client_state


def map_(
    ctx: typer.Context,
    client: ClientName,
    why: Annotated[bool, typer.Option("--why", help="The numbers behind each tie.")] = False,
) -> None:
    """People by level and how strong each tie is, with the gaps."""
    context: Context = ctx.obj
    state = client_state(context.session, client)
    who = state.client
    known = ties(who, state.journal, state.their_date)
    context.show(
        ClientMap(
            client=who.id,
            name=who.name,
            today=state.their_date,
            manager=who.manager,
            backup=who.backup,
            ties=known,
            coverage=coverage(known),
            explained=why,
        )
    )
