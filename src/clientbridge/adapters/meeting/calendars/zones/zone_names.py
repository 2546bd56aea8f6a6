"""The clock that a calendar means by a name: of the zone database, of Windows, or an offset from UTC."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import ClientbridgeError

_UTC_NAMES = frozenset({"utc", "gmt", "z", "zulu", "tzone://microsoft/utc", "coordinated universal time"})
_OFFSET = re.compile(
    r"(?:GMT|UTC|Coordinated Universal Time)?\s*([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE | re.ASCII
)
_SHOWN_BY_WINDOWS = re.compile(r"\((?:GMT|UTC)\s*(?:[+-]\d{1,2}:?\d{0,2})?\)\s*", re.IGNORECASE | re.ASCII)
_AREA_AND_CITY = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+")
_LONGEST_NAME = 200
_YEARS = range(2010, 2029)
"""Years in which a shown offset may have been a zone's: names of Windows outlive the rules they tell."""


def zone_key(name: str) -> str:
    """A name as it is compared: some programs escape its commas where it is defined, not where it is used."""
    return " ".join(name.replace("\\", "").strip('" ').split())[:_LONGEST_NAME]


def zone_called(name: str, zones: ZoneDatabase) -> tzinfo | None:
    """The clock that a calendar means by a name; None where it cannot be told.

    ``UTC-11`` and ``GMT-0500`` lie west of Greenwich as people write it, ``Etc/GMT-2`` east of it as the zone
    database does.
    """
    said = zone_key(name)
    if said.casefold() in _UTC_NAMES:
        return UTC
    return zones.exact(said) or _of_windows(said, zones) or _offset(said) or _within(said, zones)


def _of_windows(said: str, zones: ZoneDatabase) -> ZoneInfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return zones.exact(WINDOWS_TO_OLSON.get(said, ""))


def _offset(said: str) -> timezone | None:
    match = _OFFSET.fullmatch(said)
    if match is None:
        return None
    distance = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return None if distance >= timedelta(days=1) else timezone(-distance if match[1] == "-" else distance)


def _within(said: str, zones: ZoneDatabase) -> tzinfo | None:
    """The zone of a longer name: ``/example.org/Europe/Brussels``, ``(UTC+01:00) Brussels, Paris``."""
    return next(filter(None, map(zones.exact, _area_paths(said))), None) or _shown_by_windows(said, zones)


def _shown_by_windows(said: str, zones: ZoneDatabase) -> tzinfo | None:
    """The zone of a list of cities, the first that has had the offset before it."""
    shown = _SHOWN_BY_WINDOWS.match(said)
    cities = said if shown is None else said[shown.end() :]
    if shown is not None and cities.casefold() in _UTC_NAMES:
        return UTC
    offset = None if shown is None else _offset(shown[0].strip("() "))
    found = filter(None, (_city(word.strip(), zones) for word in [cities, *re.split(r"[,;:]", cities)]))
    return next((zone for zone in found if offset is None or _had(zone, offset)), None)


def _area_paths(said: str) -> Iterator[str]:
    for match in _AREA_AND_CITY.finditer(said):
        parts = match[0].split("/")
        yield from ("/".join(parts[at:]) for at in range(len(parts) - 1))


def _city(word: str, zones: ZoneDatabase) -> ZoneInfo | None:
    from clientbridge.adapters.data_files import read_mapping

    by_name = read_mapping("windows_zone_names.yaml").maybe(word)
    try:
        return zones.find(by_name or word)
    except ClientbridgeError:
        return None


def _had(zone: ZoneInfo, offset: tzinfo) -> bool:
    """Whether the zone's clock has shown that offset in a January or July of these years."""
    asked = offset.utcoffset(None)
    moments: Iterable[datetime] = (
        datetime(year, month, 1, tzinfo=UTC) for year in _YEARS for month in (1, 7)
    )
    return any(moment.astimezone(zone).utcoffset() == asked for moment in moments)
