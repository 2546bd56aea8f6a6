"""Where appointments of yours are written: the calendar of ``me.yaml`` that says ``save: yes``."""

from typing import TYPE_CHECKING, Protocol

from clientbridge.adapters.meeting.calendar_files import saving_place
from clientbridge.adapters.meeting.saving.entries import CalendarEntry, entries_of
from clientbridge.adapters.web.web_address import parse_address
from clientbridge.core.errors import UsageError
from clientbridge.load.changes import check_writable
from clientbridge.load.workspace.config import passwords_of

if TYPE_CHECKING:
    from clientbridge.core.workspace.profiles import CalendarSource
    from clientbridge.load.session import Session

_WHERE = 'cb client set me calendar "calendars/lea.ics, save: yes", or a caldav: address of yours'


class EventStore(Protocol):
    """A calendar that appointments are written to; each writing says where, or None where nothing was."""

    def put(self, entry: CalendarEntry) -> str:
        """Write an appointment, in place of the one with its UID."""
        ...

    def remove(self, uid: str) -> str | None:
        """Take an appointment out."""
        ...


def source_to_save_to(session: "Session") -> "CalendarSource":
    """Which calendar it is; raises UsageError where none is marked, and for the sample."""
    check_writable(session)
    marked = [one for one in session.workspace.me.schedule.calendars if one.saves]
    if not marked:
        raise UsageError("no calendar of yours is marked as the one to save to", hint=_WHERE)
    return marked[0]


def event_store(session: "Session") -> EventStore:
    """Your calendar for it; raises as `source_to_save_to`, and SourceFailedError for want of a password."""
    source = source_to_save_to(session)
    return _collection(session, source) if source.is_caldav else _files(session, source)


def save(store: EventStore, text: str) -> tuple[str, ...]:
    """Write every appointment of a text that `render` made; says where, each place once.

    Raises FileFailedError, SourceFailedError.
    """
    return tuple(dict.fromkeys(store.put(entry) for entry in entries_of(text)))


def _files(session: "Session", source: "CalendarSource") -> EventStore:
    from clientbridge.adapters.meeting.saving.file_store import FileStore, FolderStore

    path, is_folder = saving_place(source.place, session.workspace.folder)
    shown = source.place.rstrip("/\\")
    return FolderStore(path=path, shown=shown) if is_folder else FileStore(path=path, shown=shown)


def _collection(session: "Session", source: "CalendarSource") -> EventStore:
    from clientbridge.adapters.meeting.saving.collection_store import CollectionStore
    from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK

    address, passwords = parse_address(source.place), passwords_of(session)
    logged_in = address if passwords is None else passwords.logged_in(address)
    return CollectionStore(address=logged_in, network=SYSTEM_NETWORK)
