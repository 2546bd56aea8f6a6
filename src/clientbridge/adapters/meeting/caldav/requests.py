"""What is asked of a CalDAV server, in the words of RFC 4791 and RFC 4918."""

from clientbridge.adapters.meeting.caldav.multistatus import CALDAV, CALENDAR_SERVER, DAV
from clientbridge.adapters.web.exchange import HttpRequest
from clientbridge.core.time.intervals import Span, at_minute

_XML = "application/xml; charset=utf-8"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMES = " ".join(
    f'xmlns:{short}="{namespace}"' for short, namespace in (("d", DAV), ("c", CALDAV), ("s", CALENDAR_SERVER))
)


def what_is_there(*, below: bool = False) -> HttpRequest:
    """What a resource is and in which state, or what is right below it."""
    asked = (
        "<d:resourcetype/><d:displayname/><s:getctag/><d:sync-token/>"
        "<d:current-user-principal/><c:calendar-home-set/>"
    )
    return HttpRequest(
        method="PROPFIND",
        headers={"Depth": "1" if below else "0", "Content-Type": _XML},
        body=f"{_HEAD}<d:propfind {_NAMES}><d:prop>{asked}</d:prop></d:propfind>".encode(),
    )


def entries_within(span: Span) -> HttpRequest:
    """The events that touch a range of UTC minutes, each whole: a series with its rule and its exceptions.

    The server is not asked to work out the dates of a series: servers differ there, and our own are tested.
    """
    start, end = (f"{at_minute(minute):%Y%m%dT%H%M%SZ}" for minute in span)
    body = (
        f"{_HEAD}<c:calendar-query {_NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop>"
        '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
        f'<c:time-range start="{start}" end="{end}"/>'
        "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
    )
    return HttpRequest(method="REPORT", headers={"Depth": "1", "Content-Type": _XML}, body=body.encode())


def written(text: str, *, etag: str | None) -> HttpRequest:
    """Put an entry where none is, or in place of the one with that tag."""
    condition = {"If-None-Match": "*"} if etag is None else {"If-Match": etag}
    return HttpRequest(
        method="PUT",
        headers={"Content-Type": "text/calendar; charset=utf-8", **condition},
        body=text.encode(),
    )


def removed(etag: str) -> HttpRequest:
    """Take an entry out, if it is still the one with that tag."""
    return HttpRequest(method="DELETE", headers={"If-Match": etag})


def entry() -> HttpRequest:
    """One entry."""
    return HttpRequest(headers={"Accept": "text/calendar"})
