"""Meeting times in words for someone else."""

from typing import ClassVar

from clientbridge.core.meeting.slots import Slot
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingText:
    """The answer of ``cb meet … --text``: lines to paste into a message, in one language."""

    kind: ClassVar[str] = "meeting_text"

    language: str
    lines: tuple[str, ...]
    slots: tuple[Slot, ...]

    @property
    def answered(self) -> bool:
        """A text is only made where there are slots."""
        return bool(self.slots)
