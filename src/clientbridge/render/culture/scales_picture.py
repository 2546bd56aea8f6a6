"""Nine scales side by side: where you sit, where they sit, and how far apart that is."""

from collections.abc import Sequence

from clientbridge.core.culture.scales import HIGHEST, LOWEST
from clientbridge.core.culture.statements import ScaleRow
from clientbridge.render.page import Phrase, Picture, phrase, quiet, strong

_STEP = 6
"""Columns between two steps."""
_LABEL = 16
YOU, THEM, BOTH = "○", "●", "◉"


def scales_picture(rows: Sequence[ScaleRow], *, you: str, them: str) -> Picture:
    """One line a scale; what is known of one side only shows one mark."""
    numbers = "".join(str(step).ljust(_STEP) for step in range(LOWEST, HIGHEST + 1)).rstrip()
    key = f"{YOU} {you}   {THEM} {them}   {BOTH} both"
    return Picture(
        (
            phrase(quiet(" " * _LABEL), quiet(numbers)),
            *(_line(row) for row in rows),
            phrase(quiet(" " * _LABEL), quiet(key)),
        ),
        tuple(_said(row, you=you, them=them) for row in rows),
    )


def _marks(row: ScaleRow) -> dict[int, str]:
    marks = dict.fromkeys(range(LOWEST, HIGHEST + 1), "·")
    if row.you is not None:
        marks[row.you] = YOU
    if row.them is not None:
        marks[row.them] = BOTH if row.them == row.you else THEM
    return marks


def _line(row: ScaleRow) -> Phrase:
    marks = _marks(row)
    placed = [value for value in (row.you, row.them) if value is not None] or [LOWEST]
    low, high = min(placed), max(placed)
    line = "".join(
        marks[step] + ("─" if low <= step < high else " ") * (_STEP - 1) for step in range(LOWEST, HIGHEST)
    )
    trust = f"  {_trust(row)}" if row.confidence is not None else ""
    return phrase(row.name.ljust(_LABEL), strong(line + marks[HIGHEST]), quiet(trust))


def _trust(row: ScaleRow) -> str:
    return "disputed" if row.disputed else str(row.confidence)


def _said(row: ScaleRow, *, you: str, them: str) -> str:
    known = [f"{name} {value} of {HIGHEST}" for name, value in ((you, row.you), (them, row.them)) if value]
    trust = f", {_trust(row)} confidence" if row.confidence is not None and not row.disputed else ""
    return f"{row.name}: {', '.join(known)}{', disputed' if row.disputed else trust}"
