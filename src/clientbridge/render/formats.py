"""The ways an answer can look, and what the reader's screen allows."""

from enum import StrEnum

from clientbridge.core.values import dataclass


class Format(StrEnum):
    """The output formats that every answer has."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    """No colour, no box drawing, no control characters; one thing a line, in an order to read aloud."""
    JSON = "json"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the screen allows."""

    width: int = 80
    """Columns; a wide character takes two."""
    colour: bool = False
