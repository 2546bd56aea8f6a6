"""A cache never outlives its file: neither a file that is saved while it is read, nor one that is gone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Run

SOURCE = Path(__file__).parents[2] / "src"
ACME = "name: Planted Words\ncountry: JP\nnotes: planted\npeople: [{id: ana, name: Planted Ana}]\n"
TORN = '{"id": "a", "at": "2026-11-01T09:00:00Z", "kind": "promise", "own'

SAVED_WHILE_READ = """
import sys
from pathlib import Path
import clientbridge.adapters.regular_file as regular_file

read, (profile, other) = regular_file.read_regular_file, map(Path, sys.argv[1:3])

def read_then_saved(path, **given):
    content = read(path, **given)
    if path == profile and other.exists():
        other.replace(profile)
    return content

regular_file.read_regular_file = read_then_saved
from clientbridge.cli import main
sys.exit(main(sys.argv[3:]))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "clients").mkdir(parents=True)
    (folder / "journal").mkdir()
    (folder / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (folder / "clients" / "bolt.yaml").write_text("name: Bolt\ncountry: NL\n", encoding="utf-8")
    (folder / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return folder


def cached(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("saved", "asked"),
    [
        ("me.yaml", ("today", "--json")),
        ("me.yaml", ("meet", "bolt", "--json")),
        ("clients/bolt.yaml", ("today", "--all", "--json")),
        ("clients/bolt.yaml", ("meet", "bolt", "--json")),
        ("clients/bolt.yaml", ("brief", "bolt", "--json")),
    ],
)
def test_a_profile_saved_while_it_is_read_counts_the_next_time(
    home: Path, tmp_path: Path, run: Run, saved: str, asked: tuple[str, ...]
) -> None:
    cache, profile = tmp_path / "cache", home / saved
    other = tmp_path / "other.yaml"
    text = profile.read_text(encoding="utf-8")
    other.write_text(f"{text}timezone: Asia/Kolkata\n", encoding="utf-8")
    os.utime(other, ns=(profile.stat().st_mtime_ns,) * 2)
    first = subprocess.run(
        [sys.executable, "-c", SAVED_WHILE_READ, str(profile), str(other), *asked],
        cwd=home,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SOURCE),
            "XDG_CACHE_HOME": str(cache),
            "HOME": str(tmp_path),
            "CB_NOW": "2026-11-23T07:05Z",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert not other.exists()
    fresh = run(*asked, folder=home, XDG_CACHE_HOME=str(tmp_path / "none"))
    assert first.stdout != fresh.out
    for _ in range(2):
        assert run(*asked, folder=home, XDG_CACHE_HOME=str(cache)).out == fresh.out


def test_another_content_of_the_same_size_and_time_counts(home: Path, tmp_path: Path, run: Run) -> None:
    profile, cache = home / "clients" / "bolt.yaml", str(tmp_path / "cache")
    answers = []
    for country in ("NL", "JP", "IN"):
        written = tmp_path / "checkout.yaml"
        written.write_text(f"name: Bolt\ncountry: {country}\n", encoding="utf-8")
        os.utime(written, (1_700_000_000, 1_700_000_000))
        shutil.copy2(written, profile)
        answers.append(run("client", "list", "--json", folder=home, XDG_CACHE_HOME=cache).out)
        answers.append(run("today", "--all", "--plain", folder=home, XDG_CACHE_HOME=cache).out)
    assert ["Amsterdam" in answers[0], "Tokyo" in answers[2], "Kolkata" in answers[4]] == [True] * 3
    bolts = ("".join(line for line in answer.splitlines() if "bolt" in line) for answer in answers[1::2])
    assert [zone in answer for zone, answer in zip(("08:05", "16:05", "12:35"), bolts, strict=True)] == [
        True
    ] * 3


def test_your_own_profile_counts_in_every_agenda(home: Path, tmp_path: Path, run: Run) -> None:
    cache = str(tmp_path / "cache")
    assert "Brussels" in run("today", folder=home, XDG_CACHE_HOME=cache).out
    (home / "me.yaml").write_text("name: Lea\ncountry: JP\n", encoding="utf-8")
    assert "Tokyo" in run("today", folder=home, XDG_CACHE_HOME=cache).out


@pytest.mark.parametrize("gone", ["removed", "renamed"])
@pytest.mark.parametrize("listing", [("today",), ("client", "list"), ("brief", "bolt"), ("log", "bolt", "x")])
def test_who_is_gone_is_in_no_cache(
    home: Path, tmp_path: Path, run: Run, gone: str, listing: tuple[str, ...]
) -> None:
    cache = tmp_path / "cache"
    (home / "journal" / "acme.jsonl").write_text(
        '{"id": "p", "at": "2026-11-01T09:00:00Z", "kind": "promise", "owner": "me", "text": "planted"}\n',
        encoding="utf-8",
    )
    for words in (("today",), ("today", "--days", "30"), ("brief", "acme"), ("client", "list"), ("review",)):
        run(*words, folder=home, XDG_CACHE_HOME=str(cache))
    assert any("planted" in text.casefold() for text in cached(cache))
    for file in ("clients/acme.yaml", "journal/acme.jsonl"):
        if gone == "removed":
            (home / file).unlink()
        else:
            (home / file).rename(tmp_path / Path(file).name)
    run(*listing, folder=home, XDG_CACHE_HOME=str(cache))
    assert not [text for text in cached(cache) if "planted" in text.casefold()]
    assert not [file for file in cache.rglob("*") if "acme" in file.name]
    assert any("Bolt" in text for text in cached(cache))


def test_a_torn_promise_is_told_every_time_also_from_the_cache(home: Path, tmp_path: Path, run: Run) -> None:
    journal, cache = home / "journal" / "acme.jsonl", tmp_path / "cache"
    journal.write_text(TORN, encoding="utf-8")
    os.utime(journal, (0, 0))
    told = "journal/acme.jsonl has 1 problem and those lines are left out; see: cb data check\n"
    for _ in range(3):
        assert run("today", folder=home, XDG_CACHE_HOME=str(cache)).err == told
    journal.unlink()
    assert run("today", folder=home, XDG_CACHE_HOME=str(cache)).err == ""
