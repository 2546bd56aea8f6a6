"""The page of ``cb meet`` without a party: the next slot with each client."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from clientbridge.core.command_line import CommandLine, quoted
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.next_slots import ClientSlot, ListRelaxation, NextSlots
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.render.command_text import typed
from clientbridge.render.line_wrapping import columns
from clientbridge.render.meeting.remarks import (
    NumberedText,
    NumberedTimes,
    numbered,
    numbered_table,
    remark_rows,
    remarks_beyond_signs,
)
from clientbridge.render.meeting.times import day, legend, local_span, local_start
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Emphasis,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    offered,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_MOST_SOONER = 3
"""Rows of what is to be had sooner: the rest is counted, so that eight clients fit one screen."""
_MOST_REMARKS = 5
"""Both are less where something is told that would help."""
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    number: int
    client: ClientSlot
    slot: Slot | None
    is_sooner: bool = False


def page(result: NextSlots) -> Page:
    """One row a client, soonest first, what is to be known about the rows, and what to type next."""
    rows, more = _rows(result.clients, max(_MOST_SOONER - len(result.relaxations), 1))
    times = [time for row in rows if row.slot is not None for time in row.slot.parties]
    return page_of(
        Title(
            "The next slot with each client",
            aside=f"{show_minutes(result.request.duration_minutes)}, you in {result.me.where}",
        ),
        *(Line(phrase(careful("careful: "), warning.detail)) for warning in result.warnings),
        BlankLine(),
        _table(result, rows),
        *(Line(phrase(quiet(signs))) for signs in legend(times)),
        *_about(result, rows, more),
        Next(
            f"cb meet {quoted(result.clients[0].id)}",
            "more slots, and why these" if result.answered else "what is in the way, and what would help",
        ),
    )


def _rows(clients: Sequence[ClientSlot], most_sooner: int) -> tuple[list[_Row], list[ClientSlot]]:
    """Numbered from 1, what is sooner below its client; and whose sooner slot has no row."""
    having = [client for client in clients if client.sooner is not None]
    rows: list[_Row] = []
    number = count(1)
    for client in clients:
        rows.append(_Row(number=next(number), client=client, slot=client.slot))
        if client.sooner is not None and client in having[:most_sooner]:
            rows.append(_Row(number=next(number), client=client, slot=client.sooner, is_sooner=True))
    return rows, having[most_sooner:]


def _table(result: NextSlots, rows: Sequence[_Row]) -> Table:
    head = (Column("", right=True, fold=False), Column("client", spoken=""))
    times = (Column("your time", fold=False), Column("their time", fold=False))
    cells = [(row, _times(result, row)) for row in rows]
    by_id = tuple((_number(row), _name(row, short=True), *both) for row, both in cells)
    return Table(
        (*head, *times, Column("in", fold=False)),
        tuple((_number(row), _name(row), *both, phrase(_place(row))) for row, both in cells),
        narrow=(
            Table((*head, *times), by_id),
            Line(phrase(quiet("names and places: "), offered("cb client list", Emphasis.QUIET))),
        ),
    )


def _number(row: _Row) -> Phrase:
    return phrase(quiet(f"{row.number}"))


def _name(row: _Row, *, short: bool = False) -> Phrase:
    if row.is_sooner:
        return phrase(quiet("  or sooner"))
    client = row.client
    return phrase(strong(min(client.name, client.id, key=columns) if short else client.name))


def _times(result: NextSlots, row: _Row) -> tuple[Phrase, Phrase]:
    if row.slot is None:
        return phrase(bad("none within your hours" if row.client.is_by_hours else "none")), phrase("")
    mine, theirs = row.slot.parties
    elsewhere = "" if mine.timezone is result.me.timezone else f" {mine.where}"
    return phrase(f"{day(mine.start)} ", local_span(mine), elsewhere), phrase(local_start(theirs))


def _place(row: _Row) -> str:
    where = row.client.where if row.slot is None else row.slot.parties[1].where
    return "" if row.is_sooner else where


def _about(result: NextSlots, rows: Sequence[_Row], more: Sequence[ClientSlot]) -> Iterator[Block]:
    """What the rows cost whom, why there is none, and what would help."""
    most = _MOST_REMARKS - bool(result.relaxations)
    lines = remark_rows([NumberedTimes(row.number, _said(row)) for row in rows], most)
    number_of = {row.client.id: row.number for row in rows if not row.is_sooner}
    if more:
        of = (number_of[client.id] for client in more)
        lines.append(numbered(of, "also sooner, at a price: ", offered("cb meet CLIENT")))
    lines.extend(line for change in result.relaxations for line in _help(change, number_of))
    if lines:
        yield BlankLine()
        yield numbered_table(lines)


def _said(row: _Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if row.slot is None:
        why = () if row.client.is_by_hours else row.client.why
        return (("", why),)
    mine, theirs = row.slot.parties
    return ("you", remarks_beyond_signs(mine)), ("", remarks_beyond_signs(theirs))


def _help(change: ListRelaxation, number_of: Mapping[str, int]) -> Iterator[NumberedText]:
    """What it finds, and the command."""
    slots = {number_of[client.id]: client.slot for client in change.clients if client.slot is not None}
    yield numbered(slots, f"{change.say}: {_found(slots)}")
    yield phrase(""), phrase(offered(typed(CommandLine(change.args)), Emphasis.STRONG))


def _found(slots: Mapping[int, Slot]) -> str:
    if len(slots) > _MOST_TIMES:
        return "one with each"
    if len(slots) > 1:
        return ", ".join(f"{slots[number].parties[0].start:%H:%M} with {number}" for number in sorted(slots))
    (mine, theirs), *_ = (slot.parties for slot in slots.values())
    return f"{day(mine.start)} {mine.start:%H:%M}, {local_start(theirs, sign=False).text} there"
