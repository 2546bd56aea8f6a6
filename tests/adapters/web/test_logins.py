"""Who logs in where: the boundaries of an address, and what gives the password."""

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from clientbridge.adapters.web.logins import Login, Passwords, login_for
from clientbridge.adapters.web.web_address import parse_address
from clientbridge.core.errors import SourceFailedError

HOST = "https://cal.example"


def login(written: str, command: str | None = "false", user: str = "lea") -> Login:
    return Login(written=written, address=parse_address(written), user=user, command=command)


@pytest.mark.parametrize(
    ("prefix", "address", "is_for"),
    [
        (f"{HOST}/", f"{HOST}/lea/", True),
        (HOST, f"{HOST}/lea/", True),
        (HOST, "https://CAL.example:443/x", True),
        (HOST, "https://cal.example.evil/", False),
        (HOST, "https://cal.example:8443/", False),
        (HOST, "https://cal.example@evil.example/", False),
        (HOST, "https://evil.example/https://cal.example/", False),
        (HOST, "https://sub.cal.example/", False),
        ("http://localhost/", "https://localhost/", False),
        (f"{HOST}/lea", f"{HOST}/lea", True),
        (f"{HOST}/lea", f"{HOST}/lea?x=1", True),
        (f"{HOST}/lea", f"{HOST}/lea/work.ics", True),
        (f"{HOST}/lea", f"{HOST}/leaving/", False),
        (f"{HOST}/lea/", f"{HOST}/lea", False),
        (f"{HOST}/lea/", f"{HOST}/lea/../tom/", False),
        (f"{HOST}/lea/", f"{HOST}/lea/%2e%2e/tom/", False),
    ],
)
def test_a_login_is_for_what_lies_below_it(prefix: str, address: str, *, is_for: bool) -> None:
    assert login(prefix).is_for(parse_address(address)) is is_for


def test_the_longest_beginning_counts() -> None:
    every = [
        login(f"{HOST}/", user="a"),
        login(f"{HOST}/lea/", user="b"),
        login(f"{HOST}/lea/work", user="c"),
    ]
    users = {
        path: login_for(every, parse_address(f"{HOST}{path}")) for path in ("/x", "/lea/x", "/lea/work/x")
    }
    assert [None if one is None else one.user for one in users.values()] == ["a", "b", "c"]
    assert login_for(every, parse_address("https://other.example/")) is None


def printing(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


@pytest.mark.parametrize(
    ("code", "password"),
    [
        ("print('s3cr3t')", "s3cr3t"),
        ("print(' pa:ss $HOME `x`\\r\\nuser: lea\\r')", " pa:ss $HOME `x`"),
        ("import sys; print('s3cr3t'); print('s3cr3t', file=sys.stderr)", "s3cr3t"),
        ("import os; print(os.getcwd())", str(Path.home().resolve())),
    ],
)
def test_a_command_prints_the_password_on_its_first_line(code: str, password: str) -> None:
    passwords = Passwords(lambda: [login(HOST, printing(code))])
    address = passwords.logged_in(parse_address(f"{HOST}/lea/"))
    assert (address.user, address.password) == ("lea", password)
    assert "s3cr3t" not in repr(address)


@pytest.mark.parametrize(
    ("command", "did"),
    [
        (
            printing("import sys; print('s3cr3t'); print('s3cr3t', file=sys.stderr); sys.exit(3)"),
            "ended with 3",
        ),
        (printing("pass"), "printed nothing"),
        (printing("print(); print('s3cr3t')"), "printed nothing"),
        (printing("import sys; sys.stdout.buffer.write(b'\\xff')"), "printed something that is no text"),
        ("/nowhere/s3cr3t-not-it", "cannot be started"),
        ("none-of-that-name", "cannot be started"),
        (
            printing("import time; print('s3cr3t', flush=True); time.sleep(60)"),
            "did not answer within 1 seconds",
        ),
    ],
)
def test_a_command_that_gives_none_is_told_without_what_it_printed(command: str, did: str) -> None:
    passwords, before = Passwords(lambda: [login(HOST, command)], seconds=0.6), monotonic()
    with pytest.raises(SourceFailedError) as failed:
        passwords.logged_in(parse_address(HOST))
    assert monotonic() - before < 10
    assert failed.value.say.startswith("there is no password of lea for cal.example: the command '")
    assert failed.value.say.endswith(did)
    assert "'s3cr3t'" not in f"{failed.value.say}{failed.value.hint}{failed.value!r}"


def test_a_program_in_the_folder_you_are_in_is_not_started(tmp_path: Path) -> None:
    program = tmp_path / ("pass.exe" if sys.platform == "win32" else "pass")
    program.write_text("#!/bin/sh\necho s3cr3t\n", encoding="utf-8")
    program.chmod(0o700)

    def passwords(path: str) -> Passwords:
        return Passwords(lambda: [login(HOST, "pass show cal")], path=path)

    with pytest.raises(SourceFailedError, match="'pass' stands in the folder you are in, from wh") as failed:
        passwords(os.path.relpath(tmp_path)).logged_in(parse_address(HOST))
    assert str(failed.value.hint).startswith("write its whole path; it stands under 'credentials'")
    if sys.platform != "win32":
        assert passwords(str(tmp_path)).logged_in(parse_address(HOST)).password == "s3cr3t"  # noqa: S105


def test_each_password_is_asked_for_once_and_only_when_needed() -> None:
    read: list[int] = []

    def logins() -> list[Login]:
        read.append(1)
        return [login(f"{HOST}/lea/", printing("import os; print(os.getpid())"))]

    passwords = Passwords(logins)
    assert read == []
    first, again = (passwords.logged_in(parse_address(f"{HOST}/lea/{name}")) for name in ("a", "b"))
    assert (first.password, first.target, again.target) == (again.password, "/lea/a", "/lea/b")
    assert passwords.logged_in(parse_address("https://other.example/")).user is None
    assert read == [1]


class Vault(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        """Nothing is set up."""

    def get_password(self, service: str, username: str) -> str | None:
        """As the system's."""
        if username == "locked":
            raise KeyringLocked
        return "s3cr3t" if (service, username) == (f"{HOST}/", "lea") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing is kept."""

    def delete_password(self, service: str, username: str) -> None:
        """Nothing is kept."""


@pytest.fixture
def vault() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(Vault())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("vault")
def test_the_keyring_is_asked() -> None:
    passwords = Passwords(lambda: [login(f"{HOST}/", None)])
    assert passwords.logged_in(parse_address(f"{HOST}/x")).password == "s3cr3t"  # noqa: S105


@pytest.mark.usefixtures("vault")
@pytest.mark.parametrize(
    ("user", "said", "hint"),
    [
        (
            "tom",
            "has no password of tom for cal.example",
            "put it there: keyring set https://cal.example/ tom",
        ),
        ("locked", "does not answer for the password of locked for cal.example", "is it locked? A"),
    ],
)
def test_a_keyring_that_gives_none_is_told(user: str, said: str, hint: str) -> None:
    passwords = Passwords(lambda: [login(f"{HOST}/", None, user)])
    with pytest.raises(SourceFailedError, match=f"^the keyring {said}$") as failed:
        passwords.logged_in(parse_address(f"{HOST}/x"))
    assert str(failed.value.hint).startswith(hint)


@pytest.mark.parametrize(
    ("command", "asks"),
    [("pass show cal", "pass"), ("'/opt/my pass' x", "/opt/my pass"), (None, "the keyring")],
)
def test_of_a_command_no_more_than_its_first_word_is_shown(command: str | None, asks: str) -> None:
    assert login(HOST, command).asks == asks
