"""`cb client import`: who was added or not, what was refused of each card, and what was left out of all."""

from collections.abc import Iterator

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.people_import import (
    ImportedPeople,
    ImportedPerson,
    LeftOut,
    NoPerson,
    NoPersonKind,
)
from clientbridge.render.page import BlankLine, Line, Next, Page, careful, good, phrase, quiet
from clientbridge.render.page import page as page_of

_MOST_NAMED = 5
_KINDS = {
    NoPersonKind.COMPANY: ("company", "companies"),
    NoPersonKind.GROUP: ("group", "groups"),
    NoPersonKind.ASSISTANT: ("assistant of someone", "assistants of someone"),
    NoPersonKind.THING: ("place or thing", "places or things"),
}


def page(result: ImportedPeople) -> Page:
    """Return a page with one line per card of a person, then what holds for all."""
    remarks = [*_left_out(result.left_out), *_no_people(result.no_people), *_notes(result.notes)]
    return page_of(
        *(line for person in result.people for line in _lines(person, result.client)),
        BlankLine() if remarks and result.people else None,
        *remarks,
        Next(f"cb client show {quoted(result.client)}"),
    )


def _lines(person: ImportedPerson, client: str) -> Iterator[Line]:
    if person.id is None:
        name = f"{person.name}, card {person.number}" if person.name else f"card {person.number}"
        yield Line(phrase(careful("Not added: "), f"{name} ({person.why_not})"))
    else:
        yield Line(phrase(good("Added: "), f"{person.name} as {client}/{person.id}"))
    for refused in person.refused:
        said = f"without {refused.field}, card {person.number}: '{refused.text}' {refused.why}"
        yield Line(phrase(careful(said)), indent=2)


def _left_out(kinds: tuple[LeftOut, ...]) -> Iterator[Line]:
    if kinds:
        said = ", ".join(f"{kind.what} ({_counted(kind.cards, 'card', 'cards')})" for kind in kinds)
        yield Line(phrase(quiet("Left out: "), said))


def _no_people(cards: tuple[NoPerson, ...]) -> Iterator[Line]:
    said: list[str] = []
    for kind, (one, several) in _KINDS.items():
        found = [card for card in cards if card.kind is kind]
        if found:
            names = [card.name or f"card {card.number}" for card in found[:_MOST_NAMED]]
            more = [f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else []
            said.append(f"{_counted(len(found), one, several)} ({', '.join([*names, *more])})")
    if said:
        yield Line(phrase(quiet("Not people: "), ", ".join(said)))


def _notes(notes: tuple[str, ...]) -> Iterator[Line]:
    for note in notes:
        yield Line(phrase(careful("Note: "), note))


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
