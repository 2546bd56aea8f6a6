"""Who logs in where, as the user's own configuration says: a password is asked for when it is needed.

It comes from a command of the user or from the keyring of the system, goes to one origin alone, and is never
written, cached or said.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

from clientbridge.adapters.web.own_command import command_words, program_of
from clientbridge.adapters.web.web_address import WebAddress
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import SourceFailedError
from clientbridge.core.frozen_dataclass import dataclass

PATIENCE = 60.0
"""Seconds for a command: someone may have to type the word that opens the store."""
_NO_START = "cannot be started"
_WHERE = "it stands under 'credentials' in your config.yaml (cb config)"
_DOTS = frozenset({".", ".."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A user where an address begins so."""

    written: str
    """The beginning of the addresses, as the configuration has it."""
    address: WebAddress
    user: str
    command: str | None = None
    """What prints the password on its first line; None where the keyring has it."""

    def is_for(self, address: WebAddress) -> bool:
        """Whether an address lies there: on exactly that host, and below that path."""
        path, top = _path(address), _path(self.address)
        if address.origin != self.address.origin or _DOTS & set(_segments(path)):
            return False
        return path == top or path.startswith(top if top.endswith("/") else f"{top}/")

    @property
    def asks(self) -> str:
        """Whom it asks for the password, without anything that a command may hold."""
        if self.command is None:
            return "the keyring"
        words = command_words(self.command)
        return words[0] if words else "nothing"


def login_for(logins: Sequence[Login], address: WebAddress) -> Login | None:
    """The one with the longest beginning."""
    return max(
        (one for one in logins if one.is_for(address)), key=lambda one: len(_path(one.address)), default=None
    )


class Passwords:
    """Addresses with whoever logs in there; each password is asked for once in a call."""

    def __init__(
        self, logins: Callable[[], Sequence[Login]], *, seconds: float = PATIENCE, path: str | None = None
    ) -> None:
        """`logins` is read when the first address is there; programs are looked up in `path`, or in PATH."""
        self._read, self._seconds, self._path = logins, seconds, path
        self._logins: Sequence[Login] | None = None
        self._known: dict[Login, str] = {}
        self._one_at_a_time = Lock()

    def logged_in(self, address: WebAddress) -> WebAddress:
        """The address with user and password where somebody logs in.

        Raises SourceFailedError where there is no password, and what reading the configuration raises.
        """
        with self._one_at_a_time:
            if self._logins is None:
                self._logins = self._read()
            login = None if address.user is not None else login_for(self._logins, address)
            if login is None:
                return address
            if login not in self._known:
                self._known[login] = self._password(login)
            return replace(address, user=login.user, password=self._known[login])

    def _password(self, login: Login) -> str:
        if login.command is None:
            return _of_keyring(login)
        words, home = _started(login, login.command, self._path)
        return _of_command(login, words, home, self._seconds)


def _of_command(login: Login, words: Sequence[str], home: Path, seconds: float) -> str:
    """The first line that it prints; what it says besides may hold the password and is not shown."""
    import subprocess

    try:
        with subprocess.Popen(  # noqa: S603 - the user's own command, in a file that only they can write
            words, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            try:
                printed, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                raise _none(login, f"did not answer within {seconds:.0f} seconds") from None
    except (OSError, ValueError):
        raise _none(login, _NO_START) from None
    if process.returncode != 0:
        raise _none(login, f"ended with {process.returncode}")
    first = printed.splitlines()[:1]
    try:
        word = first[0].decode() if first else ""
    except UnicodeDecodeError:
        raise _none(login, "printed something that is no text") from None
    if not word:
        raise _none(login, "printed nothing")
    return word


def _started(login: Login, command: str, path: str | None) -> tuple[list[str], Path]:
    """The words that start it, and where: not in the folder that the user stands in."""
    try:
        home = Path.home()
        first, *others = command_words(command)
        program = program_of(first, home, path=path)
    except PermissionError:
        say = "stands in the folder you are in, from which none is started"
        raise _none(login, say, hint=f"write its whole path; {_WHERE}") from None
    except (ValueError, RuntimeError):
        raise _none(login, _NO_START) from None
    if program is None:
        raise _none(login, _NO_START)
    return [str(program), *others], home


def _none(login: Login, what: str, *, hint: str = f"try it in a terminal; {_WHERE}") -> SourceFailedError:
    return SourceFailedError(
        f"there is no password of {login.user} for {login.address.host}: the command '{login.asks}' {what}",
        hint=hint,
    )


def _of_keyring(login: Login) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        raise SourceFailedError(
            f"the password of {login.user} for {login.address.host} is in the keyring, which cannot be asked",
            hint="install what asks it: pip install 'clientbridge[caldav]'",
        ) from None
    try:
        word = keyring.get_password(login.written, login.user)
    except (KeyringError, OSError, RuntimeError):
        raise SourceFailedError(
            f"the keyring does not answer for the password of {login.user} for {login.address.host}",
            hint="is it locked? A 'password_command' is another way",
        ) from None
    if not word:
        raise SourceFailedError(
            f"the keyring has no password of {login.user} for {login.address.host}",
            hint=f"put it there: keyring set {quoted(login.written)} {quoted(login.user)}",
        )
    return word


def _path(address: WebAddress) -> str:
    return address.target.partition("?")[0]


def _segments(path: str) -> list[str]:
    from urllib.parse import unquote

    return unquote(path).split("/")
