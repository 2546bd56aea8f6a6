"""The page of ``cb meet`` without a party: the next slot with each client."""

from zoneinfo import ZoneInfo

from clientbridge.core.meeting.next_slots import ClientSlot, NextSlots
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import city
from clientbridge.render.meeting.times import day, legend, local_span
from clientbridge.render.page import (
    BlankLine,
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
                Column("client", fold=False, spoken=""),
                Column("your time", fold=False),
                Column("their time", fold=False),
                Column(""),
            ),
            tuple(_row(client, result.me.timezone) for client in result.clients),
        ),
        _legend(result),
        *(() if first is None else (BlankLine(), Next(f"cb meet {first.id}", "more slots, and why these"))),
    )


def _legend(result: NextSlots) -> Line | None:
    slots = [client.slot for client in result.clients if client.slot is not None]
    signs = legend(time.fit for slot in slots for time in slot.parties)
    return Line(phrase(quiet(signs))) if signs else None


def _row(client: ClientSlot, home: ZoneInfo) -> tuple[Phrase, ...]:
    name = phrase(strong(client.name))
    if client.slot is None:
        why = "; ".join(client.why) or "no time in common"
        return name, phrase(bad("none")), phrase(city(client.timezone.key)), phrase(careful(why))
    mine, theirs = client.slot.parties
    notes = [f"you: {note}" for note in mine.notes] + [*theirs.notes]
    elsewhere = "" if mine.timezone is home else f" {city(mine.timezone.key)}"
    return (
        name,
        phrase(f"{day(mine.start)} ", local_span(mine), elsewhere),
        phrase(local_span(theirs), f" {city(theirs.timezone.key)}"),
        phrase(quiet("; ".join(notes))),
    )
