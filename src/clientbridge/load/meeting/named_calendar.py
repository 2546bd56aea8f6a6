"""A calendar as someone types its place: written so that the workspace finds it, and looked into once."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.calendar_count import counted
from clientbridge.adapters.meeting.calendar_sources import CalendarReader, NamedCalendar
from clientbridge.adapters.web.web_address import is_address
from clientbridge.adapters.workspace.profile_cache import calendars_of
from clientbridge.adapters.workspace.profiles.parsers import calendar_place
from clientbridge.adapters.workspace.workspace import MY_ID
from clientbridge.adapters.workspace.workspace_place import ME_FILE
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.load.workspace.config import passwords_of

if TYPE_CHECKING:
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLook:
    """What was found where a calendar is said to be."""

    written: str
    """As it stands in ``me.yaml``."""
    events: int
    unread: int
    """Files of the folder that cannot be read."""


def as_written(session: "Session", workspace: Path, typed: str) -> str:
    """The place as ``me.yaml`` names it: an address, or a path from the workspace, the whole one outside it.

    Raises ValueError for a wrong address.
    """
    place = calendar_place(_one_word(typed))
    if is_address(place):
        return place
    path = Path(place).expanduser()
    whole = session.folders.current / path
    try:
        return whole.resolve().relative_to(workspace.resolve()).as_posix()
    except ValueError:
        return str(whole.resolve())


def look_into(session: "Session", workspace: Path, written: str) -> CalendarLook:
    """Read the calendar once and count; raises SourceFailedError, FileFailedError."""
    reader = CalendarReader(
        folder=workspace, copies=session.cache, now=session.now, passwords=passwords_of(session)
    )
    read = reader.texts(NamedCalendar(written, calendars_of(workspace, MY_ID), ME_FILE))
    calendars, events = counted(read.texts)
    if not calendars:
        raise SourceFailedError("that is no calendar", hint="name a file or folder of .ics, or an address")
    return CalendarLook(written=written, events=events, unread=len(read.unread))


def _one_word(typed: str) -> str:
    """A path as a terminal pastes it when a file is dropped there: with quotes, backslashes or ``file://``."""
    word = typed.strip()
    if word[:1] in {"'", '"'} or "\\ " in word:
        try:
            parts = shlex.split(word)
        except ValueError:
            parts = []
        word = parts[0] if len(parts) == 1 else word
    return word.removeprefix("file://")
