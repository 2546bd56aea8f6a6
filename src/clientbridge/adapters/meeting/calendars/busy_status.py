"""Whether an entry takes time: by what its maker says of it, and by what its owner has answered."""

from collections.abc import Collection
from enum import Enum

from clientbridge.adapters.meeting.calendars.components import CalendarComponent
from clientbridge.adapters.meeting.calendars.content_lines import ContentLine

_MICROSOFT = "X-MICROSOFT-CDO-BUSYSTATUS"
_FREE = frozenset({"FREE", "WORKINGELSEWHERE", "TRANSPARENT"})
"""The first two of Microsoft ([MS-OXCICAL] section 2.1.3.1.1.20.31), for whom who works elsewhere works."""
_OFF = frozenset({"CANCELLED"})
_NO = frozenset({"DECLINED"})
_MAYBE = frozenset({"TENTATIVE", "NEEDS-ACTION"})


class BusyStatus(Enum):
    """What an entry means for whoever keeps the calendar."""

    BUSY = "busy"
    TENTATIVE = "tentative"
    FREE = "free"


def busy_status(event: CalendarComponent, emails: Collection[str], *, is_cancellation: bool) -> BusyStatus:
    """The status for someone with these mail addresses.

    Only what is said in so many words makes an entry free: cancelled, declined by them, free to Microsoft, or
    transparent where Microsoft says nothing else. An invitation not answered yet is tentative.
    """
    status = _words(event, "STATUS")
    shown_as = _words(event, _MICROSOFT) or _words(event, "TRANSP")
    answers = _answers(event, emails)
    if is_cancellation or any((_all(status, _OFF), _all(shown_as, _FREE), _all(answers, _NO))):
        return BusyStatus.FREE
    if any((_all(status, _MAYBE), _all(shown_as, _MAYBE), _all(answers, _MAYBE))):
        return BusyStatus.TENTATIVE
    return BusyStatus.BUSY


def _all(said: set[str], words: frozenset[str]) -> bool:
    """Whether something is said, and nothing but these words."""
    return bool(said) and said <= words


def _words(event: CalendarComponent, name: str) -> set[str]:
    """What it says, more than one word where it says it twice."""
    return {line.value.upper() for line in event.all(name)}


def _answers(event: CalendarComponent, emails: Collection[str]) -> set[str]:
    if not emails:
        return set()
    wanted = {email.casefold() for email in emails}
    return {
        line.parameters.get("PARTSTAT", "NEEDS-ACTION").strip().upper()
        for line in event.all("ATTENDEE")
        if wanted & {_address(line), line.parameters.get("EMAIL", "").casefold()}
    }


def _address(attendee: ContentLine) -> str:
    scheme, colon, rest = attendee.value.strip("<> ").partition(":")
    return (rest if colon and scheme.casefold() == "mailto" else attendee.value).strip("<> ").casefold()
