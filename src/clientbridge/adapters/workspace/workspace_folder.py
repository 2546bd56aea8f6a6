"""Which folder is the workspace: named, above the one you stand in, or your data folder."""

from pathlib import Path

from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.workspace.workspace import Workspace
from clientbridge.adapters.workspace.workspace_place import ME_FILE, named_place, workspace_place
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import NoWorkspaceError


def find_workspace(
    *, home: str | None, folder: Path, data_folder: Path | None, cache: JsonCache = NO_CACHE
) -> Workspace:
    """The workspace that the options, the folder you stand in or the data folder give, in this order.

    Raises NoWorkspaceError where there is none.
    """
    found = workspace_place(
        home=home, folder=str(folder), data_folder=None if data_folder is None else str(data_folder)
    )
    if found is not None:
        return Workspace(folder=Path(found), cache=cache)
    if home is not None:
        raise NoWorkspaceError(
            f"there is no {ME_FILE} in {named_place(home, str(folder))}",
            hint=f"make one with: cb init --home {quoted(home)}",
        )
    raise NoWorkspaceError(
        "you have no files yet", hint="make them with: cb init   or look around with: cb --demo meet"
    )
