"""``--copy``: who is given the text, what is said of it, and that nothing else comes along."""

import os
import re
import sys
from base64 import b64decode
from pathlib import Path

import pytest

from clientbridge.cli.clipboard import clean
from conftest import Run

SEQUENCE = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
CALL = ("--demo", "meet", "nordlys", "--count", "1", "--copy")


def program(folder: Path, name: str, *, code: int = 0) -> Path:
    """A program of a clipboard that writes down its options and what it is given."""
    folder.mkdir(exist_ok=True)
    taken = folder / f"{name}.taken"
    (folder / name).write_text(
        f"#!{sys.executable}\nimport sys\n"
        f"taken = ' '.join(sys.argv[1:]).encode() + b'|' + sys.stdin.buffer.read()\n"
        f"open({str(taken)!r}, 'wb').write(taken)\n"
        f"sys.exit({code})\n",
        encoding="utf-8",
    )
    (folder / name).chmod(0o755)
    return taken


@pytest.mark.parametrize(
    ("name", "options", "environment"),
    [
        ("wl-copy", "", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("xclip", "-selection clipboard", {"DISPLAY": ":0"}),
        ("xsel", "--clipboard --input", {"DISPLAY": ":0"}),
        ("xclip", "-selection clipboard", {"DISPLAY": ":0", "SSH_CONNECTION": "a b"}),
        ("pbcopy", "", {}),
    ],
)
def test_the_program_of_the_system_is_given_the_text(
    name: str, options: str, environment: dict[str, str], run: Run, tmp_path: Path
) -> None:
    taken = program(tmp_path / "bin", name)
    answer = run(*CALL, PATH=str(tmp_path / "bin"), **environment)
    given, _, text = taken.read_text(encoding="utf-8").partition("|")
    assert given == options
    assert text == answer.out.rstrip("\n")
    assert f"copied: {len(text)} characters" in answer.err


def test_no_program_of_the_folder_one_is_in_is_given_the_text(run: Run, tmp_path: Path) -> None:
    taken = program(tmp_path / "bin", "clip.exe")
    answer = run(*CALL, PATH=os.path.relpath(tmp_path / "bin"))
    assert "not copied: no clipboard is to be found here" in answer.err
    assert not taken.exists()


def test_windows_is_given_text_that_it_understands(run: Run, tmp_path: Path) -> None:
    taken = program(tmp_path / "bin", "clip.exe")
    answer = run(*CALL, PATH=str(tmp_path / "bin"))
    assert taken.read_bytes().partition(b"|")[2].decode("utf-16") == answer.out.rstrip("\n")


def test_a_terminal_is_handed_the_text(run: Run) -> None:
    answer = run(*CALL, terminal=True, TERM="xterm")
    (signs,) = SEQUENCE.findall(answer.out)
    text = b64decode(signs).decode()
    assert "Nordlys" not in text
    assert text in SEQUENCE.sub("", answer.out)
    assert f"handed to your terminal to copy: {len(text)} characters" in answer.err


@pytest.mark.parametrize(("terminal", "term"), [(False, "xterm"), (True, "dumb")])
def test_a_sequence_goes_to_nothing_but_a_terminal(terminal: bool, term: str, run: Run) -> None:  # noqa: FBT001
    answer = run(*CALL, terminal=terminal, TERM=term)
    assert "\x1b]52" not in answer.out
    assert "not copied" in answer.err
    assert answer.code == 0


def test_a_program_that_fails_is_not_believed(run: Run, tmp_path: Path) -> None:
    program(tmp_path / "bin", "xclip", code=1)
    taken = program(tmp_path / "bin", "xsel")
    answer = run(*CALL, PATH=str(tmp_path / "bin"), DISPLAY=":0")
    assert taken.exists()
    assert "copied: " in answer.err


def test_far_from_the_keyboard_only_the_terminal_is_told(run: Run, tmp_path: Path) -> None:
    taken = program(tmp_path / "bin", "pbcopy")
    answer = run(*CALL, PATH=str(tmp_path / "bin"), SSH_CONNECTION="a b", terminal=True, TERM="xterm")
    assert not taken.exists()
    assert "handed to your terminal" in answer.err


def test_nothing_is_copied_where_there_is_no_answer(run: Run, tmp_path: Path) -> None:
    taken = program(tmp_path / "bin", "pbcopy")
    answer = run("--demo", "meet", "hikari", "bayside", "--next", "1w", "--copy", PATH=str(tmp_path / "bin"))
    assert answer.code == 1
    assert not taken.exists()


def test_what_a_client_may_see_of_a_month_is_copied(run: Run, tmp_path: Path) -> None:
    taken = program(tmp_path / "bin", "pbcopy")
    answer = run("--demo", "review", "hikari", "--copy", "--plain", PATH=str(tmp_path / "bin"))
    assert taken.read_text(encoding="utf-8").removeprefix("|") == answer.out.rstrip("\n")
    assert answer.out == run("--demo", "review", "hikari", "--share", "--plain").out


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("a\nb\n", "a\nb"),
        ("a\x1b[31mb\x07\x00\x9b", "a[31mb"),
        ("two\ttabs\rback", "two tabsback"),
        ("東京 é", "東京 é"),
        ("turned\u202eround", "turnedround"),
    ],
)
def test_what_is_copied_steers_nothing(text: str, copied: str) -> None:
    assert clean(text) == copied
