"""Pipes, sockets, devices, folders and links in a circle where a file belongs: told at once, no waiting."""

import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")

LONGEST_SECONDS = 20
COMMANDS = [
    ("today",),
    ("brief", "acme"),
    ("meet", "acme", "--rotate"),
    ("meet",),
    ("holidays",),
    ("client", "list"),
    ("client", "show", "acme"),
    ("client", "show", "me"),
    ("client", "edit", "acme"),
    ("client", "edit", "me"),
    ("client", "import", "acme", "cards.vcf"),
    ("client", "map", "acme"),
    ("log", "acme", "hello"),
    ("promise", "list"),
    ("promise", "add", "acme", "send it by fri"),
    ("promise", "done", "prom01"),
    ("review",),
    ("data", "check"),
    ("data", "undo"),
]
PROMISE = '{"id": "prom01", "at": "2026-11-01T09:00:00Z", "kind": "promise", "owner": "me", "text": "x"}\n'


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # names of sockets are short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


KINDS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": a_socket,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "circle": lambda path: path.symlink_to(path.name),
}
PLACES = ("me.yaml", "clients/acme.yaml", "journal/acme.jsonl", "cards.vcf", "clients", "journal", "changes")


@pytest.fixture(autouse=True)
def _no_wait() -> Iterator[None]:
    def too_long(*_: object) -> None:
        raise TimeoutError("it waits")

    before = signal.signal(signal.SIGALRM, too_long)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "clients").mkdir(parents=True)
    (folder / "journal").mkdir()
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text("name: Acme KK\ncountry: JP\n", encoding="utf-8")
    (folder / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: NL\n", encoding="utf-8")
    (folder / "journal" / "acme.jsonl").write_text(PROMISE, encoding="utf-8")
    (folder / "cards.vcf").write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nEND:VCARD\n", encoding="utf-8")
    return folder


def replaced(home: Path, run: Run, place: str) -> Path:
    """Where the thing goes, once the file there is gone."""
    if place == "changes":
        run("log", "bolt", "hello", folder=home)
        (file,) = (home.parent / "home" / ".local/state/clientbridge/changes").glob("*.json")
    else:
        file = home / place
    if file.is_dir():
        file.rename(home / "away")
    else:
        file.unlink()
    return file


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_told_at_once_and_others_are_answered(home: Path, run: Run, place: str, kind: str) -> None:
    thing = replaced(home, run, place)
    if not (kind == "folder" and place in {"clients", "journal"}):
        KINDS[kind](thing)
    for words in COMMANDS:
        signal.alarm(LONGEST_SECONDS)
        answer = run(*words, "--home", str(home), folder=home, EDITOR="true")
        assert answer.code in {0, 1, 2, 3, 4}, words
        assert "Traceback" not in answer.err
        assert answer.code in {0, 1} or "error: " in answer.err, words
    if place in {"clients/acme.yaml", "journal/acme.jsonl"}:
        today = run("today", folder=home)
        assert (today.code, "bolt" in today.out, today.err.count("left out")) == (0, True, 1)
        assert run("brief", "acme", folder=home).code == 4
        assert run("data", "check", folder=home).code == 4
    if place == "me.yaml":
        for asked in (run("today", "--home", str(home)), run("today", folder=home)):
            assert (asked.code, "me.yaml" in asked.err) == (4, True)
    if place == "changes":
        logged = run("log", "bolt", "again", folder=home)
        assert (logged.code, "cannot be undone" in logged.err) == (0, True)
        assert "again" in (home / "journal" / "bolt.jsonl").read_text(encoding="utf-8")
