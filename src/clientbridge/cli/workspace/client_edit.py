"""`cb client edit`: your editor, then a check; a text with mistakes is set aside and the old file stays."""

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.load import profiles


def edit(ctx: typer.Context, client: ClientName = None) -> None:
    """Edit a client (or 'me') in your editor; wrong text is set aside, and the old file stays."""
    context: Context = ctx.obj
    context.show(profiles.edit(context.session, chosen_client(context, client), context.environment))
