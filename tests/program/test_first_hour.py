"""The first hour of a new user: from an empty folder to a time with each of eight clients, at a terminal.

Nothing is typed but what the README and the screens offer, and no file is opened.
"""

import os
import re
import select
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest
from pasted_commands import offered

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made the POSIX way")
if sys.platform != "win32":
    import fcntl
    import pty
    import struct
    import termios

SOURCE = Path(__file__).parents[2] / "src"
CLIENTS = {
    "Tokyo Optics": "Tokyo",
    "Energia Solar": "São Paulo",
    "Nordlys Rederi": "Oslo",
    "Gulf Trade": "Sharjah",
    "Deccan Analytics": "Hyderabad",
    "Prairie Steel": "Fargo, North Dakota",
    "Island Wind": "Chatham",
    "Line Lagoon": "Kiritimati",
}
ZONES = (
    *("Asia/Tokyo", "America/Sao_Paulo", "Europe/Oslo", "Asia/Dubai", "Asia/Kolkata", "America/Chicago"),
    *("Pacific/Chatham", "Pacific/Kiritimati"),
)
CONTROL_C = b"\x03"
LONGEST_SECONDS = 600
PATIENCE = 60
"""Seconds for a single question, on a machine that has much else to do."""


class Terminal:
    """A terminal of some size in which `cb` runs; what is shown is kept as text."""

    def __init__(self, home: Path, columns: int = 80) -> None:
        self._columns = columns
        self._environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(SOURCE),
            "TZ": "Europe/Brussels",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "CB_NOW": "2026-11-23T07:05:00Z",
        }
        self._home = home
        self.seen = ""

    def start(self, line: str) -> None:
        """Run a line as a screen shows it: ``cb meet tokyo --count 1``."""
        program, *words = shlex.split(line)
        assert program == "cb"
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            signal.signal(
                signal.SIGINT, signal.SIG_DFL
            )  # what a run in the background ignores, its children do
            os.chdir(self._home)
            call = [sys.executable, "-m", "clientbridge", *words]
            os.execve(call[0], call, self._environment)  # noqa: S606 - needs no shell
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, self._columns, 0, 0))
        self.seen = ""

    def answer(self, question: str, typed: str) -> None:
        """Wait until the question is shown, then type and press Enter."""
        self.wait_for(question)
        self.seen = ""
        os.write(self._master, f"{typed}\n".encode())

    def wait_for(self, shown: str) -> None:
        """Read on until it is on the screen."""
        end = time.monotonic() + PATIENCE
        while shown not in self.seen:
            assert time.monotonic() < end, f"no {shown!r} after:\n{self.seen}"
            assert self._read(), f"it ended without {shown!r}:\n{self.seen}"

    def press(self, keys: bytes) -> None:
        """Send these bytes, whatever is on the screen."""
        os.write(self._master, keys)

    def end(self) -> int:
        """Read the rest; the exit code."""
        while self._read():
            pass
        _, status = os.waitpid(self._pid, 0)
        os.close(self._master)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], PATIENCE)
        if not ready:
            os.kill(self._pid, signal.SIGKILL)
            pytest.fail(f"nothing more is shown and it goes on after:\n{self.seen}")
        try:
            more = os.read(self._master, 65536)
        except OSError:  # Linux reports a terminal that nobody holds any more as an error
            return False
        text = more.decode("utf-8", "replace").replace("\r\n", "\n")
        self.seen += re.sub(r"\x1b\[[0-9;]*m", "", text)
        return bool(more)


def test_eight_clients_and_a_time_with_each(tmp_path: Path) -> None:
    begun = time.monotonic()
    terminal = Terminal(tmp_path)
    terminal.start("cb init")
    terminal.wait_for("Your name: ")
    assert terminal.seen.splitlines()[0] == (
        "A few questions make your files. Enter takes what stands in [brackets]."
    )
    terminal.answer("Your name: ", "Zoë Peeters")
    terminal.answer("Where do you work? City or country [Belgium]: ", "")
    terminal.answer("Your working hours [08:30-17:30]: ", "")
    terminal.answer("Languages you work in, the best first [", "French, Dutch, English")
    terminal.wait_for("Hours you would accept")
    assert "Auckland" in terminal.seen
    terminal.answer("(none: only your own) [07:00-22:00]: ", "")
    terminal.answer("(Enter: later):\n> ", "")
    question = "Your first client's name (Enter: later): "
    for name, place in CLIENTS.items():
        terminal.answer(question, name)
        terminal.answer(f"Where is {name}? City or country: ", place)
        question = "Another client's name (Enter: that is all): "
    terminal.answer(question, "")
    assert terminal.end() == 0
    assert "Your files are ready" in terminal.seen
    ids = [line.split()[0] for line in terminal.seen.splitlines() if line.endswith(" there now")][1:]
    assert len(ids) == len(CLIENTS)
    assert f"cb meet {ids[0]}" in offered(terminal.seen)

    for client_id in ids:
        terminal.start(f"cb meet {client_id}")
        if terminal.end() == 0:
            continue
        (help_, *_) = [command for command in offered(terminal.seen) if command.startswith("cb meet ")]
        terminal.start(help_)
        assert terminal.end() == 0, f"{help_}\n{terminal.seen}"
    assert time.monotonic() - begun < LONGEST_SECONDS

    terminal.start("cb client list --json")
    assert terminal.end() == 0
    assert sorted(re.findall(r'"timezone": "([^"]+)"', terminal.seen)) == sorted(ZONES)


def test_control_c_keeps_what_was_answered(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, columns=60)
    terminal.start("cb init")
    terminal.answer("Your name: ", "Zoë")
    terminal.answer("[Belgium]:\n> ", "Oslo")
    terminal.wait_for("Your working hours [")
    terminal.press(CONTROL_C)
    assert terminal.end() == 130
    assert "What you answered is kept. Go on with:\n  cb init\n" in terminal.seen
    terminal.start("cb init")
    terminal.answer("Your working hours [", "\x1b[A9-17")
    terminal.answer("an arrow or control key is in that line", "9-17")
    terminal.wait_for("Languages you work in")
    terminal.press(CONTROL_C)
    assert terminal.end() == 130
    assert "Traceback" not in terminal.seen
    text = (tmp_path / ".local/share/clientbridge/me.yaml").read_text("utf-8")
    assert 'name: Zoë\ncountry: "NO"\nregion: Oslo' in text
    assert "hours: 09:00-17:00" in text


def test_bytes_that_are_no_text_are_asked_again(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.start("cb init")
    terminal.wait_for("Your name: ")
    terminal.press(b"Ren\xe9\n")
    terminal.answer("a letter came through broken; type it again\nYour name: ", "René")
    terminal.wait_for("Where do you work?")
    terminal.press(CONTROL_C)
    assert terminal.end() == 130
    assert "Nothing is written yet." in terminal.seen
