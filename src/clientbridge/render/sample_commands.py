"""Commands offered on a page of the sample: with ``--demo``, so that they work as they stand."""

from dataclasses import replace

from clientbridge.render.page import Block, Facts, Line, Next, Page, Phrase, Table

_OURS, _OF_SAMPLE = "cb ", "cb --demo "


def for_sample(page: Page) -> Page:
    """The page with `cb --demo` for `cb` in every command that it offers."""
    return Page(tuple(map(_block, page.blocks)))


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
