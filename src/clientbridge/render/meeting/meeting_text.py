"""The page of ``cb meet … --text``: the lines as they are, ready to be copied."""

from clientbridge.core.meeting.shared_text import MeetingText
from clientbridge.render.page import Page, Picture, phrase
from clientbridge.render.page import page as page_of


def page(result: MeetingText) -> Page:
    """Nothing but the text."""
    return page_of(Picture(tuple(phrase(line) for line in result.lines), result.lines))
