"""The files of a workspace read and typed: slower than `ProfileCache`, and with every problem and note."""

import re
from typing import TypeVar

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.yaml_files.nodes import Document, ScalarNode
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.errors import WrongFilesError
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.profiles import Client, Me

_GLANCE_BYTES = 4096
_NAME_LINE = re.compile(r"^[\"']?name[\"']? *:(.*)$", re.MULTILINE)

_Profile = TypeVar("_Profile", Client, Me)


class ProfileFiles:
    """Profile files as far as they can be understood; each is parsed once."""

    def __init__(self, zones: ZoneDatabase) -> None:
        self._zones = zones
        self._read: dict[str, Document] = {}

    def me(self, content: bytes) -> tuple[Me | None, Reading]:
        """You as ``me.yaml`` says."""
        reading = Reading(document=self._document("me.yaml", content), zones=self._zones)
        return me_of(reading), reading

    def client(self, client_id: str, content: bytes) -> tuple[Client | None, Reading]:
        """A client as its file, ``clients/<id>.yaml``, says."""
        document = self._document(f"clients/{client_id}.yaml", content)
        reading = Reading(document=document, zones=self._zones)
        return client_of(reading, client_id=client_id), reading

    def may_say(self, content: bytes, name: str) -> bool:
        """Whether the line of the client's name has this text, by a glance at the start of the file."""
        lines = _NAME_LINE.findall(content[:_GLANCE_BYTES].decode("utf-8", errors="replace"))
        return any(fold(name) in fold(line) for line in lines)

    def name(self, client_id: str, content: bytes) -> str:
        """The client's name as the file says it, right or wrong; its id where it says none."""
        document = parse(content, file=f"clients/{client_id}.yaml")
        name = None if document.root is None else document.root.get("name")
        return name.text if isinstance(name, ScalarNode) and name.text else client_id

    def _document(self, file: str, content: bytes) -> Document:
        document = self._read.get(file)
        if document is None:
            document = self._read[file] = parse(content, file=file)
        return document


def whole(profile: _Profile | None, reading: Reading) -> _Profile:
    """A profile without problems; raises WrongFilesError with all of them."""
    if profile is None or reading.problems:
        raise WrongFilesError(reading.problems)
    return profile
