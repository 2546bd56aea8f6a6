"""Where you and they differ enough to matter in the next call, with one thing to do about each gap."""

from collections.abc import Mapping
from dataclasses import field

from clientbridge.core.culture.lookup import SMALLEST_GAP, CultureLayer, NoteReason, Position, Side, positions
from clientbridge.core.culture.scales import Scale, ScaleId
from clientbridge.core.culture.sources import Confidence, SourceRules
from clientbridge.core.frozen_dataclass import dataclass

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CultureGap:
    """A difference of at least two steps where the client's side is known well enough."""

    scale: ScaleId
    label: str
    you: int
    them: int
    layer: CultureLayer
    """Where the client's value comes from."""
    confidence: Confidence
    maybe: bool
    """Your own side is of low confidence or disputed."""
    say: str
    do: str
    you_anchor: str
    them_anchor: str
    note: str | None
    sources: tuple[str, ...]
    """Keys of the sources in the file of their country."""
    who: str | None = field(default=None, metadata={"json": False})
    """On whom the value is your note."""

    reason: NoteReason | None = field(default=None, metadata={"json": False})
    """Why you noted the value, where you said so."""

    @property
    def size(self) -> int:
        """In steps of the scale, 2 to 4."""
        return abs(self.them - self.you)


def gaps(
    you: Side, them: Side, scales: Mapping[ScaleId, Scale], rules: SourceRules
) -> tuple[CultureGap, ...]:
    """Every gap, ranked by size, confidence and the weight of the matter in a meeting."""
    yours, theirs = positions(you, rules), positions(them, rules)
    large_enough = [
        _gap(scale, yours[scale.id], theirs[scale.id], them)
        for scale in scales.values()
        if scale.id in yours and scale.id in theirs and _matters(yours[scale.id], theirs[scale.id])
    ]
    return tuple(sorted(large_enough, key=lambda gap: _rank(gap, scales[gap.scale])))


def _matters(yours: Position, theirs: Position) -> bool:
    return (
        abs(theirs.value - yours.value) >= SMALLEST_GAP
        and theirs.confidence is not Confidence.LOW
        and not theirs.disputed
    )


def _rank(gap: CultureGap, scale: Scale) -> tuple[int, int, int, int]:
    return -gap.size, -gap.confidence.rank, -scale.weight, list(ScaleId).index(gap.scale)


def _gap(scale: Scale, yours: Position, theirs: Position, them: Side) -> CultureGap:
    addressed = them.addressed or them.address_told
    advice = scale.advice(you=yours.value, them=theirs.value, addressed=addressed)
    return CultureGap(
        scale=scale.id,
        label=advice.label,
        you=yours.value,
        them=theirs.value,
        layer=theirs.layer,
        confidence=theirs.confidence,
        maybe=yours.confidence is Confidence.LOW or yours.disputed,
        say=advice.say,
        do=advice.do,
        you_anchor=scale.anchor(yours.value),
        them_anchor=scale.anchor(theirs.value, addressed=them.addressed),
        note=theirs.note,
        sources=theirs.sources,
        who=theirs.who,
        reason=theirs.reason,
    )
