"""Typed text as a row of words: case, blanks, commas, trailing dots and the small words are free."""

import re
from unicodedata import normalize

_LONGEST_TEXT = 80
_HALF_OF_DAY = r"\b([ap])\.m\b\.?"
_HYPHEN = r"(?<=[a-z])-(?=[a-z0-9])|(?<=\d)-(?=[a-z])(?!w\d)"
"""Between words: ``month-end``, ``4-dec-2026``; not that of ``2026-12-03``, ``2026-w49-5`` or ``-3d``."""
_TIME_OF_ISO = r"(?a)(?<=\d{4}-\d{2}-\d{2})t(?=\d)"
_SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u2019\u201c\u201d", '------\'""')
_AROUND = "()[]\"'*"
_OWN = r"\b(day|week|month|quarter|year)(?:'s|s')(?!\w)"
"""``month's end``, ``in two weeks' time``."""


def words_of(text: str) -> tuple[str, ...]:
    """The words that carry meaning, in small letters; none where the text is too long for a day."""
    if len(text) > _LONGEST_TEXT:
        return ()
    folded = normalize("NFKC", text).casefold().translate(_SIGNS)
    folded = re.sub(_TIME_OF_ISO, " ", re.sub(_HYPHEN, " ", re.sub(_HALF_OF_DAY, r"\1m", folded)))
    folded = re.sub(_OWN, r"\1", folded.replace(",", " "))
    words = [word.strip(_AROUND).rstrip(".;:!") for word in folded.split()]
    words = [word for word in words if word and word != "the"]
    return tuple(word for at, word in enumerate(words) if not _is_between(words, at))


def _is_between(words: list[str], at: int) -> bool:
    """Whether a small word only joins what stands around it."""
    if at == len(words) - 1:
        return False
    return words[at] in {"on", "at"} or (words[at] == "of" and at > 0)
