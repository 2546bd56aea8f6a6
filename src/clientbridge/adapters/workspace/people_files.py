"""People added to a client's file: spliced in at the end of `people:`, everything else left as it stands."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from clientbridge.adapters.culture.language_tags import language_tag
from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import write_whole
from clientbridge.adapters.workspace.profile_edits import checked_client
from clientbridge.adapters.workspace.profile_files import whole
from clientbridge.adapters.workspace.profiles import parsers as texts
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.adapters.yaml_files.edit import append_item
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.errors import FileFailedError, UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.people_import import CardPerson, ImportedPerson
from clientbridge.core.workspace.profiles import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPeople:
    """What became of the cards, and of the client's file."""

    people: tuple[ImportedPerson, ...]
    file: str
    before: bytes
    after: bytes


def add_people(workspace: Workspace, client_id: str, cards: Sequence[CardPerson]) -> AddedPeople:
    """Add each card that is not known yet, in one write.

    A value that a profile refuses is left out and reported.
    Raises WrongFilesError for a file with problems, else as `append_item` and `write_whole` do.
    """
    path = workspace.client_file(client_id)
    file = path.relative_to(workspace.folder).as_posix()
    with locked_folder(path.parent):
        before = _content(path, file)
        client = whole(*checked_client(workspace, before, file=file))
        people, after = _added(workspace, client, cards, before)
        if after != before:
            write_whole(path, after, file=file)
    return AddedPeople(people=people, file=file, before=before, after=after)


def _content(path: Path, file: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileFailedError(f"{file} cannot be read: {error.strerror}") from error


def _added(
    workspace: Workspace, client: Client, cards: Sequence[CardPerson], content: bytes
) -> tuple[tuple[ImportedPerson, ...], bytes]:
    document = parse(content, file=client.file)
    taken = {person.id for person in client.people}
    names = {fold(person.name) for person in client.people}
    emails = {person.email.casefold() for person in client.people if person.email}
    imported: list[ImportedPerson] = []
    for card in cards:
        why_not = _why_not(card, names, emails)
        if why_not is not None:
            imported.append(ImportedPerson(name=card.name, id=None, why_not=why_not, skipped=card.skipped))
            continue
        person_id = _new_id(card.name, taken)
        fields, refused = _fields(card, workspace)
        content = append_item(document, ("people",), {"id": person_id, **fields})
        document = parse(content, file=client.file)
        taken.add(person_id)
        names.add(fold(card.name))
        emails |= {card.email.casefold()} if card.email else set()
        imported.append(ImportedPerson(name=card.name, id=person_id, skipped=(*card.skipped, *refused)))
    return tuple(imported), content


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
    candidate, number = base, 2
    while candidate in taken or candidate == "me":
        candidate, number = f"{base}{number}", number + 1
    return candidate


def _fields(card: CardPerson, workspace: Workspace) -> tuple[dict[str, str], list[str]]:
    """What a profile takes of a card, and the names of what it refuses."""
    birthday = None if card.birthday is None else f"{card.birthday[0]:02d}-{card.birthday[1]:02d}"
    said: tuple[tuple[str, str | None, Callable[[str], object]], ...] = (
        ("name", card.name, texts.text),
        ("role", card.role, texts.text),
        ("language", card.language, language_tag),
        ("timezone", card.timezone, workspace.zones.find),
        ("birthday", birthday, texts.month_day),
        ("email", card.email, texts.email),
        ("phone", card.phone, texts.text),
    )
    fields: dict[str, str] = {}
    refused: list[str] = []
    for key, value, check in said:
        if value:
            try:
                check(value)
            except (ValueError, UnknownNameError):
                refused.append(key)
            else:
                fields[key] = value
    return fields, refused
