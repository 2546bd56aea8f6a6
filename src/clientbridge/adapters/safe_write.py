"""Files that are written whole or not at all, and that only their owner can read."""

import os
import stat
from pathlib import Path

from clientbridge.adapters.unfinished_file import clear_abandoned, unfinished_file
from clientbridge.core.errors import FileFailedError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def write_whole(path: Path, content: bytes, *, file: str) -> None:
    """Put `content` at `path`, all of it or nothing.

    A temporary file beside it is flushed to disk and renamed over it. A new file is private; one that is
    replaced keeps its permissions, and a link keeps pointing where it did.
    `file` is its name in messages. Raises FileFailedError, with the old content untouched.
    """
    try:
        target = path.resolve()
        kind = target.stat().st_mode if target.exists() else stat.S_IFREG | PRIVATE_FILE
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            path.write_bytes(content)  # a terminal, a pipe, /dev/null: nothing to put in its place
            return
        _replace(target, content, permissions=stat.S_IMODE(kind))
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; no name for a file
        raise _not_written(file, error) from error
    _flush_folder(target.parent)
    clear_abandoned(target.parent, of=target.name)


def _replace(target: Path, content: bytes, *, permissions: int) -> None:
    with unfinished_file(target.parent, target.name) as unfinished:
        unfinished.write(content)
        os.fsync(unfinished.descriptor)
        unfinished.path.chmod(permissions)
        unfinished.put_in_place_of(target)


def make_folder(path: Path, *, file: str) -> None:
    """Make a private folder, and those above it that are missing; raises FileFailedError."""
    try:
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)  # another process may make it meanwhile
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise FileFailedError(f"the folder {file} cannot be made: {why}") from error


def check_can_be_written(folder: Path) -> None:
    """Raises FileFailedError where a folder can neither be made nor written to, before anything is done."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not there.is_dir():
        raise FileFailedError(f"the folder {folder} cannot be made: {there} is no folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise FileFailedError(
            f"nothing can be written in {there}: it is not yours to change",
            hint="name another folder: cb init FOLDER",
        )


def _flush_folder(folder: Path) -> None:
    """The rename reaches the disk with the folder; where folders cannot be opened, Windows sees to it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_written(file: str, error: Exception) -> FileFailedError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else error
    return FileFailedError(
        f"{file} cannot be written: {why}",
        hint="nothing was changed; free the disk or the folder, then again",
    )
