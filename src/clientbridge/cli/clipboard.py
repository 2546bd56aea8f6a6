"""``--copy``: what is to be pasted goes to the clipboard, by the system's own program and by the terminal.

A terminal copies what an OSC 52 sequence holds, also over a connection from elsewhere, but never says whether
it did; so it is told apart from a program that took the text. Nothing is run by a shell.
"""

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from clientbridge.core.results import Result
from clientbridge.render.formats import Format

if TYPE_CHECKING:
    from clientbridge.cli.context import Context

_PATIENCE_SECONDS = 3.0
_WINDOWS = "clip.exe"
_MOST_SIGNS_OF_A_TERMINAL = 74_994
"""Signs of base64 that terminals take in one sequence: 100,000 bytes in xterm, less around it."""


def copy(context: "Context", result: Result) -> None:
    """Copy an answer as plain text, and note what became of it; an answer that says nothing stays."""
    from clientbridge.render import Envelope, render

    envelope = Envelope(now=context.now, versions={})
    text = clean(render(result, Format.PLAIN, look=context.look, envelope=envelope))
    if not result.answered or not text.strip():
        return
    by_terminal = _told_terminal(context, text)
    if _taken_by_program(text, context.environment):
        context.note(f"copied: {len(text)} characters")
    elif by_terminal:
        context.note(f"handed to your terminal to copy: {len(text)} characters")
    else:
        context.note("not copied: no clipboard is to be found here; wl-copy, xclip or xsel would make one")


def clean(text: str) -> str:
    """The text without anything that could steer what it is pasted into; the lines stay."""
    from clientbridge.render.safe_text import safe

    return "\n".join(safe(line) for line in text.rstrip("\n").split("\n"))


def _told_terminal(context: "Context", text: str) -> bool:
    if not context.surroundings.output.isatty() or context.environment.get("TERM") == "dumb":
        return False
    signs = b64encode(text.encode()).decode("ascii")
    if len(signs) > _MOST_SIGNS_OF_A_TERMINAL:
        return False
    context.surroundings.answer(f"\x1b]52;c;{signs}\x07")
    return True


def _taken_by_program(text: str, environment: Mapping[str, str]) -> bool:
    for name, *options in _commands(environment):
        program = shutil.which(name, path=environment.get("PATH", ""))
        if program is None or not os.path.isabs(program):  # noqa: PTH117 - one of the folder you are in
            continue
        if _taken([program, *options], _bytes_for(name, text), environment):
            return True
    return False


def _commands(environment: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Over a connection from elsewhere only a screen that came along counts: that machine's is of no use."""
    if environment.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if environment.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")
    if "SSH_CONNECTION" not in environment and "SSH_TTY" not in environment:
        yield ("pbcopy",)
        yield (_WINDOWS,)


def _bytes_for(name: str, text: str) -> bytes:
    """Windows reads bytes by its old code page, unless a mark says that they are UTF-16."""
    return text.encode("utf-16") if name == _WINDOWS else text.encode()


def _taken(command: list[str], content: bytes, environment: Mapping[str, str]) -> bool:
    """Whether it took the text; xclip and wl-copy stay behind to serve it, so nothing is read from them."""
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(  # noqa: S603 - from the user's own path, without a shell
            command,
            input=content,
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        return done.returncode == 0
    return False
