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


LOWEST, MIDDLE, HIGHEST = 1, 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to expect and one act, for one direction of a gap; true of any pair of places."""

    label: str
    say: str
    do: str
    addressed: "Advice | None" = None
    """Instead of this where it is known how to address people: it says nothing of names and titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """One scale with an anchor in words for each step."""

    id: ScaleId
    name: str
    ends: tuple[str, str]
    """A word or two for the steps 1 and 5."""
    ask: str
    anchors: tuple[str, ...]
    """Five texts, for the steps 1 to 5."""
    up: Advice
    """For a client who sits higher than you."""
    down: Advice
    """For a client who sits lower than you."""
    middle: Advice | None = None
    """For a client in the middle, to whom the words for neither end apply; None: those for the direction."""
    addressed_anchors: tuple[str, ...] = ()
    """Instead of `anchors` where how to address people is known; empty where the scale has nothing on it."""
    weight: int
    """How much the matter weighs in a meeting, 1 to 3; decides between gaps of one size."""

    def anchor(self, step: int, *, addressed: bool = False) -> str:
        """What the step means; `addressed`: their form of address is known."""
        anchors = self.addressed_anchors or self.anchors if addressed else self.anchors
        return anchors[step - LOWEST]

    def advice(self, *, you: int, them: int, addressed: bool = False) -> Advice:
        """The advice for the direction of a gap; `addressed`: how to address them is known."""
        towards = self.up if them > you else self.down
        advice = self.middle if self.middle is not None and them == MIDDLE else towards
        return advice.addressed or advice if addressed else advice


Scales = Mapping[ScaleId, Scale]
