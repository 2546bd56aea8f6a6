"""The changes the program made, so that `cb data undo` can revert them.

Kept in the user's state folder, private, for each workspace apart; git is not needed. A file that was changed
by hand since is never overwritten by an undo.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import field, replace
from datetime import datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.relationship.journals import Journals
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.adapters.workspace.moved_files import check_movable, lend_name, move_to
from clientbridge.core.errors import FileFailedError, FileMissingError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Retracted
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId

MOST_CHANGES = 50
_MOST_CHARACTERS = 4_000_000
_MOST_BYTES_READ = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file that was replaced or made."""

    before: bytes | None
    """None where there was no file."""
    after: bytes | None
    """None where it was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedChange:
    """One command's change: entries added to journals, files replaced or made."""

    what: str
    at: datetime
    entries: Mapping[str, Sequence[EntryId]]
    """Ids by client."""
    files: Mapping[str, str | None]
    """What stood in each file before, by its name in the workspace; None where there was no file."""
    after: Mapping[str, str | None]
    """A checksum of each file as it was written; None of one that was removed."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """Files and folders that got another name, by the one before: what was added to them since stays."""


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
        moves: Mapping[str, str] | None = None,
    ) -> None:
        """Record a change that has just been made, or is about to be; names are relative to the workspace."""
        before = {
            name: None if file.before is None else file.before.decode("utf-8", errors="surrogateescape")
            for name, file in (files or {}).items()
        }
        after = {
            name: None if file.after is None else _checksum(file.after)
            for name, file in (files or {}).items()
        }
        change = RecordedChange(
            what=what, at=at, entries=entries or {}, files=before, after=after, moves=moves or {}
        )
        with self._held():
            self._write(_newest([*self._read(), change]))

    def follow(self, file: str, change: FileChange) -> None:
        """Let the newest change of a file end as this one does, if it ended where this one began."""
        if change.before is None or change.after is None:
            return
        with self._held():
            changes = self._read()
            at = max((at for at, one in enumerate(changes) if file in one.after), default=None)
            if at is None or changes[at].after[file] != _checksum(change.before):
                return
            changes[at] = replace(changes[at], after={**changes[at].after, file: _checksum(change.after)})
            self._write(changes)

    def undo(self, now: datetime) -> RecordedChange | None:
        """Revert the last change and return it; None when there is none.

        Raises:
            FileFailedError: one of its files was changed since; nothing is undone.
        """
        while (last := self._last()) is not None:
            with self._folders_held(last), self._held():
                changes = self._read()
                if changes[-1:] == [last]:
                    self._revert(last, now)
                    self._write(changes[:-1])
                    return last
        return None

    def _last(self) -> RecordedChange | None:
        with self._held():
            return next(reversed(self._read()), None)

    @contextmanager
    def _folders_held(self, change: RecordedChange) -> Iterator[None]:
        """Who changes a profile holds its folder, then the list; an undo does so too, and both go on."""
        with ExitStack() as held:
            for folder in sorted({(self.workspace / name).parent for name in change.files}):
                held.enter_context(locked_folder(folder))
            yield

    @contextmanager
    def _held(self) -> Iterator[None]:
        """One process at a time reads and writes the list; raises FileFailedError where it cannot be kept."""
        try:
            folder = self._path.parent
            make_folder(folder, file=str(folder))
            with locked_folder(folder):
                yield
        except OSError as error:
            raise FileFailedError(f"the list of changes cannot be kept: {error.strerror}") from error

    def _revert(self, last: RecordedChange, now: datetime) -> None:
        self._check_untouched(last)
        for before, after in last.moves.items():
            lend_name(self.workspace, after, before)
        for name, content in last.files.items():
            self._put_back(name, content)
        for before, after in last.moves.items():
            move_to(self.workspace, after, before)
        for client, ids in last.entries.items():
            self._retract(client, ids, now)

    def _put_back(self, name: str, content: str | None) -> None:
        if content is not None:
            make_folder((self.workspace / name).parent, file=str(Path(name).parent))
            write_whole(self.workspace / name, _bytes_of(content), file=name)
            return
        try:
            (self.workspace / name).unlink(missing_ok=True)
        except OSError as error:
            raise FileFailedError(f"{name} cannot be removed: {error.strerror}") from error

    def _check_untouched(self, change: RecordedChange) -> None:
        for before_name, after_name in change.moves.items():
            check_movable(self.workspace, after_name, before_name)
        for name, after in change.after.items():
            before = change.files[name]
            # A file is as it was before where an earlier undo of this change was killed halfway.
            undone = None if before is None else _checksum(_bytes_of(before))
            if self._checksum_of(name) not in {after, undone}:
                raise FileFailedError(
                    f"{name} was changed after: {change.what}", hint="nothing was undone; change it by hand"
                )

    def _checksum_of(self, name: str) -> str | None:
        """None where there is no such file."""
        try:
            return _checksum(read_regular_file(self.workspace / name, most_bytes=_MOST_BYTES_READ, file=name))
        except FileMissingError:
            return None

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
        """The changes that are known; raises FileFailedError for what is no file or far too large."""
        try:
            content = read_regular_file(self._path, most_bytes=_MOST_BYTES_READ, file="the list of changes")
            stored = json.loads(content)
            return [_change(entry) for entry in stored["changes"]]
        except (FileMissingError, ValueError, KeyError, TypeError, RecursionError):
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
                "moves": dict(change.moves),
            }
            for change in changes
        ]
        content = json.dumps({"changes": written}).encode("utf-8")
        write_whole(self._path, content, file="the list of changes")


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _change(entry: object) -> RecordedChange:
    """Decode a stored change; raises ValueError for anything else. Older ones have no moves."""
    match {"moves": {}, **entry} if isinstance(entry, dict) else entry:
        case {
            "what": str(what),
            "at": str(at),
            "entries": dict(entries),
            "files": dict(files),
            "after": dict(after),
            "moves": dict(moves),
        }:
            texts = [text for text in (*files.values(), *after.values()) if text is not None]
            lists = [ids for ids in entries.values() if isinstance(ids, list)]
            known = set(after) == set(files) and len(lists) == len(entries)
            if known and _are_texts([*texts, *moves, *moves.values(), *chain.from_iterable(lists)]):
                return RecordedChange(
                    what=what,
                    at=datetime.fromisoformat(at),
                    entries=entries,
                    files=files,
                    after=after,
                    moves=moves,
                )
    raise ValueError("not a change")


def _newest(changes: Sequence[RecordedChange]) -> Sequence[RecordedChange]:
    """The last ones, so few that each command can read and write them all; the very last one always."""
    size, kept = 0, 0
    for change in reversed(changes[-MOST_CHANGES:]):
        size += sum(len(content or "") for content in change.files.values())
        if kept and size > _MOST_CHARACTERS:
            break
        kept += 1
    return changes[-kept:]


def _bytes_of(content: str) -> bytes:
    return content.encode("utf-8", errors="surrogateescape")


def _checksum(content: bytes) -> str:
    return sha256(content).hexdigest()
