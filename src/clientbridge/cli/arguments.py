"""Arguments that several commands share."""

from typing import Annotated

import typer

ClientName = Annotated[
    str | None,
    typer.Argument(
        help="Id, name or the start of one; chosen from a list if left out",
        metavar="CLIENT",
    ),
]
"""One client; `chosen_client` gives the one that is meant where none is typed."""
