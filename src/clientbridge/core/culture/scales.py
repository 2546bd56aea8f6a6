"""The nine ways in which working cultures differ, each from 1 to 5 (data/scales.yaml)."""

from collections.abc import Mapping
from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass


class ScaleId(StrEnum):
    """Named as in the files; the order is the one in which they are shown."""

    DIRECTNESS = "directness"
    FEEDBACK = "feedback"
    HIERARCHY = "hierarchy"
    DECISION_GROUP = "decision_group"
    DECISION_PACE = "decision_pace"
    RELATIONSHIP = "relationship"
    SCHEDULE = "schedule"
    FORMALITY = "formality"
    EXPRESSIVENESS = "expressiveness"


LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to expect and one act, for one direction of a gap; true of any pair of places."""

    label: str
    say: str
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One scale with an anchor in words for each step."""

    id: ScaleId
    name: str
    ask: str
    anchors: tuple[str, ...]
    """Five texts, for the steps 1 to 5."""
    up: Advice
    """For a client who sits higher than you."""
    down: Advice
    """For a client who sits lower than you."""
    weight: int
    """How much the matter weighs in a meeting, 1 to 3; decides between gaps of one size."""

    def advice(self, *, you: int, them: int) -> Advice:
        """The advice for the direction in which the client differs."""
        return self.up if them > you else self.down


Scales = Mapping[ScaleId, Scale]
