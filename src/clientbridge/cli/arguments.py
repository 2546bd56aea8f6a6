"""Arguments that several commands share. Ids of clients complete with the Tab key, from file names alone."""

from typing import Annotated

import typer

from clientbridge.cli.context import Context, Surroundings
from clientbridge.core.errors import ClientbridgeError


def clients_starting_with(incomplete: str) -> list[str]:
    """The ids that go on from what was typed; none where there is no workspace."""
    try:
        ids = Context(surroundings=Surroundings.of_this_process()).session.workspace.client_ids()
    except ClientbridgeError:
        return []
    return [client_id for client_id in ids if client_id.startswith(incomplete.casefold())]


ClientName = Annotated[
    str | None,
    typer.Argument(
        help="Id, name or the start of one; chosen from a list if left out",
        metavar="CLIENT",
        autocompletion=clients_starting_with,
    ),
]
"""One client; `chosen_client` gives the one that is meant where none is typed."""
