"""Appointments in a CalDAV collection of yours; one is replaced only if it is still what was seen there."""

from dataclasses import replace
from typing import NoReturn

from clientbridge.adapters.meeting.caldav.requests import entry as asked_for
from clientbridge.adapters.meeting.caldav.requests import removed, written
from clientbridge.adapters.meeting.caldav.server import CalDavServer
from clientbridge.adapters.meeting.saving.entries import CalendarEntry
from clientbridge.adapters.meeting.saving.file_store import entry_name
from clientbridge.adapters.web.failures import Failure, failure_of_status
from clientbridge.adapters.web.guarded_fetch import FetchFailedError, Network
from clientbridge.adapters.web.web_address import WebAddress
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

_THERE, _NOWHERE = 200, frozenset({404, 410})
_DONE = frozenset({200, 201, 202, 204})
_CHANGED = 412
_REFUSED = frozenset({403, 405})
_AGAIN = "nothing was written; look at it there, then again"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionStore:
    """The collection at an address, as whoever logs in there."""

    address: WebAddress
    network: Network

    def put(self, entry: CalendarEntry) -> str:
        """Write it, in place of what has its UID; says where. Raises SourceFailedError."""
        server, at = CalDavServer(self.address, self.network), self._at(entry.uid)
        try:
            answer = server.answer(written(entry.text, etag=_seen(server, at)), at)
            if answer.status not in _DONE:
                _fail(server, answer.status)
        except FetchFailedError as error:
            raise _not_saved(error) from None
        return self.address.shown

    def remove(self, uid: str) -> str | None:
        """Take it out; None where it is not there. Raises SourceFailedError."""
        server, at = CalDavServer(self.address, self.network), self._at(uid)
        try:
            etag = _seen(server, at)
            if etag is None:
                return None
            status = server.answer(removed(etag), at).status
            if status not in _DONE | _NOWHERE:
                _fail(server, status)
        except FetchFailedError as error:
            raise _not_saved(error) from None
        return self.address.shown

    def _at(self, uid: str) -> WebAddress:
        from urllib.parse import quote

        path = self.address.target.partition("?")[0]
        folder = path if path.endswith("/") else f"{path}/"
        return replace(self.address, target=f"{folder}{quote(entry_name(uid), safe='@')}")


def _seen(server: CalDavServer, at: WebAddress) -> str | None:
    """The tag of what is there now; None where nothing is."""
    answer = server.answer(asked_for(), at)
    if answer.status in _NOWHERE:
        return None
    etag = answer.headers.get("etag")
    if answer.status != _THERE or etag is None:
        _fail(server, answer.status)
    return etag


def _fail(server: CalDavServer, status: int) -> NoReturn:
    if status == _CHANGED:
        raise server.failed(Failure("has another version of it since a moment ago (412)", _AGAIN))
    if status in _REFUSED:
        hint = "is it a calendar that you may write to?"
        raise server.failed(Failure(f"does not let you write there ({status})", hint, passing=False))
    failed = failure_of_status(status) if status not in _DONE else None
    raise server.failed(failed or Failure("does not say which version it has", _AGAIN))


def _not_saved(error: FetchFailedError) -> SourceFailedError:
    return SourceFailedError(f"the appointment is not saved: {error.say}", hint=error.hint)
