"""What is being written is in nobody's way, and what a killed writer left is removed; nothing else is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.unfinished_file import clear_abandoned, unfinished_file

SOURCE = Path(__file__).parents[2] / "src"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_takes_the_place_of_the_other_or_is_gone(tmp_path: Path) -> None:
    with unfinished_file(tmp_path, "acme.yaml") as unfinished:
        unfinished.write(b"name: Acme\n")
        unfinished.put_in_place_of(tmp_path / "acme.yaml")
    with pytest.raises(ZeroDivisionError), unfinished_file(tmp_path, "acme.yaml"):
        _ = 1 // 0
    assert names(tmp_path) == ["acme.yaml"]
    assert (tmp_path / "acme.yaml").read_bytes() == b"name: Acme\n"


def test_only_what_nobody_holds_and_what_is_ours_is_removed(tmp_path: Path) -> None:
    others = [".bashrc", "acme.new", ".acme.yaml.new", ".acme.yaml.1234567.new", ".acme.draft.yaml"]
    for name in [*others, ".acme.yaml.0a1b2c3d.new", ".bolt.yaml.zz_9zz9z.new"]:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with unfinished_file(tmp_path, "held.yaml") as held:
        clear_abandoned(tmp_path, of="acme.yaml")
        assert names(tmp_path) == sorted([*others, ".bolt.yaml.zz_9zz9z.new", held.path.name])
        clear_abandoned(tmp_path)
        assert names(tmp_path) == sorted([*others, held.path.name])
    clear_abandoned(tmp_path / "nowhere")


def test_the_longest_names_have_room(tmp_path: Path) -> None:
    for name in ("x" * 255, "田" * 85):
        with unfinished_file(tmp_path, name) as unfinished:
            unfinished.put_in_place_of(tmp_path / name)
        (tmp_path / f".{unfinished.path.name.removeprefix('.')}").write_text("left", encoding="utf-8")
        clear_abandoned(tmp_path, of=name)
    assert sorted(len(os.fsencode(name)) for name in names(tmp_path)) == [255, 255]


def test_writers_and_those_who_tidy_up_are_not_in_each_others_way(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; folder = Path(sys.argv[1])\n"
        "from clientbridge.adapters.unfinished_file import clear_abandoned, unfinished_file\n"
        "for _ in range(300):\n"
        "    with unfinished_file(folder, 'x') as begun:\n"
        "        begun.write(b'x'); clear_abandoned(folder); begun.put_in_place_of(folder / 'x')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    writers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], env=environment) for _ in "abcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert names(tmp_path) == ["x"]
