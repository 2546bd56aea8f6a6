"""A real shell at a terminal of its own: keys are typed into it, and what it would run is looked at.

The `cb` that it finds answers the Tab key with the program, and writes down the words of every other call.
"""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
SCRIPTS = Path(__file__).parents[2] / "data" / "completion"
PATIENCE_SECONDS = 40.0
READY = "ready>"

_CB = f"""#!{sys.executable}
import json, os, sys
sys.path.insert(0, {str(SOURCE)!r})
if sys.argv[1:2] == ["--tab"]:
    from clientbridge.cli.completion.tab_key import answer_tab
    answer_tab(sys.argv[2:])
    open({{asked!r}}, "a").write("x")
else:
    open({{called!r}} + ".new", "w").write(json.dumps(sys.argv[1:]))
    os.replace({{called!r}} + ".new", {{called!r}})
"""

_START: Mapping[str, tuple[str, ...]] = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
_SETTINGS: Mapping[str, str] = {
    "bash": f"bind 'set bell-style none'; . '{SCRIPTS}/cb.bash'; PS1='rea''dy>'",
    "zsh": f"unsetopt beep; . '{SCRIPTS}/cb.zsh'; PS1='rea''dy>'",
    "fish": f". '{SCRIPTS}/cb.fish'; function fish_prompt; echo -n 'rea''dy>'; end",
}
"""The prompt is written in two parts, so that only the prompt itself says `READY`."""
_TERMINAL = "import pty, sys; pty.spawn(sys.argv[1:])"
"""Makes a terminal that the shell is in charge of, and hands on what is typed and shown."""


def is_there(shell: str) -> bool:
    return shutil.which(shell) is not None


class RealShell:
    """One shell, in a folder of its own."""

    def __init__(self, shell: str, folder: Path, **environment: str) -> None:
        self.called = folder / "called.json"
        self.asked = folder / "asked"
        programs = folder / "bin"
        programs.mkdir()
        (programs / "cb").write_text(
            _CB.format(called=str(self.called), asked=str(self.asked)), encoding="utf-8"
        )
        (programs / "cb").chmod(0o755)
        self.seen = ""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TERMINAL, *_START[shell]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={
                "PATH": f"{programs}:{os.environ['PATH']}",
                "HOME": str(folder),
                "XDG_CACHE_HOME": str(folder / "cache"),
                "TERM": "xterm",
                "LANG": "C.UTF-8",
                "LC_ALL": "C.UTF-8",
                **environment,
            },
            bufsize=0,
        )
        self._enter(_SETTINGS[shell])

    def words_after_tab(self, line: str) -> list[str]:
        """The words that `cb` is called with after this line, a Tab and Enter."""
        self.press(f"{line}\t")
        self.called.unlink(missing_ok=True)
        self._enter("")
        words: list[str] = json.loads(self.called.read_text(encoding="utf-8"))
        return words

    def words_when_pasted(self, text: str) -> list[str]:
        """The words that `cb` is called with after this text, as a terminal pastes it, and Enter."""
        self.called.unlink(missing_ok=True)
        self._type(text.replace("\n", "\r") + "\r")
        self._wait(self.called.exists)
        self._settle()
        words: list[str] = json.loads(self.called.read_text(encoding="utf-8"))
        return words

    def press(self, keys: str) -> None:
        """Type keys, and let the shell draw what it makes of them."""
        asked = self._times_asked()
        self._type(keys)
        self._wait(lambda: self._times_asked() > asked)
        self._settle()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def _enter(self, line: str) -> None:
        """Type a line and wait for the next prompt."""
        seen = len(self.seen)
        self._type(f"{line}\r")
        self._wait(lambda: READY in self.seen[seen:])
        self._settle()

    def _times_asked(self) -> int:
        return self.asked.stat().st_size if self.asked.exists() else 0

    def _type(self, keys: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(keys.encode())

    def _settle(self) -> None:
        """Let the shell draw what it has been told, until it is quiet."""
        while self._read(0.5):
            pass

    def _wait(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while not done():
            self._read(0.05)
            assert time.monotonic() < until, f"the shell does not go on: {self.seen[-2000:]!r}"

    def _read(self, seconds: float) -> bool:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        if ready:
            self.seen += os.read(self._process.stdout.fileno(), 65536).decode("utf-8", "replace")
        return bool(ready)
