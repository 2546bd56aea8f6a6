"""Commands offered on a page of the sample: with ``--demo``, so that they work as they stand.

The sample is never changed: in place of a next command that writes stands how to get files of one's own.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from clientbridge.render.page import Block, Facts, Line, Next, Page, Phrase, Table

_OURS, _OF_SAMPLE = "cb ", "cb --demo "
_OWN_FILES = Next("cb init", "files of your own: those of the sample stay as they are")
_WRITING = frozenset(
    {"log", "data undo", "promise add", "promise done", "promise move", "promise drop"}
    | {
        f"client {act}"
        for act in ("add", "set", "edit", "rename", "archive", "unarchive", "remove", "import")
    }
)
_READING_OFFERS = frozenset({"list", "--all"})
"""After ``cb offer``: whatever else stands there makes an offer or changes one."""
_WRITING_ACTS = frozenset({"add", "remove"})
"""Of ``cb client person CLIENT``."""


def for_sample(page: Page) -> Page:
    """The page with `cb --demo` for `cb` in every command that it offers."""
    shown = [
        _block(block) for block in page.blocks if not (isinstance(block, Next) and _writes(block.command))
    ]
    if any(map(_writes, chain.from_iterable(map(_offered, page.blocks)))):
        shown.append(_OWN_FILES)
    return Page(tuple(shown))


def _offered(block: Block) -> Iterator[str]:
    match block:
        case Next():
            yield block.command
        case Line():
            yield from _commands(block.phrase)
        case Facts():
            yield from chain.from_iterable(_commands(value) for _, value in block.rows)
        case Table():
            yield from chain.from_iterable(map(_commands, chain.from_iterable(block.rows)))


def _commands(of: Phrase) -> Iterator[str]:
    return (piece.text for piece in of if piece.is_command)


def _writes(command: str) -> bool:
    words = command.removeprefix(_OURS).split()
    if words[:2] == ["client", "person"]:
        return bool(_WRITING_ACTS & set(words[3:4]))
    if words[0] == "offer":
        return bool({*words[1:2]} - _READING_OFFERS)
    return words[0] in _WRITING or " ".join(words[:2]) in _WRITING


def _block(block: Block) -> Block:
    match block:
        case Next():
            return replace(block, command=_of_sample(block.command))
        case Line():
            return replace(block, phrase=_phrase(block.phrase))
        case Facts():
            return Facts(tuple((label, _phrase(value)) for label, value in block.rows))
        case Table():
            rows = tuple(tuple(map(_phrase, row)) for row in block.rows)
            return replace(block, rows=rows, narrow=tuple(map(_block, block.narrow)))
        case _:
            return block


def _phrase(of: Phrase) -> Phrase:
    return tuple(replace(piece, text=_of_sample(piece.text)) if piece.is_command else piece for piece in of)


def _of_sample(command: str) -> str:
    return _OF_SAMPLE + command.removeprefix(_OURS)
