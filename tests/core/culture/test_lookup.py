"""Rule table of whose word a value is: person, client, region, country, none."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from culture_rules import HIGH, LOW, MEDIUM, RULES, notes, value

from clientbridge.core.culture.country import RegionNotes
from clientbridge.core.culture.lookup import CultureLayer, Position, Side, position, positions
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence

DIRECTNESS, SCHEDULE, FORMALITY = ScaleId.DIRECTNESS, ScaleId.SCHEDULE, ScaleId.FORMALITY
COUNTRY = replace(
    notes({DIRECTNESS: value(5, MEDIUM), SCHEDULE: value(4, LOW)}),
    regions={"XK-01": RegionNotes(say=None, scales={DIRECTNESS: value(3)}, sources=HIGH)},
)


def side(
    person: Mapping[str, int] | None = None,
    client: Mapping[str, int] | None = None,
    region: str | None = "XK-01",
) -> Side:
    return Side(person=person or {}, client=client or {}, region=region, notes=COUNTRY)


@pytest.mark.parametrize(
    ("them", "scale", "expected"),
    [
        (side({"directness": 1}, {"directness": 2}), DIRECTNESS, (1, CultureLayer.PERSON, Confidence.HIGH)),
        (side(None, {"directness": 2}), DIRECTNESS, (2, CultureLayer.CLIENT, Confidence.HIGH)),
        (side(), DIRECTNESS, (3, CultureLayer.REGION, Confidence.HIGH)),
        (side(region=None), DIRECTNESS, (5, CultureLayer.COUNTRY, Confidence.MEDIUM)),
        (side(region="XK-02"), DIRECTNESS, (5, CultureLayer.COUNTRY, Confidence.MEDIUM)),
        (side(), SCHEDULE, (4, CultureLayer.COUNTRY, Confidence.LOW)),  # the region says nothing of it
        (side({"schedule": 1}), DIRECTNESS, (3, CultureLayer.REGION, Confidence.HIGH)),
        (side(), FORMALITY, None),
        (Side(), DIRECTNESS, None),
        (Side(client={"directness": 2}), DIRECTNESS, (2, CultureLayer.CLIENT, Confidence.HIGH)),
        # a step outside 1 to 5 is no word at all
        (side({"directness": 0}, {"directness": 2}), DIRECTNESS, (2, CultureLayer.CLIENT, Confidence.HIGH)),
        (side({"directness": 6}), DIRECTNESS, (3, CultureLayer.REGION, Confidence.HIGH)),
        (side({"directness": 5}), DIRECTNESS, (5, CultureLayer.PERSON, Confidence.HIGH)),
    ],
)
def test_the_nearest_word_holds(
    them: Side, scale: ScaleId, expected: tuple[int, CultureLayer, Confidence] | None
) -> None:
    at = position(them, scale, RULES)
    assert (None if at is None else (at.value, at.layer, at.confidence)) == expected
    assert at is None or at.scale is scale


def test_a_dispute_and_its_note_come_with_the_value() -> None:
    told = notes({DIRECTNESS: value(5, HIGH, disputed=True)})
    assert position(Side(notes=told), DIRECTNESS, RULES) == Position(
        scale=DIRECTNESS,
        value=5,
        layer=CultureLayer.COUNTRY,
        confidence=Confidence.LOW,
        disputed=True,
        note="note",
        sources=HIGH,
    )


def test_what_you_noted_stands_alone() -> None:
    assert position(side({"directness": 1}), DIRECTNESS, RULES) == Position(
        scale=DIRECTNESS, value=1, layer=CultureLayer.PERSON, confidence=Confidence.HIGH
    )


@pytest.mark.parametrize(
    ("layer", "own"),
    [
        (CultureLayer.PERSON, True),
        (CultureLayer.CLIENT, True),
        (CultureLayer.REGION, False),
        (CultureLayer.COUNTRY, False),
    ],
)
def test_notes_of_your_own_are_on_people_and_firms(layer: CultureLayer, *, own: bool) -> None:
    at = Position(scale=DIRECTNESS, value=1, layer=layer, confidence=Confidence.HIGH)
    assert at.is_own_note is own


def test_what_is_known_comes_in_the_order_of_the_scales() -> None:
    assert list(positions(side({"formality": 1}), RULES)) == [DIRECTNESS, SCHEDULE, FORMALITY]
    assert positions(Side(), RULES) == {}
