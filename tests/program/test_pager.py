"""Long pages at a real terminal: through the pager where someone turns pages, printed everywhere else."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
AtTerminal = Callable[..., tuple[int, str]]
FULL = ("brief", "hikari", "--full")
PAGER = f"""#!{sys.executable}
import pathlib, sys
pathlib.Path({{read!r}}).write_text(sys.stdin.read(), encoding="utf-8")
print("end of the pager")
"""
HASTY = f"""#!{sys.executable}
print("enough")
"""


@pytest.fixture
def at_terminal(tmp_path: Path, shared_cache: Path) -> AtTerminal:
    """Run `cb`: the exit code and what the terminal shows; with `pipe`, only talk goes to the terminal."""

    def call(
        words: Sequence[str], *, rows: int = 24, pipe: bool = False, **environment: str
    ) -> tuple[int, str]:
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        program = subprocess.Popen(
            [sys.executable, "-m", "clientbridge", "--demo", "--now", "2026-11-26T08:05Z", *words],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "XDG_CACHE_HOME": str(shared_cache),
                "PYTHONPATH": str(SOURCE),
                "TERM": "xterm",
                **environment,
            },
            stdin=child,
            stdout=subprocess.PIPE if pipe else child,
            stderr=child,
        )
        os.close(child)
        piped = b""
        if program.stdout is not None:
            with program.stdout as stream:
                piped = stream.read()
        shown = b""
        while chunk := _read(parent):
            shown += chunk
        os.close(parent)
        return program.wait(timeout=60), (piped or shown).decode().replace("\r\n", "\n")

    return call


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the last one who had the terminal open is gone
        return b""


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """Where the pager writes down what it was given."""
    file = tmp_path / "read.txt"
    for name, text in (("pager", PAGER.format(read=str(file))), ("hasty", HASTY)):
        program = tmp_path / name
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)
    return file


@pytest.mark.parametrize(
    "words",
    [FULL, ("brief", "hikari", "--phrases"), ("culture", "JP", "--full"), ("client", "show", "hikari")],
)
def test_what_is_longer_than_the_screen_goes_through_the_pager(
    words: tuple[str, ...], at_terminal: AtTerminal, read: Path, tmp_path: Path
) -> None:
    code, shown = at_terminal(words, rows=5, PAGER=str(tmp_path / "pager"))
    assert (code, shown) == (0, "end of the pager\n")
    _, printed = at_terminal((*words, "--no-input"), rows=5, PAGER=str(tmp_path / "pager"))
    assert read.read_text(encoding="utf-8") == printed


def test_a_page_that_fits_is_printed(at_terminal: AtTerminal, read: Path, tmp_path: Path) -> None:
    code, shown = at_terminal(("brief", "hikari"), PAGER=str(tmp_path / "pager"))
    assert (code, "Hikari" in shown, read.exists()) == (0, True, False)


@pytest.mark.parametrize(
    ("words", "environment", "pipe"),
    [
        ((*FULL, "--plain"), {}, False),
        ((*FULL, "--json"), {}, False),
        ((*FULL, "--no-input"), {}, False),
        (FULL, {"TERM": "dumb"}, False),
        (FULL, {"PAGER": ""}, False),
        (FULL, {"PAGER": "there-is-no-such-pager"}, False),
        (FULL, {}, True),
        (("today",), {}, False),
    ],
)
def test_else_it_is_printed(
    words: tuple[str, ...],
    environment: dict[str, str],
    at_terminal: AtTerminal,
    read: Path,
    tmp_path: Path,
    *,
    pipe: bool,
) -> None:
    around = {"PAGER": str(tmp_path / "pager")} | environment
    code, shown = at_terminal(words, rows=5, pipe=pipe, **around)
    assert (code, read.exists()) == (0, False)
    assert shown.count("\n") > 5 or shown.startswith("{")


def test_a_pager_that_is_left_at_once_is_no_error(
    at_terminal: AtTerminal, read: Path, tmp_path: Path
) -> None:
    assert at_terminal(FULL, PAGER=str(tmp_path / "hasty")) == (0, "enough\n")
    assert not read.exists()
