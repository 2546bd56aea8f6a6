"""`cb client import`: people of an address book, read from its cards, into a client's profile."""

from pathlib import Path
from typing import Annotated

import typer

from clientbridge.cli.arguments import ClientName
from clientbridge.cli.context import Context


def import_(
    ctx: typer.Context,
    client: ClientName,
    file: Annotated[Path, typer.Argument(help="A .vcf file of vCard 3 or 4.", metavar="FILE.vcf")],
) -> None:
    """Add the people of a vCard file to a client; what has no place in a profile is told and left out."""
    from clientbridge.adapters.workspace.people_files import add_people
    from clientbridge.adapters.workspace.vcard_file import read_cards
    from clientbridge.adapters.workspace.workspace import check_writable
    from clientbridge.cli.workspace.undo_log import remember
    from clientbridge.core.workspace.people_import import ImportedPeople

    context: Context = ctx.obj
    workspace = context.workspace()
    check_writable(workspace)
    found = workspace.client(client)
    cards = read_cards(context.surroundings.folder / file)
    people, before = add_people(workspace, found, cards)
    if any(person.id is not None for person in people):
        remember(context, f"client import {found.id} {file.name}", files={found.file: before})
    context.show(ImportedPeople(client=found.id, file=file.name, people=people))
