"""The user's own folders of each kind (XDG on every system). The Tab key asks too: only `os` is imported."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CONFIG_HOME": ".config",
}


def own_folder(environment: "Mapping[str, str]", variable: str) -> str | None:
    """The folder ``clientbridge`` in the one that the variable names, else in the usual one.

    None where neither the variable nor the home folder says a place: never where the user stands.
    """
    base = base_folder(environment, variable)
    return None if base is None else os.path.join(base, "clientbridge")


def base_folder(environment: "Mapping[str, str]", variable: str) -> str | None:
    """The folder that the variable names, else the usual one in the home folder; None where there is none."""
    named = environment.get(variable, "")
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    base = named if os.path.isabs(named) else os.path.join(home, _USUAL[variable])
    return base if os.path.isabs(base) else None
