"""Which folder is the workspace: named, above the one you stand in, or your data folder.

The Tab key asks too, so nothing but `os` is imported.
"""

import os

ME_FILE = "me.yaml"
CLIENTS_FOLDER = "clients"
CLIENT_SUFFIX = ".yaml"
JOURNALS_FOLDER = "journal"
JOURNAL_SUFFIX = ".jsonl"


def named_place(home: str, folder: str) -> str:
    """The folder that ``--home`` or ``CB_HOME`` means, whether or not anything is there."""
    return os.path.join(folder, os.path.expanduser(home))


def workspace_place(*, home: str | None, folder: str, data_folder: str | None) -> str | None:
    """The folder that the option, the folder you stand in or the data folder give, in this order."""
    if home is not None:
        wanted = named_place(home, folder)
        return wanted if _is_started(wanted) else None
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ME_FILE)) and os.path.isdir(
            os.path.join(above, CLIENTS_FOLDER)
        ):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            break
        above = parent
    return data_folder if data_folder is not None and _is_started(data_folder) else None


def client_ids_in(folder: str) -> list[str]:
    """The ids of all clients, from the names of their files alone, sorted; raises OSError.

    A name that is no text is nobody's id.
    """
    return sorted(
        file.removesuffix(CLIENT_SUFFIX)
        for file in os.listdir(os.path.join(folder, CLIENTS_FOLDER))
        if file.endswith(CLIENT_SUFFIX) and not file.startswith(".") and _is_text(file)
    )


def looks_archived(folder: str, client: str) -> bool:
    """Whether the file of a client has the mark, by a glance; a file that cannot be read has none."""
    try:
        with open(os.path.join(folder, CLIENTS_FOLDER, f"{client}{CLIENT_SUFFIX}"), "rb") as file:
            return b"\narchived: " in file.read()
    except OSError:
        return False


def _is_text(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _is_started(folder: str) -> bool:
    return os.path.lexists(os.path.join(folder, ME_FILE)) or os.path.isdir(
        os.path.join(folder, CLIENTS_FOLDER)
    )
