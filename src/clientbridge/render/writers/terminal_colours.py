"""Emphasis as colours and weights of a terminal."""

from clientbridge.render.formats import Look
from clientbridge.render.page import Emphasis, Phrase

_CODES = {
    Emphasis.PLAIN: "",
    Emphasis.STRONG: "1",
    Emphasis.QUIET: "2",
    Emphasis.GOOD: "32",
    Emphasis.CAREFUL: "33",
    Emphasis.BAD: "1;31",
}
"""Emphasis as Select Graphic Rendition parameters, ECMA-48 8.3.117."""


def painted(line: Phrase, look: Look) -> str:
    """Return the line with colour codes around its non-empty pieces, where the screen allows it."""
    return "".join(
        f"\x1b[{_CODES[piece.emphasis]}m{piece.text}\x1b[0m"
        if look.colour and _CODES[piece.emphasis] and piece.text
        else piece.text
        for piece in line
    )
