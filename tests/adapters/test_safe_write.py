"""A file is written whole or not at all, and nobody else reads it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.core.errors import FileFailedError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_files_and_folders_are_private(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b", file="a/b")
    write_whole(tmp_path / "a" / "b" / "c.yaml", b"name: x\n", file="c.yaml")
    assert (tmp_path / "a" / "b" / "c.yaml").read_bytes() == b"name: x\n"
    assert (mode(tmp_path / "a"), mode(tmp_path / "a" / "b" / "c.yaml")) == (0o700, 0o600)


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    shared, link = tmp_path / "shared.yaml", tmp_path / "link.yaml"
    shared.write_bytes(b"old")
    shared.chmod(0o640)
    link.symlink_to(shared)
    write_whole(link, b"new", file="link.yaml")
    assert link.is_symlink()
    assert (shared.read_bytes(), mode(shared)) == (b"new", 0o640)
    assert sorted(tmp_path.iterdir()) == [link, shared]


def test_a_missing_folder_or_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileFailedError, match=r"me\.yaml cannot be written: No such file"):
        write_whole(tmp_path / "nowhere" / "me.yaml", b"x", file="me.yaml")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileFailedError, match="the folder file/x cannot be made"):
        make_folder(tmp_path / "file" / "x", file="file/x")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_one_may_not_write_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes(b"old")
    tmp_path.chmod(0o500)
    with pytest.raises(FileFailedError, match=r"me\.yaml cannot be written: Permission denied"):
        write_whole(tmp_path / "me.yaml", b"new", file="me.yaml")
    assert (tmp_path / "me.yaml").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are set the POSIX way")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_bytes(b"old")
    script = """
import resource, sys
from pathlib import Path
from clientbridge.adapters.safe_write import write_whole
from clientbridge.core.errors import FileFailedError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 5000, file="me.yaml")
except FileFailedError as error:
    print(error.say, "|", error.hint)
"""
    source = Path(__file__).parents[2] / "src"
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "me.yaml")],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith("me.yaml cannot be written: File too large | nothing was changed")
    assert (tmp_path / "me.yaml").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["me.yaml"]


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileFailedError, match="cannot be written"):
        write_whole(tmp_path / "a", b"x", file="a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_what_is_no_ordinary_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"x", file="pipe")
    assert os.read(reader, 9) == b"x"
    os.close(reader)
    assert pipe.is_fifo()
