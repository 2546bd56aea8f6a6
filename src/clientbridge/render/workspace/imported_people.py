"""`cb client import`: the people added or not, and the fields left out."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.people_import import ImportedPeople, ImportedPerson
from clientbridge.render.page import Line, Next, Page, careful, good, phrase, quiet
from clientbridge.render.page import page as page_of


def page(result: ImportedPeople) -> Page:
    """Return a page with one line per card."""
    return page_of(
        *(_line(person, result.client) for person in result.people),
        Next(f"cb client show {quoted(result.client)}"),
    )


def _line(person: ImportedPerson, client: str) -> Line:
    skipped = f"  left out: {', '.join(person.skipped)}" if person.skipped else ""
    if person.id is None:
        return Line(
            phrase(careful("Not added: "), person.name or "a card without a name", f" ({person.why_not})")
        )
    return Line(phrase(good("Added: "), f"{person.name} as {client}/{person.id}", quiet(skipped)))
