"""People added to a client's file: spliced in at the end of `people:`, everything else left as it stands."""

import re
from collections.abc import Sequence

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import write_whole
from clientbridge.adapters.workspace.profile_edits import checked_client
from clientbridge.adapters.workspace.profile_files import whole
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace, profile_content
from clientbridge.adapters.yaml_files.edit import append_item
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.people_import import CardPerson, ImportedPerson, RefusedValue
from clientbridge.core.workspace.profiles import Client

_KNOWN = "known already"
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*[-+−]\s*[0-9]{1,2}:?(?:[0-9]{2})?:?(?:[0-9]{2})?|Z", re.IGNORECASE)
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedPeople:
    """What became of the cards, and of the client's file."""

    people: tuple[ImportedPerson, ...]
    file: str
    before: bytes
    after: bytes


def add_people(workspace: Workspace, client_id: str, cards: Sequence[CardPerson]) -> AddedPeople:
    """Add each card that is not known yet, in one write.

    A time zone that a profile refuses is left out and reported.
    Raises WrongFilesError for a file with problems, else as `append_item` and `write_whole` do.
    """
    path = workspace.client_file(client_id)
    file = path.relative_to(workspace.folder).as_posix()
    with locked_folder(path.parent):
        before = profile_content(path, file=file)
        client = whole(*checked_client(workspace, before, file=file))
        people, after = _added(workspace, client, cards, before)
        if after != before:
            write_whole(path, after, file=file)
    return AddedPeople(people=people, file=file, before=before, after=after)


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
            imported.append(_not_added(card, why_not))
            continue
        person_id = _new_id(card, taken)
        fields, refused = _fields(card, workspace)
        content = append_item(document, ("people",), {"id": person_id, **fields})
        document = parse(content, file=client.file)
        taken.add(person_id)
        names.add(fold(card.name))
        emails |= {card.email.casefold()} if card.email else set()
        imported.append(
            ImportedPerson(
                number=card.number,
                name=card.name,
                id=person_id,
                refused=(*card.refused, *refused),
                skipped=card.left_out,
            )
        )
    return tuple(imported), content


def _not_added(card: CardPerson, why_not: str) -> ImportedPerson:
    return ImportedPerson(
        number=card.number,
        name=card.name or card.email or card.phone or "",
        id=None,
        why_not=why_not,
        known=why_not == _KNOWN,
    )


def _why_not(card: CardPerson, names: set[str], emails: set[str]) -> str | None:
    if not card.name:
        return "the card has no name"
    if fold(card.name) in names or (card.email is not None and card.email.casefold() in emails):
        return _KNOWN
    return None


def _new_id(card: CardPerson, taken: set[str]) -> str:
    """The first name in plain letters, else that of the address, with a number where it is taken."""
    address = (card.email or "").partition("@")[0]
    words = _PLAIN_WORD.findall(fold(card.id_from or card.name)) or _PLAIN_WORD.findall(fold(address))
    base = words[0] if words else "person"
    candidate, number = base, 2
    while candidate in taken or candidate == MY_ID:
        candidate, number = f"{base}{number}", number + 1
    return candidate


def _fields(card: CardPerson, workspace: Workspace) -> tuple[dict[str, str], tuple[RefusedValue, ...]]:
    """What a profile takes of a card, and the time zones that it refuses."""
    birthday = None if card.birthday is None else f"{card.birthday[0]:02d}-{card.birthday[1]:02d}"
    zone, refused = _zone(card, workspace)
    said = (
        ("name", card.name),
        ("role", card.role),
        ("language", card.language),
        ("timezone", zone),
        ("birthday", birthday),
        ("email", card.email),
        ("phone", card.phone),
    )
    return {key: value for key, value in said if value}, refused


def _zone(card: CardPerson, workspace: Workspace) -> tuple[str | None, tuple[RefusedValue, ...]]:
    """The first zone that is known by its name; an offset is told, for it names no place."""
    refused: list[RefusedValue] = []
    for text in card.timezones:
        if _OFFSET.fullmatch(text) is None:
            try:
                return workspace.zones.find(text).key, tuple(refused)
            except (UnknownNameError, AmbiguousNameError):
                why = "is cut short" if text.endswith("/") else "is no time zone"
        else:
            why = "is an offset, not the name of a zone"
        refused.append(RefusedValue(field="time zone", text=text[:_MOST_SHOWN], why=why))
    return None, tuple(refused)
