"""Address cards (vCard 3 and 4) as people; read only, for no two address books write them alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.people_import import CardPerson

if TYPE_CHECKING:
    from icalendar import Component

MOST_BYTES = 5_000_000
MOST_CARDS = 200
"""People added to one client at once."""
_READ = {"FN", "N", "EMAIL", "TEL", "TITLE", "ROLE", "LANG", "TZ", "BDAY"}
_OF_NO_USE = {"VERSION", "PRODID", "REV", "UID", "KIND", "BEGIN", "END", "ORG"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_BIRTHDAY = re.compile(r"(?:\d{4}|--)-?(\d{2})-?(\d{2})(?:T.*)?")


def read_cards(path: Path) -> tuple[CardPerson, ...]:
    """Every card with a name, in the order of the file.

    Raises:
        FileFailedError: no such file, too large, too many cards, not UTF-8, or no vCard 3 or 4.
    """
    text = _text(path)
    return tuple(_person(card) for card in _cards(text, path.name))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileFailedError(f"{path.name} cannot be read: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise FileFailedError(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB", hint="export fewer people"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileFailedError(
            f"{path.name} is not UTF-8 text", hint="export it as vCard 3.0 or 4.0"
        ) from None


def _cards(text: str, name: str) -> Iterator["Component"]:
    from icalendar import Component

    hint = "export the people as vCard 3.0 or 4.0"
    if re.search(r"^VERSION:2\.1\s*$", text, re.MULTILINE):
        raise FileFailedError(f"{name} is vCard 2.1, which is not read", hint=hint)
    if len(re.findall(r"^BEGIN:VCARD\s*$", text, re.MULTILINE | re.IGNORECASE)) > MOST_CARDS:
        raise FileFailedError(f"{name} holds more than {MOST_CARDS} cards", hint="export fewer people")
    try:
        found = Component.from_ical(text, multiple=True)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise FileFailedError(f"{name} is not a vCard file: {str(error)[:80]}", hint=hint) from error
    cards = [component for component in found if component.name == "VCARD"]
    if not cards:
        raise FileFailedError(f"{name} holds no vCard", hint=hint)
    yield from cards


def _birthday(text: str) -> tuple[int, int] | None:
    match = _BIRTHDAY.fullmatch(text)
    return None if match is None else (int(match[1]), int(match[2]))


def _person(card: "Component") -> CardPerson:
    values = _values(card)
    birthday = _birthday(values.get("BDAY", ""))
    unread = {"BDAY"} if "BDAY" in values and birthday is None else set()
    return CardPerson(
        name=values.get("FN") or _name(card) or "",
        email=values.get("EMAIL"),
        phone=values.get("TEL", "").removeprefix("tel:") or None,
        role=values.get("TITLE") or values.get("ROLE"),
        language=values.get("LANG"),
        timezone=values["TZ"] if "/" in values.get("TZ", "") else None,
        birthday=birthday,
        skipped=tuple(sorted({str(key).upper() for key in card} - _READ - _OF_NO_USE | unread)),
    )


def _values(card: "Component") -> dict[str, str]:
    """The first value of each field that is read, without the escapes of the format."""
    values: dict[str, str] = {}
    for key, value in card.property_items(recursive=False):
        if key in _READ and key not in values and isinstance(value, str):
            text = re.sub(r"\\([,;\\nN])", lambda match: " " if match[1] in "nN" else match[1], str(value))
            values[key] = _CONTROL.sub(" ", text).strip()
    return values


def _name(card: "Component") -> str | None:
    name = card.get("N")
    fields = getattr(name, "fields", None)
    if fields is None:
        return None
    whole = " ".join(part for part in (fields.given, fields.family) if part)
    return _CONTROL.sub(" ", whole).strip() or None
