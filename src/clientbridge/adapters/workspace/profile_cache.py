"""Profiles as they were read last, so that a command need not load the reader to know a client.

One small file per profile, used while the size and the time of the profile and the versions of the program
and of its zones are the same. Only profiles without problems are kept.
"""

from pathlib import Path
from typing import TypeVar
from zlib import crc32

from clientbridge import __version__
from clientbridge.adapters.json_cache import Codec, keep, read_kept
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.days.place import Place
from clientbridge.core.time.hours import ClockRange, WorkingHours
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import (
    BusinessContext,
    Channels,
    Client,
    DateRange,
    DaysOff,
    Me,
    Person,
    Rhythm,
    Schedule,
    SeasonHours,
    Seniority,
    Travel,
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
)
_Profile = TypeVar("_Profile", Client, Me)


@dataclass(frozen=True, slots=True)
class ProfileCache:
    """The kept profiles of one workspace."""

    folder: Path
    codec: Codec
    stamp: str
    """The workspace, and the versions of the program and of its zones."""

    @classmethod
    def of(cls, workspace: Path, cache_folder: Path, zones: ZoneDatabase) -> "ProfileCache":
        """The cache of the workspace in that folder."""
        place = ascii(str(workspace.absolute()))
        return cls(
            folder=cache_folder / "profiles" / f"{crc32(place.encode()):08x}",
            codec=Codec(*_KINDS, enums=(Seniority,), zone=zones.find),
            stamp=f"{__version__} {zones.version} {place}",
        )

    def read(self, profile: Path, kind: type[_Profile]) -> _Profile | None:
        """The profile as it was read last; None when it has changed since or was never kept."""
        stamp = self._stamp_of(profile)
        return None if stamp is None else read_kept(self._file(profile), stamp, self.codec, kind)

    def keep(self, profile: Path, value: Client | Me) -> None:
        """Keep a profile that was read without problems."""
        stamp = self._stamp_of(profile)
        if stamp is not None:
            keep(self._file(profile), stamp, self.codec, value)

    def _file(self, profile: Path) -> Path:
        return self.folder / f"{profile.stem}.json"

    def _stamp_of(self, profile: Path) -> str | None:
        try:
            status = profile.stat()
        except OSError:
            return None
        return f"{self.stamp} {profile.name} {status.st_size} {status.st_mtime_ns}"
