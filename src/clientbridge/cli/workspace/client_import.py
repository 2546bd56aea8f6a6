"""`cb client import`: people of an address book, read from its cards, into a client's profile."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.client_choice import ClientName, chosen_client
from clientbridge.core.errors import ExitCode, UsageError
from clientbridge.load.profiles import import_people


def import_(
    ctx: typer.Context,
    client: ClientName = None,
    file: Annotated[
        Path | None,
        typer.Argument(help="An address book's export: vCard 2.1, 3.0 or 4.0", metavar="FILE.vcf"),
    ] = None,
) -> None:
    """Add the people of an address book to a client, and tell what is left out of their cards."""
    context: Context = ctx.obj
    if client is not None and file is None and client.casefold().endswith(".vcf"):
        file = Path(client)
        client = None
    if file is None:
        raise UsageError("which address book?", hint="name its file: cb client import acme people.vcf")
    imported = import_people(context.session, chosen_client(context, client), file)
    context.show(imported)
    if imported.is_wrong_file:
        raise typer.Exit(ExitCode.WRONG_FILE)
