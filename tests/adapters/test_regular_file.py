"""Only files are read, never what might not end or not begin."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.core.errors import FileFailedError

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")


def read(path: Path, most_bytes: int = 10) -> bytes:
    return read_regular_file(path, most_bytes=most_bytes, file="a.txt")


@pytest.mark.parametrize("content", [b"", b"0123456789", b"\r\n\x00\x1a"])
def test_a_file_up_to_the_bound_is_read_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    assert read(file) == content


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"real")
    (tmp_path / "a.txt").symlink_to(tmp_path / "real.txt")
    assert read(tmp_path / "a.txt") == b"real"


@pytest.mark.parametrize(("most", "size"), [(10, "10 bytes"), (1_500_000, "1.5 MB"), (64_000_000, "64 MB")])
def test_a_file_beyond_the_bound_is_told(tmp_path: Path, most: int, size: str) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(most + 1)
    with pytest.raises(FileFailedError, match=f"^a.txt is larger than {size}, the most that is read$"):
        read(file, most)


@on_unix
def test_what_is_no_file_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name, kind in (("pipe", "a pipe"), ("link", "a pipe"), ("", "a folder")):
        with pytest.raises(FileFailedError, match=f"^a.txt cannot be read: it is {kind}, not a file$"):
            read(tmp_path / name)
    for device in ("/dev/zero", "/dev/null"):
        assert stat.S_ISCHR(Path(device).stat().st_mode)
        with pytest.raises(FileFailedError, match="it is a device"):
            read(Path(device))


@on_unix
def test_a_socket_is_told(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        with pytest.raises(FileFailedError, match=r"^a\.txt cannot be read: "):
            read(tmp_path / "s")


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for name, why in (
        ("missing", "No such file"),
        ("x" * 300, "name too long"),
        ("a\0b", "no file name can have"),
    ):
        with pytest.raises(FileFailedError, match=f"^a.txt cannot be read: .*{why}"):
            read(tmp_path / name)


@on_unix
@pytest.mark.skipif(sys.platform == "linux" and os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    file.chmod(0)
    with pytest.raises(FileFailedError, match="Permission denied"):
        read(file)


@on_unix
def test_a_file_that_tells_no_size_is_read_to_the_bound() -> None:
    """Files of /proc say they are empty."""
    proc = Path("/proc/self/status")
    if not proc.exists():
        pytest.skip("there is no /proc")
    assert read(proc, 100_000).startswith(b"Name:")
    with pytest.raises(FileFailedError, match="larger than 10 bytes"):
        read(proc)


@on_unix
def test_a_pipe_is_refused_before_anyone_writes(tmp_path: Path) -> None:
    """In a process of its own, so that a failure is a time limit and not a test run that hangs."""
    os.mkfifo(tmp_path / "pipe")
    source = (
        "import sys; from pathlib import Path\n"
        "from clientbridge.adapters.regular_file import read_regular_file\n"
        "try: read_regular_file(Path(sys.argv[1]), most_bytes=1, file='p')\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", source, str(tmp_path / "pipe")],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout == "p cannot be read: it is a pipe, not a file\n"
