"""`cb data undo`: the change that was undone."""

from clientbridge.core.relationship.results import Undone
from clientbridge.core.time.formatting import clock_time, short_day
from clientbridge.render.page import Line, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: Undone) -> Page:
    """Return a page of one line."""
    if result.what is None or result.at is None:
        return page_of(Line(phrase("There is nothing to undo.")))
    when = f"{short_day(result.at)} {clock_time(result.at)}"
    return page_of(Line(phrase("Undone: ", strong(result.what), quiet(f"  made {when}"))))
