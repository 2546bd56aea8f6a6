"""Folders that are files, links that lead nowhere, editors that cannot start: told, and nothing is lost."""

import json
import os
import sys
from pathlib import Path

import pytest

from conftest import Run

CHANGE = {"what": "x", "at": "2026-01-01T00:00:00+00:00", "entries": {}, "files": {}, "after": {}}
ACME = "name: Acme KK\ncountry: JP\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return folder


def test_what_is_written_stands_when_it_cannot_be_remembered_for_an_undo(home: Path, run: Run) -> None:
    state = home / "state"
    state.write_text("no folder", encoding="utf-8")
    answer = run("log", "acme", "hello", folder=home, XDG_STATE_HOME=str(state))
    assert answer.code == 0
    assert "it is written, but cannot be undone from here" in answer.err
    assert "hello" in (home / "journal" / "acme.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "kept",
    [
        '{"changes": [{}]}',
        json.dumps({"changes": [{**CHANGE, "entries": 5}]}),
        json.dumps({"changes": [{**CHANGE, "files": {"me.yaml": None}}]}),
        "[" * 100_000,
    ],
)
def test_a_damaged_list_of_changes_undoes_nothing(home: Path, run: Run, kept: str) -> None:
    run("log", "acme", "hello", folder=home, XDG_STATE_HOME=str(home / "state"))
    (file,) = (home / "state").rglob("*.json")
    file.write_text(kept, encoding="utf-8")
    answer = run("data", "undo", folder=home, XDG_STATE_HOME=str(home / "state"))
    assert answer.code in {0, 1}
    assert (home / "me.yaml").exists()


def test_a_client_that_cannot_be_read_hides_only_itself(home: Path, run: Run) -> None:
    (home / "clients" / "aaa.yaml").symlink_to("nowhere")
    (home / "clients" / ".#acme.yaml").symlink_to("somebody@somewhere:1")
    (home / "clients" / "folder.yaml").mkdir()
    for words in (["today"], ["client", "list"], ["meet"]):
        answer = run(*words, folder=home)
        assert answer.code in {0, 1}
        assert "acme" in answer.out.casefold()
        assert answer.err.count("and is left out") == 2


@pytest.mark.parametrize("editor", ['vi "', "/nowhere/ed", "false"])
def test_an_editor_that_cannot_be_used_changes_nothing(home: Path, run: Run, editor: str) -> None:
    answer = run("client", "edit", "acme", folder=home, EDITOR=editor)
    assert answer.code in {2, 4}
    assert answer.err.startswith("error: ")
    assert (home / "clients" / "acme.yaml").read_text(encoding="utf-8") == ACME


def test_what_was_written_while_the_editor_was_open_is_not_lost(home: Path, run: Run) -> None:
    script = home / "editor.py"
    script.write_text(
        "import sys; from pathlib import Path; draft = Path(sys.argv[-1]);"
        "profile = draft.parent / 'acme.yaml';"
        "profile.write_text(profile.read_text() + 'manager: Lea\\n');"
        "draft.write_text(draft.read_text() + 'notes: mine\\n')",
        encoding="utf-8",
    )
    answer = run("client", "edit", "acme", folder=home, EDITOR=f"{sys.executable} {script}")
    assert answer.code == 4
    assert "was changed while you were in the editor" in answer.err
    assert "manager: Lea" in (home / "clients" / "acme.yaml").read_text(encoding="utf-8")
    assert "notes: mine" in (home / "clients" / ".acme.draft.yaml").read_text(encoding="utf-8")


def test_file_names_that_are_no_text_end_no_command(home: Path, run: Run) -> None:
    Path(os.fsdecode(os.fsencode(home) + b"/clients/caf\xe9.yaml")).write_text(ACME, encoding="utf-8")
    for words in (["today"], ["client", "list"], ["review"]):
        assert run(*words, folder=home).code == 0
    assert "is not UTF-8 text" in run("data", "check", folder=home).err


@pytest.mark.parametrize("place", ["~nobody/x", "x" * 500, "/dev/null/x"])
def test_a_home_that_cannot_be_is_told(run: Run, place: str) -> None:
    answer = run("today", "--home", place)
    assert (answer.code, answer.out) == (4, "")
    assert run("today", "--home", "").code == 2


def test_a_line_that_is_no_entry_is_left_out_and_the_rest_is_read(home: Path, run: Run) -> None:
    (home / "journal").mkdir()
    lines = [
        "<<<<<<< HEAD",
        '{"id": "a", "at": "2026-11-01T09:00:00Z", "kind": "call", "text": "kept words"}',
        "[" * 100_000,
        '{"id": "b", "at": "9999-12-31T23:59:59Z", "kind": "call", "text": "x"}',
        '{"id": "c", "at": "2026-11-01T09:00:00Z", "kind": "call", "text": "\\ud800"}',
        '{"id": "d", "at": "2026-11-01T09Z", "kind": "promise", "owner": "me", "text": "", "due": "9999"}',
    ]
    (home / "journal" / "acme.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = "journal/acme.jsonl has 5 problems and those lines are left out; see: cb data check\n"
    # the second time from what is cached
    for command in (("brief", "acme"), ("today",), ("today",), ("promise", "list"), ("review", "acme")):
        answer = run(*command, folder=home)
        assert (answer.code, answer.err) == (0, told), command
    checked = run("data", "check", folder=home)
    assert (checked.code, len(checked.err.splitlines())) == (4, 7)


def test_only_so_many_problems_fill_the_screen(home: Path, run: Run) -> None:
    wrong = "".join(f"key{number}: x\n" for number in range(5000))
    (home / "clients" / "acme.yaml").write_text(ACME + wrong, encoding="utf-8")
    answer = run("brief", "acme", folder=home)
    assert answer.code == 4
    assert "4950 more unknown keys" in answer.err
    assert len(answer.err.splitlines()) < 110


def test_a_card_with_values_that_a_profile_refuses_keeps_the_profile_right(home: Path, run: Run) -> None:
    card = "BEGIN:VCARD\nVERSION:4.0\nFN:Bo Li\nEMAIL:nonsense\nLANG:xxxxxxxxx\nTZ:Mars/Base\nEND:VCARD\n"
    (home / "bo.vcf").write_text(card, encoding="utf-8")
    answer = run("client", "import", "acme", "bo.vcf", folder=home)
    assert answer.code == 0
    for wrong in (
        "e-mail address, card 1: 'nonsense'",
        "language, card 1: 'xxxxxxxxx'",
        "'Mars/Base' is no time",
    ):
        assert wrong in answer.out
    assert run("data", "check", folder=home).code == 0
