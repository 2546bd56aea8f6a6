"""Your own defaults, from the configuration folder of the user: shown, changed, and used."""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.core.defaults import Defaults
from clientbridge.core.errors import FileFailedError, Problem, WrongFilesError

if TYPE_CHECKING:
    from clientbridge.adapters.web.logins import Login, Passwords
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


def passwords_of(session: "Session") -> "Passwords | None":
    """Who logs in where, read when the first address is asked; nobody does in the sample."""
    path = _path(session)
    if session.folders.demo or path is None:
        return None
    from clientbridge.adapters.web.logins import Passwords

    def logins() -> "tuple[Login, ...]":
        from clientbridge.adapters.workspace.setting.credentials import check_private
        from clientbridge.adapters.workspace.setting.user_config import read_logins

        found = read_logins(path)
        if found:
            check_private(path)
        return tuple(one.login for one in found)

    return Passwords(logins)


def config_problems(session: "Session") -> tuple[Problem, ...]:
    """Everything wrong with your own settings; in the sample nothing."""
    path = _path(session)
    if session.folders.demo or path is None:
        return ()
    from clientbridge.adapters.workspace.setting.credentials import check_private
    from clientbridge.adapters.workspace.setting.user_config import read_logins

    try:
        if read_logins(path):
            check_private(path)
    except WrongFilesError as error:
        return tuple(error.problems)
    except FileFailedError as error:
        return (Problem(file=str(path), line=1, column=1, say=error.say, suggestion=error.hint),)
    return ()


def user_config(session: "Session", *, changed: str | None = None) -> "UserConfig":
    """Every default, with what says so; raises WrongFilesError, FileFailedError."""
    from clientbridge.adapters.workspace.setting.user_config import DEFAULTS, read_config, read_logins
    from clientbridge.core.defaults import USUAL, DefaultSetting, LoginSetting, UserConfig

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
    logins = tuple(
        LoginSetting(
            address=one.login.written,
            user=one.login.user,
            asks=one.login.asks,
            from_=f"{CONFIG_FILE}:{one.line}",
        )
        for one in read_logins(path)
    )
    if logins and changed is None:
        for problem in config_problems(session):
            session.note(problem.say)
    return UserConfig(file=str(path), settings=tuple(settings), logins=logins, changed=changed)


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
