"""What is to be known about some of several times: each remark once, with the numbers of its rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.prices import CostCode
from clientbridge.core.meeting.slots import Fit, PartyTime
from clientbridge.render.page import Column, Emphasis, Phrase, Piece, Table, offered, phrase, quiet, strong

_TOLD_BY_SIGN: Mapping[Fit, frozenset[CostCode | None]] = {
    Fit.STRETCH: frozenset({CostCode.EARLY, CostCode.LATE, CostCode.BREAK}),
    Fit.UNKNOWN: frozenset({None}),
}
"""What a sign at the time says already, and its legend explains."""
_BUSY = "busy"
_TWO = 2
_RUN = 3
"""So many numbers in a row are told as a range."""


@dataclass(frozen=True, slots=True)
class NumberedTimes:
    """A row of a table, by its number, with what is said of each party at its time."""

    number: int
    said: tuple[tuple[str, tuple[str, ...]], ...]
    """Whom it is about, and what is said of it; the only party that needs no name has an empty one."""


def remarks_beyond_signs(time: PartyTime, *, with_minutes: bool = False) -> tuple[str, ...]:
    """The notes on a time that no sign beside it tells; how many minutes are outside hours only if wanted."""
    told = _TOLD_BY_SIGN.get(time.fit, frozenset())
    if with_minutes:
        told &= {None}
    return tuple(dict.fromkeys(remark.say for remark in time.remarks if remark.code not in told))


def said_once(reasons: Sequence[str], notes: Sequence[str]) -> tuple[str, ...]:
    """Why somebody is not there, and what is to be known of the time, without what another says better."""
    named = [say for say in notes if say != _BUSY or not reasons]
    better = [say for say in reasons if not any(note.endswith(f": {say}") for note in named)]
    return tuple(dict.fromkeys([*better, *named]))


def numbers(of: Iterable[int]) -> str:
    """``1, 3-5``."""
    runs: list[list[int]] = []
    for number in sorted(of):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) >= _RUN else ", ".join(map(str, run)) for run in runs)


NumberedText = tuple[Phrase, Phrase]
"""The numbers of rows of a table, and what is said of these rows."""


def remark_rows(rows: Iterable[NumberedTimes], most: int | None = None) -> list[NumberedText]:
    """Numbers and what holds for these rows; past `most` lines the rest is counted."""
    lines = [numbered(of, text) for of, text in _grouped(rows)]
    if most is not None and len(lines) > most:
        rest = len(lines) - most + 1
        more = quiet(f"and {rest} more with --json, or with: ")
        lines[most - 1 :] = [(phrase(""), phrase(more, offered("cb meet CLIENT", Emphasis.QUIET)))]
    return lines


def numbered(of: Iterable[int], *text: Piece) -> NumberedText:
    """A text with the numbers of its rows."""
    return phrase(strong(numbers(of))), phrase(*text)


def numbered_table(lines: Sequence[NumberedText]) -> Table:
    """Texts about rows of a table above, beside the numbers of these rows."""
    return Table((Column("", fold=False, spoken="on"), Column("")), tuple(lines))


def _grouped(rows: Iterable[NumberedTimes]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Remarks of the same rows in one sentence."""
    numbers_of: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        for said in _by_whom(row.said):
            numbers_of.setdefault(said, []).append(row.number)
    together: dict[tuple[int, ...], dict[str, list[str]]] = {}
    for (who, say), rows_of in numbers_of.items():
        together.setdefault(tuple(rows_of), {}).setdefault(who, []).append(say)
    for of, by_whom in sorted(together.items()):
        parts = [f"{who}: {', '.join(says)}" if who else ", ".join(says) for who, says in by_whom.items()]
        yield of, "; ".join(parts)


def _by_whom(said: Sequence[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    """Each remark once, with all of whom it is true; those without a name first, for they follow no colon."""
    whom: dict[str, list[str]] = {}
    for who, says in said:
        for say in says:
            whom.setdefault(say, []).append(who)
    found = [(_named(who, of=len(said)), say) for say, who in whom.items()]
    yield from sorted(found, key=lambda one: bool(one[0]))


def _named(who: Sequence[str], *, of: int) -> str:
    if len(who) == 1:
        return who[0]
    if len(who) == of:
        return "both" if of == _TWO else "everyone"
    return in_one_line(who)


def in_one_line(names: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
