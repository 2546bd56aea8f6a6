"""Every error that the user can fix; each class owns its message and exit code.

They are raised anywhere and caught once, in `clientbridge.cli.main`. Any other exception is a bug and
keeps its traceback.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass

_MOST_NAMED = 8


class ExitCode(IntEnum):
    """Exit codes of the process (docs/answers.md)."""

    ANSWERED = 0
    NONE = 1
    """The question was understood and the answer is "none", for example no slot."""
    USAGE = 2
    UNKNOWN_NAME = 3
    WRONG_FILE = 4
    SOURCE_FAILED = 5
    INTERRUPTED = 130


class ClientbridgeError(Exception):
    """Base of all errors meant for the user: one sentence, an optional hint, one exit code."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE

    def __init__(self, say: str, *, hint: str | None = None) -> None:
        super().__init__(say)
        self.say = say
        self.hint = hint


class UsageError(ClientbridgeError):
    """The arguments or options contradict each other or cannot be parsed."""


class UnknownNameError(ClientbridgeError):
    """An unknown client, person, country, region or zone, with the closest known names."""

    exit_code = ExitCode.UNKNOWN_NAME

    def __init__(self, kind: str, name: str, *, nearest: Sequence[str] = (), hint: str | None = None) -> None:
        if nearest and hint is None:
            hint = f"did you mean {_alternatives(nearest)}?"
        super().__init__(f"unknown {kind} '{name}'", hint=hint)
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)


class AmbiguousNameError(ClientbridgeError):
    """A name that matches several clients or people, listed in `candidates`."""

    def __init__(self, kind: str, name: str, *, candidates: Sequence[str]) -> None:
        super().__init__(f"'{name}' matches more than one {kind}", hint=f"say {_alternatives(candidates)}")
        self.candidates = tuple(candidates)


class SeveralPlacesError(ClientbridgeError):
    """A name that several places have, or a place with several clocks; `candidates` are words for each."""

    exit_code = ExitCode.UNKNOWN_NAME

    def __init__(self, name: str, *, candidates: Sequence[str], of_clocks: bool = False) -> None:
        what = "has more than one time zone" if of_clocks else "is the name of more than one place"
        super().__init__(f"'{name}' {what}", hint=f"say {_alternatives([f'@{one}' for one in candidates])}")
        self.candidates = tuple(candidates)
        self.of_clocks = of_clocks


class TwoMomentsError(UsageError):
    """A local time that the clock never shows (`is_skipped`) or shows twice, with both moments."""

    def __init__(self, say: str, *, hint: str, first: datetime, second: datetime, is_skipped: bool) -> None:
        super().__init__(say, hint=hint)
        self.first = first
        self.second = second
        self.is_skipped = is_skipped


class SourceFailedError(ClientbridgeError):
    """A calendar, feed or server outside the workspace could not be read."""

    exit_code = ExitCode.SOURCE_FAILED


class FileFailedError(ClientbridgeError):
    """A file or folder could not be read or written: missing, read-only, full disk."""

    exit_code = ExitCode.WRONG_FILE


class FileMissingError(FileFailedError):
    """There is no such file."""


class NoWorkspaceError(FileFailedError):
    """There are no files of yours where they were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake in one file. `line` and `column` count from 1; `file` is relative to the workspace."""

    file: str
    line: int
    column: int
    say: str
    suggestion: str | None = None

    @property
    def place(self) -> str:
        """``file:line:column``, the form editors make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


class WrongFilesError(ClientbridgeError):
    """Files that cannot be used as they are, with every problem of one run."""

    exit_code = ExitCode.WRONG_FILE

    def __init__(
        self, problems: Sequence[Problem], *, hint: str | None = None, where: str = "in your files"
    ) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        super().__init__(
            f"{count} problem{'' if count == 1 else 's'} {where}",
            hint=hint,
        )


def _alternatives(names: Sequence[str]) -> str:
    """Return the first names quoted and joined: ``'a', 'b' or 'c'``; `names` is not empty."""
    quoted = [f"'{name}'" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        return f"{', '.join(quoted)} or one of {len(names) - _MOST_NAMED} more"
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
