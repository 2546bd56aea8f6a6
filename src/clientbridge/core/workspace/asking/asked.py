"""What a person was asked, and what they said beside what the profile has."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered


class AnswerState(StrEnum):
    """What an answer would do to the profile."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
    """It cannot stand in a profile, or nobody asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAnswer:
    """One answer."""

    key: str
    """As in the profile: ``hours``, ``culture.feedback``."""
    before: str | None
    """What the profile has, in words; None for nothing."""
    said: str
    after: str | None
    """What the profile would have, or has; None for an answer that is refused."""
    state: AnswerState
    why: str | None = None
    """Why it is refused."""
    of_client: bool = field(default=False, metadata={"json": False})
    beside: bool = field(default=False, metadata={"json": False})
    """Whether it stands beside what the profile has, and takes the place of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(AlwaysAnswered):
    """The answer of ``cb ask``: the page that was made, or the answers that came back."""

    kind: ClassVar[str] = "asked"

    client: str
    person: str
    name: str
    page: str | None = None
    """The file of the page, where one was made."""
    language: str | None = None
    """Of the page."""
    address: str | None = None
    """To which address of yours the page sends the answers; None where none is known, or no page was made."""
    said_on: date | None = None
    """When they answered."""
    answers: tuple[AskedAnswer, ...] = ()
    written: bool = False
    """Whether the profile has them now."""
    file: str = field(default="", metadata={"json": False})

    @property
    def party(self) -> str:
        """As the person is named on the command line."""
        return f"{self.client}/{self.person}"

    @property
    def has_news(self) -> bool:
        """Whether there is anything to write."""
        return any(answer.state in {AnswerState.NEW, AnswerState.CHANGED} for answer in self.answers)
