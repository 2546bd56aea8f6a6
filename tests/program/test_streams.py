"""Closed streams, gone readers, full disks, a removed folder: the real process, not one in this one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["sh", "-c", line.replace("cb ", f"{sys.executable} -m clientbridge ")],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(SOURCE), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("cb --version >&-", 0),
        ("cb --demo client list 2>&-", 0),
        ("cb --demo client list <&-", 0),
        ("cb --demo log <&- >&- 2>&-", 2),
        ("cb log <&- >&- 2>&-", 4),
        ("cb nonsense 2>&-", 2),
        ("cb nonsense 2>&1 | true; exit 0", 0),
        ("cb --demo client list | true; exit 0", 0),
        ("mkdir gone && cd gone && rmdir ../gone && cb --demo client list", 0),
    ],
)
def test_streams_that_are_not_there(line: str, code: int, tmp_path: Path) -> None:
    ended = shell(line, tmp_path)
    assert ended.returncode == code
    assert b"Traceback" not in ended.stderr
    assert b"Exception" not in ended.stderr


ANSWERED = [
    "--version",
    "--help",
    "meet --help",
    "data schema me",
    "--demo today --json",
    "--demo client list --plain",
    "culture JP",
]


@pytest.fixture
def warm(shared_cache: Path) -> dict[str, str]:
    """Surroundings in which the program has been called before."""
    return {"XDG_CACHE_HOME": str(shared_cache)}


@pytest.mark.parametrize("words", ANSWERED)
@pytest.mark.parametrize("reader", ["head -c0", "true", "head -c1"])
def test_a_reader_that_has_enough_is_no_failure(
    words: str, reader: str, warm: dict[str, str], tmp_path: Path
) -> None:
    code = tmp_path / "code"
    ended = shell(f"{{ cb {words}; echo $? >{code}; }} | {reader}", tmp_path, **warm)
    assert code.read_text("utf-8") == "0\n"
    assert ended.stderr == b""


def test_what_was_logged_is_logged_also_when_nobody_reads_the_answer(tmp_path: Path) -> None:
    assert (
        shell("cb init . --name Lea --country BE --client Acme --client-country JP", tmp_path).returncode == 0
    )
    code = tmp_path / "code"
    for closed in ("| true", ">&-", ">&- 2>&-", "| head -c0"):
        shell(f"{{ cb log acme hello --home .; echo $? >{code}; }} {closed}", tmp_path)
        assert code.read_text("utf-8") == "0\n"
    shell("cb log acme hello --home . >/dev/full", tmp_path)
    assert (tmp_path / "journal" / "acme.jsonl").read_text("utf-8").count("hello") == 5


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ANSWERED)
def test_talk_that_cannot_be_written_changes_no_exit_code(
    words: str, warm: dict[str, str], tmp_path: Path
) -> None:
    assert shell(f"cb {words} 2>/dev/full", tmp_path, **warm).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(("words", "code"), [("nonsense", 2), ("today", 4), ("culture Nowhere", 3)])
def test_an_error_that_cannot_be_told_keeps_its_exit_code(words: str, code: int, tmp_path: Path) -> None:
    assert shell(f"cb {words} 2>/dev/full", tmp_path).returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ANSWERED)
def test_an_answer_that_cannot_be_written_is_told(words: str, warm: dict[str, str], tmp_path: Path) -> None:
    ended = shell(f"cb {words} >/dev/full", tmp_path, **warm)
    assert ended.returncode == 4
    assert ended.stderr.startswith(b"error: the answer cannot be written")
    assert ended.stderr.count(b"\n") == 1


def test_a_pipe_gets_utf_8_whatever_the_surroundings_say(tmp_path: Path) -> None:
    ended = shell("cb --demo client list", tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.returncode == 0
    assert "São Paulo".encode() in ended.stdout


def test_words_that_are_no_text_are_told(tmp_path: Path) -> None:
    ended = shell("cb --demo brief \"$(printf 'caf\\351')\"", tmp_path)
    assert ended.returncode == 2
    assert b"is not UTF-8 text" in ended.stderr


@pytest.mark.parametrize("source", ["printf 'caf\\351'", "head -c 9000000 /dev/zero"])
def test_standard_input_that_is_no_note_is_told(source: str, tmp_path: Path) -> None:
    made = shell("cb init . --name Lea --country BE --client Acme --client-country JP", tmp_path)
    assert made.returncode == 0
    ended = shell(f"{source} | cb log acme --home .", tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith(b"error: ")
    assert not (tmp_path / "journal").exists()
