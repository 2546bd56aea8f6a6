"""What is written is a success, also where the folders for cache and undo cannot be used; that is noted."""

import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from clientbridge.cli import main
from clientbridge.cli.surroundings import Surroundings
from conftest import MONDAY_MORNING, Answer

SOURCE = Path(__file__).parents[2] / "src"
NOT_CACHED = "nothing is kept for the next time, which makes it slower: "
NO_UNDO = "it is written, but cannot be undone from here: "

Cb = Callable[..., Answer]


def read_only(folder: Path) -> Path:
    folder.mkdir()
    folder.chmod(0o500)
    return folder


SURROUNDINGS: dict[str, Callable[[Path], dict[str, str]]] = {
    "nothing is set": lambda _: {},
    "HOME is empty": lambda _: {"HOME": ""},
    "HOME is relative": lambda _: {"HOME": "home"},
    "a path too long": lambda _: {"HOME": f"/{'x' * 300}"},
    "a file": lambda _: {"HOME": "/dev/null"},
    "XDG names a file": lambda _: {"XDG_CACHE_HOME": "/dev/null", "XDG_STATE_HOME": "/dev/null"},
    "XDG is empty or relative": lambda _: {"XDG_CACHE_HOME": "", "XDG_STATE_HOME": "state"},
    "where nothing can be made": lambda _: {"HOME": "/proc/nowhere"},
    "read-only": lambda folder: {"HOME": str(read_only(folder / "home"))},
}


@pytest.fixture(params=SURROUNDINGS)
def cb(tmp_path: Path, request: pytest.FixtureRequest) -> Cb:
    if request.param == "read-only" and os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    home = tmp_path / "mine"
    (home / "clients").mkdir(parents=True)
    (home / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (home / "clients" / "acme.yaml").write_text("name: Acme\ncountry: JP\n", encoding="utf-8")
    (tmp_path / "here").mkdir()
    around = SURROUNDINGS[request.param](tmp_path)

    def call(*words: str, **environment: str) -> Answer:
        surroundings = Surroundings(
            environment={"PATH": os.environ["PATH"], "CB_HOME": str(home), **around, **environment},
            folder=tmp_path / "here",
            input=StringIO(),
            output=(out := StringIO()),
            talk=(talk := StringIO()),
            clock=MONDAY_MORNING,
        )
        return Answer(main(words, surroundings), out.getvalue(), talk.getvalue())

    return call


def test_commands_work_and_note_once_what_is_not_kept(cb: Cb, tmp_path: Path) -> None:
    editor = {"EDITOR": "sed -i s/Acme/Apex/"}
    written = [
        cb("log", "acme", "hello"),
        cb("client", "add", "Bolt", "--country", "NL"),
        cb("client", "edit", "acme", **editor),
    ]
    for answer in written:
        assert (answer.code, answer.err.count(NO_UNDO)) == (0, 1), answer.err
        assert answer.err.count(NOT_CACHED) <= 1
    today = cb("today")
    assert (today.code, today.err.count(NOT_CACHED), len(today.err.splitlines())) == (0, 1, 1)
    home = tmp_path / "mine"
    assert "hello" in (home / "journal" / "acme.jsonl").read_text(encoding="utf-8")
    assert "Apex" in (home / "clients" / "acme.yaml").read_text(encoding="utf-8")
    assert (home / "clients" / "bolt.yaml").exists()
    undone = cb("data", "undo")
    assert undone.code in {1, 4}
    assert list((tmp_path / "here").iterdir()) == []
    assert cb("today", "--quiet").err == ""


def test_a_note_is_written_in_a_temporary_file(tmp_path: Path) -> None:
    script = tmp_path / "write.py"
    script.write_text(
        "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('written words')", encoding="utf-8"
    )
    noted = """
import sys
from clientbridge.adapters.editor import written_in_editor
from pathlib import Path
folder = Path(sys.argv[3]) if sys.argv[3] else None
with written_in_editor(folder, [sys.executable, sys.argv[2]], invitation="?", on_kept=print) as said:
    print(said)
"""
    for folder in ("", "/dev/null/x", str(tmp_path / "state")):
        done = subprocess.run(
            [sys.executable, "-c", noted, "", str(script), folder],
            env={"PYTHONPATH": str(SOURCE), "TMPDIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "written words\n"
    assert not list(tmp_path.rglob("note-*"))
