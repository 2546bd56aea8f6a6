"""Profiles as they were read last, so that a command need not load the reader to know a client.

One small file per profile in the user's cache folder, used while the size and the time of the profile and the
versions of the program and of its data are the same. Only profiles without problems are kept. What does not
match its checksum is read from the profile anew, never an error.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar
from zlib import crc32
from zoneinfo import ZoneInfo

from clientbridge.adapters.zone_database import ZoneDatabase
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.hours import ClockRange, WorkingHours
from clientbridge.core.places import Place
from clientbridge.core.profiles import (
    BusinessContext,
    Channels,
    Client,
    DateRange,
    DaysOff,
    Level,
    Me,
    Person,
    Rhythm,
    Schedule,
    SeasonHours,
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
_MAKERS: Sequence[Callable[..., object]] = _KINDS
_FIELDS = tuple(tuple(field.name for field in fields(kind)) for kind in _KINDS)
_LAYOUT = f"{crc32(repr(_FIELDS).encode()):08x}"
"""Another when a profile has other fields."""

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
_Profile = TypeVar("_Profile", Client, Me)


@dataclass(frozen=True, slots=True)
class ProfileCache:
    """The kept profiles of one workspace."""

    folder: Path
    zones: ZoneDatabase
    stamp: str
    """The workspace, and the versions of the program and of its data."""

    @classmethod
    def of(cls, workspace: Path, cache_folder: Path, zones: ZoneDatabase, stamp: str) -> "ProfileCache":
        """The cache of the workspace in that folder."""
        place = str(workspace.absolute())
        folder = cache_folder / "profiles" / f"{crc32(place.encode()):08x}"
        return cls(folder, zones, f"{_LAYOUT} {zones.version} {stamp} {place}")

    def read(self, profile: Path, kind: type[_Profile]) -> _Profile | None:
        """The profile as it was read last; None when it has changed since or was never kept."""
        try:
            stamp, checksum, text = self._file(profile).read_text(encoding="utf-8").split("\n", 2)
            if stamp != self._stamp_of(profile) or checksum != _checksum(text):
                return None
            found = self._value(json.loads(text))
        except (OSError, ValueError, LookupError, TypeError, ClientbridgeError):
            return None
        return found if isinstance(found, kind) else None

    def keep(self, profile: Path, value: Client | Me) -> None:
        """Keep a profile that was read without problems; where that is not possible it is not kept."""
        try:
            text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
            content = f"{self._stamp_of(profile)}\n{_checksum(text)}\n{text}"
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = self._file(profile).with_suffix(f".{id(value):x}.tmp")
            draft.touch(mode=0o600)
            draft.write_text(content, encoding="utf-8")
            draft.replace(self._file(profile))
        except OSError:
            return

    def _file(self, profile: Path) -> Path:
        return self.folder / f"{profile.stem}.json"

    def _stamp_of(self, profile: Path) -> str:
        status = profile.stat()
        return f"{self.stamp} {profile.name} {status.st_size} {status.st_mtime_ns}"

    def _value(self, kept: Json) -> object:
        """What `_plain` made this of; raises LookupError, ValueError or TypeError for anything else."""
        if not isinstance(kept, dict):
            return tuple(self._value(item) for item in kept) if isinstance(kept, list) else kept
        ((mark, inner),) = kept.items()
        match mark:
            case "zone":
                return self.zones.find(str(inner))
            case "day":
                return date.fromisoformat(str(inner))
            case "level":
                return Level(inner)
            case "mapping" if isinstance(inner, dict):
                return dict(inner)
            case _ if isinstance(inner, list):
                number = int(mark)
                given = zip(_FIELDS[number], (self._value(item) for item in inner), strict=True)
                return _MAKERS[number](**dict(given))
            case _:
                raise ValueError(mark)


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"


def _plain(value: object) -> Json:  # noqa: PLR0911  (one return for each kind of value)
    match value:
        case Level():
            return {"level": value.value}
        case None | bool() | int() | str():
            return value
        case ZoneInfo():
            return {"zone": value.key}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {"mapping": {str(key): _plain(item) for key, item in value.items()}}
        case _ if is_dataclass(value):
            number = next(number for number, kind in enumerate(_KINDS) if type(value) is kind)
            return {str(number): [_plain(getattr(value, name)) for name in _FIELDS[number]]}
        case _:
            raise TypeError(type(value).__name__)
