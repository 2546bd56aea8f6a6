"""Files that are written whole or not at all, and that only their owner can read."""

import os
import stat
import tempfile
from pathlib import Path

from clientbridge.core.errors import FileFailedError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def write_whole(path: Path, content: bytes, *, file: str) -> None:
    """Put `content` at `path`, all of it or nothing.

    A temporary file beside it is flushed to disk and renamed over it. A new file is private; one that is
    replaced keeps its permissions, and a link keeps pointing where it did.
    `file` is its name in messages. Raises FileFailedError, with the old content untouched.
    """
    target = path.resolve()
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE_FILE
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    except OSError as error:
        raise _not_written(file, error) from error
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(mode)
        written.replace(target)
    except OSError as error:
        written.unlink(missing_ok=True)
        raise _not_written(file, error) from error
    _flush_folder(target.parent)


def make_folder(path: Path, *, file: str) -> None:
    """Make a private folder, and those above it that are missing; raises FileFailedError."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=PRIVATE_FOLDER)
    except OSError as error:
        raise FileFailedError(f"the folder {file} cannot be made: {error.strerror}") from error


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


def _not_written(file: str, error: OSError) -> FileFailedError:
    return FileFailedError(
        f"{file} cannot be written: {error.strerror}",
        hint="nothing was changed; free the disk or the folder, then again",
    )
