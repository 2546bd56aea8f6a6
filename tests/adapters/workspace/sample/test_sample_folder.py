"""The sample laid out as files: whole, private, the same for everyone on a day, wherever it can lie."""

import json
import os
import stat
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.adapters.workspace.sample.sample_folder import lay_out_sample, sample_home, sample_workspace
from clientbridge.core.errors import ExitCode

MORNING = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
ROOT = Path(__file__).parents[4]


def texts(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture
def cache(tmp_path: Path) -> JsonCache:
    return JsonCache(tmp_path / "cache")


def test_the_sample_lies_in_the_cache_and_is_not_writable(cache: JsonCache, tmp_path: Path) -> None:
    workspace = sample_workspace(MORNING, cache)
    assert workspace.folder == tmp_path / "cache" / "sample" / "2026-11-23"
    assert not workspace.writable
    assert workspace.client_ids() == ("almadar", "bayside", "hikari", "nordlys", "solaris")
    assert sorted(file.stem for file in (workspace.folder / "journal").iterdir()) == list(
        workspace.client_ids()
    )


def test_the_day_is_that_of_brussels(cache: JsonCache) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert sample_workspace(late, cache).folder.name == "2026-11-24"


def test_you_are_where_the_sample_says(cache: JsonCache) -> None:
    me = sample_workspace(MORNING, cache).me.schedule
    assert (me.place, me.zone.key) == (sample_home().place, sample_home().zone.key)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_and_folders_are_private(cache: JsonCache) -> None:
    folder = sample_workspace(MORNING, cache).folder
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_the_same_day_gives_the_same_bytes(tmp_path: Path, cache: JsonCache) -> None:
    lay_out_sample(tmp_path / "one", MORNING.date())
    assert texts(tmp_path / "one") == texts(sample_workspace(MORNING, cache).folder)


def test_what_is_there_is_left_alone(cache: JsonCache) -> None:
    folder = sample_workspace(MORNING, cache).folder
    before = {file: file.stat().st_ino for file in folder.rglob("*.*")}
    sample_workspace(MORNING, cache)
    assert {file: file.stat().st_ino for file in folder.rglob("*.*")} == before


@pytest.mark.parametrize("with_entry", [True, False])
def test_what_is_damaged_or_missing_is_written_anew(
    cache: JsonCache, tmp_path: Path, *, with_entry: bool
) -> None:
    folder = sample_workspace(MORNING, cache).folder
    right = texts(folder)
    (folder / "me.yaml").write_text("name: [", encoding="utf-8")
    (folder / "clients" / "hikari.yaml").unlink()
    (folder / "journal" / "hikari.jsonl").write_text("torn", encoding="utf-8")
    (folder / "clients" / "another.yaml").write_text("name: X", encoding="utf-8")
    if not with_entry:
        (tmp_path / "cache" / "sample" / "2026-11-23.json").unlink()
    assert texts(sample_workspace(MORNING, cache).folder) == right


def test_only_the_days_laid_out_last_are_kept(cache: JsonCache, tmp_path: Path) -> None:
    for day in range(1, 16):
        workspace = sample_workspace(datetime(2026, 10, day, 9, tzinfo=UTC), cache)
        assert workspace.me.name == "Lea Peeters"
    kept = sorted(file.name for file in (tmp_path / "cache" / "sample").iterdir() if file.is_dir())
    assert kept == [f"2026-10-{day:02}" for day in range(4, 16)]
    assert len(list((tmp_path / "cache" / "sample").glob("*.json"))) == len(kept)
    assert len(list((tmp_path / "cache" / "profiles").iterdir())) == len(kept)


def test_where_the_cache_cannot_be_written_a_temporary_folder_serves(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    for cache in (NO_CACHE, JsonCache(tmp_path / "cache")):
        workspace = sample_workspace(MORNING, cache)
        assert tmp_path not in workspace.folder.parents
        assert workspace.me.name == "Lea Peeters"
        assert not workspace.writable


def test_two_calls_at_once_say_the_same(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "CB_NOW": "2026-11-23T08:05",
    }
    words = [sys.executable, "-m", "clientbridge", "--demo", "promise", "--json"]
    calls = [
        subprocess.Popen(
            words, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    answers = [(*call.communicate(), call.returncode) for call in calls]
    assert len(set(answers)) == 1
    out, talk, code = answers[0]
    assert (talk, code) == ("", ExitCode.ANSWERED)
    assert len(json.loads(out)["promises"]) > 5


def test_another_day_tells_the_same_story_on_other_dates(tmp_path: Path) -> None:
    lay_out_sample(tmp_path / "winter", date(2027, 1, 1))
    lay_out_sample(tmp_path / "summer", date(2026, 8, 8))
    for name in texts(tmp_path / "winter"):
        winter, summer = ((tmp_path / season / name).read_bytes() for season in ("winter", "summer"))
        assert winter.count(b"\n") == summer.count(b"\n")
        assert b"<" not in winter + summer
