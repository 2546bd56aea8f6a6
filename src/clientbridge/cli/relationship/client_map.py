"""`cb client map`: the people at a client, by level, and the tie to each."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.relationship.results import ClientMap
from clientbridge.core.relationship.tie_strength import coverage, ties
from clientbridge.load.client_state import client_state


def map_(
    ctx: typer.Context,
    client: ClientName = None,
    why: Annotated[bool, typer.Option("--why", help="Show the numbers behind each")] = False,
) -> None:
    """Show people by level, how much you are in touch with each, and where contact is missing."""
    context: Context = ctx.obj
    state = client_state(context.session, chosen_client(context, client))
    profile = state.client
    client_ties = ties(profile, state.journal, state.their_date)
    context.show(
        ClientMap(
            client=profile.id,
            name=profile.name,
            today=state.their_date,
            manager=profile.manager,
            backup=profile.backup,
            ties=client_ties,
            coverage=coverage(client_ties),
            explained=why,
        )
    )
