"""People added to a client's file: spliced in at the end of `people:`, everything else left as it stands."""

import re
from collections.abc import Sequence

from clientbridge.adapters.safe_write import write_whole
from clientbridge.adapters.workspace import Workspace
from clientbridge.adapters.yaml_files.edit import append_item
from clientbridge.adapters.yaml_files.reader import parse, read
from clientbridge.core.errors import UnknownNameError
from clientbridge.core.names import fold
from clientbridge.core.people_import import CardPerson, ImportedPerson
from clientbridge.core.profiles import Client


def add_people(
    workspace: Workspace, client: Client, cards: Sequence[CardPerson]
) -> tuple[ImportedPerson, ...]:
    """Add each card that is not known yet, in one write; raises as `append_item` and `write_whole` do."""
    path = workspace.folder / client.file
    document = read(path, file=client.file)
    taken = {person.id for person in client.people}
    names = {fold(person.name) for person in client.people}
    emails = {person.email.casefold() for person in client.people if person.email}
    told: list[ImportedPerson] = []
    for card in cards:
        why_not = _why_not(card, names, emails)
        if why_not is not None:
            told.append(ImportedPerson(name=card.name, id=None, why_not=why_not, skipped=card.skipped))
            continue
        person_id = _new_id(card.name, taken)
        content = append_item(document, ("people",), _fields(card, person_id, workspace))
        document = parse(content, file=client.file)
        taken.add(person_id)
        names.add(fold(card.name))
        emails |= {card.email.casefold()} if card.email else set()
        told.append(ImportedPerson(name=card.name, id=person_id, skipped=card.skipped))
    if any(person.id is not None for person in told):
        write_whole(path, document.text.encode("utf-8"), file=client.file)
    return tuple(told)


def _why_not(card: CardPerson, names: set[str], emails: set[str]) -> str | None:
    if not card.name:
        return "the card has no name"
    if fold(card.name) in names or (card.email is not None and card.email.casefold() in emails):
        return "known already"
    return None


def _new_id(name: str, taken: set[str]) -> str:
    """The first name in plain letters, else ``person``, with a number where it is taken."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    base = words[0] if words else "person"
    found, number = base, 2
    while found in taken or found == "me":
        found, number = f"{base}{number}", number + 1
    return found


def _fields(card: CardPerson, person_id: str, workspace: Workspace) -> dict[str, str]:
    fields = {
        "id": person_id,
        "name": card.name,
        "role": card.role,
        "language": card.language,
        "timezone": _known_zone(card.timezone, workspace),
        "birthday": None if card.birthday is None else f"{card.birthday[0]:02d}-{card.birthday[1]:02d}",
        "email": card.email,
        "phone": card.phone,
    }
    return {key: value for key, value in fields.items() if value}


def _known_zone(name: str | None, workspace: Workspace) -> str | None:
    if name is None:
        return None
    try:
        return workspace.zones.find(name).key
    except UnknownNameError:
        return None
