"""Your own defaults, from the configuration folder of the user: shown, changed, and used."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.defaults import Defaults
from clientbridge.core.errors import FileFailedError

if TYPE_CHECKING:
    from clientbridge.core.defaults import UserConfig
    from clientbridge.load.session import Session

CONFIG_FILE = "config.yaml"
_USUAL = {"duration": "60m", "notice": "none", "language": "en", "stretch": "none"}


def defaults_of(session: "Session") -> Defaults:
    """What is set; nothing for the sample, which looks the same for everyone.

    Raises WrongFilesError where the file is wrong.
    """
    path = _path(session)
    if session.folders.demo or path is None:
        return Defaults()
    from clientbridge.adapters.file_stamp import stamp_of

    try:
        stamp = stamp_of(path)
    except OSError:
        return Defaults()
    from clientbridge.adapters.json_codec import Codec, cached_value

    codec = Codec(Defaults)
    return cached_value(
        session.cache, "config", f"{path} {stamp}", Defaults, codec=codec, compute=lambda: _read(path)
    )


def _read(path: Path) -> Defaults:
    from clientbridge.adapters.workspace.setting.user_config import read_config

    return Defaults(**{name: one.value for name, one in read_config(path).items()})


def user_config(session: "Session", *, changed: str | None = None) -> "UserConfig":
    """Every default, with what says so; raises WrongFilesError, FileFailedError."""
    from clientbridge.adapters.workspace.setting.user_config import DEFAULTS, read_config
    from clientbridge.core.defaults import USUAL, DefaultSetting, UserConfig

    path = _needed_path(session)
    found = read_config(path)
    settings = [
        DefaultSetting(
            key=key.name,
            value=found[key.name].value if key.name in found else _USUAL[key.name],
            from_=f"{CONFIG_FILE}:{found[key.name].line}" if key.name in found else USUAL,
            meaning=key.meaning,
        )
        for key in DEFAULTS
    ]
    return UserConfig(file=str(path), settings=tuple(settings), changed=changed)


def change_default(session: "Session", name: str, value: str | None) -> "UserConfig":
    """Set a default, or take it out where the value is None; raises UsageError as well."""
    from clientbridge.adapters.workspace.setting.user_config import set_default, unset_default

    path = _needed_path(session)
    if value is None:
        unset_default(path, name)
    else:
        set_default(path, name, _language(value) if name.casefold() == "language" else value)
    return user_config(session, changed=name.casefold())


def _language(typed: str) -> str:
    """By its name too: French."""
    from clientbridge.load.profiles import Gazetteer

    return Gazetteer().language(typed)


def _path(session: "Session") -> Path | None:
    return None if session.folders.config is None else session.folders.config / CONFIG_FILE


def _needed_path(session: "Session") -> Path:
    path = _path(session)
    if path is None:
        raise FileFailedError("nothing says where your own settings are", hint="set the variable HOME")
    return path
