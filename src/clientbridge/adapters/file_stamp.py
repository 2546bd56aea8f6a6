"""What tells that a file is the one that was read before: for the stamps of what is cached.

Size and time of writing can be those of another content: after a checkout, a copy that keeps times, two edits
within one tick of the clock. So the file's number and the time of its last change of any kind count too,
which no program can set.
"""

import os
from pathlib import Path
from time import time_ns
from zlib import adler32, crc32

_TICK_NS = 100_000_000
"""Longer than the ticks in which file systems count, which are 1 to 20 ms."""
_COARSE_TICK_NS = 2_500_000_000
"""Some count in seconds, one in two."""
_SECOND_NS = 1_000_000_000


def stamp_of(*files: Path) -> str:
    """A stamp of these files as they are now: another whenever one of them changes. Raises OSError.

    Take it before the files are read. A file that was changed just now can change once more without a sign:
    its stamp is never the same again.
    """
    now = time_ns()
    return " ".join(stamp_of_status(file.stat(), now) for file in files)


def stamp_of_status(status: os.stat_result, now: int) -> str:
    """The stamp of a file in that state; `now` is when it was taken, in nanoseconds since 1970."""
    changed = status.st_mtime_ns if os.name == "nt" else status.st_ctime_ns
    tick = _TICK_NS if changed % _SECOND_NS else _COARSE_TICK_NS
    unsure = f".{now:x}" if now - changed < tick else ""
    return f"{status.st_size:x}.{status.st_mtime_ns:x}.{status.st_ctime_ns:x}.{status.st_ino:x}{unsure}"


def stamp_of_content(content: bytes) -> str:
    """A stamp of what was read: for small files, which cost little more to read than to look at."""
    return f"{len(content):x}.{crc32(content):08x}{adler32(content):08x}"
