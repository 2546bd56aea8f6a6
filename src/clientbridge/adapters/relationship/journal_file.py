"""Journal files: ``journal/<client>.jsonl``, append-only, one entry per line.

A lock on the file serialises writers, and a line is synced to disk before it is acknowledged. A line that a
killed process left unfinished is moved to a ``.torn`` file and reported; no other line is lost.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from clientbridge.adapters.file_lock import locked_file
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.relationship.journal_lines import WrongLineError, read_line, write_line
from clientbridge.core.errors import FileFailedError, FileMissingError, Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Entry

MOST_BYTES = 16_000_000
MOST_LINES = 40_000
"""Ten a day for ten years: more would take longer to read than anybody waits."""
MOST_BYTES_OF_LINE = 1_000_000
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is never waited for."""
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
        data = read_regular_file(path, most_bytes=MOST_BYTES, file=name)
    except FileMissingError:
        return JournalText(entries=())
    return _journal_text(data, name)


def _journal_text(data: bytes, name: str) -> JournalText:
    """Raises FileFailedError where there are too many lines."""
    if data.count(b"\n") > MOST_LINES:
        hint = "move its oldest lines to another folder"
        raise FileFailedError(f"{name} has more than {MOST_LINES:,} lines, the most that are read", hint=hint)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                entries.append(_entry(line))
            except WrongLineError as error:
                problems.append(Problem(file=name, line=number, column=1, say=str(error)))
    return JournalText(entries=tuple(entries), problems=tuple(problems))


def _entry(line: bytes) -> Entry:
    """Raises WrongLineError."""
    if len(line) > MOST_BYTES_OF_LINE:
        raise WrongLineError(f"this line is longer than {MOST_BYTES_OF_LINE // 1_000_000} MB")
    try:
        return read_line(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise WrongLineError("this line is not UTF-8 text") from None


def append_entries(path: Path, compose: Compose) -> AppendedEntries:
    """Append what `compose` returns for the existing entries; the file is locked meanwhile.

    When this returns, the entries are on disk; when it raises, nothing has changed.

    Raises:
        FileFailedError: the folder is read-only, the disk is full, or the file cannot be opened.
    """
    try:
        path.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        with _opened(path) as descriptor, locked_file(descriptor):
            data, torn = _whole_lines(descriptor, path)
            before = _journal_text(data, path.name).entries
            added = tuple(compose(before))
            _write_all(descriptor, _lines_of(added, room=MOST_BYTES - len(data)))
        _sync_folder(path.parent)
    except OSError as error:
        raise FileFailedError(
            f"{path.name} cannot be written: {error.strerror}", hint="nothing was changed"
        ) from error
    return AppendedEntries(before=before, added=added, torn=torn)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, _PRIVATE_FILE)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise FileFailedError(f"{path.name} is no file with lines", hint="nothing was changed")
        if status.st_size > MOST_BYTES:
            say = f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, the most that is read"
            raise FileFailedError(say, hint="nothing was changed; move its oldest lines to another folder")
        yield descriptor
    finally:
        os.close(descriptor)


def _whole_lines(descriptor: int, path: Path) -> tuple[bytes, str | None]:
    """Return the whole lines, and the unfinished last one that was moved to ``<name>.torn``, or None.

    A last line that is a whole entry and lacks only its line break is completed instead.
    """
    with os.fdopen(descriptor, "rb", closefd=False) as stream:
        data = stream.read()
    end = data.rfind(b"\n") + 1
    torn = data[end:]
    if not torn:
        return data, None
    try:
        _entry(torn)
    except WrongLineError:
        _set_aside(torn, path)
        os.ftruncate(descriptor, end)
        os.lseek(descriptor, 0, os.SEEK_END)
        return data[:end], torn.decode("utf-8", errors="replace")
    os.write(descriptor, b"\n")
    return data + b"\n", None


def _set_aside(torn: bytes, path: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _FLAGS
    aside = os.open(path.with_name(path.name + ".torn"), flags, _PRIVATE_FILE)
    try:
        _write_all(aside, torn + b"\n")
    finally:
        os.close(aside)


def _lines_of(entries: Sequence[Entry], *, room: int) -> bytes:
    """Return the lines to append; what could not be read back is refused."""
    lines = [write_line(entry).encode() for entry in entries]
    if any(len(line) > MOST_BYTES_OF_LINE for line in lines) or sum(map(len, lines)) > room:
        most = f"{MOST_BYTES_OF_LINE // 1_000_000} MB in a line and {MOST_BYTES // 1_000_000} MB in all"
        raise FileFailedError(f"that is too much text for a journal, which takes {most}")
    return b"".join(lines)


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
