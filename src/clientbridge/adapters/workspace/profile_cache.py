"""Profiles as they were read last, so that a command need not load the reader to know a client.

One small file per profile, used while the content of the profile and the versions of the program and of its
zones are the same. Only profiles without problems are cached, and only those of clients that are there.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from clientbridge import __version__
from clientbridge.adapters.file_stamp import stamp_of_content
from clientbridge.adapters.json_cache import JsonCache, digest
from clientbridge.adapters.json_codec import Codec, cached_value
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import ClockRange, WorkingHours
from clientbridge.core.workspace.profiles import (
    BusinessContext,
    CalendarSource,
    Channels,
    Client,
    DateRange,
    DaysOff,
    Learned,
    Me,
    Person,
    Rhythm,
    Schedule,
    SeasonHours,
    Seniority,
    Travel,
    Weight,
)

_KINDS = (
    Client,
    Me,
    Person,
    Schedule,
    Place,
    WorkingHours,
    ClockRange,
    DateRange,
    DaysOff,
    Travel,
    SeasonHours,
    Channels,
    Rhythm,
    BusinessContext,
    Learned,
    CalendarSource,
)
_ENUMS = (Seniority, Weight)
_ME = "me"
_Profile = TypeVar("_Profile", Client, Me)


def place_of(workspace: Path) -> str:
    """What the entries of a workspace have in their stamps, and the digest of it in their names."""
    return ascii(str(workspace.absolute()))


@dataclass(frozen=True, slots=True)
class ProfileCache:
    """The profiles of one workspace, as they were read last."""

    cache: JsonCache
    workspace: str
    """What the entries of the workspace are called by in the cache."""
    codec: Codec
    stamp: str
    """The workspace, and the versions of the program and of its zones."""

    @classmethod
    def of(cls, workspace: Path, cache: JsonCache, zones: ZoneDatabase) -> "ProfileCache":
        """The profiles of the workspace in that folder."""
        place = place_of(workspace)
        return cls(
            cache=cache,
            workspace=digest(place),
            codec=Codec(*_KINDS, enums=_ENUMS, zone=zones.find),
            stamp=f"{__version__} {zones.version} {place}",
        )

    def profile(
        self, file: Path, content: bytes, kind: type[_Profile], read: Callable[[], _Profile]
    ) -> _Profile:
        """The profile that the file's content is; `read` reads it where it was not read before."""
        name, stamp = f"{self._folder}/{file.stem}", f"{self.stamp} {file.name!a} {stamp_of_content(content)}"
        return cached_value(self.cache, name, stamp, kind, codec=self.codec, compute=read)

    @property
    def _folder(self) -> str:
        return _folder_of(self.workspace)


def calendars_of(workspace: Path, client: str = "") -> str:
    """The folder of the cache for what follows from a client's calendars."""
    return f"calendars/{digest(place_of(workspace))}/{client}".rstrip("/")


def forget_others(workspace: Path, cache: JsonCache, clients: Iterable[str]) -> None:
    """Remove what is cached of others than these clients: their files were removed or renamed."""
    entries, known = digest(place_of(workspace)), (*clients, _ME)
    if cache.keep_only(_folder_of(entries), known):
        cache.remove(agenda_name(entries))
    cache.keep_only(calendars_of(workspace), known)


def forget_workspace(workspace: Path, cache: JsonCache) -> None:
    """Remove what is cached of a workspace that is no longer there."""
    entries = digest(place_of(workspace))
    for name in (
        _folder_of(entries),
        calendars_of(workspace, _ME),
        calendars_of(workspace),
        agenda_name(entries),
    ):
        cache.remove(name)


def _folder_of(workspace: str) -> str:
    return f"profiles/{workspace}"


def agenda_name(workspace: str) -> str:
    """The entry of a workspace's agenda: one alone, so that a client is forgotten in one place."""
    return f"agendas/{workspace}"
