"""`cb client edit`: whether anything changed."""

from clientbridge.core.command_line import quoted
from clientbridge.core.workspace.changes import ClientEdited
from clientbridge.render.page import Line, Next, Page, careful, good, phrase
from clientbridge.render.page import page as page_of


def page(result: ClientEdited) -> Page:
    """Return a page of one line and the notes."""
    outcome = (
        phrase(good("saved"), f": {result.file}")
        if result.changed
        else phrase(f"Nothing changed in {result.file}.")
    )
    return page_of(
        Line(outcome),
        *(Line(phrase(careful(note))) for note in result.notes),
        Next(f"cb client show {quoted(result.id)}", "everything known, and from where"),
    )
