"""The statements of an answer about a place, each with its sources: claims and scale values."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from clientbridge.core.culture.country import (
    Claim,
    ClaimStrength,
    CountryNotes,
    Figure,
    FileCoverage,
    Topic,
)
from clientbridge.core.culture.lookup import OWN_NOTES, CultureLayer, NoteReason, Position, Side, positions
from clientbridge.core.culture.scales import Scale, ScaleId
from clientbridge.core.culture.sources import Confidence, Source, SourceRules
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with its computed confidence."""

    id: str
    topic: Topic
    say: str
    do: str | None
    scope: str | None
    regional: str | None
    strength: ClaimStrength
    confidence: Confidence
    disputed: bool
    stale: bool
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]
    """Keys of `Source`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """Both sides on one scale; None where nothing is known."""

    id: ScaleId
    name: str
    you: int | None
    them: int | None
    you_anchor: str | None
    them_anchor: str | None
    layer: CultureLayer | None
    """Where their value comes from."""
    confidence: Confidence | None
    disputed: bool
    note: str | None
    sources: tuple[str, ...]
    who: str | None = field(default=None, metadata={"json": False})
    """On whom their value is your note."""
    reason: NoteReason | None = field(default=None, metadata={"json": False})
    """Why you noted it, where you said so."""
    ends: tuple[str, str] = field(default=("", ""), metadata={"json": False})
    """A word or two for the steps 1 and 5."""

    @property
    def is_own_note(self) -> bool:
        """Whether their value is what you noted of this person or firm."""
        return self.layer in OWN_NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """How much stands behind an answer, and how fresh it is."""

    coverage: FileCoverage
    reviewed: date
    review_after: date
    reviewers: tuple[str, ...]
    sources: int
    families: int
    scales: Mapping[Confidence, int]
    """How many scales are of which confidence."""
    caveat: str | None


def statement(claim: Claim, notes: CountryNotes, rules: SourceRules) -> Statement:
    """The claim as it is shown."""
    return Statement(
        id=claim.id,
        topic=claim.topic,
        say=claim.say,
        do=claim.do,
        scope=claim.scope,
        regional=claim.regional,
        strength=claim.strength,
        confidence=notes.claim_confidence(claim, rules),
        disputed=claim.disputed,
        stale=claim.stale,
        figures=claim.figures,
        sources=claim.sources,
    )


def statements(notes: CountryNotes | None, rules: SourceRules) -> tuple[Statement, ...]:
    """Every claim, in the order of the topics."""
    if notes is None:
        return ()
    order = list(Topic)
    claims = sorted(notes.claims, key=lambda claim: order.index(claim.topic))
    return tuple(statement(claim, notes, rules) for claim in claims)


def advice_on(notes: CountryNotes, topic: Topic) -> tuple[str, ...]:
    """Each undisputed claim on the topic as a sentence and, where there is one, what to do."""
    return tuple(
        f"{claim.say} {claim.do}" if claim.do else claim.say
        for claim in notes.claims
        if claim.topic is topic and not claim.disputed
    )


def scale_rows(
    you: Side, them: Side, scales: Mapping[ScaleId, Scale], rules: SourceRules
) -> tuple[ScaleRow, ...]:
    """Every scale on which something is known of either side."""
    yours, theirs = positions(you, rules), positions(them, rules)
    rows = []
    for scale in scales.values():
        mine, other = yours.get(scale.id), theirs.get(scale.id)
        if mine is not None or other is not None:
            rows.append(_scale_row(scale, mine, other, addressed=them.addressed))
    return tuple(rows)


def _scale_row(scale: Scale, you: Position | None, them: Position | None, *, addressed: bool) -> ScaleRow:
    row = ScaleRow(
        id=scale.id,
        name=scale.name,
        ends=scale.ends,
        you=you.value if you else None,
        them=None,
        you_anchor=scale.anchor(you.value) if you else None,
        them_anchor=None,
        layer=None,
        confidence=None,
        disputed=False,
        note=None,
        sources=(),
    )
    if them is None:
        return row
    return replace(
        row,
        them=them.value,
        them_anchor=scale.anchor(them.value, addressed=addressed),
        layer=them.layer,
        confidence=them.confidence,
        disputed=them.disputed,
        note=them.note,
        sources=them.sources,
        who=them.who,
        reason=them.reason,
    )


def sources_of(notes: CountryNotes | None) -> tuple[Source, ...]:
    """Every source of a country file, in its order."""
    return tuple(notes.sources.values()) if notes is not None else ()


def basis(notes: CountryNotes | None, rules: SourceRules) -> Basis | None:
    """How much stands behind a country file; None without one."""
    if notes is None:
        return None
    confidences = [notes.scale_confidence(value, rules) for value in notes.scales.values()]
    return Basis(
        coverage=notes.coverage,
        reviewed=notes.reviewed,
        review_after=notes.review_after,
        reviewers=notes.reviewers,
        sources=len(notes.sources),
        families=len({rules.family(source) for source in notes.sources.values()}),
        scales={step: confidences.count(step) for step in reversed(Confidence)},
        caveat=notes.caveat,
    )
