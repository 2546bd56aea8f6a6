"""Profiles as they were read last, so that a command need not load the reader to know a client.

One small file per profile, used while the size and the time of the profile and the versions of the program
and of its zones are the same. Only profiles without problems are cached.
"""

from pathlib import Path
from typing import TypeVar

from clientbridge import __version__
from clientbridge.adapters.json_cache import JsonCache, digest, stamp_of
from clientbridge.adapters.json_codec import Codec, read_cached, write_cached
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import ClockRange, WorkingHours
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
    """The profiles of one workspace, as they were read last."""

    cache: JsonCache
    folder: str
    """Where the entries of the workspace stand in the cache."""
    codec: Codec
    stamp: str
    """The workspace, and the versions of the program and of its zones."""

    @classmethod
    def of(cls, workspace: Path, cache: JsonCache, zones: ZoneDatabase) -> "ProfileCache":
        """The profiles of the workspace in that folder."""
        place = ascii(str(workspace.absolute()))
        return cls(
            cache=cache,
            folder=f"profiles/{digest(place)}",
            codec=Codec(*_KINDS, enums=(Seniority,), zone=zones.find),
            stamp=f"{__version__} {zones.version} {place}",
        )

    def read(self, profile: Path, kind: type[_Profile]) -> _Profile | None:
        """The profile as it was read last; None when it has changed since or was never stored."""
        stamp = self._stamp_of(profile)
        return (
            None if stamp is None else read_cached(self.cache, self._name(profile), stamp, self.codec, kind)
        )

    def write(self, profile: Path, value: Client | Me) -> None:
        """Store a profile that was read without problems."""
        stamp = self._stamp_of(profile)
        if stamp is not None:
            write_cached(self.cache, self._name(profile), stamp, self.codec, value)

    def _name(self, profile: Path) -> str:
        return f"{self.folder}/{profile.stem}"

    def _stamp_of(self, profile: Path) -> str | None:
        try:
            return f"{self.stamp} {profile.name!a} {stamp_of(profile)}"
        except OSError:
            return None
