"""Output formats, and the capabilities of the reader's screen."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass


class Format(StrEnum):
    """The output formats that every answer has."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    """No colour, no box drawing, no control characters; one item per line, in reading order."""
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    """One self-contained document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The capabilities of the screen."""

    width: int = 80
    """Columns; a wide character takes two."""
    colour: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The fields that every JSON answer has, besides its kind."""

    now: datetime
    versions: Mapping[str, str]
    today: date | None = None
    """The day on which a page is made, where its reader lives; only documents say it."""
