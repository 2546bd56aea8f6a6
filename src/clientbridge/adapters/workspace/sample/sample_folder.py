"""The sample workspace: the templates of `data/demo/`, filled for one day and laid out as anyone's files.

The files lie in the user's cache, one folder a day, and all commands read them as any other workspace. They
are compared with what belongs there at each call, so that one that is damaged or missing is written anew, and
two calls at once write the same. Where the cache cannot be written, a temporary folder serves for one call.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TypeGuard

from clientbridge import __version__
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import NO_CACHE, Json, JsonCache
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profile_cache import forget_workspace
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.adapters.workspace.workspace_place import CLIENTS_FOLDER, JOURNALS_FOLDER, ME_FILE
from clientbridge.core.days.location import date_at
from clientbridge.core.days.place import Place
from clientbridge.core.errors import FileFailedError
from clientbridge.core.workspace.profiles import Schedule

_LAYOUT = 1
"""Another when the same templates are filled otherwise."""
_CALENDARS_FOLDER = "calendars"
_KEPT_IN = "sample"
_MOST_DAYS_KEPT = 12
_PRIVATE_FOLDER = 0o700

_Files = Mapping[str, str]
"""Texts by file, relative to the workspace."""


def sample_home() -> Schedule:
    """Where you are in the sample on the day on which it is looked at; journeys are yet to come."""
    return Schedule(place=Place("BE"), zone=open_zone_database().find("Europe/Brussels"))


def sample_workspace(now: datetime, cache: JsonCache) -> Workspace:
    """The sample as it is on the day of `now` in Brussels, never to be written to.

    Raises FileFailedError where there is no place for its files.
    """
    on = date_at(sample_home(), now)
    if cache.folder is not None:
        folder = cache.folder / _KEPT_IN / on.isoformat()
        is_new = not folder.exists()
        with suppress(OSError):
            lay_out_sample(folder, on, cache)
            if is_new:
                _forget_others(folder, cache)
            return Workspace(folder=folder, writable=False, cache=cache)
    folder = _temporary_folder(on)
    return Workspace(folder=folder, writable=False)


def lay_out_sample(folder: Path, on: date, cache: JsonCache = NO_CACHE) -> None:
    """Write the sample as it is on that day to a folder, private to the user; raises OSError."""
    templates = _templates()
    name, stamp = f"{_KEPT_IN}/{on}", _stamp(templates)
    files = cache.read(name, stamp)
    if not _is_files(files):
        files = _filled(folder, templates, on, cache)
        cache.write(name, stamp, files)
    _write(folder, files)
    _remove_others(folder, files)


def _filled(folder: Path, templates: Mapping[str, Path], on: date, cache: JsonCache) -> _Files:
    """What the files say on that day; who works when is read from the profiles, which are written for it."""
    from clientbridge.adapters.workspace.sample.sample_files import profiles, what_happened

    written = profiles(templates, on)
    _write(folder, written)
    return {**written, **dict(what_happened(templates, on, Workspace(folder=folder, cache=cache)))}


def _is_files(entry: Json) -> TypeGuard[_Files]:
    """The checksum of the entry vouches for what is inside."""
    return isinstance(entry, dict) and ME_FILE in entry


def _templates() -> Mapping[str, Path]:
    source = data_folder() / "demo"
    return {file.relative_to(source).as_posix(): file for file in sorted(source.rglob("*.*"))}


def _stamp(templates: Mapping[str, Path]) -> str:
    return f"{_LAYOUT} {__version__} {stamp_of(*templates.values())}"


def _write(folder: Path, files: _Files) -> None:
    """Write what is not there yet, each file whole; raises OSError."""
    for name, text in files.items():
        file, content = folder / name, text.encode()
        if _content(file) != content:
            _make_private(file.parent)
            _put(file, content)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _put(file: Path, content: bytes) -> None:
    from clientbridge.adapters.unfinished_file import clear_abandoned, unfinished_file

    clear_abandoned(file.parent, of=file.name)
    with unfinished_file(file.parent, file.name) as unfinished:
        unfinished.write(content)
        unfinished.put_in_place_of(file)


def _make_private(folder: Path) -> None:
    """Make a folder that only the user can look into, and those above it that are missing."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)  # another call may make it meanwhile


def _remove_others(folder: Path, files: _Files) -> None:
    """Remove what another version had beside these."""
    for inside in (CLIENTS_FOLDER, JOURNALS_FOLDER, _CALENDARS_FOLDER):
        for name in os.listdir(folder / inside):  # noqa: PTH208 - the names are enough
            if f"{inside}/{name}" not in files and not name.startswith("."):
                (folder / inside / name).unlink(missing_ok=True)


def _forget_others(folder: Path, cache: JsonCache) -> None:
    """Keep the days that were laid out last, and nothing of what was computed of the others."""
    from shutil import rmtree

    days = [day for day in folder.parent.iterdir() if day.is_dir() and day != folder]
    days.sort(key=lambda day: day.stat().st_mtime, reverse=True)
    for day in days[_MOST_DAYS_KEPT - 1 :]:
        forget_workspace(day, cache)
        cache.remove(f"{_KEPT_IN}/{day.name}")
        rmtree(day, ignore_errors=True)


def _temporary_folder(on: date) -> Path:
    """The sample in a folder that is gone when the program ends; raises FileFailedError."""
    import atexit
    import tempfile
    from shutil import rmtree

    try:
        folder = Path(tempfile.mkdtemp(prefix="clientbridge-sample-"))
        atexit.register(rmtree, folder, ignore_errors=True)
        lay_out_sample(folder, on)
    except OSError as error:
        say = f"the sample has no folder to lie in: {error.strerror}"
        raise FileFailedError(say, hint="free the disk, or let XDG_CACHE_HOME name a folder") from error
    return folder
