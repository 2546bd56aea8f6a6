"""A page: one answer laid out once, for every format meant for people.

A page says what belongs together and what it means (a table, a warning, the next command), never how it
looks. `to_terminal`, `to_plain`, `to_markdown` and `to_html` each turn any page into text.
"""

from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass


class Emphasis(StrEnum):
    """What a piece of text means to the reader; colour follows from it and is never the only cue."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of text with one emphasis."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    is_command: bool = False
    """Whether it is a whole command that the reader may type, and nothing else."""


Piece = str | TextRun
Phrase = tuple[TextRun, ...]


def phrase(*pieces: Piece) -> Phrase:
    """Join pieces into one phrase; strings get plain emphasis."""
    return tuple(piece if isinstance(piece, TextRun) else TextRun(piece) for piece in pieces)


def strong(text: str) -> TextRun:
    """Emphasis for what the reader should see first."""
    return TextRun(text, Emphasis.STRONG)


def quiet(text: str) -> TextRun:
    """Emphasis for secondary text."""
    return TextRun(text, Emphasis.QUIET)


def good(text: str) -> TextRun:
    """Emphasis for what is as it should be."""
    return TextRun(text, Emphasis.GOOD)


def careful(text: str) -> TextRun:
    """Emphasis for what needs thought before acting on it."""
    return TextRun(text, Emphasis.CAREFUL)


def bad(text: str) -> TextRun:
    """Emphasis for an obstacle or error."""
    return TextRun(text, Emphasis.BAD)


def offered(command: str, emphasis: Emphasis = Emphasis.PLAIN) -> TextRun:
    """A command that is offered, from ``cb`` to its last word; after it a line ends, or has two blanks.

    It can be pasted from every screen: what else stands around it goes to other lines first.
    """
    return TextRun(command, emphasis, is_command=True)


def words(of: Phrase) -> str:
    """Return the text of a phrase without its emphasis."""
    return "".join(piece.text for piece in of)


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of the page or of a part."""

    text: str
    aside: str = ""
    """Secondary text on the same line."""
    level: int = 1
    """1 for the page, 2 for a part."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or remark; continuation lines align with its start."""

    phrase: Phrase
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and their values, aligned."""

    rows: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    right: bool = False
    """Right-aligned, for numbers."""
    fold: bool = True
    """Whether long cells may wrap; when False, other columns shrink instead."""
    spoken: str | None = None
    """The name of the column when read aloud; None for `name`, empty for no name."""
    below: bool = False
    """On a terminal it stands on lines of its own under its row, whatever the width."""
    wanted: int = 0
    """The width that it takes where there is room, though its cells need less: that of its like in a table
    above or below."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with one cell per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    narrow: "tuple[Block, ...]" = ()
    """What is shown instead on a screen where the columns do not fit side by side."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines in fixed columns, and sentences that say the same to someone who cannot see them."""

    lines: tuple[Phrase, ...]
    spoken: tuple[str, ...]
    parts: "tuple[Picture, ...]" = ()
    """The same in narrower pictures, for a screen without room for it."""


@dataclass(frozen=True, slots=True)
class Next:
    """A suggested next command, and what it is for."""

    command: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One page that an answer rests on."""

    about: Phrase
    """Its title, who published it, and when it was read."""
    address: str


@dataclass(frozen=True, slots=True)
class References:
    """The pages that an answer rests on: links where there can be links, and not worth paper."""

    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class BlankLine:
    """An empty line."""


Block = Title | Line | Facts | Table | Picture | References | Next | BlankLine


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks from top to bottom."""

    blocks: tuple[Block, ...]


def page(*blocks: Block | None) -> Page:
    """Return a page of these blocks; None is skipped."""
    return Page(tuple(block for block in blocks if block is not None))
