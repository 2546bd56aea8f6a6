"""Rule table of whose word a value is: person, client, region, country, none."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from culture_rules import HIGH, LOW, MEDIUM, RULES, claim, notes, value

from clientbridge.core.culture.country import RegionNotes
from clientbridge.core.culture.lookup import (
    CultureLayer,
    Position,
    Side,
    applicable,
    position,
    positions,
)
from clientbridge.core.culture.phrases import SpokenWords
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


FEEDBACK = ScaleId.FEEDBACK
TIED = replace(
    notes(
        {DIRECTNESS: value(4), SCHEDULE: value(1), FORMALITY: value(4)},
        (
            claim("no", scales=(DIRECTNESS,)),
            claim("late", scales=(SCHEDULE,)),
            claim("both", scales=(DIRECTNESS, SCHEDULE)),
            claim("names", scales=(FORMALITY,), address=True),
            claim("dress", scales=(FORMALITY,)),
            claim("any", scales=()),
            claim("unsaid", scales=None),
        ),
    ),
    regions={
        "XK-01": RegionNotes(say=None, scales={DIRECTNESS: value(3), SCHEDULE: value(3)}, sources=HIGH),
        "XK-02": RegionNotes(say=None, scales={FEEDBACK: value(5)}, sources=HIGH),
    },
)


@pytest.mark.parametrize(
    ("them", "left_out"),
    [
        (Side(), set()),
        (Side(person={"directness": 1}), {"no", "both"}),
        (Side(client={"directness": 1}), {"no", "both"}),
        (Side(person={"directness": 4}), {"no", "both"}),  # your word stands alone, even where it agrees
        (Side(person={"directness": 6}), set()),  # a step outside 1 to 5 is no word at all
        (Side(person={"schedule": 5}, client={"directness": 2}), {"no", "both", "late"}),
        (Side(person={"formality": 1}), {"names", "dress"}),
        (Side(person={"feedback": 1}), set()),  # nothing is said of it
        (Side(addressed=True), {"names"}),  # how to dress is not told by how to address
        # Two readers may differ by one step: a region contradicts its country from two on.
        (Side(region="XK-01"), {"late", "both"}),
        (Side(region="XK-02"), set()),
        (Side(region="XK-03"), set()),
    ],
)
def test_what_is_said_of_the_country_is_left_out_where_something_closer_is_known(
    them: Side, left_out: set[str]
) -> None:
    told = applicable(replace(them, notes=TIED), RULES)
    assert told is not None
    assert {one.id for one in TIED.claims} - {one.id for one in told.claims} == left_out
    assert replace(told, claims=TIED.claims) == TIED


def test_without_a_file_there_is_nothing_to_leave_out() -> None:
    assert applicable(Side(person={"directness": 1}), RULES) is None


def phrase(en: str, *, formal: bool = False, address: bool = False) -> SpokenWords:
    return SpokenWords(en=en, native=en, romanised=None, sounds=en, formal=formal, address=address)


POLITE, PLAIN, MADAME = phrase("polite", formal=True), phrase("plain"), phrase("madame", address=True)


@pytest.mark.parametrize(
    ("them", "phrases", "said"),
    [
        (Side(), (POLITE, PLAIN, MADAME), ["polite", "plain", "madame"]),
        (Side(person={"formality": 1}), (POLITE, PLAIN, MADAME), ["plain", "madame"]),
        (Side(client={"formality": 2}), (POLITE, PLAIN), ["plain"]),
        (Side(person={"formality": 3}), (POLITE, PLAIN), ["polite", "plain"]),
        (Side(addressed=True), (POLITE, PLAIN, MADAME), ["polite", "plain"]),
        (Side(person={"formality": 1}), (POLITE,), ["polite"]),  # better than silence
        (Side(person={"directness": 1}), (POLITE, PLAIN), ["polite", "plain"]),
    ],
)
def test_phrases_are_as_formal_as_the_person(
    them: Side, phrases: tuple[SpokenWords, ...], said: list[str]
) -> None:
    told = applicable(replace(them, notes=replace(TIED, phrases=phrases)), RULES)
    assert told is not None
    assert [one.en for one in told.phrases] == said


def test_a_casual_country_keeps_its_polite_phrases() -> None:
    casual = replace(notes({FORMALITY: value(1)}), phrases=(POLITE, PLAIN))
    told = applicable(Side(notes=casual), RULES)
    assert told is not None
    assert told.phrases == (POLITE, PLAIN)


def test_a_note_on_names_is_silent_where_you_know_the_name() -> None:
    disputed = notes({FORMALITY: value(4, disputed=True), DIRECTNESS: value(4, disputed=True)})
    told = positions(Side(notes=disputed, addressed=True), RULES)
    assert (told[FORMALITY].note, told[DIRECTNESS].note) == (None, "note")


def test_whose_note_it_is_stands_with_your_notes_on_people_alone() -> None:
    them = Side(
        person={"directness": 1}, client={"schedule": 1}, who={"directness": "Ana", "schedule": "Ana"}
    )
    told = positions(them, RULES)
    assert (told[DIRECTNESS].who, told[SCHEDULE].who) == ("Ana", None)
