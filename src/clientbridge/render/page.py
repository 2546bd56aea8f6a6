"""A page: one answer laid out once, for any format made for reading.

A page says what belongs together and what it means (a table, a warning, the next command), never how it
looks. `to_terminal`, `to_plain` and `to_markdown` each turn any page into text.
"""

from enum import StrEnum

from clientbridge.core.values import dataclass


class Emphasis(StrEnum):
    """What a piece of text means to the reader; colour follows from it and is never the only sign."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Toned:
    """A piece of text in one tone."""

    text: str
    tone: Emphasis = Emphasis.PLAIN


Piece = str | Toned
Phrase = tuple[Toned, ...]


def phrase(*pieces: Piece) -> Phrase:
    """Pieces of text in their tones, as one phrase; plain strings are in the plain tone."""
    return tuple(piece if isinstance(piece, Toned) else Toned(piece) for piece in pieces)


def strong(text: str) -> Toned:
    """The thing to see first."""
    return Toned(text, Emphasis.STRONG)


def quiet(text: str) -> Toned:
    """Needed, but not first."""
    return Toned(text, Emphasis.QUIET)


def good(text: str) -> Toned:
    """As it should be."""
    return Toned(text, Emphasis.GOOD)


def careful(text: str) -> Toned:
    """Think before you act on this."""
    return Toned(text, Emphasis.CAREFUL)


def bad(text: str) -> Toned:
    """This stands in the way."""
    return Toned(text, Emphasis.BAD)


def words(of: Phrase) -> str:
    """The text of a phrase without its tones."""
    return "".join(piece.text for piece in of)


@dataclass(frozen=True, slots=True)
class Title:
    """What the page, or the part that follows, is about."""

    text: str
    aside: str = ""
    """Said more quietly on the same line."""
    level: int = 1
    """1 for the page, 2 for a part."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or remark; wrapped under its own start."""

    phrase: Phrase
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what belongs to each, aligned."""

    rows: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    right: bool = False
    """Numbers line up on the right."""
    fold: bool = True
    """Whether a long cell may be wrapped; where not, another column gives way."""
    spoken: str | None = None
    """How the column is named when read aloud; None for its name, empty for no name."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the same shape."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines whose columns matter, and one sentence that says the same to someone who cannot see them."""

    lines: tuple[Phrase, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """The command to type next, and what it gives."""

    command: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class BlankLine:
    """An empty line."""


Block = Title | Line | Facts | Table | Picture | Next | BlankLine


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks from top to bottom."""

    blocks: tuple[Block, ...]


def page(*blocks: Block | None) -> Page:
    """A page of the blocks that are there; None stands for a block that this answer does not need."""
    return Page(tuple(block for block in blocks if block is not None))
