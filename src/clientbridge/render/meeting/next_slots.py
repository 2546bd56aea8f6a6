"""The page of ``cb meet`` without a party: the next slot with each client."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from clientbridge.core.command_line import quoted
from clientbridge.core.meeting.next_slots import ClientSlot, NextSlots
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import city
from clientbridge.render.meeting.times import day, legend, local_span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: NextSlots) -> Page:
    """One row a client, soonest first, and the command that shows more."""
    first = next((client for client in result.clients if client.slot is not None), None)
    return page_of(
        Title(
            "The next slot with each client",
            aside=f"{show_minutes(result.request.duration_minutes)}, you in {city(result.me.timezone.key)}",
        ),
        *(Line(phrase(careful("careful: "), warning.detail)) for warning in result.warnings),
        BlankLine(),
        Table(
            (
                Column("client", spoken=""),
                Column("your time", fold=False),
                Column("their time", fold=False),
            ),
            tuple(row for client in result.clients for row in _rows(client, result.me.timezone)),
        ),
        _legend(result),
        *_remarks(result),
        *(
            ()
            if first is None
            else (BlankLine(), Next(f"cb meet {quoted(first.id)}", "more slots, and why these"))
        ),
    )


def _legend(result: NextSlots) -> Line | None:
    slots = [slot for client in result.clients for slot in (client.slot, client.sooner) if slot is not None]
    signs = legend(time.fit for slot in slots for time in slot.parties)
    return Line(phrase(quiet(signs))) if signs else None


def _rows(client: ClientSlot, home: ZoneInfo) -> Iterator[tuple[Phrase, ...]]:
    """The proposed slot, and below it what is to be had sooner."""
    name = phrase(strong(client.name))
    if client.slot is None:
        yield name, phrase(bad("none")), phrase(city(client.timezone.key))
        return
    yield (name, *_cells(client.slot, home))
    if client.sooner is not None:
        yield phrase(quiet("sooner, at a price")), *_cells(client.sooner, home)


def _cells(slot: Slot, home: ZoneInfo) -> tuple[Phrase, Phrase]:
    mine, theirs = slot.parties
    elsewhere = "" if mine.timezone is home else f" {city(mine.timezone.key)}"
    return (
        phrase(f"{day(mine.start)} ", local_span(mine), elsewhere),
        phrase(local_span(theirs), f" {city(theirs.timezone.key)}"),
    )


def _remarks(result: NextSlots) -> Iterator[Block]:
    """On lines of their own, which may be long: why there is no slot, and what a slot costs whom."""
    lines: list[Line] = []
    for client in result.clients:
        if client.slot is None:
            why = "; ".join(client.why) or "no time in common"
            lines.append(Line(phrase(strong(f"{client.name}: "), careful(why))))
        for slot in (client.slot, client.sooner):
            if slot is not None and (notes := _notes(slot)):
                when = f"{client.name}, {day(slot.parties[0].start)}: "
                lines.append(Line(phrase(strong(when), "; ".join(notes))))
    if lines:
        yield BlankLine()
        yield from lines


def _notes(slot: Slot) -> list[str]:
    mine, theirs = slot.parties
    return [f"you: {note}" for note in mine.notes] + [*theirs.notes]
