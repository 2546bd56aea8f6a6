"""`cb client import`: people of an address book, read from its cards, into a client's profile."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.context import Context
from clientbridge.core.errors import ExitCode
from clientbridge.load.profiles import import_people


def import_(
    ctx: typer.Context,
    client: ClientName,
    file: Annotated[
        Path, typer.Argument(help="An address book's export: vCard 2.1, 3.0 or 4.0", metavar="FILE.vcf")
    ],
) -> None:
    """Add the people of an address book to a client, and tell what is left out of their cards."""
    context: Context = ctx.obj
    imported = import_people(context.session, client, file)
    context.show(imported)
    if imported.is_wrong_file:
        raise typer.Exit(ExitCode.WRONG_FILE)
