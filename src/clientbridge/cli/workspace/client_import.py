"""`cb client import`: people of an address book, read from its cards, into a client's profile."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.context import Context
from clientbridge.load.profiles import import_people


def import_(
    ctx: typer.Context,
    client: ClientName,
    file: Annotated[Path, typer.Argument(help="A .vcf file of vCard 3 or 4", metavar="FILE.vcf")],
) -> None:
    """Add the people of a vCard file to a client; what has no place in a profile is reported and left out."""
    context: Context = ctx.obj
    context.show(import_people(context.session, client, file))
