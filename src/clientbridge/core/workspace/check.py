"""What a look at every file of the workspace found."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from clientbridge.core.errors import Problem
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The answer of `cb data check`; the process leaves with exit code 4 when there are problems."""

    kind: ClassVar[str] = "check"

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    """What is worth knowing and not wrong, with its place where it has one."""
    clients: int
    """How many clients could be read."""
    folder: str = field(metadata={"json": False})
    """Where the workspace is; not in JSON, which is the same on every machine."""
    versions: Mapping[str, str] = field(metadata={"json": False})
    """Of the program and its data; in JSON they are part of every answer."""

    @property
    def answered(self) -> bool:
        """A wrong file is an answer too; its exit code is not the one of "none"."""
        return True
