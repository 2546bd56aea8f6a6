"""Zones for tests, from the `tzdata` package whatever the system has."""

from importlib.resources import files
from zoneinfo import ZoneInfo


def zone(name: str) -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as tzif:
        return ZoneInfo.from_file(tzif, key=name)
