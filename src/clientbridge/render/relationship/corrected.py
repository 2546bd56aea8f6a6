"""`cb log --amend` and `--retract`: what the entry says now."""

from clientbridge.core.relationship.results import Corrected
from clientbridge.render.page import Line, Next, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: Corrected) -> Page:
    """One line."""
    if result.text is None:
        return page_of(
            Line(phrase("Taken back: ", quiet(result.entry))), Next("cb data undo", "brings it back")
        )
    return page_of(Line(phrase("Corrected ", quiet(result.entry), ": ", strong(result.text))))
