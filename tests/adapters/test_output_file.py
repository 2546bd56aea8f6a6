"""Outputs go where they are sent: files whole, pipes and open streams as they flow."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from clientbridge.adapters.output_file import identity_of_stream, output_target, text_at, write_output
from clientbridge.core.errors import FileFailedError

POSIX = pytest.mark.skipif(os.name != "posix", reason="named pipes and open streams are POSIX names")
CONTENT = "été\n".encode() * 50_000
"""More than a pipe holds."""


def read_later(pipe: Path, got: list[bytes], *, pause: float = 0.2) -> Thread:
    def read() -> None:
        sleep(pause)
        got.append(pipe.read_bytes())

    reader = Thread(target=read)
    reader.start()
    return reader


def test_a_file_is_put_in_its_place_whole(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("plan.ics")
    for content in (b"old", b"new"):
        write_output(link, content, file="link")
        assert (tmp_path / "plan.ics").read_bytes() == content
    assert link.is_symlink()
    target = output_target(link, file="link")
    assert (target.path, target.size, target.is_stream) == (tmp_path / "plan.ics", 3, False)
    assert target.identity == output_target(tmp_path / "plan.ics", file="plan.ics").identity
    assert text_at(target, file="link") == "new"


def test_a_new_file_holds_nothing(tmp_path: Path) -> None:
    target = output_target(tmp_path / "new", file="new")
    assert (target.size, text_at(target, file="new")) == (None, None)
    assert target.identity != output_target(tmp_path / "other", file="other").identity


def test_a_text_larger_than_any_output_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    assert text_at(output_target(large, file="large"), file="large") is None


@POSIX
def test_a_pipe_is_written_once_somebody_reads_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert output_target(pipe, file="pipe").is_stream
    assert text_at(output_target(pipe, file="pipe"), file="pipe") is None
    got: list[bytes] = []
    reader = read_later(pipe, got)
    write_output(pipe, CONTENT, file="pipe")
    reader.join()
    assert got == [CONTENT]
    assert pipe.is_fifo()


@POSIX
def test_a_pipe_that_nobody_reads_is_given_up(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileFailedError, match="pipe cannot be written: nobody reads from this pipe"):
        write_output(pipe, b"x", file="pipe", patience_seconds=0.1)
    stopped = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(FileFailedError, match="nobody reads"):
        write_output(pipe, CONTENT, file="pipe", patience_seconds=0.1)
    os.close(stopped)


@POSIX
def test_a_reader_that_leaves_early_had_what_it_wanted() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    write_output(Path(f"/dev/fd/{write_end}"), b"x", file="x")
    os.close(write_end)


@POSIX
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("mode", ["wb", "ab"])
def test_an_open_stream_is_written_to_where_it_stands(tmp_path: Path, name: str, mode: str) -> None:
    """A file that a shell opened for the answer keeps what is written to it before and after."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    script = """
import sys
from pathlib import Path
from clientbridge.adapters.output_file import output_target, write_output
print("before", flush=True)
assert output_target(Path(sys.argv[1]), file="x").is_stream
write_output(Path(sys.argv[1]), b"written\\n", file="x")
print("after")
"""
    into = tmp_path / "into.txt"
    into.write_bytes(b"old\n")
    with into.open(mode) as stream:
        subprocess.run(
            [sys.executable, "-c", script, name if name.startswith("/") else str(tmp_path / name)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
            stdout=stream,
            check=True,
        )
    old = b"old\n" if mode == "ab" else b""
    assert into.read_bytes() == old + b"before\nwritten\nafter\n"


@POSIX
def test_what_is_no_place_for_a_file_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for name, why in (
            (".", "it is a folder"),
            ("socket", "it is a socket"),
            ("nowhere/x.ics", "there is no folder nowhere"),
            ("a", "cannot be written"),
            ("x" * 300, "File name too long"),
            ("/dev/fd/900", "cannot be written"),
        ):
            with pytest.raises(FileFailedError, match=why):
                output_target(tmp_path / name, file=name)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_device_is_written_to() -> None:
    write_output(Path(os.devnull), b"x", file="null")
    with pytest.raises(FileFailedError, match="full cannot be written: No space left"):
        write_output(Path("/dev/full"), b"x", file="full")


def test_the_stream_of_the_answer_is_known_by_the_file_it_goes_to(tmp_path: Path) -> None:
    with (tmp_path / "answer").open("wb") as stream:
        identity = output_target(tmp_path / "answer", file="answer").identity
        assert identity_of_stream(stream.fileno()) == identity
        descriptor = stream.fileno()
    assert identity_of_stream(descriptor) is None
