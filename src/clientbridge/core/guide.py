"""What help says: names and what each means, in sections."""

from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One command, variable or word, and what it means."""

    name: str
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSection:
    """Entries that belong together."""

    title: str | None
    entries: tuple[GuideEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(AlwaysAnswered):
    """The answer of `cb help` and `cb help TOPIC`."""

    kind: ClassVar[str] = "guide"

    title: str
    about: str
    sections: tuple[GuideSection, ...]
    next_: str
    """What to type for more."""
