"""The texts of a calendar: a file, a folder of files, or an https address. Bounded in size and time."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.web.web_address import WrongAddressError, is_address, parse_address
from clientbridge.core.errors import FileFailedError, Problem
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from clientbridge.adapters.web.guarded_fetch import Network


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


def calendar_texts(
    written: str, folder: Path, *, copies: JsonCache, now: datetime, network: "Network | None" = None
) -> CalendarTexts:
    """The texts of a calendar; a path is relative to the folder of the workspace.

    `copies` is where the last good answer of an address is kept, `network` the system's own if None. Raises
    SourceFailedError where nothing can be read, and FileFailedError for an address that is none as written.
    """
    if not is_address(written):
        from clientbridge.adapters.meeting.calendar_files import read_calendar_files

        files = read_calendar_files(written, folder)
        texts = tuple(CalendarText(name=name, text=text) for name, text in files.texts)
        return CalendarTexts(texts=texts, unread=files.unread)
    try:
        address = parse_address(written)
    except WrongAddressError as error:
        raise FileFailedError(f"a calendar is not read: {error.say}", hint=error.hint) from None
    from clientbridge.adapters.meeting.calendar_addresses import read_calendar_address
    from clientbridge.adapters.web.guarded_fetch import SYSTEM_NETWORK

    read = read_calendar_address(address, copies=copies, now=now, network=network or SYSTEM_NETWORK)
    text = CalendarText(name=address.shown, text=read.text)
    return CalendarTexts(texts=(text,), fetched=read.fetched, failure=read.failure)
