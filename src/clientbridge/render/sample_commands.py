"""Commands offered on a page of the sample: with ``--demo``, so that they work as they stand."""

from dataclasses import replace

from clientbridge.render.page import Block, Facts, Line, Next, Page, Phrase, Table, TextRun

_OURS, _OF_SAMPLE = "cb ", "cb --demo "


def for_sample(page: Page) -> Page:
    """The page with `cb --demo` for `cb` where a command is offered, alone or after a colon."""
    return Page(tuple(map(_block, page.blocks)))


def _block(block: Block) -> Block:
    match block:
        case Next():
            return replace(block, command=_offered(block.command))
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
    return tuple(TextRun(_offered(piece.text), piece.emphasis) for piece in of)


def _offered(text: str) -> str:
    if text.startswith(_OURS):
        return _OF_SAMPLE + text.removeprefix(_OURS)
    return text.replace(f": {_OURS}", f": {_OF_SAMPLE}")
