"""The user's cache folder: JSON that was computed before, used while what it follows from is the same.

It is never the truth. An entry that is missing, damaged or of another stamp is computed again without a word,
and a folder that cannot be written costs only time. Nothing else reads or writes in the folder.

One file an entry: its stamp, a CRC-32 of the JSON, the JSON. The checksum matters: a damaged entry that still
parses would make a busy person look free.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

_PRIVATE_FOLDER = 0o700
_SUFFIX = ".json"
_UNFINISHED = "unfinished"
"""The folder in which entries are written before they take their place."""
_MOST_BYTES = 200_000_000


def _unheard(_why: str) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class JsonCache:
    """Entries by name, such as ``days/JP-13-2026``; without a folder nothing is stored.

    What follows from a file is asked for by `computed`, which takes the stamp before the file is read: a file
    that is saved meanwhile is then read again the next time. `read` and `write` are for what follows from no
    file, or from many.
    """

    folder: Path | None = None
    on_failure: Callable[[str], None] = _unheard
    """Is told why an entry could not be stored."""

    def computed(
        self, name: str, stamp: str, compute: Callable[[], Json], *, is_right: Callable[[Json], bool]
    ) -> Json:
        """The entry of this `stamp`; where there is none that `is_right`, what `compute` gives, stored."""
        entry = self.read(name, stamp)
        if not is_right(entry):
            entry = compute()
            self.write(name, stamp, entry)
        return entry

    def read(self, name: str, stamp: str) -> Json:
        """The entry stored under `name` with this `stamp`; None where there is none that can be trusted."""
        if self.folder is None:
            return None
        try:
            content = read_regular_file(self._file(self.folder, name), most_bytes=_MOST_BYTES, file=name)
            stored_stamp, checksum, text = content.decode("utf-8").split("\n", 2)
            if (stored_stamp, checksum) != (stamp, digest(text)):
                return None
            entry: Json = json.loads(text)
        except (FileFailedError, ValueError, RecursionError):
            return None
        return entry

    def write(self, name: str, stamp: str, entry: Json) -> None:
        """Store an entry, private to the user, in place of the one before; `stamp` is one line of text."""
        if self.folder is None:
            self.on_failure("HOME names no folder for it")
            return
        file = self._file(self.folder, name)
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        try:
            self._replace(self.folder, file, f"{stamp}\n{digest(text)}\n{text}".encode())
        except UnicodeEncodeError:  # lone surrogates stand for bytes that are no text
            return
        except OSError as error:
            self.on_failure(f"{self.folder} cannot be written: {error.strerror}")

    def keep_only(self, folder: str, names: Iterable[str]) -> bool:
        """Remove the entries and folders of a folder of the cache but these; whether there were any."""
        kept = set(names)
        others = [file for file in self._stored(folder) if file.removesuffix(_SUFFIX) not in kept]
        for file in others:
            self.remove(f"{folder}/{file.removesuffix(_SUFFIX)}")
        return bool(others)

    def remove(self, name: str) -> None:
        """Remove an entry, or a folder of entries, where there is one."""
        if self.folder is None:
            return
        for entry in self._stored(name):
            self._file(self.folder, f"{name}/{entry.removesuffix(_SUFFIX)}").unlink(missing_ok=True)
        with suppress(OSError):
            (self.folder / name).rmdir()
        with suppress(OSError):
            self._file(self.folder, name).unlink()

    def _stored(self, folder: str) -> list[str]:
        if self.folder is None:
            return []
        try:
            return os.listdir(self.folder / folder)  # noqa: PTH208 - thousands of paths cost 30 ms
        except OSError:
            return []

    @staticmethod
    def _replace(folder: Path, file: Path, content: bytes) -> None:
        from clientbridge.adapters.unfinished_file import clear_abandoned, unfinished_file

        unfinished = folder / _UNFINISHED
        for needed in (unfinished, file.parent):
            _make_private(needed, within=folder)
        clear_abandoned(unfinished)
        with unfinished_file(unfinished, file.name) as entry:
            entry.write(content)
            entry.put_in_place_of(file)

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
        return folder / f"{name}{_SUFFIX}"


NO_CACHE = JsonCache()
"""Stores nothing: every answer is computed."""


def digest(text: str) -> str:
    """CRC-32 in hexadecimal: guards against damage, and names entries of which their stamp says the rest."""
    return f"{crc32(text.encode()):08x}"


def _make_private(needed: Path, *, within: Path) -> None:
    """Make a folder and those above it in the cache; `parents=True` would make those open to all."""
    if needed.is_dir():
        return
    within.parent.mkdir(parents=True, exist_ok=True)
    for folder in (
        within,
        *(within / above for above in reversed(needed.relative_to(within).parents)),
        needed,
    ):
        if not folder.exists():
            folder.mkdir(exist_ok=True, mode=_PRIVATE_FOLDER)
