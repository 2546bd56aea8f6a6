"""Make text from files, calendars and feeds unable to move the cursor, set colours or reorder a line."""

import unicodedata

REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Unicode bidirectional control characters."""
# Cc: control; Cs: lone surrogates, which no stream can encode; Zl, Zp: line and paragraph separators.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


def safe(text: str) -> str:
    """Return the text without control and direction characters; line breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    return "".join(char for char in spaced if is_safe(char))


def is_safe(char: str) -> bool:
    """Whether a character neither controls the terminal nor changes the text direction."""
    return char not in REORDERING and unicodedata.category(char) not in _UNSAFE_CATEGORIES
