"""Look up where a party sits on a scale, and who says so: person, client, region, country, in this order."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from clientbridge.core.culture.country import Claim, CountryNotes, Matter, ScaleValue
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import HIGHEST, LOWEST, ScaleId
from clientbridge.core.culture.sources import Confidence, SourceRules
from clientbridge.core.frozen_dataclass import dataclass

SMALLEST_GAP = 2
"""Smallest gap in steps: two readers of the same sources may differ by one."""
MOST_CASUAL = 2
"""The highest step of formality on which first names and plain words are the rule."""


class CultureLayer(StrEnum):
    """Where a value comes from, the closest to the person first."""

    PERSON = "person"
    CLIENT = "client"
    REGION = "region"
    COUNTRY = "country"


SAID_BY_THEM = "said by them"
"""Of a value that you did not conclude: the reason that `cb ask` writes."""

OWN_NOTES = frozenset({CultureLayer.PERSON, CultureLayer.CLIENT})
"""Noted by you, about this person or firm, and not by public sources about a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReason:
    """What showed you a value that you noted, and when you learned it."""

    because: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a call: what its owner has noted, and what is known of the place."""

    person: Mapping[str, int] = field(default_factory=dict)
    client: Mapping[str, int] = field(default_factory=dict)
    region: str | None = None
    """ISO 3166-2, where the place is known that closely."""
    notes: CountryNotes | None = None
    who: Mapping[str, str] = field(default_factory=dict)
    """On whom each value of `person` was noted."""
    reasons: Mapping[CultureLayer, Mapping[str, NoteReason]] = field(default_factory=dict)
    """Of your notes, as far as you gave them, by scale."""
    addressed: bool = False
    """You have noted how to address someone on this side."""
    settled: frozenset[Matter] = frozenset()
    """What claims ask for and you have noted."""
    address_told: bool = False
    """A line beside this one says how to address them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A value on one scale with the layer it came from; notes of your own are as good as high confidence."""

    scale: ScaleId
    value: int
    layer: CultureLayer
    confidence: Confidence
    disputed: bool = False
    note: str | None = None
    sources: tuple[str, ...] = ()
    """Keys of the sources in the country's file."""
    who: str | None = None
    """On whom it was noted."""
    reason: NoteReason | None = None
    """Why it was noted, where you said so."""

    @property
    def is_own_note(self) -> bool:
        """Whether you noted it yourself."""
        return self.layer in OWN_NOTES


def position(side: Side, scale: ScaleId, rules: SourceRules) -> Position | None:
    """The value closest to the person; None where there is none."""
    for layer, noted in ((CultureLayer.PERSON, side.person), (CultureLayer.CLIENT, side.client)):
        value = noted.get(scale.value)
        if value is not None and LOWEST <= value <= HIGHEST:
            who = side.who.get(scale.value) if layer is CultureLayer.PERSON else None
            reason = side.reasons.get(layer, {}).get(scale.value)
            return Position(
                scale=scale, value=value, layer=layer, confidence=Confidence.HIGH, who=who, reason=reason
            )
    at = _of_the_place(side, scale, rules)
    if at is not None and side.addressed and scale is ScaleId.FORMALITY:
        return replace(at, note=None)  # what files note on formality tells of names and titles
    return at


def _of_the_place(side: Side, scale: ScaleId, rules: SourceRules) -> Position | None:
    notes = side.notes
    if notes is None:
        return None
    region = notes.regions.get(side.region or "")
    if region is not None and scale in region.scales:
        return _sourced(notes, scale, region.scales[scale], CultureLayer.REGION, rules)
    if scale in notes.scales:
        return _sourced(notes, scale, notes.scales[scale], CultureLayer.COUNTRY, rules)
    return None


def positions(side: Side, rules: SourceRules) -> Mapping[ScaleId, Position]:
    """Every scale on which something is known, in the order of the scales."""
    by_scale = ((scale, position(side, scale, rules)) for scale in ScaleId)
    return {scale: at for scale, at in by_scale if at is not None}


def replaced_scales(side: Side, rules: SourceRules) -> frozenset[ScaleId]:
    """The scales on which something closer is known than the claims of the country.

    That is each of which you have noted a value, and each on which the region lies a gap off its country.
    """
    return frozenset(scale for scale, at in positions(side, rules).items() if _replaces(at, side.notes))


def _replaces(at: Position, notes: CountryNotes | None) -> bool:
    usual = notes.scales.get(at.scale) if notes is not None else None
    if at.layer is CultureLayer.REGION:
        return usual is not None and abs(at.value - usual.value) >= SMALLEST_GAP
    return at.is_own_note


def applicable(side: Side, rules: SourceRules) -> CountryNotes | None:
    """The notes on the country, less the claims and phrases that do not hold for this side."""
    notes = side.notes
    if notes is None:
        return None
    replaced = replaced_scales(side, rules)
    return replace(
        notes,
        claims=tuple(
            _without_settled_act(claim, side)
            for claim in notes.claims
            if _holds(claim, replaced, addressed=side.addressed) and not _is_settled(claim, side)
        ),
        phrases=_sayable(notes.phrases, casual=_is_casual(side, rules), addressed=side.addressed),
    )


def _holds(claim: Claim, replaced: frozenset[ScaleId], *, addressed: bool) -> bool:
    return replaced.isdisjoint(claim.scales or ()) and not (addressed and claim.address)


def _is_settled(claim: Claim, side: Side) -> bool:
    """Whether nothing is left of a claim: a channel is noted, and it says which one others use."""
    return claim.asks is Matter.CHANNEL and Matter.CHANNEL in side.settled


def _without_settled_act(claim: Claim, side: Side) -> Claim:
    """How people decide holds, whoever decides; to ask who it is does not where you know."""
    known = claim.asks is Matter.DECIDER and Matter.DECIDER in side.settled
    return replace(claim, do=None) if known else claim


def _sayable(phrases: tuple[SpokenWords, ...], *, casual: bool, addressed: bool) -> tuple[SpokenWords, ...]:
    """Without the wrong forms, unless a country has no others."""
    fitting = tuple(
        phrase for phrase in phrases if not ((casual and phrase.formal) or (addressed and phrase.address))
    )
    return fitting or phrases


def _is_casual(side: Side, rules: SourceRules) -> bool:
    """Whether you have noted first names and plain words for this side."""
    at = position(side, ScaleId.FORMALITY, rules)
    return at is not None and at.is_own_note and at.value <= MOST_CASUAL


def _sourced(
    notes: CountryNotes, scale: ScaleId, value: ScaleValue, layer: CultureLayer, rules: SourceRules
) -> Position:
    return Position(
        scale=scale,
        value=value.value,
        layer=layer,
        confidence=notes.scale_confidence(value, rules),
        disputed=value.disputed,
        note=value.note,
        sources=value.sources,
    )
