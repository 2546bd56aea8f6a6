"""One CalDAV server during one call: asked within one time limit, and what it is when it is no calendar."""

from collections.abc import Iterator
from dataclasses import replace

from clientbridge.adapters.meeting.caldav.multistatus import (
    CALDAV,
    CARDDAV,
    DAV,
    DavResource,
    NoMultistatusError,
    multistatus,
    path_of,
)
from clientbridge.adapters.meeting.caldav.requests import what_is_there
from clientbridge.adapters.web.exchange import Deadline, HttpAnswer, HttpRequest
from clientbridge.adapters.web.failures import Failure, failure_of_status
from clientbridge.adapters.web.guarded_fetch import FetchFailedError, Network, ask
from clientbridge.adapters.web.web_address import WebAddress, WrongAddressError
from clientbridge.core.spelling import listed

_MULTISTATUS = 207
_CALENDAR = f"{CALDAV} calendar"
_ADDRESS_BOOK = f"{CARDDAV} addressbook"
_NO_CALDAV = frozenset({400, 405, 415, 501})
_MOST_SHOWN = 5


class CalDavServer:
    """Asks one server; every failure is a FetchFailedError that names the host."""

    def __init__(self, address: WebAddress, network: Network) -> None:
        self.address, self._network = address, network
        self._deadline = Deadline.after(network.seconds)

    def answer(self, request: HttpRequest, at: WebAddress | None = None) -> HttpAnswer:
        """What it answers there, whatever the status."""
        return ask(at or self.address, request, deadline=self._deadline, network=self._network)

    def resources(self, request: HttpRequest, at: WebAddress | None = None) -> tuple[DavResource, ...]:
        """The resources in its answer."""
        answer = self.answer(request, at)
        if answer.status != _MULTISTATUS:
            raise self.failed(_why(answer.status))
        try:
            return multistatus(answer.content)
        except NoMultistatusError:
            raise self.failed(_STRANGE) from None

    def failed(self, failure: Failure) -> FetchFailedError:
        """What is raised."""
        return FetchFailedError(self.address.host, failure)

    def collection(self) -> DavResource:
        """What the address is, if it is a calendar; else FetchFailedError, with the calendars found there."""
        found = self.resources(what_is_there())
        if not found:
            raise self.failed(_STRANGE)
        (here, *_) = found
        if _CALENDAR not in here.kinds():
            raise self.failed(self._no_calendar(here))
        return here

    def _no_calendar(self, here: DavResource) -> Failure:
        kinds = here.kinds()
        what = "an address book" if _ADDRESS_BOOK in kinds else "a single entry"
        if f"{DAV} principal" in kinds:
            what = "the page of a user"
        elif f"{DAV} collection" in kinds and _ADDRESS_BOOK not in kinds:
            what = "a folder"
        known = list(self._calendars_from(here))
        hint = f"write one of its calendars: {listed(known[:_MOST_SHOWN])}" if known else _WHICH
        return Failure(f"has {what} at this address, and no calendar", hint, passing=False)

    def _calendars_from(self, here: DavResource) -> Iterator[str]:
        """The addresses of calendars below a resource, or in the home of whoever logs in."""
        homes = [here.leads_to(CALDAV, "calendar-home-set")]
        principal = here.leads_to(DAV, "current-user-principal")
        try:
            below = list(self._calendars_below(self.address))
            if not below and homes == [None] and principal is not None:
                found = self.resources(what_is_there(), self._at(principal))
                homes = [one.leads_to(CALDAV, "calendar-home-set") for one in found[:1]]
            for home in homes if not below else ():
                if home is not None:
                    below = list(self._calendars_below(self._at(home)))
        except FetchFailedError:
            return
        yield from below

    def _calendars_below(self, address: WebAddress) -> Iterator[str]:
        for one in self.resources(what_is_there(below=True), address):
            if _CALENDAR in one.kinds():
                at = self._at(_escaped(one.path))
                yield f"{at.scheme}://{at.authority}{at.target}"

    def _at(self, href: str) -> WebAddress:
        """An address that the server named, with the same login; only one of its own."""
        try:
            led = self.address.led_to(href)
        except WrongAddressError:
            raise self.failed(_STRANGE) from None
        if led.origin != self.address.origin:
            raise self.failed(_STRANGE)
        return replace(led, user=self.address.user, password=self.address.password)


_WHICH = "copy the address of one calendar from the program that keeps it"
_STRANGE = Failure("answers in a way that no CalDAV server does", "is it the address of a CalDAV calendar?")


def _why(status: int) -> Failure:
    """Why no resources came."""
    failed = failure_of_status(status)
    if status in _NO_CALDAV or failed is None:
        hint = "for the address of a whole calendar write 'address:' in place of 'caldav:'"
        return Failure(f"does not speak CalDAV at this address ({status})", hint, passing=False)
    return failed


def _escaped(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/@:!$&'()*+,;=~")


def is_below(path: str, collection: WebAddress) -> bool:
    """Whether a path that a server names lies right in a collection."""
    folder = path_of(collection.target)
    folder = folder if folder.endswith("/") else f"{folder}/"
    name = path.removeprefix(folder)
    return path.startswith(folder) and bool(name) and "/" not in name and name not in {".", ".."}
