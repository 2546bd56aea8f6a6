"""A disk that fills up while a command writes: it says so with exit code 4, and what was there is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
LIMITED = (
    "import resource, sys; most = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, (most, most));"
    "from clientbridge.cli import main; sys.exit(main(sys.argv[2:]))"
)
NOT_LIMITED = "import sys; from clientbridge.cli import main; sys.exit(main(sys.argv[2:]))"
PROMISE = '{"id": "promaa", "at": "2026-11-01T09:00:00Z", "kind": "promise", "owner": "me", "text": "x"}\n'
COMMANDS = [
    ("client", "rename", "acme", "corona"),
    ("client", "rename", "acme", "--name", "Corona KK"),
    ("client", "remove", "acme", "--yes"),
    ("client", "remove", "acme", "--yes", "--with-journal", "--with-calendars"),
    ("client", "archive", "acme"),
    ("client", "set", "acme", "hours", "9-17"),
    ("client", "person", "acme", "add", "Ana Souza", "--role", "CTO"),
    ("client", "person", "acme", "remove", "sato"),
    ("client", "add", "Bolt", "--country", "NL"),
    ("client", "import", "acme", "ana.vcf"),
    ("config", "set", "duration", "45m"),
    ("log", "acme", "budget ok", "--i-promise", "send the plan by fri"),
    ("promise", "add", "acme", "send the plan by fri"),
    ("promise", "done", "promaa"),
    ("promise", "move", "promaa", "fri"),
    ("promise", "drop", "promaa"),
    ("data", "undo"),
    ("init", "../new", "--name", "Lea", "--country", "BE", "--client", "Bolt", "--client-country", "NL"),
]
LIMITS = (0, 120, 400, 3000)
"""Bytes that a file may have: the record for the undo, the profile and the journal fail at different ones."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are set the POSIX way")


def called(folder: Path, most: int | None, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(SOURCE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder.parent / "home"),
    }
    return subprocess.run(
        [sys.executable, "-c", NOT_LIMITED if most is None else LIMITED, str(most), *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def everything(folder: Path) -> dict[str, bytes]:
    """Each file below the folder by its name; the lock files of journals and folders are empty."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.stat().st_size}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """You and a client with a person, a journal, a calendar, and a change to take back."""
    folder = tmp_path / "mine"
    for name in ("clients", "journal", "calendars"):
        (folder / name).mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    profile = "name: Acme KK\ncountry: JP\ncalendar: calendars/acme.ics\npeople: [{id: sato, name: Sato}]\n"
    (folder / "clients" / "acme.yaml").write_text(profile, encoding="utf-8")
    (folder / "journal" / "acme.jsonl").write_text(PROMISE, encoding="utf-8")
    (folder / "calendars" / "acme.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    (folder / "ana.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lima\nEND:VCARD\n", encoding="utf-8")
    assert called(folder, None, "client", "set", "acme", "notes", "prefers slides").returncode == 0
    assert called(folder, None, "config", "set", "duration", "30m").returncode == 0
    return folder


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_that_cannot_write_changes_nothing(words: tuple[str, ...], home: Path) -> None:
    config = home.parent / "home" / ".config"
    before = everything(home), everything(config), everything(home.parent / "new")
    code = 4
    for most in LIMITS:
        ended = called(home, most, *words)
        code = ended.returncode
        after = everything(home), everything(config), everything(home.parent / "new")
        assert "Traceback" not in ended.stderr, ended.stderr
        if code == 0:
            assert after != before
            break
        assert code == 4, ended.stderr
        *_, error, hint = ended.stderr.splitlines()
        assert error.startswith("error: ")
        assert hint.startswith("hint: ")
        assert after == before, most
    assert code == 0 or called(home, None, *words).returncode == 0
    assert called(home, None, "data", "check").returncode == 0


def test_a_first_client_that_cannot_be_written_leaves_you_written(home: Path) -> None:
    new = home.parent / "new"
    (new / ".schema").mkdir(parents=True)
    for name in ("me", "client"):
        (new / ".schema" / f"{name}.json").write_text("{}\n", encoding="utf-8")
    words = (
        "init",
        str(new),
        "--name",
        "Lea",
        "--country",
        "BE",
        "--client",
        "Bolt",
        "--client-country",
        "NL",
    )
    assert called(home, None, "client", "add", "Bolt", "--country", "NL").returncode == 0
    most = (home / "clients" / "bolt.yaml").stat().st_size - 1
    ended = called(home, most, *words)
    assert ended.returncode == 4
    *_, error, hint = ended.stderr.splitlines()
    assert error == "error: clients/bolt.yaml cannot be written: File too large"
    assert hint == "hint: me.yaml is written; free the disk or the folder, then go on: cb client add"
    assert sorted(everything(new)) == [
        ".gitattributes",
        ".gitignore",
        ".schema/client.json",
        ".schema/me.json",
        "me.yaml",
    ]
    assert called(home, None, "--home", str(new), "client", "add", "Bolt", "--country", "NL").returncode == 0
