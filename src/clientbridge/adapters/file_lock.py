"""One writer at a time: exclusive locks between processes, released by the system when the holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FAR_BEYOND_THE_END = 1 << 40
"""A lock on Windows keeps readers from the bytes it covers, so it covers one that no file has."""


@contextmanager
def locked_file(descriptor: int) -> Iterator[None]:
    """Hold an open file exclusively, waiting for whoever holds it. Raises OSError."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _FAR_BEYOND_THE_END, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(descriptor, _FAR_BEYOND_THE_END, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def hold_if_free(descriptor: int) -> bool:
    """Hold an open file exclusively until it is closed, unless somebody else does; never waits.

    Raises OSError where files cannot be locked.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR_BEYOND_THE_END, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold a folder exclusively, while a file in it is replaced; a folder that cannot be opened is not held.

    Windows opens no folders: a replaced file is whole there too, but two writers are not kept apart.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        with locked_file(descriptor):
            yield
    finally:
        os.close(descriptor)
