"""Which versions of the program and of its data give an answer, without importing a library."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from clientbridge import __version__


def versions() -> Mapping[str, str]:
    """Versions by name, in the order in which they are shown."""
    return {"clientbridge": __version__, "tzdata": zone_version(), "holidays": holidays_version()}


def zone_version() -> str:
    """The release of the zone database in use, for example ``2026f``."""
    from clientbridge.adapters.time.zone_database import open_zone_database

    return open_zone_database().version


def holidays_version() -> str:
    """The version of the holidays library; importing it to ask would cost 50 ms."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return "missing"
    described = Path(spec.origin).parents[1].glob("holidays-*.dist-info")
    names = [folder.name.removesuffix(".dist-info").partition("-")[2] for folder in described]
    if len(names) == 1:
        return names[0]
    from importlib.metadata import version

    return version("holidays")


def installed_folder(package: str) -> Path | None:
    """The folder of a package, without importing it; None when it is not installed."""
    spec = find_spec(package)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent
