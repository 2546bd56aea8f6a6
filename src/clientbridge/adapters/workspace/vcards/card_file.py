"""A card file read whole: every card in it is a person, something else, or told."""

import re
from collections.abc import Iterator
from pathlib import Path

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.workspace.vcards.card import Card
from clientbridge.adapters.workspace.vcards.card_lines import CardLine, card_lines
from clientbridge.adapters.workspace.vcards.card_person import read_card
from clientbridge.adapters.workspace.vcards.encodings import one_character_a_byte
from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.people_import import CardFile, CardPerson, NoPerson

MOST_BYTES = 40_000_000
"""Two hundred cards with a photo of 150 kB each."""
MOST_CARDS = 200
"""People added to one client at once."""
MOST_LINES = 600_000
"""As many as 40 MB of photos take where they are not folded."""
_HINT = "export the people as a vCard file (.vcf)"
_VCARD = re.compile(r"[ \t]*VCARD[ \t]*", re.IGNORECASE)
_GUESSED = "not in UTF-8; read as Western European text (Windows-1252), so look at the letters with accents"
_MOST_NAMED = 5


def read_cards(path: Path, *, file: str) -> CardFile:
    """Every card, in the order of the file, which messages call `file`.

    Raises:
        FileFailedError: no file that can be read, too large, too many cards, or none.
    """
    content = read_regular_file(path, most_bytes=MOST_BYTES, file=file)
    if not content.strip():
        raise FileFailedError(f"{file} is empty", hint=_HINT)
    found = _cards(one_character_a_byte(content), file)
    read = [read_card(card) for card in found.cards]
    return CardFile(
        people=tuple(one for one in read if isinstance(one, CardPerson)),
        no_people=tuple(one for one in read if isinstance(one, NoPerson)),
        notes=tuple(_notes(found)),
    )


def _cards(text: str, file: str) -> "_OpenCards":
    found = _OpenCards()
    for number, line in enumerate(card_lines(text)):
        found.take(line)
        if number == MOST_LINES:
            raise FileFailedError(f"{file} has more lines than any export of people", hint=_HINT)
        if len(found.cards) > MOST_CARDS:
            hint = "export only the people of this client"
            raise FileFailedError(f"{file} holds more than {MOST_CARDS} cards", hint=hint)
    if not found.cards:
        raise FileFailedError(f"{file} holds no address card", hint=_HINT)
    return found


class _OpenCards:
    """The cards by their beginnings.

    A card is open until its end; one that begins before may be that of an assistant, or the end was
    forgotten, so that what follows is a card of its own.
    """

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.lost_lines = 0
        """Outside of all cards."""
        self._open: list[Card] = []
        self._after_agent = False

    @property
    def without_end(self) -> list[Card]:
        """Those that are open still, at the end of the file."""
        return self._open

    def take(self, line: CardLine) -> None:
        """The next line of the file."""
        is_mark = line.name in {"BEGIN", "END"} and _VCARD.fullmatch(line.value) is not None
        if is_mark and line.name == "BEGIN":
            self._begin()
        elif is_mark:
            del self._open[-1:]
        elif self._open:
            self._open[-1].add(line)
        elif line.value.strip():
            self.lost_lines += 1
        self._after_agent = line.name == "AGENT" and not line.value.strip()

    def _begin(self) -> None:
        is_inside = self._after_agent and bool(self._open)
        self._open.append(Card(len(self.cards) + 1, is_inside=is_inside))
        self.cards.append(self._open[-1])


def _notes(found: _OpenCards) -> Iterator[str]:
    if found.lost_lines:
        lines = "1 line stands" if found.lost_lines == 1 else f"{found.lost_lines} lines stand"
        yield f"{lines} outside of any card and could not be read"
    told = (
        ([card for card in found.cards if card.lost_lines], "a line that names no field could not be read"),
        (found.without_end, "without an end (END:VCARD), so something of it may be missing"),
        ([card for card in found.cards if card.is_guess], _GUESSED),
    )
    yield from (f"{_numbers(cards)}: {say}" for cards, say in told if cards)


def _numbers(cards: list[Card]) -> str:
    """``card 3``, ``cards 3, 4``; the first ones alone where there are many."""
    several = "s" if len(cards) > 1 else ""
    more = f" and {len(cards) - _MOST_NAMED} more" if len(cards) > _MOST_NAMED else ""
    return f"card{several} {', '.join(str(card.number) for card in cards[:_MOST_NAMED])}{more}"
