"""A file that is written after an offer was changed: where that fails, what stands all the same is said."""

from collections.abc import Iterator
from contextlib import contextmanager

from clientbridge.core.errors import FileFailedError


@contextmanager
def file_after(change: str, *, again: str) -> Iterator[None]:
    """Tell of a file that cannot be written what was changed before, and what to do when it can.

    Raises FileFailedError.
    """
    try:
        yield
    except FileFailedError as error:
        hint = f"{change} all the same; free the disk or the folder, then {again}"
        raise FileFailedError(error.say, hint=hint) from error
