"""Heavy imports stay inside the commands that need them (docs/answers.md, Speed).

Every command of the program is called twice, each time in a new copy of the sample workspace: the first call
fills the caches, the second is what a user waits for every day.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from generated_docs import commands
from sample_copies import copy_of_sample

from clientbridge.cli.app import make_app

SOURCE = Path(__file__).parents[2] / "src"
HEAVY = (
    *("babel", "dateutil", "holidays", "icalendar", "recurring_ical_events", "rich", "yaml"),
    *("email", "http", "ssl"),
)
NOTHING = frozenset[str]()

OFFER = "pnsj3c"
"""The id of what is offered to hikari then."""
ALLOWED: Mapping[tuple[str, ...], frozenset[str]] = {
    ("init", "--name", "Lea", "--country", "BE"): frozenset({"babel", "yaml"}),
    ("today",): NOTHING,
    ("clock", "hikari", "@lima"): NOTHING,
    ("meet", "hikari", "nordlys", "almadar", "--next", "2w"): NOTHING,
    ("offer", "make", "hikari"): frozenset({"babel"}),
    ("offer", "list"): NOTHING,
    ("offer", "accept", OFFER, "1"): NOTHING,
    ("offer", "withdraw", OFFER): NOTHING,
    ("offer", "expire"): NOTHING,
    ("answer", "invite.ics"): NOTHING,
    ("brief", "hikari"): NOTHING,
    ("holidays", "--next", "30d"): NOTHING,
    ("log", "hikari", "call went well"): NOTHING,
    ("culture", "JP", "--you", "NL"): frozenset({"babel", "yaml"}),
    ("review", "hikari"): NOTHING,
    ("config",): frozenset({"yaml"}),
    ("help",): NOTHING,
    ("client", "list"): NOTHING,
    ("client", "show", "hikari"): frozenset({"babel", "yaml"}),
    ("client", "add", "Acme", "--country", "JP"): frozenset({"babel", "yaml"}),
    ("client", "set", "hikari", "timezone", "Asia/Tokyo"): frozenset({"yaml"}),
    ("client", "person", "hikari", "add", "Bo"): frozenset({"yaml"}),
    ("client", "rename", "hikari", "corona"): frozenset({"yaml"}),
    ("client", "remove", "hikari", "--yes"): frozenset({"yaml"}),
    ("client", "archive", "hikari"): frozenset({"yaml"}),
    ("client", "unarchive", "hikari"): frozenset({"yaml"}),
    ("client", "edit", "hikari"): NOTHING,
    ("client", "map", "hikari"): NOTHING,
    ("client", "import", "hikari", "ana.vcf"): frozenset({"yaml"}),
    ("ask", "hikari/tanaka", "--page", "ask.html"): frozenset({"babel", "yaml"}),
    ("data", "check"): frozenset({"yaml"}),
    ("data", "schema", "client"): NOTHING,
    ("data", "undo"): NOTHING,
    ("promise", "list"): NOTHING,
    ("promise", "add", "hikari", "send the plan by fri"): NOTHING,
    ("promise", "done", "p1q2r3"): NOTHING,
    ("promise", "move", "p1q2r3", "mon"): NOTHING,
    ("promise", "drop", "p1q2r3"): NOTHING,
}
"""One call of each command, with the heavy libraries that it may load once the caches are full."""

WITHOUT_COMMAND = [("--version",), ("--help",), ("nosuch",)]
PROMISE = (
    '{"id": "p1q2r3", "at": "2026-11-20T09:00:00Z", "kind": "promise", "owner": "me",'
    ' "text": "send the offer", "due": "2026-11-27"}\n'
)
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\nTITLE:CTO\nEND:VCARD\n"
INVITE = (
    "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@mail.example.com\nSUMMARY:Server move\n"
    "ORGANIZER;CN=Kenichi Sato:mailto:k.sato@example.com\nATTENDEE;CN=Lea:mailto:lea.peeters@example.com\n"
    "DTSTART:20261203T070000Z\nDTEND:20261203T080000Z\nEND:VEVENT\nEND:VCALENDAR\n"
)
PROBE = (
    "import sys; from clientbridge.cli import main; code = main(sys.argv[1:]);"
    f"print(code, *sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)"
)


def called(words: tuple[str, ...], folder: Path) -> tuple[int, set[str]]:
    """The exit code of a call, and the heavy libraries loaded at its end."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "CB_HOME": str(folder / "files"),
        "CB_NOW": "2026-11-23T07:05:00Z",
        "EDITOR": "true",
    }
    talk = subprocess.run(
        [sys.executable, "-c", PROBE, *words, "--no-input"],
        cwd=folder / "files",
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    code, *loaded = talk.splitlines()[-1].split()
    return int(code), set(loaded)


def prepared(folder: Path, words: tuple[str, ...]) -> None:
    """A new workspace in which the call has something to do."""
    files = folder / "files"
    shutil.rmtree(files, ignore_errors=True)
    if words[0] == "init":
        files.mkdir()
        return
    copy_of_sample(files)
    (files / "journal").mkdir()
    (files / "journal" / "hikari.jsonl").write_text(PROMISE, encoding="utf-8")
    (files / "ana.vcf").write_text(CARD, encoding="utf-8")
    if words[:2] in {("offer", "accept"), ("offer", "withdraw")}:
        called(("offer", "hikari"), folder)
    (files / "invite.ics").write_text(INVITE, encoding="utf-8")
    if words == ("data", "undo"):
        called(("promise", "drop", "p1q2r3"), folder)


def test_every_command_has_a_limit() -> None:
    names = sorted(" ".join(words) for words in commands(make_app(width=80)))
    limited = sorted(
        name for name in names for call in ALLOWED if f"{' '.join(call)} ".startswith(f"{name} ")
    )
    assert limited == names


@pytest.mark.parametrize("words", ALLOWED, ids=" ".join)
def test_a_command_imports_only_what_it_needs(words: tuple[str, ...], tmp_path: Path) -> None:
    prepared(tmp_path, words)
    assert called(words, tmp_path)[0] == 0  # fills the caches
    prepared(tmp_path, words)
    code, loaded = called(words, tmp_path)
    assert code == 0
    assert loaded <= ALLOWED[words]


@pytest.mark.parametrize("words", WITHOUT_COMMAND, ids=" ".join)
def test_help_imports_nothing_heavy(words: tuple[str, ...], tmp_path: Path) -> None:
    prepared(tmp_path, words)
    assert called(words, tmp_path)[1] == set()
