"""Text from files, calendars and feeds cannot move the cursor, colour the screen or reorder a line."""

import unicodedata

REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows."""
# Cc: control; Cs: lone surrogates, which no stream can encode; Zl, Zp: line and paragraph separators.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


def safe(text: str) -> str:
    """The text without control characters and direction marks; line breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    return "".join(char for char in spaced if is_safe(char))


def is_safe(char: str) -> bool:
    """Whether a character only shows itself."""
    return char not in REORDERING and unicodedata.category(char) not in _UNSAFE_CATEGORIES
