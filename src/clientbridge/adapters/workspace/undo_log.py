"""The changes the program made, so that `cb data undo` can revert them.

Kept in the user's state folder, private, for each workspace apart; git is not needed. A file that was changed
by hand since is never overwritten by an undo.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Retracted
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId

MOST_CHANGES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file that was replaced or made."""

    before: bytes | None
    """None where there was no file."""
    after: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedChange:
    """One command's change: entries added to journals, files replaced or made."""

    what: str
    at: datetime
    entries: Mapping[str, Sequence[EntryId]]
    """Ids by client."""
    files: Mapping[str, str | None]
    """What stood in each file before, by its name in the workspace; None where there was no file."""
    after: Mapping[str, str]
    """A checksum of each file as it was written."""


@dataclass(frozen=True, slots=True)
class UndoLog:
    """The changes made in one workspace from this machine, newest last."""

    workspace: Path
    state_folder: Path

    def note(
        self,
        what: str,
        at: datetime,
        *,
        entries: Mapping[str, Sequence[EntryId]] | None = None,
        files: Mapping[str, FileChange] | None = None,
    ) -> None:
        """Record a change that has just been made; files are named relative to the workspace."""
        before = {
            name: None if file.before is None else file.before.decode("utf-8", errors="surrogateescape")
            for name, file in (files or {}).items()
        }
        after = {name: _checksum(file.after) for name, file in (files or {}).items()}
        change = RecordedChange(what=what, at=at, entries=entries or {}, files=before, after=after)
        make_folder(self._path.parent, file="for changes")
        with locked_folder(self._path.parent):
            self._write([*self._read(), change][-MOST_CHANGES:])

    def undo(self, now: datetime) -> RecordedChange | None:
        """Revert the last change and return it; None when there is none.

        Raises:
            FileFailedError: one of its files was changed since; nothing is undone.
        """
        with locked_folder(self._path.parent):
            changes = self._read()
            if not changes:
                return None
            self._revert(changes[-1], now)
            self._write(changes[:-1])
            return changes[-1]

    def _revert(self, last: RecordedChange, now: datetime) -> None:
        self._check_untouched(last)
        for name, content in last.files.items():
            self._put_back(name, content)
        for client, ids in last.entries.items():
            self._retract(client, ids, now)

    def _put_back(self, name: str, content: str | None) -> None:
        if content is not None:
            before = content.encode("utf-8", errors="surrogateescape")
            write_whole(self.workspace / name, before, file=name)
            return
        try:
            (self.workspace / name).unlink()
        except OSError as error:
            raise FileFailedError(f"{name} cannot be removed: {error.strerror}") from error

    def _check_untouched(self, change: RecordedChange) -> None:
        for name, checksum in change.after.items():
            path = self.workspace / name
            if not path.is_file() or _checksum(_content(path, name)) != checksum:
                raise FileFailedError(
                    f"{name} was changed after: {change.what}", hint="nothing was undone; change it by hand"
                )

    def _retract(self, client: str, ids: Sequence[EntryId], now: datetime) -> None:
        def retractions(taken: frozenset[EntryId]) -> Iterator[Retracted]:
            for entry in ids:
                id_ = entry_id(client, now, "retracted", entry, taken=taken)
                taken |= {id_}
                yield Retracted(id=id_, at=now, entry=entry)

        Journals(self.workspace).append(client, lambda taken: tuple(retractions(taken)))

    @property
    def _path(self) -> Path:
        place = _checksum(os.fsencode(self.workspace.resolve()))
        return self.state_folder / "changes" / f"{place[:16]}.json"

    def _read(self) -> list[RecordedChange]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            return [_change(entry) for entry in stored["changes"]]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            # Losing the memory of changes costs an undo, never a file.
            return []

    def _write(self, changes: Sequence[RecordedChange]) -> None:
        written = [
            {
                "what": change.what,
                "at": change.at.isoformat(),
                "entries": {client: list(ids) for client, ids in change.entries.items()},
                "files": dict(change.files),
                "after": dict(change.after),
            }
            for change in changes
        ]
        content = json.dumps({"changes": written}).encode("utf-8")
        write_whole(self._path, content, file="the list of changes")


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _change(entry: object) -> RecordedChange:
    """Decode a stored change; raises ValueError for anything else."""
    match entry:
        case {
            "what": str(what),
            "at": str(at),
            "entries": dict(entries),
            "files": dict(files),
            "after": dict(after),
        }:
            known = set(after) == set(files) and _are_texts(after.values())
            known = known and _are_texts(text for text in files.values() if text is not None)
            if known and all(isinstance(ids, list) and _are_texts(ids) for ids in entries.values()):
                return RecordedChange(
                    what=what, at=datetime.fromisoformat(at), entries=entries, files=files, after=after
                )
    raise ValueError("not a change")


def _content(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileFailedError(f"{name} cannot be read: {error.strerror}") from error


def _checksum(content: bytes) -> str:
    return sha256(content).hexdigest()
