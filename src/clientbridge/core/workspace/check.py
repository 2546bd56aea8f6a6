"""The result of checking every file of the workspace."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(AlwaysAnswered):
    """The answer of `cb data check`; the process exits with code 4 when there are problems."""

    kind: ClassVar[str] = "check"

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    """Remarks on things that are not mistakes, each with its file and line where it has one."""
    clients: int
    """Number of clients that could be read."""
    folder: str = field(metadata={"json": False})
    """Path of the workspace; left out of the JSON, which is the same on every machine."""
    versions: Mapping[str, str] = field(metadata={"json": False})
    """Versions of the program and its data, by name; in JSON they are part of the envelope."""
