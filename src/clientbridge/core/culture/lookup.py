"""Look up where a party sits on a scale, and who says so: person, client, region, country, in this order."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from clientbridge.core.culture.country import CountryNotes, ScaleValue
from clientbridge.core.culture.scales import HIGHEST, LOWEST, ScaleId
from clientbridge.core.culture.sources import Confidence, SourceRules
from clientbridge.core.frozen_dataclass import dataclass


class CultureLayer(StrEnum):
    """Where a value comes from, the closest to the person first."""

    PERSON = "person"
    CLIENT = "client"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a call: what its owner has noted, and what is known of the place."""

    person: Mapping[str, int] = field(default_factory=dict)
    client: Mapping[str, int] = field(default_factory=dict)
    region: str | None = None
    """ISO 3166-2, where the place is known that closely."""
    notes: CountryNotes | None = None


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

    @property
    def is_own_note(self) -> bool:
        """Whether it was noted by you, about this person or firm, and not by public sources about a place."""
        return self.layer in {CultureLayer.PERSON, CultureLayer.CLIENT}


def position(side: Side, scale: ScaleId, rules: SourceRules) -> Position | None:
    """The value closest to the person; None where there is none."""
    for layer, noted in ((CultureLayer.PERSON, side.person), (CultureLayer.CLIENT, side.client)):
        value = noted.get(scale.value)
        if value is not None and LOWEST <= value <= HIGHEST:
            return Position(scale=scale, value=value, layer=layer, confidence=Confidence.HIGH)
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
