"""The text of a calendar at an address, or the last good one where it does not answer now."""

import re
from datetime import datetime

from clientbridge.adapters.meeting.calendar_copies import LONGEST_USE, CalendarCopies, KeptCalendar
from clientbridge.adapters.meeting.calendar_decoding import decoded
from clientbridge.adapters.web.failures import Failure
from clientbridge.adapters.web.guarded_fetch import Fetched, FetchFailedError, Network, fetch
from clientbridge.adapters.web.validators import Validators
from clientbridge.adapters.web.web_address import WebAddress
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

_ACCEPT = "text/calendar, */*;q=0.5"
_EDGES = re.compile(r"(?:^|[\r\n])\ufeff?[ \t]*(BEGIN|END):VCALENDAR[ \t]*(?=[\r\n]|$)", re.IGNORECASE)
_COPY_ANEW = "copy the address anew from the program that keeps it"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRead:
    """A calendar, and since when it is known where it could not be asked for now."""

    text: str
    fetched: datetime | None = None
    failure: str | None = None


def read_calendar_address(
    address: WebAddress, *, copies: CalendarCopies, now: datetime, network: Network
) -> AddressRead:
    """What an address answers, else the last good copy.

    Raises SourceFailedError where there is no such copy, or where what is wrong does not pass by itself: a
    copy would hide for weeks that the calendar was moved or closed to the user.
    """
    copy = copies.read(address.without_password)
    try:
        answer = fetch(
            address, accept=_ACCEPT, validators=None if copy is None else copy.validators, network=network
        )
        text = _calendar(answer.content, address.host, copy)
    except FetchFailedError as error:
        if copy is None or not copy.counts(now) or not error.failure.passing:
            raise SourceFailedError(f"the calendar at {error.say}", hint=_what_to_do(error, copy)) from None
        return AddressRead(text=copy.text, fetched=copy.fetched, failure=error.say)
    kept = KeptCalendar(text=text, fetched=now, validators=_newest(answer, copy))
    copies.keep(address.without_password, kept)
    return AddressRead(text=text)


def _newest(answer: Fetched, copy: KeptCalendar | None) -> Validators:
    """What comes with an answer; where nothing has changed, it need not say again what it said before."""
    given = answer.validators
    if copy is None or answer.content is not None:
        return given
    before = copy.validators
    return Validators(etag=given.etag or before.etag, modified=given.modified or before.modified)


def _calendar(content: bytes | None, host: str, copy: KeptCalendar | None) -> str:
    """The text of an answer that is a whole calendar; raises FetchFailedError for any other."""
    if content is None:
        return "" if copy is None else copy.text
    try:
        text = decoded(content)
    except UnicodeError:
        text = ""
    edges = [edge.upper() for edge in _EDGES.findall(text)]
    if "BEGIN" not in edges:
        what = "a page or something else that is no calendar" if content.strip() else "nothing"
        raise FetchFailedError(host, Failure(f"answers with {what}", f"is a login needed? {_COPY_ANEW}"))
    if edges.count("BEGIN") != edges.count("END"):
        raise FetchFailedError(host, Failure("sends a calendar that is cut off", "try again later"))
    return text


def _what_to_do(error: FetchFailedError, copy: KeptCalendar | None) -> str | None:
    if copy is None or not error.failure.passing:
        return error.hint
    return f"its last copy is more than {LONGEST_USE.days} days old; {error.hint or 'try again later'}"
