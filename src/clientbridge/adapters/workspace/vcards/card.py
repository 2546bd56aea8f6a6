"""One address card: its properties by name, decoded where they are of use."""

import re
from collections.abc import Iterable

from clientbridge.adapters.workspace.vcards.card_lines import CardLine
from clientbridge.adapters.workspace.vcards.encodings import decoded
from clientbridge.core.frozen_dataclass import dataclass

OF_USE = frozenset(
    {
        *("FN", "N", "NICKNAME", "EMAIL", "TEL", "TITLE", "ROLE", "ORG", "LANG", "TZ", "BDAY"),
        *("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "X-ABLABEL"),
    }
)
"""Properties whose values are looked at; of the others only the name."""
MOST_LETTERS = 200
"""Of a value; what is longer was not meant as a name or an address."""
_LEAST_PREFERRED = 101
"""Where nothing is said; RFC 6350 5.3 counts from 1 to 100."""
# Control characters, separators of lines and paragraphs, and marks that turn the direction of a line.
_BLANKED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_REMOVED = re.compile(r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_PARTS = re.compile(r"(?:^|;)((?:[^;\\]|\\.)*+\\?)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LIST_COMMA = re.compile(r"(\\.)|,[ ]*", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardProperty:
    """A property with its value as text, escapes and all."""

    name: str
    group: str
    parameters: dict[str, frozenset[str]]
    """Values in capital letters, by key."""
    raw: str
    is_guess: bool

    @property
    def text(self) -> str:
        """The value on one line, without escapes, control characters and blanks around it."""
        return _one_line(_ESCAPED.sub(_of_escape, self.raw))

    @property
    def parts(self) -> list[str]:
        """The parts of a structured value; a list inside a part becomes words."""
        found = [_LIST_COMMA.sub(lambda match: match[1] or " ", part) for part in _PARTS.findall(self.raw)]
        return [_one_line(_ESCAPED.sub(_of_escape, part)) for part in found]

    @property
    def types(self) -> frozenset[str]:
        """Words that say what kind of address or number it is, with or without "TYPE="."""
        return self.parameters.get("TYPE", frozenset()) | self.parameters.get("", frozenset())

    @property
    def preference(self) -> int:
        """1 for the most preferred; what has no mark comes after all that has."""
        marks = [int(mark) for mark in self.parameters.get("PREF", ()) if re.fullmatch(r"[0-9]{1,3}", mark)]
        ranks = [mark for mark in marks if 1 <= mark < _LEAST_PREFERRED]
        return min(ranks, default=1 if "PREF" in self.types else _LEAST_PREFERRED)


class Card:
    """The properties of one card, in the order of the file."""

    def __init__(self, number: int, *, is_inside: bool = False) -> None:
        self.number = number
        self.is_inside = is_inside
        """Whether it stands inside the card of someone else, as their assistant."""
        self.names: set[str] = set()
        """Of all properties."""
        self.lost_lines = 0
        """That are no property and may have held something of use."""
        self._last = ""
        self._properties: list[CardProperty] = []

    def add(self, line: CardLine) -> None:
        """Take a property in; one without a value only counts as empty."""
        if not line.name:
            self._add_rest(line)
            return
        self._last = line.name
        if line.value.strip():
            self.names.add(line.name)
        if line.name in OF_USE:
            self._properties.append(_property(line))

    def _add_rest(self, line: CardLine) -> None:
        """Take a line for more of the property before it, which some programs write without a fold."""
        if self._last in OF_USE:
            self.lost_lines += bool(line.value.strip())
        elif line.value.strip() and self._last:
            self.names.add(self._last)

    def all(self, name: str) -> list[CardProperty]:
        """Those of a name that say something, the preferred first, else in the order of the card."""
        found = [one for one in self._properties if one.name == name and one.text]
        return sorted(found, key=lambda one: one.preference)

    def first(self, *names: str) -> str:
        """The preferred value of the first name that has one; empty where none has."""
        return next((found.text for name in names for found in self.all(name)), "")

    def label(self, of: CardProperty) -> str:
        """What an Apple address book calls an address or number: ``HomeFAX``; empty for none."""
        labels = [one.text for one in self.all("X-ABLABEL") if of.group and one.group == of.group]
        return _APPLE_LABEL.sub(r"\1", labels[0]) if labels else ""

    @property
    def is_guess(self) -> bool:
        """Whether the encoding of a value had to be guessed."""
        return any(one.is_guess for one in self._properties)


def _property(line: CardLine) -> CardProperty:
    text = decoded(line)
    return CardProperty(
        name=line.name,
        group=line.group,
        parameters={key: _capitals(words) for key, words in line.parameters.items()},
        raw=text.text,
        is_guess=text.is_guess,
    )


def _capitals(words: Iterable[str]) -> frozenset[str]:
    # vCard 4 writes lists in quotes: TYPE="work,voice".
    return frozenset(word.strip(" \\").upper() for several in words for word in several.split(","))


def _of_escape(match: re.Match[str]) -> str:
    return " " if match[1] in "nN" else match[1]


def _one_line(text: str) -> str:
    return " ".join(_REMOVED.sub("", _BLANKED.sub(" ", text)).split())
