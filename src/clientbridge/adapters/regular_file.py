"""Files read whole, up to a bound: a pipe that nobody writes to, a device or a folder is refused at once."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from clientbridge.core.errors import FileFailedError, FileMissingError

_BYTES_OF_MEGABYTE = 1_000_000
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe"}


def read_regular_file(path: Path, *, most_bytes: int, file: str) -> bytes:
    """The content of a file, called `file` in what the user is told.

    Raises:
        FileMissingError: no such file.
        FileFailedError: no permission, not a file with content of its own, or more than
            `most_bytes` of it.
    """
    try:
        with _opened(path, file) as stream:
            size = os.fstat(stream.fileno()).st_size
            # Files of /proc say they are empty: what is read counts as well.
            data = (stream.read(most_bytes + 1) or b"") if size <= most_bytes else b""
    except FileNotFoundError as error:
        raise FileMissingError(f"{file} cannot be read: {error.strerror}") from error
    except OSError as error:
        raise FileFailedError(f"{file} cannot be read: {error.strerror}") from error
    if max(size, len(data)) > most_bytes:
        raise FileFailedError(f"{file} is larger than {_size(most_bytes)}, the most that is read")
    return data


def _opened(path: Path, file: str) -> BinaryIO:
    try:
        # Without O_NONBLOCK the opening of a named pipe waits for a writer.
        descriptor = os.open(path, os.O_RDONLY | _NOT_WAITING)
    except ValueError:
        raise FileFailedError(
            f"{file} cannot be read: its name holds a sign that no file name can have"
        ) from None
    try:
        _check_regular(os.fstat(descriptor), file)
        return os.fdopen(descriptor, "rb")
    except FileFailedError:
        os.close(descriptor)
        raise


def _check_regular(state: os.stat_result, file: str) -> None:
    if stat.S_ISREG(state.st_mode):
        return
    kind = _KINDS.get(stat.S_IFMT(state.st_mode), "a device")
    raise FileFailedError(f"{file} cannot be read: it is {kind}, not a file")


def _size(most_bytes: int) -> str:
    if most_bytes < _BYTES_OF_MEGABYTE:
        return f"{most_bytes:,} bytes"
    return f"{most_bytes / _BYTES_OF_MEGABYTE:.4g} MB"
