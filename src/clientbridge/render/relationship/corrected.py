"""`cb log --amend` and `--retract`: the entry after the change."""

from clientbridge.core.relationship.results import Corrected
from clientbridge.render.page import Line, Next, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: Corrected) -> Page:
    """Return a page of one line and the way back."""
    if result.text is None:
        return page_of(
            Line(phrase("Taken back: ", quiet(result.entry))), Next("cb data undo", "brings it back")
        )
    return page_of(Line(phrase("Corrected ", quiet(result.entry), ": ", strong(result.text))))
