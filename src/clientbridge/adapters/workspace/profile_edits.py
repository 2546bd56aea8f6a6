"""New and changed files of the workspace: checked before they are written, never half written."""

import re
from collections.abc import Mapping
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.adapters.workspace.git_files import git_files
from clientbridge.adapters.workspace.profiles.client import client_of
from clientbridge.adapters.workspace.profiles.me import me_of
from clientbridge.adapters.workspace.profiles.reading import Note, Reading
from clientbridge.adapters.workspace.workspace import (
    CLIENTS_FOLDER,
    ME_FILE,
    MY_ID,
    Workspace,
    profile_content,
)
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.client_ids import LONGEST_ID, is_device_name, same_file_key
from clientbridge.core.workspace.profiles import Client, Me

DRAFT_ENDING = ".draft.yaml"
_NAME_READ = 500
"""Letters of a name that can matter to its id."""


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
    _check_free(workspace, path, client_id)
    if client_id == MY_ID:
        raise UsageError("'me' is always you, never a client", hint="give another --id")
    client, reading = checked_client(workspace, text.encode("utf-8"), file=file)
    if client is None or reading.problems:
        first = reading.problems[0]
        raise UsageError(first.say, hint=first.suggestion)
    make_folder(path.parent, file=CLIENTS_FOLDER)
    with locked_folder(path.parent):
        _check_free(workspace, path, client_id)
        write_whole(path, text.encode("utf-8"), file=file)
    return client, reading


def _check_free(workspace: Workspace, path: Path, client_id: str) -> None:
    """Raises UsageError where a client has the id, or one that some file systems take for the same."""
    key = same_file_key(client_id)
    taken = [one for one in workspace.client_ids() if same_file_key(one) == key]
    if taken or path.exists():
        name = next(iter(taken), client_id)
        hint = f"change it: cb client edit {quoted(name)}   or give another --id"
        raise UsageError(f"there is a client '{name}' already", hint=hint)


def start_workspace(workspace: Workspace, me: str, schemas: Mapping[str, str]) -> list[str]:
    """Write ``me.yaml`` and what belongs beside it; the names of the files made or completed.

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
    files = {ME_FILE: me.encode(), **git_files(folder), **missing}
    for name, content in files.items():
        write_whole(folder / name, content, file=name)
    return list(files)


def id_for(name: str, taken: tuple[str, ...]) -> str | None:
    """A free id, the first word of a name or all of it; None where that has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", fold(name[:_NAME_READ]))
    proposals = [words[0], "-".join(words)] if words else []
    refused = {MY_ID, *map(same_file_key, taken)}
    short = (one[:LONGEST_ID].rstrip("-") for one in proposals)
    return next((one for one in short if one not in refused and not is_device_name(one)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedDraft:
    """A text that has become the profile."""

    content: bytes
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A copy of a profile for the editor; it stays when it is wrong, so that nothing typed is lost."""

    workspace: Workspace
    which: str
    """The id of the client, or ``me``."""

    @property
    def original(self) -> Path:
        """The profile."""
        return (
            self.workspace.folder / ME_FILE if self.which == MY_ID else self.workspace.client_file(self.which)
        )

    @property
    def path(self) -> Path:
        """The copy; a leading dot keeps it from being taken for a client."""
        return self.original.with_name(f".{self.original.stem}{DRAFT_ENDING}")

    @property
    def file(self) -> str:
        """The profile's name in the workspace."""
        return self.original.relative_to(self.workspace.folder).as_posix()

    @property
    def kept(self) -> str:
        """The copy's name in the workspace."""
        return self.path.relative_to(self.workspace.folder).as_posix()

    def start(self) -> bytes:
        """Copy the profile, unless a copy is there from the last time; gives what the profile says now."""
        base = self._content(self.original)
        if not self.path.exists():
            write_whole(self.path, base, file=self.kept)
        return base

    def accept(self, base: bytes) -> AcceptedDraft | None:
        """Make it the profile in place of `base`; None where it says the same, and is then forgotten.

        Raises:
            WrongFilesError: it has problems; the profile is as it was and the copy is kept.
            FileFailedError: the profile was changed while the copy was; both are kept.
        """
        content = self._content(self.path)
        with locked_folder(self.original.parent):
            current = self._content(self.original)
            if content == current:
                self.path.unlink(missing_ok=True)
                return None
            reading = self._checked(content)
            if current != base:
                again = f"compare them, then: cb client edit {quoted(self.which)}"
                raise FileFailedError(
                    f"{self.file} was changed while you were in the editor",
                    hint=f"your text is in {self.kept}: {again}",
                )
            write_whole(self.original, content, file=self.file)
        self.path.unlink(missing_ok=True)
        return AcceptedDraft(content=content, notes=tuple(reading.notes))

    def _checked(self, content: bytes) -> Reading:
        typed = checked_me if self.which == MY_ID else checked_client
        reading = typed(self.workspace, content, file=self.kept)[1]
        if reading.problems:
            again = f"go on with: cb client edit {quoted(self.which)}"
            hint = f"{self.file} is as it was, your text is in {self.kept}; {again}"
            raise WrongFilesError(reading.problems, hint=hint)
        return reading

    def _content(self, path: Path) -> bytes:
        return profile_content(path, file=path.relative_to(self.workspace.folder).as_posix())
