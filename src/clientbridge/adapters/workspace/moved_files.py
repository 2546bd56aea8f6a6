"""A file or folder of the workspace under another name, moved so that a kill leaves it under one or both."""

import os
from pathlib import Path

from clientbridge.core.errors import FileFailedError


def check_movable(workspace: Path, before: str, after: str) -> None:
    """Raises FileFailedError where something else has the name to come."""
    old, new = workspace / before, workspace / after
    if os.path.lexists(old) and os.path.lexists(new) and not _is_same(old, new):
        hint = "nothing was changed; move one of the two away"
        raise FileFailedError(f"{after} is there already", hint=hint)


def lend_name(workspace: Path, before: str, after: str) -> None:
    """Let a file be found under both names, where the disk can do that; `move_to` takes the first away."""
    old, new = workspace / before, workspace / after
    if not old.is_file() or os.path.lexists(new):
        return
    try:
        new.hardlink_to(old)
    except OSError:  # a disk without a second name for a file: it is moved at once
        return


def move_to(workspace: Path, before: str, after: str) -> None:
    """Give what is called `before` the name `after`; nothing to do where that was done already.

    Raises FileFailedError where something else has that name, or it cannot be moved.
    """
    old, new = workspace / before, workspace / after
    if not os.path.lexists(old):
        return
    check_movable(workspace, before, after)
    try:
        if os.path.lexists(new):
            old.unlink()
        else:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
    except OSError as error:
        raise FileFailedError(f"{before} cannot be moved: {error.strerror}") from error


def _is_same(old: Path, new: Path) -> bool:
    return old.exists() and new.exists() and old.samefile(new)
