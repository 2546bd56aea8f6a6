"""`cb client map`: who is known at a client, at which level, and how well."""

from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.context import Context


def map_(
    ctx: typer.Context,
    client: ClientName,
    why: Annotated[bool, typer.Option("--why", help="The numbers behind each tie.")] = False,
) -> None:
    """People by level and how strong each tie is, with the gaps."""
    from clientbridge.cli.relationship.journal import situation_of
    from clientbridge.core.relationship.results import ClientMap
    from clientbridge.core.relationship.tie_strength import coverage, ties

    context: Context = ctx.obj
    found = context.workspace().client(client)
    situation = situation_of(context, found)
    known = ties(found, situation.journal, situation.today_there)
    context.show(
        ClientMap(
            client=found.id,
            name=found.name,
            today=situation.today_there,
            manager=found.manager,
            backup=found.backup,
            ties=known,
            coverage=coverage(known),
            explained=why,
        )
    )
