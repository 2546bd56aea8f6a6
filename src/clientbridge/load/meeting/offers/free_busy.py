"""When you are busy over a range, read of your calendars and your offers."""

from typing import TYPE_CHECKING

from clientbridge.core.meeting.cautions.calendars import calendar_cautions
from clientbridge.core.meeting.offers.published_times import PublishedTimes, published_times
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.time.intervals import minute_of
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.offers.kept_offers import kept_offers

if TYPE_CHECKING:
    from clientbridge.core.time.intervals import Span
    from clientbridge.load.session import Session


def busy_within(session: "Session", within: "Span") -> PublishedTimes:
    """What is to be told; raises where a calendar of yours, or the file of your offers, cannot be read."""
    loader = MeetingLoader(session, over_holds=True)
    request = MeetingRequest(within=within, now=minute_of(session.now), parties=(loader.me,))
    request = loader.with_busy_times(request)
    for caution in calendar_cautions(request):
        session.note(f"careful: {caution.detail}")
    return published_times(request.me, kept_offers(session), within, session.now)
