"""Which folder is the workspace: named, above the one you stand in, or your data folder."""

from os.path import lexists
from pathlib import Path

from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.workspace.workspace import CLIENTS_FOLDER, ME_FILE, Workspace
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError


def find_workspace(
    *, home: str | None, folder: Path, data_folder: Path | None, cache: JsonCache = NO_CACHE
) -> Workspace:
    """The workspace that the options, the folder you stand in or the data folder give, in this order.

    Raises FileFailedError where there is none.
    """
    if home is not None:
        wanted = folder / _expanded(home)
        if not _is_started(wanted):
            raise FileFailedError(
                f"there is no {ME_FILE} in {wanted}", hint=f"make one with: cb init --home {quoted(home)}"
            )
        return Workspace(folder=wanted, cache=cache)
    for above in (folder, *folder.parents):
        if lexists(above / ME_FILE) and _is_folder(above / CLIENTS_FOLDER):
            return Workspace(folder=above, cache=cache)
    if data_folder is not None and _is_started(data_folder):
        return Workspace(folder=data_folder, cache=cache)
    raise FileFailedError(
        "you have no files yet", hint="make them with: cb init   or look around with: cb --demo meet"
    )


def _is_started(folder: Path) -> bool:
    return lexists(folder / ME_FILE) or _is_folder(folder / CLIENTS_FOLDER)


def _expanded(home: str) -> Path:
    try:
        return Path(home).expanduser()
    except RuntimeError:  # ~nobody
        return Path(home)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
