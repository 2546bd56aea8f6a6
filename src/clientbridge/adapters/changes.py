"""What the program changed last, so that `cb data undo` can take it back.

Kept in the user's state folder, private, for each workspace apart; git is not needed. A file that was changed
by hand since is never overwritten by an undo.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from clientbridge.adapters.journals import Journals
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError
from clientbridge.core.relationship.entries import Retracted
from clientbridge.core.relationship.entry_ids import entry_id
from clientbridge.core.relationship.kinds import EntryId
from clientbridge.core.values import dataclass

MOST_CHANGES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
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
class Changes:
    """The changes made in one workspace from this machine, newest last."""

    workspace: Path
    state_folder: Path

    def note(
        self,
        what: str,
        at: datetime,
        *,
        entries: Mapping[str, Sequence[EntryId]] | None = None,
        files: Mapping[str, bytes | None] | None = None,
    ) -> None:
        """Remember a change that has just been made; `files` holds what stood in each before it."""
        before = {
            name: None if content is None else content.decode("utf-8")
            for name, content in (files or {}).items()
        }
        after = {name: _checksum((self.workspace / name).read_bytes()) for name in before}
        change = Change(what=what, at=at, entries=entries or {}, files=before, after=after)
        self._write([*self._read(), change][-MOST_CHANGES:])

    def undo(self, now: datetime) -> Change | None:
        """Take back the last change; None when there is none.

        Raises:
            FileFailedError: one of its files was changed since; nothing is undone.
        """
        changes = self._read()
        if not changes:
            return None
        last = changes[-1]
        self._check_untouched(last)
        for name, content in last.files.items():
            if content is None:
                (self.workspace / name).unlink()
            else:
                write_whole(self.workspace / name, content.encode("utf-8"), file=name)
        for client, ids in last.entries.items():
            self._retract(client, ids, now)
        self._write(changes[:-1])
        return last

    def _check_untouched(self, change: Change) -> None:
        for name, checksum in change.after.items():
            path = self.workspace / name
            if not path.exists() or _checksum(path.read_bytes()) != checksum:
                raise FileFailedError(
                    f"{name} was changed after: {change.what}", hint="nothing was undone; change it by hand"
                )

    def _retract(self, client: str, ids: Sequence[EntryId], now: datetime) -> None:
        journals = Journals(self.workspace)
        taken = set(journals.open(client).ids)
        lines = []
        for entry in ids:
            id_ = entry_id(client, now, "retracted", entry, taken=taken)
            taken.add(id_)
            lines.append(Retracted(id=id_, at=now, entry=entry))
        journals.append(client, lines)

    @property
    def _path(self) -> Path:
        return (
            self.state_folder / "changes" / f"{_checksum(str(self.workspace.resolve()).encode())[:16]}.json"
        )

    def _read(self) -> list[Change]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return [
                Change(**{**change, "at": datetime.fromisoformat(change["at"])})
                for change in found["changes"]
            ]
        except (OSError, ValueError, KeyError, TypeError):
            # Losing the memory of changes costs an undo, never a file.
            return []

    def _write(self, changes: Sequence[Change]) -> None:
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
        make_folder(self._path.parent, file="for changes")
        content = json.dumps({"changes": written}, ensure_ascii=False).encode("utf-8")
        write_whole(self._path, content, file="the list of changes")


def _checksum(content: bytes) -> str:
    return sha256(content).hexdigest()
