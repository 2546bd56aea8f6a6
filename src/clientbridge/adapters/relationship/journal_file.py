"""Journal files: ``journal/<client>.jsonl``, append-only, one entry per line.

A lock on the file serialises writers, and a line is synced to disk before it is acknowledged. A line that a
killed process left unfinished is moved to a ``.torn`` file and reported; no other line is lost.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from clientbridge.adapters.file_lock import locked_file
from clientbridge.adapters.relationship.journal_lines import WrongLineError, read_line, write_line
from clientbridge.core.errors import FileFailedError, Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Entry

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700

Compose: TypeAlias = Callable[[Sequence[Entry]], Sequence[Entry]]
"""Returns the entries to add, given those already in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalText:
    """The entries of a journal file, with a problem for each line that could not be read."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendedEntries:
    """The entries of a journal file before an append, and the appended ones."""

    before: tuple[Entry, ...]
    added: tuple[Entry, ...]
    torn: str | None
    """An unfinished last line that was set aside; None when there was none."""


def read_entries(path: Path, *, name: str) -> JournalText:
    """Return every readable entry; a missing file is an empty journal. Problems name the file as `name`.

    Raises FileFailedError.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return JournalText(entries=())
    except OSError as error:
        raise FileFailedError(f"{name} cannot be read: {error.strerror}") from error
    return _journal_text(data, name)


def _journal_text(data: bytes, name: str) -> JournalText:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                entries.append(read_line(line.decode("utf-8")))
            except (WrongLineError, UnicodeDecodeError) as error:
                say = str(error) if isinstance(error, WrongLineError) else "this line is not UTF-8 text"
                problems.append(Problem(file=name, line=number, column=1, say=say))
    return JournalText(entries=tuple(entries), problems=tuple(problems))


def append_entries(path: Path, compose: Compose) -> AppendedEntries:
    """Append what `compose` returns for the existing entries; the file is locked meanwhile.

    When this returns, the entries are on disk; when it raises, nothing has changed.

    Raises:
        FileFailedError: the folder is read-only, the disk is full, or the file cannot be opened.
    """
    try:
        path.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        with _opened(path) as descriptor, locked_file(descriptor):
            torn = _set_torn_line_aside(descriptor, path)
            before = _journal_text(_read_all(descriptor), path.name).entries
            added = tuple(compose(before))
            _write_all(descriptor, "".join(map(write_line, added)).encode())
        _sync_folder(path.parent)
    except OSError as error:
        raise FileFailedError(
            f"{path.name} cannot be written: {error.strerror}", hint="nothing was changed"
        ) from error
    return AppendedEntries(before=before, added=added, torn=torn)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), _PRIVATE_FILE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _set_torn_line_aside(descriptor: int, path: Path) -> str | None:
    """Append an unfinished last line to ``<name>.torn``, then cut it off the journal; return it, or None.

    A last line that is a whole entry and lacks only its line break is completed instead.
    """
    size = os.lseek(descriptor, 0, os.SEEK_END)
    end, torn = _split_tail(descriptor, size)
    if not torn:
        return None
    try:
        read_line(torn.decode("utf-8"))
    except (WrongLineError, UnicodeDecodeError):
        aside = os.open(
            path.with_name(path.name + ".torn"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, _PRIVATE_FILE
        )
        try:
            os.write(aside, torn + b"\n")
            os.fsync(aside)
        finally:
            os.close(aside)
        os.ftruncate(descriptor, end)
        os.lseek(descriptor, 0, os.SEEK_END)
        return torn.decode("utf-8", errors="replace")
    os.write(descriptor, b"\n")
    return None


def _split_tail(descriptor: int, size: int) -> tuple[int, bytes]:
    """Return the offset just after the last line break, and the bytes from there to the end."""
    tail = b""
    at = size
    while at > 0:
        step = min(at, 4096)
        at -= step
        os.lseek(descriptor, at, os.SEEK_SET)
        tail = os.read(descriptor, step) + tail
        end = tail.rfind(b"\n")
        if end >= 0:
            return at + end + 1, tail[end + 1 :]
    return 0, tail


def _read_all(descriptor: int) -> bytes:
    size = os.lseek(descriptor, 0, os.SEEK_END)
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while size > 0 and (piece := os.read(descriptor, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _write_all(descriptor: int, data: bytes) -> None:
    """Append all of `data` or nothing: a partial write is truncated away again."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    try:
        written = 0
        while written < len(data):
            written += os.write(descriptor, data[written:])
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def _sync_folder(folder: Path) -> None:
    """Sync the folder, so that a new file survives a crash; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
