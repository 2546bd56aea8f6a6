"""The page of ``cb meet --forget ID``: what is no longer remembered."""

from clientbridge.core.meeting.result import SeriesForgotten
from clientbridge.core.spelling import listed
from clientbridge.render.page import Line, Page, phrase, quiet, strong
from clientbridge.render.page import page as page_of


def page(result: SeriesForgotten) -> Page:
    """Which series, and how it comes back."""
    return page_of(
        Line(
            phrase("Forgotten: ", strong(result.id), f"  with {listed(result.parties)} every {result.every}")
        ),
        Line(phrase(quiet("An invitation that was sent still stands. To remember it again: cb data undo"))),
    )
