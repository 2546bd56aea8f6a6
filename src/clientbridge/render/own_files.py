"""The marks by which files written by `cb` are known again: no other file is replaced without a word."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from clientbridge.render.calendar_file import is_calendar_of
from clientbridge.render.days.days_ics import DAYS
from clientbridge.render.meeting.invitations.free_busy_ics import FREE_BUSY
from clientbridge.render.meeting.invitations.invitation_ics import MEETING
from clientbridge.render.meeting.invitations.reply_ics import is_reply
from clientbridge.render.writers.client_page import is_own_client_page
from clientbridge.render.writers.to_html import is_own_html
from clientbridge.render.writers.to_markdown import is_own_markdown


class OwnKind(NamedTuple):
    """One kind of file that an option writes."""

    what: str
    """Completes "not ___ written by cb"."""
    recognises: Callable[[str], bool]


INVITATION = OwnKind("an invitation", partial(is_calendar_of, MEETING))
ANSWER = OwnKind("an answer to an invitation", is_reply)
BUSY_TIMES = OwnKind("a file of busy times", partial(is_calendar_of, FREE_BUSY))
DAYS_OFF = OwnKind("a calendar of days", partial(is_calendar_of, DAYS))
MARKDOWN = OwnKind("a Markdown page", is_own_markdown)
HTML = OwnKind("an HTML page", is_own_html)
CLIENT_PAGE = OwnKind("a page for a client", is_own_client_page)
