"""`cb client person CLIENT list`: whom you know there."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.client_list import KnownPerson, PeopleList
from clientbridge.render.page import (
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of


def page(result: PeopleList) -> Page:
    """Return a page with one line per person."""
    more = Next(
        f'cb client person {quoted(result.client)} add "Full Name" --role CTO', "add someone you know there"
    )
    if not result.people:
        return page_of(Line(phrase(f"You know nobody at {result.name} yet.")), more)
    columns = (Column("id", fold=False), Column("name"), Column("call"), Column("role"))
    return page_of(
        Title(f"People at {result.name}", aside=str(len(result.people))),
        Table(columns, tuple(_row(person) for person in result.people)),
        Next(f"cb client set {quoted(f'{result.client}/{result.people[0].id}')} role CTO", "say more of one"),
        more,
    )


def _row(person: KnownPerson) -> tuple[Phrase, ...]:
    role = ", ".join(filter(None, (person.role, "decides" if person.decides else None)))
    return (phrase(strong(person.id)), phrase(person.name), phrase(person.call or ""), phrase(quiet(role)))
