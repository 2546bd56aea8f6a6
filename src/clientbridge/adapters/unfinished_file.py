"""Files that are written beside the one they will replace, and what a killed writer left of them.

Such a file is held by a lock while its writer lives. One that nobody holds is left over, and the next writer
removes it.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clientbridge.adapters.file_lock import hold_if_free
from clientbridge.core.frozen_dataclass import dataclass

_NAME = re.compile(r"\.(?P<of>.*)\.[a-z0-9_]{8}\.new", re.DOTALL)
_MOST_BYTES_OF_NAME = 200
"""File systems take 255; the dots, the random part and the suffix come on top."""
_BINARY = getattr(os, "O_BINARY", 0)
_PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class UnfinishedFile:
    """A private file beside the one that it will replace."""

    path: Path
    descriptor: int

    def write(self, content: bytes) -> None:
        """Write all of it; raises OSError."""
        with os.fdopen(self.descriptor, "wb", closefd=False) as stream:
            stream.write(content)

    def put_in_place_of(self, target: Path) -> None:
        """Rename it over `target`; raises OSError."""
        if os.name == "nt":  # an open file cannot be renamed there
            os.close(self.descriptor)
        self.path.replace(target)


@contextmanager
def unfinished_file(folder: Path, name: str) -> Iterator[UnfinishedFile]:
    """A new file in `folder` for the content of the file `name`; gone afterwards unless it is in its place.

    Raises OSError.
    """
    started = _started(folder, _short(name))
    try:
        yield started
    finally:
        with suppress(OSError):  # closed already, to be renamed
            os.close(started.descriptor)
        with suppress(OSError):
            started.path.unlink()


def clear_abandoned(folder: Path, *, of: str | None = None) -> None:
    """Remove what killed writers left in a folder: of every file, or of the one called `of`."""
    wanted = None if of is None else _short(of)
    try:
        names = os.listdir(folder)  # noqa: PTH208 - thousands of paths cost 30 ms
    except OSError:
        return
    for name in names:
        match = _NAME.fullmatch(name) if name.endswith(".new") else None
        if match is not None and wanted in {None, match["of"]}:
            with suppress(OSError):
                _remove_unless_held(folder / name)


def _started(folder: Path, name: str) -> UnfinishedFile:
    while True:
        path = folder / f".{name}.{os.urandom(4).hex()}.new"
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE_FILE)
        except FileExistsError:
            continue
        if _is_ours(path, descriptor):
            return UnfinishedFile(path, descriptor)
        os.close(descriptor)


def _is_ours(path: Path, descriptor: int) -> bool:
    """Whether nobody took it for an abandoned one between its making and its locking."""
    try:
        held = hold_if_free(descriptor)
    except OSError:  # where nothing can be locked, nothing is removed either
        return True
    return held and path.exists()


def _remove_unless_held(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        abandoned = hold_if_free(descriptor)
        if abandoned and os.name != "nt":
            path.unlink()
    finally:
        os.close(descriptor)
    if abandoned and os.name == "nt":  # an open file cannot be removed there
        path.unlink()


def _short(name: str) -> str:
    return name.encode("utf-8", "surrogateescape")[:_MOST_BYTES_OF_NAME].decode("utf-8", "ignore")
