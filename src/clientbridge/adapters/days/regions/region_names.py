"""Which countries have a region or a big city of a name: the table of regions, searched as text.

Parsing the whole table takes half a second, folding every name of it a quarter; a search of its letters takes
a fiftieth, and only the lines it finds are looked at as names.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from clientbridge.adapters.data_files import data_folder
from clientbridge.core.spelling import fold

_SIGNS = re.compile(r'["{};:,]')
_NO_LETTERS = re.compile(r"[^\w\n]+")
_AS_FOLDED = (("ø", "o"), ("ł", "l"), ("đ", "d"), ("æ", "ae"))


@cache
def names_like(folded: str) -> tuple[tuple[str, str], ...]:
    """Each country and name in the table that folds to this one, in order; none shorter than ``NYC``."""
    letters = _letters(folded)
    if not letters or not _may_be_name(folded):
        return ()
    found = ((country, name) for line in _lines_with(letters) for country, name in _names_in(line))
    return tuple((country, name) for country, name in found if fold(name) == folded)


def every_name() -> Iterator[tuple[str, str]]:
    """Country and name, for all that may be a name in the table: codes and headings too, which fit nobody."""
    for line in range(len(_table())):
        yield from _names_in(line)


def _names_in(line: int) -> Iterator[tuple[str, str]]:
    country, text = _table()[line]
    if country and text.startswith(" ") and not text.startswith(("  source:", "  checked:")):
        yield from ((country, word.strip()) for word in _SIGNS.split(text) if _may_be_name(word))


def _lines_with(letters: str) -> Iterator[int]:
    text = _letters_of_table()
    line, seen, at = 0, 0, text.find(letters)
    while at >= 0:
        line += text.count("\n", seen, at)
        yield line
        seen = at
        end = text.find("\n", at)
        at = text.find(letters, end) if end >= 0 else -1


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """The country and the text of each line. The table never changes while the program runs."""
    country = ""
    lines: list[tuple[str, str]] = []
    for line in (data_folder() / "regions.yaml").read_text(encoding="utf-8").split("\n"):
        if not line.startswith((" ", "#")):
            country = line.rstrip(":")
        lines.append((country, line))
    return tuple(lines)


@cache
def _letters_of_table() -> str:
    return _letters("\n".join(line for _, line in _table()))


def _letters(text: str) -> str:
    """What is left of a text without signs, blanks and accents, whatever its case; lines stay lines.

    Coarser than `fold`, so that two names that it makes alike are alike here too.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()
    for letter, folded in _AS_FOLDED:
        plain = plain.replace(letter, folded)
    return _NO_LETTERS.sub("", plain)


def _may_be_name(word: str) -> bool:
    """Longer than a code, or in a script that no code is written in."""
    name = word.strip()
    return len(name) >= len("NYC") or not name.isascii()
