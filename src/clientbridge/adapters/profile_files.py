"""The files of a workspace read and typed: slower than `ProfileCache`, and with every problem and note."""

from typing import TypeVar

from clientbridge.adapters.profiles.client import client_of
from clientbridge.adapters.profiles.me import me_of
from clientbridge.adapters.profiles.reading import Reading
from clientbridge.adapters.workspace import CLIENTS_FOLDER, ME_FILE, Workspace
from clientbridge.adapters.yaml_files.nodes import Text
from clientbridge.adapters.yaml_files.reader import read
from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.profiles import Client, Me

_Profile = TypeVar("_Profile", Client, Me)


def read_me(workspace: Workspace) -> tuple[Me | None, Reading]:
    """You as far as the file can be understood; raises FileFailedError where there is none."""
    path = workspace.folder / ME_FILE
    if not path.exists():
        raise FileFailedError(f"there is no {ME_FILE} in {workspace.folder}", hint="make one with: cb init")
    reading = Reading(document=read(path, file=ME_FILE), zones=workspace.zones)
    return me_of(reading), reading


def read_client(workspace: Workspace, client_id: str) -> tuple[Client | None, Reading]:
    """A client as far as its file can be understood."""
    path = workspace.client_file(client_id)
    document = read(path, file=f"{CLIENTS_FOLDER}/{path.name}")
    reading = Reading(document=document, zones=workspace.zones)
    return client_of(reading, client_id=client_id), reading


def whole(profile: _Profile | None, reading: Reading) -> _Profile:
    """A profile without problems; raises WrongFilesError with all of them."""
    if profile is None or reading.problems:
        raise WrongFilesError(reading.problems)
    return profile


def name_in(workspace: Workspace, client_id: str) -> str:
    """The name as the file says it, right or wrong; the id where it says none."""
    path = workspace.client_file(client_id)
    root = read(path, file=f"{CLIENTS_FOLDER}/{path.name}").root
    name = None if root is None else root.get("name")
    return name.text if isinstance(name, Text) and name.text else client_id
