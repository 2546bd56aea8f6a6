"""Where this machine seems to be: only a default for the questions of `cb init`."""

from collections.abc import Mapping
from pathlib import Path

from clientbridge.adapters.days import places
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import ClientbridgeError

LOCALTIME = Path("/etc/localtime")


def guessed_zone(
    environment: Mapping[str, str], zones: ZoneDatabase, *, localtime: Path = LOCALTIME
) -> str | None:
    """The zone of ``TZ``, else the one that `localtime` links to; None where neither names one."""
    for name in (environment.get("TZ", "").removeprefix(":"), str(localtime.resolve())):
        _, _, tail = name.rpartition("zoneinfo/")
        if "/" in tail and not tail.startswith("/"):
            try:
                return zones.find(tail).key
            except ClientbridgeError:
                continue
    return None


def guessed_country(zone: str | None) -> str | None:
    """The country that the zone database lists a zone under; None where it lists none."""
    return next((code for code in places.country_codes() if zone in places.zones(code)), None)
