"""Where the files that `cb` writes for meetings really are: a link may not lead out of the workspace."""

import os
from pathlib import Path

from clientbridge.core.errors import FileFailedError


def place_inside(workspace: Path, name: str, *, hint: str) -> Path:
    """The real place of a file or folder of the workspace, be it there or not.

    Raises FileFailedError, with that hint, where a link leads elsewhere.
    """
    place = Path(os.path.realpath(workspace / name))
    if not place.is_relative_to(os.path.realpath(workspace)):
        raise FileFailedError(f"{name} is a link that leads out of your files", hint=hint)
    return place
