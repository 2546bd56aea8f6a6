"""The cache gives back what was stored under the same stamp, or nothing; it never raises and never lies."""

import ast
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest

from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import NO_CACHE, Json, JsonCache

SOURCE = Path(__file__).parents[2] / "src"
ENTRY: Json = {"busy": [[1, 2]], "name": "São Paulo", "none": None}


def written(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_stored_is_read_back_under_the_same_name_and_stamp(tmp_path: Path) -> None:
    cache = JsonCache(tmp_path)
    cache.write("busy/lea", "1", ENTRY)
    assert cache.read("busy/lea", "1") == ENTRY
    assert cache.read("busy/lea", "2") is None
    assert cache.read("busy/ana", "1") is None
    cache.write("busy/lea", "2", [])
    assert (cache.read("busy/lea", "2"), cache.read("busy/lea", "1")) == ([], None)
    assert [path.name for path in written(tmp_path)] == ["lea.json"]


def test_without_a_folder_nothing_is_stored() -> None:
    NO_CACHE.write("busy/lea", "1", ENTRY)
    assert NO_CACHE.read("busy/lea", "1") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:-1],
        lambda whole: whole.replace(b"1", b"3", 1),
        lambda whole: whole.replace(b"2]", b"9]"),
        lambda whole: whole + b" ",
        lambda _: b"\xff\x00\xfe",
        lambda _: b"[" * 100_000,
        lambda _: b"1\n00000000\nnull",
    ],
)
def test_a_damaged_entry_counts_as_missing_and_is_replaced(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    cache = JsonCache(tmp_path)
    cache.write("busy", "1", ENTRY)
    (file,) = written(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert cache.read("busy", "1") is None
    cache.write("busy", "1", ENTRY)
    assert cache.read("busy", "1") == ENTRY


def test_entries_are_private(tmp_path: Path) -> None:
    JsonCache(tmp_path / "cache").write("calendars/1/acme/copy", "1", ENTRY)
    assert [oct(path.stat().st_mode & 0o777) for path in written(tmp_path)] == ["0o600"]
    folders = [path for path in (tmp_path / "cache").rglob("*") if path.is_dir()]
    assert len(folders) == 4
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "cache", *folders)} == {"0o700"}


def test_a_folder_that_is_a_file_and_text_that_is_none_cost_only_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    told: list[str] = []
    JsonCache(blocked, told.append).write("days/NO", "1", ENTRY)
    assert told == [f"{blocked} cannot be written: Not a directory"]
    assert JsonCache(blocked).read("days/NO", "1") is None
    JsonCache(tmp_path).write("profiles/x", "1", "\udcff")
    assert written(tmp_path) == [blocked]


def _no_space() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, 4))


def test_a_full_disk_leaves_the_old_entry_and_no_draft(tmp_path: Path) -> None:
    JsonCache(tmp_path).write("days", "1", ENTRY)
    code = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from pathlib import Path;"
        "from clientbridge.adapters.json_cache import JsonCache;"
        "JsonCache(Path(sys.argv[1])).write('days', '2', [1, 2, 3])"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=environment, check=True, preexec_fn=_no_space
    )
    assert [path.name for path in written(tmp_path)] == ["days.json"]
    assert JsonCache(tmp_path).read("days", "1") == ENTRY


