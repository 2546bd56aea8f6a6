"""New and changed files of the workspace: checked before they are written, never half written."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.adapters.workspace.git_files import git_files
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.new_files import new_me
from clientbridge.adapters.workspace.profiles.reading import Reading
from clientbridge.adapters.workspace.workspace import MY_ID, Workspace, profile_content
from clientbridge.adapters.workspace.workspace_place import CLIENTS_FOLDER, ME_FILE
from clientbridge.adapters.yaml_files.edit import Plain, plain, set_value
from clientbridge.adapters.yaml_files.nodes import Document
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError, WrongFilesError
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.client_ids import LONGEST_ID, is_device_name, same_file_key, telling_words
from clientbridge.core.workspace.profiles import Client, Me

_NAME_READ = 500
"""Letters of a name that can matter to its id."""
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
"""Inside a word, which it does not divide: ``O'Brien`` is ``obrien``."""


def checked_client(workspace: Workspace, content: bytes, *, file: str) -> tuple[Client | None, Reading]:
    """The client that a text would be, in a file of that name."""
    reading = Reading(document=parse(content, file=file), zones=workspace.zones)
    return client_of(reading, client_id=Path(file).stem), reading


def checked_me(workspace: Workspace, content: bytes, *, file: str) -> tuple[Me | None, Reading]:
    """You, as a text would have you."""
    reading = Reading(document=parse(content, file=file), zones=workspace.zones)
    return me_of(reading), reading


def add_client(workspace: Workspace, client_id: str, text: str) -> tuple[Client, Reading]:
    """Write the file of a new client.

    Raises:
        UsageError: the id is taken, or what was typed is wrong.
        FileFailedError: the file cannot be written.
    """
    path = workspace.client_file(client_id)
    file = f"{CLIENTS_FOLDER}/{path.name}"
    check_free(workspace, path, client_id)
    if client_id == MY_ID:
        raise UsageError("'me' is always you, never a client", hint="give another --id")
    client, reading = checked_client(workspace, text.encode("utf-8"), file=file)
    if client is None or reading.problems:
        first = reading.problems[0]
        raise UsageError(first.say, hint=first.suggestion)
    make_folder(path.parent, file=CLIENTS_FOLDER)
    with locked_folder(path.parent):
        check_free(workspace, path, client_id)
        write_whole(path, text.encode("utf-8"), file=file)
    return client, reading


def check_free(workspace: Workspace, path: Path, client_id: str) -> None:
    """Raises UsageError where a client has the id, or one that some file systems take for the same."""
    key = same_file_key(client_id)
    taken = [one for one in workspace.client_ids() if same_file_key(one) == key]
    if taken or path.exists():
        name = next(iter(taken), client_id)
        hint = f"change it: cb client edit {quoted(name)}   or give another --id"
        raise UsageError(f"there is a client '{name}' already", hint=hint)


def start_workspace(workspace: Workspace, me: str, schemas: Mapping[str, str]) -> list[str]:
    """Write ``me.yaml``, last, and what belongs beside it; the names of the files made or completed.

    Raises:
        UsageError: there is a ``me.yaml`` already, or what was typed is wrong.
        FileFailedError: a file cannot be written.
    """
    folder = workspace.folder
    if (folder / ME_FILE).exists():
        raise UsageError(f"{folder / ME_FILE} is there already", hint="change it: cb client edit me")
    you, reading = checked_me(workspace, me.encode("utf-8"), file=ME_FILE)
    if you is None or reading.problems:
        first = reading.problems[0]
        raise UsageError(first.say, hint=first.suggestion)
    make_folder(folder / CLIENTS_FOLDER, file=str(folder / CLIENTS_FOLDER))
    make_folder(folder / ".schema", file=".schema")
    editors = {f".schema/{name}.json": text.encode() for name, text in schemas.items()}
    missing = {name: text for name, text in editors.items() if not (folder / name).exists()}
    beside = {**git_files(folder), **missing}
    _write_together(folder, {**beside, ME_FILE: me.encode()})
    return [ME_FILE, *beside]


def _write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write these files; where one cannot be written, those that are new go again. Raises FileFailedError."""
    made: list[Path] = []
    try:
        for name, content in files.items():
            is_new = not (folder / name).exists()
            write_whole(folder / name, content, file=name)
            made += [folder / name] if is_new else []
    except FileFailedError:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise


def started_with(workspace: Workspace) -> dict[str, Plain]:
    """What stands in ``me.yaml`` by key; raises WrongFilesError, FileFailedError."""
    document = _my_document(workspace)
    return said if document.root is not None and isinstance(said := plain(document.root), dict) else {}


def complete_me(workspace: Workspace, key: str, value: Value) -> None:
    """Add a key to ``me.yaml``, in its place where the file is still as it was made.

    Raises UsageError for a wrong value, WrongFilesError, FileFailedError; the file is then as before.
    """
    document = _my_document(workspace)
    known = {name: _value(said) for name, said in started_with(workspace).items()}
    untouched = new_me(known) == document.text
    content = new_me({**known, key: value}).encode() if untouched else set_value(document, (key,), value)
    _, reading = checked_me(workspace, content, file=ME_FILE)
    if reading.problems:
        first = reading.problems[0]
        raise UsageError(first.say, hint=first.suggestion)
    write_whole(workspace.folder / ME_FILE, content, file=ME_FILE)


def _my_document(workspace: Workspace) -> Document:
    document = parse(profile_content(workspace.folder / ME_FILE, file=ME_FILE), file=ME_FILE)
    if document.problems:
        raise WrongFilesError(document.problems)
    return document


def _value(said: Plain) -> Value:
    if isinstance(said, str):
        return said
    if isinstance(said, dict):
        return {key: _value(one) for key, one in said.items()}
    return [_value(one) for one in said]


def id_for(name: str, taken: tuple[str, ...]) -> str | None:
    """A free id made of a name; None where there is none."""
    refused = {MY_ID, *map(same_file_key, taken)}
    return next((one for one in ids_from(name) if one not in refused and not is_device_name(one)), None)


def ids_from(name: str) -> list[str]:
    """The ids that a name gives, free or not: a word that tells it, then all; none without Latin letters."""
    words = re.findall(r"[a-z0-9]+", _APOSTROPHE.sub("", fold(name[:_NAME_READ])))
    proposals = [*telling_words(words)[:1], "-".join(words)] if words else []
    return [one[:LONGEST_ID].rstrip("-") for one in dict.fromkeys(proposals)]
