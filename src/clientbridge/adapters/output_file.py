"""Files that a command writes besides its answer, wherever they are sent: to a file, a pipe, a terminal.

A file is put in its place whole (`safe_write`). What flows is written to: a pipe as soon as somebody reads
it, and a stream that this process has open, such as ``/dev/stdout`` or the ``/dev/fd/63`` of a shell's
``>(less)``, through the open stream, since opening it anew would start a file over or fail.
"""

import errno
import os
import re
import select
import stat
from pathlib import Path
from time import monotonic, sleep

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import write_whole
from clientbridge.core.errors import FileFailedError
from clientbridge.core.frozen_dataclass import dataclass

_OPEN_STREAM = re.compile(
    r"/dev/(?P<name>stdin|stdout|stderr)|/(?:dev|proc/(?P<process>self|\d+))/fd/(?P<number>\d+)"
)
_STANDARD_STREAMS = {"stdin": 0, "stdout": 1, "stderr": 2}
_MOST_LINKS = 40
_MOST_BYTES = 20_000_000
"""No file that was written for a command is larger."""
_PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.02
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NO_OUTPUT = {stat.S_IFDIR: "it is a folder", stat.S_IFBLK: "it is a disk", stat.S_IFSOCK: "it is a socket"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputTarget:
    """Where a file that is to be written leads to."""

    path: Path
    """After all links."""
    size: int | None
    """In bytes; None for a new file."""
    identity: object
    """The same for two names of one file."""
    is_stream: bool = False
    """A pipe, a terminal, a device: written to, never replaced."""


def output_target(path: Path, *, file: str) -> OutputTarget:
    """Where `path`, called `file` in messages, leads to; raises FileFailedError where no file can be."""
    try:
        target = path.resolve()
        found = path.stat() if path.exists() or _open_stream(path) is not None else None
        if found is None and not target.parent.is_dir():
            raise FileFailedError(
                f"{file} cannot be written: there is no folder {Path(file).parent}",
                hint="make the folder first, or name another place",
            )
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; no name for a file
        raise _not_written(file, error) from error
    if found is None:
        return OutputTarget(path=target, size=None, identity=target)
    if (what := _NO_OUTPUT.get(stat.S_IFMT(found.st_mode))) is not None:
        raise FileFailedError(f"{file} cannot be written: {what}", hint="name a file")
    is_stream = _open_stream(path) is not None or not stat.S_ISREG(found.st_mode)
    return OutputTarget(path=target, size=found.st_size, identity=_identity(found), is_stream=is_stream)


def identity_of_stream(descriptor: int) -> object:
    """What `OutputTarget.identity` is where that open stream goes to; None where it is not open."""
    try:
        return _identity(os.fstat(descriptor))
    except OSError:
        return None


def _identity(found: os.stat_result) -> object:
    return found.st_dev, found.st_ino


def text_at(target: OutputTarget, *, file: str) -> str | None:
    """What stands in the file now; None where there is none, or none that a command has written.

    Raises FileFailedError where it cannot be read.
    """
    if target.is_stream or target.size is None or target.size > _MOST_BYTES:
        return None
    return read_regular_file(target.path, most_bytes=_MOST_BYTES, file=file).decode("utf-8", errors="replace")


def write_output(
    path: Path, content: bytes, *, file: str, patience_seconds: float = _PATIENCE_SECONDS
) -> None:
    """Write a file, all of it or nothing, or into what flows; raises FileFailedError.

    A pipe from which nobody reads for so long is given up.
    """
    target = output_target(path, file=file)
    if not target.is_stream:
        write_whole(path, content, file=file)
        return
    descriptor = _open_stream(path)
    try:
        if descriptor is not None:
            with os.fdopen(os.dup(descriptor), "wb") as stream:
                stream.write(content)
        else:
            _write_into(path, content, file, patience_seconds)
    except BrokenPipeError:  # whoever read it has what they wanted
        return
    except OSError as error:
        raise _not_written(file, error) from error


def _open_stream(path: Path) -> int | None:
    """The descriptor of an open stream of this process, where the path names one, also through links."""
    for _ in range(_MOST_LINKS):
        match = _OPEN_STREAM.fullmatch(str(path))
        if match is not None and match["process"] in {None, "self", str(os.getpid())}:
            return _STANDARD_STREAMS[match["name"]] if match["name"] else int(match["number"])
        if not path.is_symlink():
            return None
        path = path.parent / path.readlink()
    return None


def _write_into(path: Path, content: bytes, file: str, patience_seconds: float) -> None:
    descriptor = _opened_once_read(path, file, patience_seconds)
    try:
        left = memoryview(content)
        while left:
            if not select.select([], [descriptor], [], patience_seconds)[1]:
                raise _nobody_reads(file)
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def _opened_once_read(path: Path, file: str, patience_seconds: float) -> int:
    """A named pipe opens once somebody reads it: a reader may be about to start."""
    until = monotonic() + patience_seconds
    while True:
        try:
            return os.open(path, os.O_WRONLY | _NOT_WAITING)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if monotonic() > until:
                raise _nobody_reads(file) from error
        sleep(_PAUSE_SECONDS)


def _nobody_reads(file: str) -> FileFailedError:
    return FileFailedError(
        f"{file} cannot be written: nobody reads from this pipe",
        hint="start its reader first, or name a file",
    )


def _not_written(file: str, error: Exception) -> FileFailedError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else error
    return FileFailedError(f"{file} cannot be written: {why}", hint="name another file")
