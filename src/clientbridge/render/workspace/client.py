"""`cb client show`: every value known about a client, with its origin."""

from typing import assert_never

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.client_card import ClientCard, Fact, Origin, PersonCard
from clientbridge.render.page import (
    BlankLine,
    Column,
    Line,
    Next,
    Page,
    Table,
    TextRun,
    Title,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: ClientCard) -> Page:
    """Return the page: the client, then each person; the last column gives the origin of each value."""
    is_me = result.id == "me"
    return page_of(
        Title(result.name, aside=result.file),
        _table(result.facts),
        *(
            block
            for person in result.people
            for block in (BlankLine(), _heading(result.id, person), _table(person.facts))
        ),
        *((BlankLine(),) if result.notes else ()),
        *(Line(phrase(careful(note))) for note in result.notes),
        Next(f"cb client set {quoted(result.id)} hours 09:00-17:00", "change it, here the hours"),
        None if is_me else Next(f"cb brief {quoted(result.id)}", "before a call"),
    )


def _heading(client_id: str, person: PersonCard) -> Title:
    return Title(person.name, aside=f"{client_id}/{person.id}", level=2)


def _table(facts: tuple[Fact, ...]) -> Table:
    return Table(
        (Column("", fold=False), Column(""), Column("from", fold=False)),
        tuple(
            (phrase(strong(fact.name.replace("_", " "))), phrase(fact.value), phrase(_origin(fact)))
            for fact in facts
        ),
    )


def _origin(fact: Fact) -> TextRun:
    match fact.origin:
        case Origin.PROFILE:
            return quiet(f"line {fact.line}")
        case Origin.CLIENT:
            return quiet(f"client, line {fact.line}")
        case Origin.COUNTRY:
            return quiet("country")
        case Origin.DERIVED:
            return careful("assumed")
        case _:
            assert_never(fact.origin)
