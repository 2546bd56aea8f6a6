"""Golden transcripts: ``$ cb …`` and exactly what it prints, in files that anyone can read.

A transcript file holds any number of commands, each followed by its output (stdout, then lines of stderr
marked with ``! ``, then ``[exit N]`` when N is not 0). `make golden` writes them anew; read the difference
before you commit it.
"""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

PROMPT = "$ "


@dataclass(frozen=True)
class Step:
    """One command of a transcript, with what it is to print."""

    command: str
    expected: str

    @property
    def words(self) -> list[str]:
        """The words after ``cb``."""
        program, *words = shlex.split(self.command)
        if program != "cb":
            raise ValueError(f"a transcript runs cb, not {program}")
        return words


def steps(text: str) -> Iterator[Step]:
    """The commands of a transcript, in order."""
    command: str | None = None
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith(PROMPT):
            if command is not None:
                yield Step(command, _joined(lines))
            command, lines = line.removeprefix(PROMPT), []
        else:
            lines.append(line)
    if command is not None:
        yield Step(command, _joined(lines))


def shown(code: int, out: str, err: str) -> str:
    """What a transcript shows of one answer."""
    lines = out.splitlines() + [f"! {line}" for line in err.splitlines()]
    if code:
        lines.append(f"[exit {code}]")
    return _joined(lines)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n")
