"""``credentials:`` of the user's own configuration: who logs in where, and what knows the password.

A workspace is shared; here alone a command may be named, and only where nobody else can read or change it.
"""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from clientbridge.adapters.web.logins import Login
from clientbridge.adapters.web.web_address import WebAddress, WrongAddressError, parse_address
from clientbridge.adapters.workspace.profiles.field_types import Choice, Words, object_schema
from clientbridge.adapters.workspace.profiles.reading import Given, Json, Key, Reading, Section
from clientbridge.adapters.yaml_files.nodes import Entry, MappingNode, Node
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_EXAMPLE = 'write "https://cal.example/": {user: lea, password_command: pass show cal}'


def _user(written: str) -> str:
    user = written.strip()
    if not user or ":" in user or not user.isprintable():
        raise ValueError("a user name has no colon and can be seen; write it like lea")
    return user


def _command(written: str) -> str:
    from clientbridge.adapters.web.own_command import command_words

    try:
        words = command_words(written)
    except ValueError:
        raise ValueError("the command has a quote that does not end; write it like pass show cal") from None
    if not words:
        raise ValueError("the command is empty; write it like pass show cal")
    return written.strip()


USER = Key("user", Words("user name", "a user name like lea", _user), "Who logs in.", "lea", required=True)
COMMAND = Key(
    "password_command",
    Words("command", "a command like pass show cal", _command),
    "What prints the password on its first line; it is run without a shell.",
    "pass show cal",
)
KEYRING = Key(
    "keyring",
    Choice("yes or no", {"yes": True, "true": True, "no": False, "false": False}),
    "Whether the system's keyring knows the password; needs the extra [caldav].",
    "yes",
)
LOGIN = Section("login", (USER, COMMAND, KEYRING))


class FoundLogin(NamedTuple):
    """Who logs in, and the line that says so."""

    login: Login
    line: int


class Credentials(NamedTuple):
    """Logins by the beginning of the addresses that they are for."""

    word: str = "logins by address"

    def read(self, node: Node, reading: Reading) -> tuple[FoundLogin, ...] | None:
        """All that can be understood."""
        if not isinstance(node, MappingNode):
            reading.wrong(node.spot, "'credentials' is made of addresses, each with who logs in", _EXAMPLE)
            return None
        read = (_login(entry, reading) for entry in node.entries)
        return tuple(one for one in read if one is not None)

    def editor_schema(self) -> Json:
        """An object of objects."""
        return {"type": "object", "additionalProperties": object_schema(LOGIN)}


def check_private(path: Path) -> None:
    """Raises FileFailedError where others can read or change the file; Windows keeps it to its owner."""
    if os.name == "nt":
        return
    if stat.S_IMODE(path.stat().st_mode) & _OTHERS:
        raise FileFailedError(
            f"{path} says who logs in, and others can read or change it; nobody logs in",
            hint=f"make it yours alone: chmod 600 {quoted(str(path))}",
        )


def _login(entry: Entry, reading: Reading) -> FoundLogin | None:
    address = _address(entry, reading)
    given = LOGIN.open(entry.value, reading)
    if address is None or given is None:
        return None
    user, command, keyring = given.get(USER), given.get(COMMAND), given.get(KEYRING)
    if not _has_one_source(given, keyring=bool(keyring)):
        say = "a password comes from 'password_command' or from 'keyring: yes', from one of them"
        reading.wrong(given.fields.spot, say, _EXAMPLE)
        return None
    if user is None or (given.has(COMMAND) and command is None):
        return None
    login = Login(written=entry.key.text.strip(), address=address, user=user, command=command)
    return FoundLogin(login, entry.key.spot.line)


def _has_one_source(given: Given, *, keyring: bool) -> bool:
    return given.has(COMMAND) != keyring


def _address(entry: Entry, reading: Reading) -> WebAddress | None:
    try:
        address = parse_address(entry.key.text)
    except WrongAddressError as error:
        reading.wrong(entry.key.spot, error.say, error.hint)
        return None
    if address.user is not None:
        reading.wrong(entry.key.spot, "the address holds a user name or a password", _EXAMPLE)
        return None
    return address
