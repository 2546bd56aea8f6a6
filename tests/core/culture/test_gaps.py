"""Rule table of gaps: which differences matter, in which order, and what they say."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from brief_samples import notes_of
from culture_rules import HIGH, LOW, MEDIUM, RULES, notes, scale, scales, value
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.core.culture.country import RegionNotes, ScaleValue
from clientbridge.core.culture.gaps import CultureGap, gaps
from clientbridge.core.culture.lookup import CultureLayer, Side
from clientbridge.core.culture.scales import Advice, ScaleId
from clientbridge.core.culture.sources import Confidence

DIRECTNESS, FEEDBACK, HIERARCHY = ScaleId.DIRECTNESS, ScaleId.FEEDBACK, ScaleId.HIERARCHY


def noted(**steps: int) -> Side:
    return Side(client=steps)


def sourced(scale: ScaleId, at: ScaleValue) -> Side:
    return Side(notes=notes({scale: at}))


@pytest.mark.parametrize(
    ("you", "them", "is_gap"),
    [
        (3, 3, False),
        (3, 4, False),
        (4, 3, False),
        (3, 5, True),
        (5, 3, True),
        (1, 3, True),
        (1, 5, True),
        (5, 1, True),
    ],
)
def test_a_gap_is_two_steps_or_more(you: int, them: int, *, is_gap: bool) -> None:
    found = gaps(noted(directness=you), noted(directness=them), scales(), RULES)
    assert [(gap.scale, gap.you, gap.them, gap.size) for gap in found] == (
        [(DIRECTNESS, you, them, abs(you - them))] if is_gap else []
    )


@pytest.mark.parametrize(
    ("them", "confidence"),
    [
        (value(5, HIGH), Confidence.HIGH),
        (value(5, MEDIUM), Confidence.MEDIUM),
        (value(5, LOW), None),
        (value(5, HIGH, disputed=True), None),
    ],
)
def test_their_side_must_be_known_well_enough(them: ScaleValue, confidence: Confidence | None) -> None:
    found = gaps(noted(directness=1), sourced(DIRECTNESS, them), scales(), RULES)
    assert [gap.confidence for gap in found] == ([] if confidence is None else [confidence])
    assert [gap.maybe for gap in found] == ([] if confidence is None else [False])


@pytest.mark.parametrize(
    ("you", "maybe"),
    [
        (value(1, HIGH), False),
        (value(1, MEDIUM), False),
        (value(1, LOW), True),
        (value(1, HIGH, disputed=True), True),
    ],
)
def test_doubt_on_your_side_says_maybe(you: ScaleValue, *, maybe: bool) -> None:
    (gap,) = gaps(sourced(DIRECTNESS, you), noted(directness=4), scales(), RULES)
    assert gap.maybe is maybe


@pytest.mark.parametrize(
    ("you", "them"),
    [(noted(), noted(directness=5)), (noted(directness=1), noted()), (Side(), Side())],
)
def test_what_is_known_of_one_side_alone_is_no_gap(you: Side, them: Side) -> None:
    assert gaps(you, them, scales(), RULES) == ()


def ranking(them: Mapping[ScaleId, ScaleValue], weights: Mapping[str, int]) -> list[ScaleId]:
    """The order of the gaps of someone who stands at 1 everywhere, with scales in any order."""
    you = noted(**{scale.value: 1 for scale in ScaleId})
    known = scales(**weights)
    backwards = dict(reversed(known.items()))
    found = [gap.scale for gap in gaps(you, Side(notes=notes(dict(them))), known, RULES)]
    assert found == [gap.scale for gap in gaps(you, Side(notes=notes(dict(them))), backwards, RULES)]
    return found


@pytest.mark.parametrize(
    ("them", "weights", "expected"),
    [
        # size first, whatever the confidence and the weight
        (
            {DIRECTNESS: value(4, HIGH), FEEDBACK: value(5, MEDIUM)},
            {"directness": 3},
            [FEEDBACK, DIRECTNESS],
        ),
        # then confidence, whatever the weight
        (
            {DIRECTNESS: value(4, MEDIUM), FEEDBACK: value(4, HIGH)},
            {"directness": 3},
            [FEEDBACK, DIRECTNESS],
        ),
        # then weight
        (
            {DIRECTNESS: value(4), FEEDBACK: value(4), HIERARCHY: value(4)},
            {"directness": 1, "feedback": 2, "hierarchy": 3},
            [HIERARCHY, FEEDBACK, DIRECTNESS],
        ),
        # then the order in which scales are shown
        (
            {HIERARCHY: value(4), DIRECTNESS: value(4), FEEDBACK: value(4)},
            {},
            [DIRECTNESS, FEEDBACK, HIERARCHY],
        ),
    ],
)
def test_gaps_are_ranked(
    them: Mapping[ScaleId, ScaleValue], weights: Mapping[str, int], expected: list[ScaleId]
) -> None:
    assert ranking(them, weights) == expected


def test_a_gap_says_what_to_expect_and_whose_word_it_is() -> None:
    part = RegionNotes(say=None, scales={DIRECTNESS: value(4, MEDIUM)}, sources=HIGH)
    place = replace(notes(), regions={"XK-01": part})
    (gap,) = gaps(noted(directness=2), Side(region="XK-01", notes=place), scales(), RULES)
    assert gap == CultureGap(
        scale=DIRECTNESS,
        label="higher",
        you=2,
        them=4,
        layer=CultureLayer.REGION,
        confidence=Confidence.MEDIUM,
        maybe=False,
        say="say up",
        do="do up",
        you_anchor="directness 2",
        them_anchor="directness 4",
        note=None,
        sources=MEDIUM,
    )


def test_a_gap_carries_what_its_sources_add() -> None:
    noted_value = replace(value(5, MEDIUM), note="Plainer in the north.")
    place = notes(scales={DIRECTNESS: noted_value})
    (gap,) = gaps(noted(directness=2), Side(notes=place), scales(), RULES)
    assert gap.note == "Plainer in the north."


def test_the_advice_follows_the_direction() -> None:
    (gap,) = gaps(noted(directness=5), noted(directness=1), scales(), RULES)
    assert (gap.label, gap.say, gap.do) == ("lower", "say down", "do down")
    assert (gap.you_anchor, gap.them_anchor) == ("directness 5", "directness 1")


@pytest.mark.parametrize(
    ("higher", "lower", "scale"),
    [
        ("JP", "NL", "directness"),
        ("JP", "DE", "directness"),
        ("IN", "DK", "hierarchy"),
        ("JP", "US", "decision_group"),
        ("JP", "SE", "formality"),
        ("BR", "FI", "expressiveness"),
        ("BR", "CH", "schedule"),
        ("NG", "CH", "schedule"),
        ("SA", "NL", "relationship"),
        ("CN", "US", "relationship"),
        ("IN", "CH", "schedule"),
        ("MX", "DE", "schedule"),
        ("KR", "DK", "hierarchy"),
        ("IT", "FI", "expressiveness"),
    ],
)
def test_directions_the_literature_agrees_on(higher: str, lower: str, scale: str) -> None:
    known = set(codes_with_files(DATA / "countries"))
    if not {higher, lower} <= known:
        pytest.skip(f"no file for {', '.join(sorted({higher, lower} - known))} yet")
    high, low = (notes_of(code).scales.get(ScaleId(scale)) for code in (higher, lower))
    assert high is not None
    assert low is not None
    assert high.value > low.value


MIDDLE = Advice(label="middle", say="say middle", do="do middle")


@pytest.mark.parametrize(
    ("you", "them", "say"),
    [
        (1, 3, "say middle"),  # neither what 1 nor what 5 says is true of them
        (5, 3, "say middle"),
        (1, 4, "say up"),
        (2, 4, "say up"),
        (5, 2, "say down"),
        (4, 2, "say down"),
    ],
)
def test_what_is_said_of_the_middle_is_said_of_neither_end(you: int, them: int, say: str) -> None:
    kinds = {**scales(), DIRECTNESS: replace(scale(DIRECTNESS), middle=MIDDLE)}
    (gap,) = gaps(noted(directness=you), noted(directness=them), kinds, RULES)
    assert gap.say == say


@pytest.mark.parametrize(
    ("addressed", "told", "do", "anchor"),
    [
        (False, False, "do up", "directness 5"),
        (True, False, "named", "other 5"),
        (False, True, "named", "directness 5"),  # the line beside tells of names, the anchor may as well
    ],
)
def test_where_the_form_of_address_is_known_a_gap_tells_of_the_other_forms(
    do: str, anchor: str, *, addressed: bool, told: bool
) -> None:
    named = Advice(label="higher", say="say", do="named")
    forms = replace(
        scale(DIRECTNESS),
        up=replace(scale(DIRECTNESS).up, addressed=named),
        addressed_anchors=tuple(f"other {step}" for step in range(1, 6)),
    )
    them = replace(noted(directness=5), addressed=addressed, address_told=told)
    (gap,) = gaps(noted(directness=1), them, {**scales(), DIRECTNESS: forms}, RULES)
    assert (gap.do, gap.them_anchor, gap.you_anchor) == (do, anchor, "directness 1")
