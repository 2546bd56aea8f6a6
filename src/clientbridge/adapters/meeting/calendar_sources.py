"""The texts of calendars: a file, a folder of files, or an https address. Bounded in size and time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.web.web_address import WebAddress, WrongAddressError, is_address, parse_address
from clientbridge.core.errors import FileFailedError, Problem, SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, minute_of

if TYPE_CHECKING:
    from clientbridge.adapters.web.guarded_fetch import Network
    from clientbridge.adapters.web.logins import Passwords

CalendarFailure: TypeAlias = SourceFailedError | FileFailedError
"""Nothing can be read, or an address is none as written."""

_A_YEAR = 366 * MINUTES_PER_DAY
_LEAST_BYTES = 5_000_000
_MOST_BYTES_TOGETHER = 200_000_000
"""Of what is fetched side by side; years of a busy calendar are some 5 MB."""


@dataclass(frozen=True, slots=True, order=True)
class NamedCalendar:
    """A calendar as a profile names it."""

    written: str
    """A path, relative to the folder of the workspace, or an address."""
    kept_in: str
    """The folder of the cache for what follows from it: its client's own, forgotten with the client."""
    profile: str = "the profile"
    """The file that names it, as a message shows it."""
    is_caldav: bool = False
    """Whether the address is a collection that is asked for its entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarText:
    """One file of a calendar, or what an address answered."""

    name: str
    """What a message calls it: the path of a file, relative to the workspace, or ``https://host``."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTexts:
    """All that could be read of a calendar, and what could not."""

    texts: tuple[CalendarText, ...]
    unread: tuple[Problem, ...] = ()
    """Single files of a folder that cannot be read."""
    fetched: datetime | None = None
    """When the copy in use was fetched, where an address does not answer now."""
    failure: str | None = None
    """Why a copy is in use, as a sentence of its own: ``cal.example does not answer (timed out)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarReader:
    """Reads calendars of one workspace at one moment."""

    folder: Path
    copies: JsonCache
    """Where the last good answer of an address is kept."""
    now: datetime
    network: "Network | None" = None
    """The system's own if None."""
    passwords: "Passwords | None" = None
    """Who logs in where; nobody if None."""
    within: Span | None = None
    """The UTC minutes that a collection is asked for; a year from now if None."""

    def texts_of_each(
        self, calendars: Iterable[NamedCalendar]
    ) -> Mapping[NamedCalendar, CalendarTexts | CalendarFailure]:
        """The texts of every calendar, or why there are none.

        Addresses are asked side by side: all of them take no longer than the slowest.
        """
        wanted = sorted(set(calendars))
        addresses = [one for one in wanted if is_address(one.written)]
        if len(addresses) <= 1:
            return {one: _texts_or_failure(self, one) for one in wanted}
        read = {one: _texts_or_failure(self, one) for one in wanted if one not in addresses}
        return read | self._asked_at_once(addresses)

    def texts(self, calendar: NamedCalendar) -> CalendarTexts:
        """The texts of one calendar.

        Raises SourceFailedError where nothing can be read, and FileFailedError for an address that is none as
        written.
        """
        if is_address(calendar.written):
            return self._asked(calendar)
        from clientbridge.adapters.meeting.calendar_files import read_calendar_files

        files = read_calendar_files(calendar.written, self.folder, profile=calendar.profile)
        texts = tuple(CalendarText(name=name, text=text) for name, text in files.texts)
        return CalendarTexts(texts=texts, unread=files.unread)

    def _asked(self, calendar: NamedCalendar) -> CalendarTexts:
        try:
            address = parse_address(calendar.written)
        except WrongAddressError as error:
            raise FileFailedError(f"a calendar is not read: {error.say}", hint=error.hint) from None
        from clientbridge.adapters.meeting.calendar_addresses import read_calendar_address
        from clientbridge.adapters.meeting.calendar_copies import CalendarCopies
        from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK

        if self.passwords is not None:
            address = self.passwords.logged_in(address)
        if calendar.is_caldav:
            return self._collection(address, calendar.kept_in)
        copies = CalendarCopies(self.copies, calendar.kept_in)
        read = read_calendar_address(
            address, copies=copies, now=self.now, network=self.network or SYSTEM_NETWORK
        )
        text = CalendarText(name=address.shown, text=read.text)
        return CalendarTexts(texts=(text,), fetched=read.fetched, failure=read.failure)

    def _collection(self, address: WebAddress, kept_in: str) -> CalendarTexts:
        from clientbridge.adapters.meeting.caldav.reading import read_collection
        from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK

        now = minute_of(self.now)
        read = read_collection(
            address,
            self.within or (now, now + _A_YEAR),
            cache=self.copies,
            folder=kept_in,
            now=self.now,
            network=self.network or SYSTEM_NETWORK,
        )
        texts = tuple(CalendarText(name=name, text=text) for name, text in read.entries)
        return CalendarTexts(texts=texts, unread=read.unread, fetched=read.fetched, failure=read.failure)

    def _asked_at_once(
        self, addresses: list[NamedCalendar]
    ) -> dict[NamedCalendar, CalendarTexts | CalendarFailure]:
        from threading import Thread

        from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK

        network = self.network or SYSTEM_NETWORK
        share = max(_LEAST_BYTES, _MOST_BYTES_TOGETHER // len(addresses))
        sharing = replace(self, network=replace(network, most_bytes=min(network.most_bytes, share)))
        read = dict[NamedCalendar, CalendarTexts | CalendarFailure]()

        def ask(calendar: NamedCalendar) -> None:
            read[calendar] = _texts_or_failure(sharing, calendar)

        asking = [Thread(target=ask, args=(one,), daemon=True) for one in addresses]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        return read


def _texts_or_failure(reader: CalendarReader, calendar: NamedCalendar) -> CalendarTexts | CalendarFailure:
    try:
        return reader.texts(calendar)
    except (SourceFailedError, FileFailedError) as error:
        return error
