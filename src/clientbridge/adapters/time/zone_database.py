"""The time zones of this machine: the newer of the system's database and the `tzdata` package's.

Python's own lookup takes the system's files whatever their age, and an old one is an hour wrong in every
place that has changed its rules since (docs/time-rules.md, rule 7). Nothing global is changed: zones are
opened by file.
"""

import re
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

_SOURCE_FILE = "tzdata.zi"
_VERSION_FILES = (_SOURCE_FILE, "+VERSION")
_VERSION = r"\b(\d{4}[a-z]{1,2})\b"
_ZONE_OR_ALIAS = r"(?m)^(?:Z|L \S+) (\S+)"
_LINK = r"(?m)^L (\S+) (\S+)"
_ANY_YEAR = "2026"
"""For files that do not say which release they are of."""
_UTC_NAME = "UTC"
_NOT_ZONES = frozenset({"posix", "right", "posixrules", "localtime", "Factory", "leapseconds"})


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """One database on this machine. Compares by version: ``2025b`` < ``2026`` + any letter."""

    version: str
    folder: Path


@dataclass(frozen=True, kw_only=True)
class ZoneDatabase:
    """Zones by name, from the newest release; a zone it lacks comes from the next newest."""

    releases: tuple[Release, ...]
    """Newest first, at least one."""
    _opened: dict[str, ZoneInfo] = field(default_factory=dict, repr=False, compare=False)

    @property
    def version(self) -> str:
        """The release in use, for example ``2026f``."""
        return self.releases[0].version

    def names(self) -> frozenset[str]:
        """Every zone name of any release, old names included."""
        return self._names

    def find(self, name: str) -> ZoneInfo:
        """The zone of a name in any case, or of an unambiguous city such as ``Tokyo`` or ``sao paulo``.

        Raises:
            UnknownNameError: no zone, an abbreviation or a fixed offset; names the zones that may be meant.
            AmbiguousNameError: a city that several zones are named after.
        """
        opened = self._opened.get(name)
        if opened is None:
            opened = self._opened[name] = self._open(self._exact_name(name) or self._looked_up(name))
        return opened

    def exact(self, name: str) -> ZoneInfo | None:
        """The zone of just this name in any case, also one that users may not type: ``Etc/GMT-2``."""
        key = self._by_folded_name.get(name.casefold())
        return None if key is None else self._open(key)

    def canonical(self, name: str) -> str:
        """The name that an alias links to, else `name` itself: ``Asia/Calcutta`` -> ``Asia/Kolkata``."""
        return self._links.get(name, name)

    def same_clock(self, zone: ZoneInfo, name: str) -> bool:
        """Whether a zone shows the same time as the named one, each month of the year after the release."""
        year = int(self.version[:4] or _ANY_YEAR) + 1
        other = self.find(name)
        middays = (datetime(year, month, 1, 12, tzinfo=UTC) for month in range(1, 13))
        return all(at.astimezone(zone).utcoffset() == at.astimezone(other).utcoffset() for at in middays)

    def _exact_name(self, name: str) -> str | None:
        area = name.partition("/")[0]
        plain = "/" in name and area not in {"Etc", "US", "Canada", "Brazil", "Mexico", "Chile"}
        # The newest release first: reading the names of the older ones costs some milliseconds.
        listed = plain and (name in self._newest_names or name in self._names)
        return name if name == _UTC_NAME or listed else None

    def _looked_up(self, name: str) -> str:
        from clientbridge.core.time.zone_lookup import zone_name

        return zone_name(name, self._names, self._links)

    def _open(self, key: str) -> ZoneInfo:
        if key in self._opened:
            return self._opened[key]
        for release in self.releases:
            file = release.folder.joinpath(*key.split("/"))
            try:
                with file.open("rb") as tzif:
                    self._opened[key] = ZoneInfo.from_file(tzif, key=key)
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                raise SourceFailedError(f"the time zone file {file} cannot be read: {error}") from None
            return self._opened[key]
        raise SourceFailedError(f"the time zone database {self.version} has no file for {key}")

    @cached_property
    def _newest_names(self) -> frozenset[str]:
        return frozenset(_names_in(self.releases[0].folder))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset().union(*(_names_in(release.folder) for release in self.releases))

    @cached_property
    def _by_folded_name(self) -> Mapping[str, str]:
        return {name.casefold(): name for name in self._names}

    @cached_property
    def _links(self) -> Mapping[str, str]:
        links: dict[str, str] = {}
        for release in reversed(self.releases):
            links |= dict(_links_in(release.folder))
        return links


def open_zone_database(search_path: Iterable[str] = zoneinfo.TZPATH) -> ZoneDatabase:
    """The databases in the system's folders and in the `tzdata` package, newest first.

    A folder without a version counts as older than any with one.
    Raises SourceFailedError where there is no database at all.
    """
    folders = [Path(folder) for folder in search_path]
    package = find_spec("tzdata")
    if package is not None and package.submodule_search_locations:
        folders.insert(0, Path(package.submodule_search_locations[0]) / "zoneinfo")
    releases = [Release(_version_of(folder), folder) for folder in folders if folder.is_dir()]
    if not releases:
        raise SourceFailedError("there is no time zone database", hint="install it with: pip install tzdata")
    # The sort is stable: of one version the package comes first, then the search path in its order.
    return ZoneDatabase(releases=tuple(sorted(releases, key=lambda release: release.version, reverse=True)))


def _version_of(folder: Path) -> str:
    for name in _VERSION_FILES:
        try:
            with (folder / name).open(encoding="utf-8", errors="replace") as file:
                version = re.search(_VERSION, file.readline(200))
        except OSError:
            continue
        if version is not None:
            return version[1]
    return ""


def _names_in(folder: Path) -> Iterable[str]:
    listed = folder.parent / "zones"
    if listed.is_file():
        return listed.read_text(encoding="utf-8").split()
    return re.findall(_ZONE_OR_ALIAS, _source(folder)) or _names_of_files(folder)


def _names_of_files(folder: Path) -> Iterable[str]:
    files = (file for file in folder.rglob("[A-Z]*") if file.is_file())
    names = (file.relative_to(folder).as_posix() for file in files)
    return [name for name in names if name.partition("/")[0] not in _NOT_ZONES and "." not in name]


def _links_in(folder: Path) -> Iterable[tuple[str, str]]:
    return [(alias, name) for name, alias in re.findall(_LINK, _source(folder))]


def _source(folder: Path) -> str:
    """The database's compact source; empty where it is not shipped."""
    try:
        return (folder / _SOURCE_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
