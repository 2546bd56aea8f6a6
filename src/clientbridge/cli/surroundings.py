"""What the process finds around it: the only place that reads the clock, the environment and the streams.

`tests/program/test_surroundings.py` names what else touches them, and why.
"""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TextIO

from clientbridge.cli.reader import ReaderGoneError
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import MOST_BYTES_OF_A_MAIL

DEFAULT_WIDTH = 80
NARROWEST = 20
"""Columns that lines are broken for on a screen that is narrower still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the process finds around it; tests hand in their own."""

    environment: Mapping[str, str]
    folder: Path
    input: TextIO
    output: TextIO
    talk: TextIO
    clock: datetime
    """The moment of the call, in UTC."""
    width: int | None = None
    """Columns of the terminal, None where there is none."""
    height: int | None = None

    @classmethod
    def of_this_process(cls) -> "Surroundings":
        """The real ones; text that a stream cannot encode is replaced instead of ending the program.

        What goes to a file or another program is UTF-8 on every machine, so that it is the same bytes there.
        """
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                encoding = stream.encoding if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="replace")
        if hasattr(sys.stdin, "reconfigure"):
            if sys.stdin.isatty():
                sys.stdin.reconfigure(errors="replace")
            else:
                sys.stdin.reconfigure(encoding="utf-8", errors="strict")
        columns, rows = _terminal_size()
        return cls(
            environment=dict(os.environ),
            folder=_folder(),
            # A stream that was closed before the start is None.
            input=sys.stdin or _nothing("r"),
            output=sys.stdout or _nothing("w"),
            talk=sys.stderr or _nothing("w"),
            clock=datetime.now(UTC),
            width=columns,
            height=rows,
        )

    def tell(self, say: str) -> None:
        """Write one line of talk: without control characters, and wrapped between words on a terminal."""
        from clientbridge.render.safe_text import safe

        line = safe(say)
        if self.talk.isatty():
            from clientbridge.render.line_wrapping import as_talk

            line = as_talk(line, max(self.width or DEFAULT_WIDTH, NARROWEST))
        try:
            self.talk.write(f"{line}\n")
            self.talk.flush()
        except OSError:  # nobody listens, or the disk it goes to is full; the exit code still tells
            _point_nowhere(self.talk)

    def piped(self) -> bytes:
        """What is piped in, as far as a mail is long; raises UsageError where nothing is."""
        if self.input.isatty():
            raise UsageError("nothing is piped in", hint="name a file in place of -")
        try:
            data = getattr(self.input, "buffer", self.input).read(MOST_BYTES_OF_A_MAIL + 1)
        except OSError as error:
            raise FileFailedError(f"what is piped in cannot be read: {error.strerror}") from error
        content: bytes = data.encode() if isinstance(data, str) else data
        if len(content) > MOST_BYTES_OF_A_MAIL:
            raise FileFailedError("what is piped in is larger than 20 MB, the most that is read")
        return content

    def answer(self, text: str) -> None:
        """Write a piece of the answer out.

        Raises:
            ReaderGoneError: whoever read it has gone.
            FileFailedError: it cannot be written, for example to a full disk.
        """
        try:
            self.output.write(text)
            self.output.flush()
        except OSError as error:
            _point_nowhere(self.output)
            if isinstance(error, BrokenPipeError):
                raise ReaderGoneError from error
            raise FileFailedError(f"the answer cannot be written: {error.strerror}") from error


def _folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # the folder was removed
        return Path(os.environ.get("PWD") or os.sep)


def _point_nowhere(stream: TextIO) -> None:
    """Python writes what is left once more at its exit, and would complain by exit code 120."""
    if stream is sys.__stdout__ or stream is sys.__stderr__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _nothing(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")


def _terminal_size() -> tuple[int | None, int | None]:
    """Columns and rows."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                columns, rows = os.get_terminal_size(stream.fileno())
                return columns or None, rows or None
        except (OSError, ValueError):
            continue
    return None, None
