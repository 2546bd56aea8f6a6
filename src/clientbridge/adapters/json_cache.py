"""The user's cache folder: JSON that was computed before, used while what it follows from is the same.

It is never the truth. An entry that is missing, damaged or of another stamp is computed again without a word,
and a folder that cannot be written costs only time. Nothing else reads or writes in the folder.

One file an entry: its stamp, a CRC-32 of the JSON, the JSON. The checksum matters: a damaged entry that still
parses would make a busy person look free.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

_PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class JsonCache:
    """Entries by name, such as ``days/JP-13-2026``; without a folder nothing is stored."""

    folder: Path | None = None

    def read(self, name: str, stamp: str) -> Json:
        """The entry stored under `name` with this `stamp`; None where there is none that can be trusted."""
        if self.folder is None:
            return None
        try:
            stored_stamp, checksum, text = self._file(self.folder, name).read_text("utf-8").split("\n", 2)
            if (stored_stamp, checksum) != (stamp, digest(text)):
                return None
            entry: Json = json.loads(text)
        except (OSError, ValueError, RecursionError):
            return None
        return entry

    def write(self, name: str, stamp: str, entry: Json) -> None:
        """Store an entry, private to the user, in place of the one before; `stamp` is one line of text."""
        if self.folder is None:
            return
        file = self._file(self.folder, name)
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        try:
            content = f"{stamp}\n{digest(text)}\n{text}".encode()
            file.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
            _replace(file, content)
        except (OSError, UnicodeEncodeError):  # lone surrogates stand for bytes that are no text
            return

    def drop_older(self, kind: str, *, than: "timedelta") -> None:
        """Forget the entries of one kind, such as ``days``, that were written so long before its newest."""
        if self.folder is None:
            return
        try:
            written = {file: file.stat().st_mtime for file in (self.folder / kind).glob("*.json")}
            newest = max(written.values(), default=0.0)
            for file, when in written.items():
                if newest - when > than.total_seconds():
                    file.unlink()
        except OSError:
            return

    @staticmethod
    def _file(folder: Path, name: str) -> Path:
        return folder / f"{name}.json"


NO_CACHE = JsonCache()
"""Stores nothing: every answer is computed."""


def stamp_of(*files: Path) -> str:
    """Size and time of files, for stamps: another whenever one of them changes. Raises OSError."""
    return " ".join(
        f"{status.st_size:x}.{status.st_mtime_ns:x}" for status in (file.stat() for file in files)
    )


def _replace(file: Path, content: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(dir=file.parent, suffix=".tmp", delete=False) as draft:
        try:
            draft.write(content)
            draft.close()
            Path(draft.name).replace(file)
        except OSError:
            Path(draft.name).unlink(missing_ok=True)
            raise


def digest(text: str) -> str:
    """CRC-32 in hexadecimal: guards against damage, and names entries of which their stamp says the rest."""
    return f"{crc32(text.encode()):08x}"