def test_processes_that_write_at_once_leave_one_whole_entry(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from clientbridge.adapters.json_cache import JsonCache;"
        "[JsonCache(Path(sys.argv[1])).write('days', '1', [sys.argv[2]] * 5000) for _ in range(30)]"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", code, str(tmp_path)]
    writers = [subprocess.Popen([*command, name], env=environment) for name in "abcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert JsonCache(tmp_path).read("days", "1") in [[name] * 5000 for name in "abcd"]
    assert len(written(tmp_path)) == 1


def test_a_writer_that_was_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    JsonCache(tmp_path).write("profiles/acme", "1", ENTRY)
    left = tmp_path / "unfinished" / ".acme.json.0a1b2c3d.new"
    left.write_text("the name of a client", encoding="utf-8")
    JsonCache(tmp_path).write("busy", "1", ENTRY)
    assert sorted(path.name for path in written(tmp_path)) == ["acme.json", "busy.json"]


def test_what_is_computed_while_its_file_is_saved_is_computed_again(tmp_path: Path) -> None:
    file, cache = tmp_path / "table.yaml", JsonCache(tmp_path / "cache")
    file.write_text("first", encoding="utf-8")
    os.utime(file, (0, 0))
    sleep(0.15)

    def read_and_saved_by_another() -> str:
        read = file.read_text(encoding="utf-8")
        file.write_text("other", encoding="utf-8")
        return read

    def asked(read: Callable[[], Json]) -> Json:
        return cache.computed("table", stamp_of(file), read, is_right=lambda entry: isinstance(entry, str))

    assert asked(read_and_saved_by_another) == "first"
    assert asked(lambda: file.read_text(encoding="utf-8")) == "other"


def test_only_entries_that_are_named_are_kept(tmp_path: Path) -> None:
    cache = JsonCache(tmp_path)
    for name in ("profiles/acme", "profiles/bolt", "busy/acme"):
        cache.write(name, "1", ENTRY)
    assert cache.keep_only("profiles", ["bolt"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in written(tmp_path)) == [
        "busy/acme.json",
        "profiles/bolt.json",
    ]
    assert not cache.keep_only("profiles", ["bolt"])
    assert not cache.keep_only("nowhere", [])


def test_folders_of_entries_go_whole_or_stay(tmp_path: Path) -> None:
    cache = JsonCache(tmp_path)
    for name in ("acme/a", "acme/b", "bolt/a", "acme"):
        cache.write(f"calendars/1/{name}", "1", [])
    (tmp_path / "calendars" / "1" / "note.txt").write_text("mine", encoding="utf-8")
    assert cache.keep_only("calendars/1", ["bolt"])
    left = [str(path.relative_to(tmp_path)) for path in (tmp_path / "calendars").rglob("*.json")]
    assert left == ["calendars/1/bolt/a.json"]
    assert not (tmp_path / "calendars" / "1" / "acme").exists()
    assert (tmp_path / "calendars" / "1" / "note.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_place_of_an_entry_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "busy.json")
    cache = JsonCache(tmp_path)
    assert cache.read("busy", "1") is None
    cache.write("busy", "1", ENTRY)
    assert cache.read("busy", "1") == ENTRY


def test_nothing_else_computes_a_checksum_or_reads_the_folder() -> None:
    """`JsonCache` alone knows the folder; the session hands it over, the command line names it."""
    beside = {"adapters/json_cache.py", "load/session.py"}
    for module in (SOURCE / "clientbridge").rglob("*.py"):
        name = str(module.relative_to(SOURCE / "clientbridge"))
        if name in beside:
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "zlib":
                assert name in {"adapters/json_codec.py", "adapters/file_stamp.py"}, (
                    f"{name}: a checksum of its own"
                )
            if isinstance(node, ast.Attribute) and node.attr == "folder":
                assert not (
                    isinstance(node.value, ast.Attribute) and node.value.attr in {"cache", "_cache"}
                ), name


def test_entries_much_older_than_the_newest_are_forgotten(tmp_path: Path) -> None:
    cache = JsonCache(tmp_path)
    for name in ("days/old", "days/new", "other/old"):
        cache.write(name, "1", name)
    for name in ("days/old", "other/old"):
        os.utime(tmp_path / f"{name}.json", (0, 0))
    cache.drop_older("days", than=timedelta(days=1))
    assert [cache.read(name, "1") for name in ("days/old", "days/new", "other/old")] == [
        None,
        "days/new",
        "other/old",
    ]
    cache.drop_older("nothing", than=timedelta(days=1))
    JsonCache().drop_older("days", than=timedelta(days=1))
