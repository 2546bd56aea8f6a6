"""Scales side by side: where you sit, where they sit, how far apart that is, and what each end means."""

from collections.abc import Sequence

from clientbridge.core.culture.scales import HIGHEST, LOWEST
from clientbridge.core.culture.statements import ScaleRow
from clientbridge.core.spelling import shortened
from clientbridge.render.line_wrapping import columns
from clientbridge.render.page import Phrase, Picture, phrase, quiet, strong

_STEP, _NARROW_STEP = 6, 2
"""Columns from one step to the next."""
_END = 13
"""Columns for the words at an end."""
_NAME = 16
_LONGEST_SIDE = 22
YOU, THEM, BOTH = "○", "●", "◉"


def scales_picture(rows: Sequence[ScaleRow], *, you: str, them: str) -> Picture:
    """One line a scale, or two where the screen is narrow; of a side that is not known there is no mark."""
    key = _key(rows, you=shortened(you, _LONGEST_SIDE), them=shortened(them, _LONGEST_SIDE))
    spoken = tuple(_said(row, you=you, them=them) for row in rows)
    narrow = tuple(line for row in rows for line in _two_lines(row))
    signs, trust = "   ".join(key[: len(key) - 1]), key[-1]
    return Picture(
        (
            _numbers(),
            *map(_line, rows),
            phrase(),
            *(phrase(quiet(" " * _NAME + line)) for line in (signs, trust)),
        ),
        spoken,
        (Picture((*narrow, phrase(), *(phrase(quiet(line)) for line in key)), spoken),),
    )


def _key(rows: Sequence[ScaleRow], *, you: str, them: str) -> tuple[str, ...]:
    """What the signs stand for, as far as they occur."""
    known = {
        f"{YOU} {you}": any(row.you is not None and row.you != row.them for row in rows),
        f"{THEM} {them}": any(row.them is not None and row.you != row.them for row in rows),
        f"{BOTH} both": any(row.you is not None and row.you == row.them for row in rows),
    }
    signs = tuple(sign for sign, there in known.items() if there)
    return (*signs, "high, medium, low: how sure it is")


def _numbers() -> Phrase:
    numbers = "".join(str(step).ljust(_STEP) for step in range(LOWEST, HIGHEST + 1)).rstrip()
    return phrase(quiet(" " * (_NAME + _END + 1)), quiet(numbers))


def _line(row: ScaleRow) -> Phrase:
    trust = f"  {_trust(row)}" if row.confidence is not None else ""
    return phrase(_filled(row.name, _NAME), *_between_ends(row, _STEP, _END), quiet(trust))


def _two_lines(row: ScaleRow) -> tuple[Phrase, Phrase]:
    trust = f"  {_trust(row)}" if row.confidence is not None else ""
    return phrase(row.name, quiet(trust)), phrase("  ", *_between_ends(row, _NARROW_STEP, 0))


def _between_ends(row: ScaleRow, step: int, high_width: int) -> Phrase:
    low, high = row.ends
    space = " " * (_END - columns(low))
    return phrase(quiet(f"{space}{low} "), strong(_steps(row, step)), quiet(f" {_filled(high, high_width)}"))


def _filled(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _steps(row: ScaleRow, step: int) -> str:
    marks = _marks(row)
    placed = [value for value in (row.you, row.them) if value is not None] or [LOWEST]
    low, high = min(placed), max(placed)
    drawn = (marks[at] + ("─" if low <= at < high else " ") * (step - 1) for at in range(LOWEST, HIGHEST))
    return "".join(drawn) + marks[HIGHEST]


def _marks(row: ScaleRow) -> dict[int, str]:
    marks = dict.fromkeys(range(LOWEST, HIGHEST + 1), "·")
    if row.you is not None:
        marks[row.you] = YOU
    if row.them is not None:
        marks[row.them] = BOTH if row.them == row.you else THEM
    return marks


def _trust(row: ScaleRow) -> str:
    return "disputed" if row.disputed else str(row.confidence)


def _said(row: ScaleRow, *, you: str, them: str) -> str:
    known = [f"{name} {value}" for name, value in ((you, row.you), (them, row.them)) if value]
    trust = f", {_trust(row)} confidence" if row.confidence is not None and not row.disputed else ""
    ends = f"from {LOWEST} ({row.ends[0]}) to {HIGHEST} ({row.ends[1]})"
    return f"{row.name}, {ends}: {', '.join(known)}{', disputed' if row.disputed else trust}"
