"""Where the remembered series are; asked by `cb today` whether there are any, so nothing else is loaded."""

from pathlib import Path

SERIES_FOLDER = "series"


def has_series(workspace: Path) -> bool:
    """Whether any series is remembered: one that cannot be read is for its reader."""
    try:
        return any((workspace / SERIES_FOLDER).iterdir())
    except FileNotFoundError:
        return False
    except OSError:
        return True
