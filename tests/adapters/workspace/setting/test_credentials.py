"""`credentials:` of the user's own configuration: what is understood, and who else may read the file."""

import sys
from pathlib import Path

import pytest

from clientbridge.adapters.workspace.setting.credentials import check_private
from clientbridge.adapters.workspace.setting.user_config import read_config, read_logins
from clientbridge.core.errors import FileFailedError, WrongFilesError


def config(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_logins_are_read(tmp_path: Path) -> None:
    path = config(
        tmp_path,
        "duration: 45m\ncredentials:\n"
        '  "https://cal.example/": {user: lea, password_command: pass show "my cal"}\n'
        "  https://dav.example/lea: {user: l@b.be, keyring: yes}\n",
    )
    found = [(one.login.written, one.login.user, one.login.command, one.line) for one in read_logins(path)]
    assert found == [
        ("https://cal.example/", "lea", 'pass show "my cal"', 3),
        ("https://dav.example/lea", "l@b.be", None, 4),
    ]
    assert list(read_config(path)) == ["duration"]
    assert read_logins(config(tmp_path, "duration: 45m\n")) == ()
    assert read_logins(tmp_path / "none.yaml") == ()


@pytest.mark.parametrize(
    ("login", "told"),
    [
        ("cal.example: {user: lea, keyring: yes}", "2:3 only https addresses are read"),
        ("http://cal.example/: {user: lea, keyring: yes}", "2:3 an http address is not read"),
        ("https://lea:word@cal.example/: {user: lea, keyring: yes}", "2:3 the address holds a user name"),
        ("https://cal.example/: {keyring: yes}", "2:26 login needs 'user'"),
        ("https://cal.example/: {user: lea}", "2:25 a password comes from 'password_command' or from"),
        ("https://cal.example/: {user: lea, keyring: no}", "2:25 a password comes from"),
        (
            "https://cal.example/: {user: lea, keyring: yes, password_command: x}",
            "2:25 a password comes from",
        ),
        ("https://cal.example/: {user: lea, password: word}", "2:37 unknown key 'password'"),
        ("https://cal.example/: {user: 'lea:x', keyring: yes}", "2:32 a user name has no colon"),
        ("https://cal.example/: {user: lea, password_command: 'a \"b'}", "2:55 the command has a quote"),
        ("https://cal.example/: {user: lea, password_command: ' '}", "2:55 the command is empty"),
        ("https://cal.example/: word", "2:25 login is made of lines of its own"),
    ],
)
def test_what_is_wrong_is_told(login: str, told: str, tmp_path: Path) -> None:
    path = config(tmp_path, f"credentials:\n  {login}\n")
    for read in (read_logins, read_config):
        with pytest.raises(WrongFilesError) as failed:
            read(path)
        said = [f"{one.line}:{one.column} {one.say}" for one in failed.value.problems]
        assert any(one.startswith(told) for one in said), said
        assert "word@" not in "".join(said)


@pytest.mark.skipif(sys.platform == "win32", reason="a file there is its owner's")
@pytest.mark.parametrize(
    ("mode", "is_private"), [(0o600, True), (0o400, True), (0o640, False), (0o602, False), (0o644, False)]
)
def test_a_file_that_others_can_touch_lets_nobody_log_in(
    mode: int, *, is_private: bool, tmp_path: Path
) -> None:
    path = config(tmp_path, "", mode)
    if is_private:
        check_private(path)
        return
    with pytest.raises(FileFailedError, match="others can read or change it") as failed:
        check_private(path)
    assert str(failed.value.hint).startswith("make it yours alone: chmod 600 ")
