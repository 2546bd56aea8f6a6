"""Copies of the sample workspace that a test may write to."""

import atexit
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample

MONDAY = date(2026, 11, 23)
"""The day of `conftest.MONDAY_MORNING`."""


@cache
def _computed() -> JsonCache:
    """What one day has computed and the next can use."""
    folder = mkdtemp(prefix="sample-copies-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return JsonCache(Path(folder))


@cache
def sample_files(on: date) -> Mapping[str, str]:
    """The texts of the sample as it is on a day, by file."""
    with TemporaryDirectory() as folder:
        files = Path(folder) / "files"
        lay_out_sample(files, on, _computed())
        return {
            file.relative_to(files).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(files.rglob("*.*"))
        }


def copy_of_sample(folder: Path, *, on: date = MONDAY, with_journals: bool = False) -> Path:
    """The profiles and calendars of the sample in that folder; with journals, all that happened too."""
    for name, text in sample_files(on).items():
        if with_journals or not name.startswith("journal/"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return folder
