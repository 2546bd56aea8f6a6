"""The entries of a CalDAV collection for some days, or the last good copy where it does not answer now.

One question tells whether anything has changed there since (its tag); only then is it asked for entries.
"""

from dataclasses import replace
from datetime import datetime

from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.adapters.meeting.caldav.multistatus import CALDAV, CALENDAR_SERVER, DAV, DavResource
from clientbridge.adapters.meeting.caldav.requests import entries_within
from clientbridge.adapters.meeting.caldav.server import CalDavServer, is_below
from clientbridge.adapters.meeting.calendar_copies import LONGEST_USE
from clientbridge.adapters.web.failures import Failure
from clientbridge.adapters.web.guarded_fetch import FetchFailedError, Network
from clientbridge.adapters.web.web_address import WebAddress
from clientbridge.core.errors import Problem, SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span

_BLOCK = 64 * MINUTES_PER_DAY
_BLOCKS = 6
"""A year at least is asked for, so that the copy serves tomorrow's search, and one that looks further."""
_STAMP = "2"
"""Another when a copy from before may lack something."""
_LONGEST_NAME = 40
_BEGINNING = 12
"""Of a longer name: the rest that is shown is its end, since all that one program makes may begin alike."""
_TOO_MUCH = "507"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRead:
    """The entries of a collection by what a message calls them, and how old a copy of them is."""

    entries: tuple[tuple[str, str], ...]
    unread: tuple[Problem, ...] = ()
    fetched: datetime | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """What a collection held in a range, when it was last known to."""

    entries: tuple[tuple[str, str], ...]
    within: Span
    tag: str
    fetched: datetime

    def covers(self, span: Span) -> bool:
        return self.within[0] <= span[0] and span[1] <= self.within[1]


def read_collection(
    address: WebAddress, span: Span, *, cache: JsonCache, folder: str, now: datetime, network: Network
) -> CollectionRead:
    """The entries that touch a range of UTC minutes.

    Copies lie in that folder of the cache, by a hash of the address without its password. Raises
    SourceFailedError where there is no answer and no copy that counts, as `read_calendar_address` does.
    """
    copies = _Copies(cache, folder, address)
    copy = copies.read()
    if copy is not None and not copy.covers(span):
        copy = None
    try:
        return _asked(CalDavServer(address, network), span, copy, copies, now)
    except FetchFailedError as error:
        if copy is None or now - copy.fetched > LONGEST_USE or not error.failure.passing:
            raise SourceFailedError(f"the calendar at {error.say}", hint=error.hint) from None
        return CollectionRead(entries=copy.entries, fetched=copy.fetched, failure=error.say)


def _asked(
    server: CalDavServer, span: Span, copy: _Copy | None, copies: "_Copies", now: datetime
) -> CollectionRead:
    here = server.collection()
    tag = here.text(CALENDAR_SERVER, "getctag") or here.text(DAV, "sync-token") or ""
    if copy is not None and tag and tag == copy.tag:
        copies.keep(replace(copy, fetched=now))
        return CollectionRead(entries=copy.entries)
    wide = _widened(span)
    entries, unread = _entries(server, wide)
    if not unread:
        copies.keep(_Copy(entries=entries, within=wide, tag=tag, fetched=now))
    return CollectionRead(entries=entries, unread=unread)


def _widened(span: Span) -> Span:
    """A day more on either side, for times without a zone; in blocks, so that the next days ask the same."""
    start = (span[0] - MINUTES_PER_DAY) // _BLOCK * _BLOCK
    end = -(-(span[1] + MINUTES_PER_DAY) // _BLOCK) * _BLOCK
    return start, max(end, start + _BLOCKS * _BLOCK)


def _entries(server: CalDavServer, wide: Span) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    entries, unread = dict[str, str](), list[Problem]()
    shown = server.address.shown
    for one in server.resources(entries_within(wide)):
        if one.status == _TOO_MUCH:
            say = "sends only a part of its entries (507)"
            raise server.failed(Failure(say, "it holds too many for one question", passing=False))
        text = one.text(CALDAV, "calendar-data")
        why = _why_unread(one, text, server.address)
        if why is not None:
            unread.append(Problem(file=shown, line=1, column=1, say=why))
        elif text is not None:
            entries[one.path] = text
    named = ((f"{shown}, {_shortened(path.rpartition('/')[2])}", text) for path, text in entries.items())
    return tuple(sorted(named)), tuple(unread)


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[:_BEGINNING]}…{name[_BEGINNING + 1 - _LONGEST_NAME :]}"


def _why_unread(one: DavResource, text: str | None, address: WebAddress) -> str | None:
    if not is_below(one.path, address):
        return "it names an entry outside this calendar, which is not read" if text is not None else None
    return "it does not give out one of its entries" if text is None else None


@dataclass(frozen=True, slots=True)
class _Copies:
    """The copy of one collection in the cache; of entries only the lines that say when someone is busy."""

    cache: JsonCache
    folder: str
    address: WebAddress

    @property
    def _name(self) -> str:
        from hashlib import sha256

        whose = f"caldav {self.address.without_password}"
        return f"{self.folder}/copy-{sha256(whose.encode()).hexdigest()}"

    def read(self) -> _Copy | None:
        return _copy_of(self.cache.read(self._name, _STAMP))

    def keep(self, copy: _Copy) -> None:
        from clientbridge.adapters.meeting.calendars.components import without_words

        entry: Json = {
            "fetched": copy.fetched.isoformat(),
            "within": [*copy.within],
            "tag": copy.tag,
            "entries": [[name, without_words(text)] for name, text in copy.entries],
        }
        self.cache.write(self._name, _STAMP, entry)
        self.cache.drop_older(self.folder, than=LONGEST_USE)


def _copy_of(entry: Json) -> _Copy | None:
    match entry:
        case {
            "fetched": str(fetched),
            "within": [int(start), int(end)],
            "tag": str(tag),
            "entries": list(entries),
        }:
            texts = [_entry_of(one) for one in entries]
            return _Copy(
                entries=tuple(one for one in texts if one is not None),
                within=(start, end),
                tag=tag,
                fetched=datetime.fromisoformat(fetched),
            )
    return None


def _entry_of(entry: Json) -> tuple[str, str] | None:
    match entry:
        case [str(name), str(text)]:
            return name, text
    return None
