"""The files of a workspace read and typed: slower than `ProfileCache`, and with every problem and note."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.yaml_files.nodes import Document, ScalarNode
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.profiles import Client, Me

_GLANCE_BYTES = 4096
_NAME_LINE = re.compile(r"^[\"']?name[\"']? *:(.*)$", re.MULTILINE)

_Profile = TypeVar("_Profile", Client, Me)


class ProfileFiles:
    """Profile files as far as they can be understood; each file is read once."""

    def __init__(self, zones: ZoneDatabase) -> None:
        self._zones = zones
        self._read: dict[Path, Document] = {}

    def me(self, path: Path) -> tuple[Me | None, Reading]:
        """You as ``me.yaml`` says; raises FileFailedError where there is none."""
        if not path.exists():
            raise FileFailedError(f"there is no {path.name} in {path.parent}", hint="make one with: cb init")
        reading = Reading(document=self._document(path, file=path.name), zones=self._zones)
        return me_of(reading), reading

    def client(self, path: Path) -> tuple[Client | None, Reading]:
        """A client as its file, ``clients/<id>.yaml``, says."""
        reading = Reading(document=self._document(path, file=_named(path)), zones=self._zones)
        return client_of(reading, client_id=path.stem), reading

    def may_say(self, path: Path, name: str) -> bool:
        """Whether the line of the client's name has this text, by a glance at the start of the file."""
        try:
            with path.open("rb") as file:
                start = file.read(_GLANCE_BYTES)
        except OSError:
            return False
        lines = _NAME_LINE.findall(start.decode("utf-8", errors="replace"))
        return any(fold(name) in fold(line) for line in lines)

    def name(self, path: Path, *, is_wanted: Callable[[str], bool]) -> str:
        """The client's name as the file says it, right or wrong; its id where it says none.

        Of many files whose names are looked at, only those wanted stay in memory.
        """
        document = read(path, file=_named(path))
        name = None if document.root is None else document.root.get("name")
        said = name.text if isinstance(name, ScalarNode) and name.text else path.stem
        if is_wanted(said):
            self._read[path] = document
        return said

    def _document(self, path: Path, *, file: str) -> Document:
        document = self._read.get(path)
        if document is None:
            document = self._read[path] = read(path, file=file)
        return document


def whole(profile: _Profile | None, reading: Reading) -> _Profile:
    """A profile without problems; raises WrongFilesError with all of them."""
    if profile is None or reading.problems:
        raise WrongFilesError(reading.problems)
    return profile


def _named(path: Path) -> str:
    """The file as it is called in the workspace."""
    return f"{path.parent.name}/{path.name}"
