"""Reading on after a syntax error: how far the lines that it touches are set aside."""

from dataclasses import field

from clientbridge.adapters.yaml_files.syntax_errors import DASHES, KEY, Mistake, Reach
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """A text of which some lines were set aside; its lines keep their numbers."""

    text: str
    reached: dict[int, Reach] = field(default_factory=dict)

    @property
    def damaged(self) -> frozenset[int]:
        """The lines that no longer say what the file says."""
        return frozenset(self.reached)


def mend(mended: Mended, mistake: Mistake) -> Mended | None:
    """The text without what the mistake touches, reaching further each time; None when nothing is left."""
    lines = mended.text.split("\n")
    index = min(mistake.line, len(lines)) - 1
    before = mended.reached.get(index + 1)
    reach = (
        mistake.reach
        if before is None
        else Reach(max(mistake.reach, before + 1))
        if before < Reach.BLOCK
        else None
    )
    if reach is None:
        return None
    first, last = _block_around(lines, index) if reach is Reach.BLOCK else (index, index + 1)
    reached = dict(mended.reached)
    for at in range(first, last):
        lines[at] = _value_set_aside(lines[at]) if reach is Reach.VALUE else ""
        reached[at + 1] = reach
    return Mended("\n".join(lines), reached)


def _value_set_aside(line: str) -> str:
    match = KEY.match(line) or DASHES.match(line)
    return "" if match is None else line[: match.end()].rstrip() + " x"


def _block_around(lines: list[str], index: int) -> tuple[int, int]:
    """The lines, half-open, from the last one at the left edge up to the next."""
    first = index
    while first > 0 and not _starts_a_block(lines[first]):
        first -= 1
    last = index + 1
    while last < len(lines) and not _starts_a_block(lines[last]):
        last += 1
    return first, last


def _starts_a_block(line: str) -> bool:
    return bool(line) and not line[0].isspace() and not line.startswith(("#", "- "))
