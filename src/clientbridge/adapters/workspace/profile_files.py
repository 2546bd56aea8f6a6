"""The files of a workspace read and typed: slower than `ProfileCache`, and with every problem and note."""

from pathlib import Path
from typing import TypeVar

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.yaml_files.nodes import ScalarNode
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.workspace.profiles import Client, Me

_Profile = TypeVar("_Profile", Client, Me)


def read_me(path: Path, zones: ZoneDatabase) -> tuple[Me | None, Reading]:
    """You as far as ``me.yaml`` can be understood; raises FileFailedError where there is none."""
    if not path.exists():
        raise FileFailedError(f"there is no {path.name} in {path.parent}", hint="make one with: cb init")
    reading = Reading(document=read(path, file=path.name), zones=zones)
    return me_of(reading), reading


def read_client(path: Path, zones: ZoneDatabase) -> tuple[Client | None, Reading]:
    """A client as far as its file, ``clients/<id>.yaml``, can be understood."""
    reading = Reading(document=read(path, file=_named(path)), zones=zones)
    return client_of(reading, client_id=path.stem), reading


def whole(profile: _Profile | None, reading: Reading) -> _Profile:
    """A profile without problems; raises WrongFilesError with all of them."""
    if profile is None or reading.problems:
        raise WrongFilesError(reading.problems)
    return profile


def name_in(path: Path) -> str:
    """The client's name as the file says it, right or wrong; its id where it says none."""
    root = read(path, file=_named(path)).root
    name = None if root is None else root.get("name")
    return name.text if isinstance(name, ScalarNode) and name.text else path.stem


def _named(path: Path) -> str:
    """The file as it is called in the workspace."""
    return f"{path.parent.name}/{path.name}"
