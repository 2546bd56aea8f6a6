"""`--ics`, `--md` and `--html` as they are typed: over what they replace, and into pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run

SOURCE = Path(__file__).parents[2] / "src"
OPTIONS = [
    ("meet", "lon", "--ics"),
    ("meet", "lon", "--every", "1w", "--ics"),
    ("meet", "lon", "--at", "2026-11-25 11:00", "--ics"),
    ("holidays", "lon", "--ics"),
    ("holidays", "lon", "--md"),
    ("brief", "lon", "--md"),
    ("brief", "lon", "--html"),
    ("brief", "lon", "--handover", "--md"),
]


@pytest.fixture
def home(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "files"
    (folder / "clients").mkdir(parents=True)
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\nemail: lea@example.com\n", encoding="utf-8")
    text = "name: London Ltd\ncountry: GB\nregion: GB-ENG\n"
    (folder / "clients" / "lon.yaml").write_text(text, encoding="utf-8")
    assert run("log", "lon", "call about the contract", folder=folder).code == 0
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
@pytest.mark.parametrize("target", ["me.yaml", "clients/lon.yaml", "journal/lon.jsonl", "plan"])
def test_a_profile_a_journal_and_what_leads_there_stay_as_they_are(
    words: tuple[str, ...], target: str, run: Run, home: Path
) -> None:
    (home / "plan").symlink_to("me.yaml")
    before = contents(home)
    got = run(*words, target, folder=home, terminal=True, width=80)
    assert (got.code, got.out) == (2, "")
    assert "written by cb, so it stays as it is" in got.err.replace("\n ", "")
    assert "--force" in got.err
    assert contents(home) == before
    forced = run(*words, target, "--force", folder=home)
    assert forced.code == 0, forced.err
    assert contents(home) != before


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_what_the_same_option_wrote_is_written_again(words: tuple[str, ...], run: Run, home: Path) -> None:
    for _ in range(2):
        got = run(*words, "out", folder=home)
        assert (got.code, got.err.splitlines()[0]) == (0, "wrote out")


def test_the_refusal_comes_before_any_file(run: Run, home: Path) -> None:
    before = contents(home)
    for words in (
        ("holidays", "lon", "--ics", "days.ics", "--md", "me.yaml"),
        ("brief", "lon", "--md", "b.md", "--html", "me.yaml"),
        ("brief", "lon", "--md", "b.md", "--html", "b.md"),
        ("brief", "lon", "--md", "b.md", "--html", "b.md", "--force"),
        ("brief", "nobody", "--md", "me.yaml"),
    ):
        assert run(*words, folder=home).code == 2
    assert contents(home) == before


@pytest.mark.skipif(os.name != "posix", reason="the shell of POSIX")
def test_pipes_of_the_shell_and_the_answer_itself_take_a_file(home: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCE),
        "CB_HOME": str(home),
        "CB_NOW": "2026-11-23T07:05Z",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    cb = f"{sys.executable} -m clientbridge --quiet"
    script = (
        f"{cb} brief lon --md >(wc -l >lines) --html >(head -1 >head) --json >answer\n"
        f"{cb} meet lon --ics /dev/stdout >both\n"
        f"{cb} meet lon --ics /dev/stdout | grep -v :\n"
        f"{cb} meet lon --ics /dev/stderr 2>alone\n"
        "until [ -s lines ] && [ -s head ]; do sleep 0.05; done\n"
    )
    ended = subprocess.run(
        ["bash", "-c", script], cwd=home, env=environment, capture_output=True, text=True, check=True
    )
    assert int((home / "lines").read_text(encoding="utf-8")) > 5
    assert (home / "head").read_text(encoding="utf-8") == "<!doctype html>\n"
    both, alone = ((home / name).read_bytes() for name in ("both", "alone"))
    assert alone.startswith(b"BEGIN:VCALENDAR\r\n")
    assert alone.endswith(b"END:VCALENDAR\r\n")
    assert both.startswith(alone)
    assert both[len(alone) :].startswith(b"Meet London Ltd")
    assert "Meet London Ltd" in ended.stdout
