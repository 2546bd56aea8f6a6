"""Names as people type them: folding accents and case, and the nearest right word for a wrong one."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

IdT = TypeVar("IdT", bound=str)


def fold(text: str) -> str:
    """Case, accents and surrounding space do not tell two names apart: ``São Paulo`` -> ``sao paulo``."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(
        kept.replace("’", "'")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("æ", "ae")
        .split()
    )


def beginning(start: str, known: Iterable[IdT]) -> tuple[IdT, ...]:
    """The id that is `start`, else every id that begins with it; none for an empty start."""
    wanted = start.strip().casefold()
    found = tuple(dict.fromkeys(one for one in known if wanted and one.startswith(wanted)))
    return tuple(one for one in found if one == wanted) or found


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The known names that look most like `word`, best first; empty when none is close."""
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name), name)
    wanted = fold(word)
    starts = [name for folded, name in by_folded.items() if wanted and folded.startswith(wanted)]
    close = [by_folded[match] for match in get_close_matches(wanted, by_folded, n=most, cutoff=0.6)]
    return tuple(dict.fromkeys([*close, *starts]))[:most]
