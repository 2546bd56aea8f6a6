"""Names as people type them: folding of case and accents, id prefixes, and suggestions for misspellings."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

IdT = TypeVar("IdT", bound=str)

_LONG_AND_SHORT = (("saint", "st."), ("fort", "ft."), ("mount", "mt."))
"""First words of names of places, as they are written and as they are shortened."""
_PICTURES = frozenset(map(chr, range(0xFE00, 0xFE10)))
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category, and empty to the eye."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})


def fold(text: str) -> str:
    """Return the form in which names are compared, without case, accents or extra space.

    ``São Paulo`` becomes ``sao paulo``.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    base = "".join(char for char in decomposed if not _is_left_out(char)).casefold()
    return " ".join(
        base.replace("’", "'")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("æ", "ae")
        .split()
    )


def _is_left_out(char: str) -> bool:
    """Whether it is an accent, a mark of direction, or what chooses between two pictures of one sign."""
    return bool(unicodedata.combining(char)) or char in _PICTURES or unicodedata.category(char) == "Cf"


def other_spellings(text: str) -> tuple[str, ...]:
    """How else the name of a place may be written: with other hyphens, with ``Saint`` or ``St.`` for ``St``.

    ``st-petersburg`` -> ``st petersburg``, ``saint petersburg``, ``st. petersburg``; the likeliest first.
    """
    plain = text.replace("-", " ")
    first, _, rest = plain.partition(" ")
    word = first.casefold()
    firsts = (one for pair in _LONG_AND_SHORT if word in pair or f"{word}." in pair for one in pair)
    others = (plain, *(f"{one} {rest}" for one in firsts if one != word), text.replace(" ", "-"))
    return tuple(one for one in dict.fromkeys(others) if one != text)


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen: blanks, marks of direction, accents on nothing."""
    return all(char in _FILLERS or unicodedata.category(char) in _UNSEEN for char in text)


def fits_pattern(name: str, pattern: str) -> bool:
    """Whether the name is the pattern; a ``*`` at the start or the end of a pattern stands for any text.

    As `fnmatch` for such patterns, without a regular expression for each of some four hundred.
    """
    part = pattern.strip("*")
    match pattern.startswith("*"), pattern.endswith("*"):
        case True, True:
            return part in name
        case True, False:
            return name.endswith(part)
        case False, True:
            return name.startswith(part)
        case _:
            return name == pattern


def starting_with(prefix: str, ids: Iterable[IdT]) -> tuple[IdT, ...]:
    """Return the id equal to `prefix`, else every id that starts with it; none for an empty prefix."""
    folded = prefix.strip().casefold()
    matches = tuple(dict.fromkeys(one for one in ids if folded and one.startswith(folded)))
    return tuple(one for one in matches if one == folded) or matches


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return at most `most` known names similar to `word`, the closest first; empty when none is close."""
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name), name)
    query = fold(word)
    starts = [name for folded, name in by_folded.items() if query and folded.startswith(query)]
    close = [by_folded[match] for match in get_close_matches(query, by_folded, n=most, cutoff=0.6)]
    return tuple(dict.fromkeys([*close, *starts]))[:most]


def listed(words: Iterable[str], most: int = 8) -> str:
    """``a, b, c …``."""
    names = list(words)
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def shortened(text: str, most: int) -> str:
    """The text, or as much of its start as fits into so many characters with ``…`` after it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
