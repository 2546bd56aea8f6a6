"""Where the remembered series are; asked by `cb today` whether there are any, so nothing else is loaded."""

import os
from pathlib import Path

SERIES_FOLDER = "series"


def has_series(workspace: Path) -> bool:
    """Whether any series is remembered: one that cannot be read is for its reader."""
    try:
        return bool(os.listdir(workspace / SERIES_FOLDER))  # noqa: PTH208 - the least that answers it
    except FileNotFoundError:
        return False
    except OSError:
        return True
