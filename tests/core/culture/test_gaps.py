from collections.abc import Mapping
from dataclasses import replace

import pytest
from brief_samples import RULES, SCALES, notes_of
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.core.culture.country import CountryNotes, RegionNotes, ScaleValue
from clientbridge.core.culture.gaps import gaps
from clientbridge.core.culture.lookup import CultureLayer, Side, position
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence

JAPAN = notes_of("JP")
THREE = tuple(JAPAN.scales[ScaleId.DIRECTNESS].sources[:3])


def country(value: int, sources: tuple[str, ...] = THREE, *, disputed: bool = False) -> CountryNotes:
    at = ScaleValue(value=value, sources=sources, disputed=disputed, note="Sources disagree.")
    return replace(JAPAN, scales={ScaleId.DIRECTNESS: at}, regions={})


def shown(you: Side, them: Side) -> list[tuple[str, int, int, CultureLayer]]:
    return [(gap.scale.value, gap.you, gap.them, gap.layer) for gap in gaps(you, them, SCALES, RULES)]


@pytest.mark.parametrize(
    ("person", "client", "region", "expected"),
    [
        ({"directness": 1}, {"directness": 2}, 3, (1, CultureLayer.PERSON)),
        ({}, {"directness": 2}, 3, (2, CultureLayer.CLIENT)),
        ({}, {}, 3, (3, CultureLayer.REGION)),
        ({}, {}, None, (5, CultureLayer.COUNTRY)),
        ({"schedule": 1}, {}, None, (5, CultureLayer.COUNTRY)),
    ],
)
def test_the_nearest_word_wins(
    person: Mapping[str, int],
    client: Mapping[str, int],
    region: int | None,
    expected: tuple[int, CultureLayer],
) -> None:
    notes = country(5)
    if region is not None:
        value = ScaleValue(value=region, sources=THREE)
        part = RegionNotes(say=None, scales={ScaleId.DIRECTNESS: value}, sources=THREE)
        notes = replace(notes, regions={"JP-27": part})
    side = Side(person=person, client=client, region="JP-27", notes=notes)
    found = position(side, ScaleId.DIRECTNESS, RULES)
    assert found is not None
    assert (found.value, found.layer) == expected


def test_without_any_word_nothing_is_known() -> None:
    assert position(Side(), ScaleId.DIRECTNESS, RULES) is None


def test_a_note_of_yours_counts_as_high_confidence() -> None:
    found = position(Side(client={"schedule": 4}), ScaleId.SCHEDULE, RULES)
    assert found is not None
    assert found.confidence is Confidence.HIGH


def test_one_step_is_no_gap_and_two_are() -> None:
    them = Side(notes=country(4))
    assert shown(Side(person={"directness": 3}), them) == []
    assert shown(Side(person={"directness": 2}), them) == [("directness", 2, 4, CultureLayer.COUNTRY)]


def test_low_confidence_on_their_side_shows_no_gap() -> None:
    assert shown(Side(person={"directness": 1}), Side(notes=country(5, THREE[:1]))) == []


def test_a_dispute_on_their_side_shows_no_gap() -> None:
    assert shown(Side(person={"directness": 1}), Side(notes=country(5, disputed=True))) == []


def test_a_dispute_on_your_side_says_maybe() -> None:
    (gap,) = gaps(Side(notes=country(1, disputed=True)), Side(notes=country(5)), SCALES, RULES)
    assert gap.maybe
    (gap,) = gaps(Side(notes=country(1)), Side(notes=country(5)), SCALES, RULES)
    assert not gap.maybe


def test_your_note_on_the_person_shows_a_gap_where_the_country_is_silent() -> None:
    them = Side(person={"directness": 5}, notes=country(1, disputed=True))
    assert shown(Side(person={"directness": 2}), them) == [("directness", 2, 5, CultureLayer.PERSON)]


def test_the_largest_gap_comes_first_then_the_weightier() -> None:
    you = Side(person=dict.fromkeys(("directness", "formality", "hierarchy", "schedule"), 2))
    them = Side(person={"formality": 5, "hierarchy": 4, "schedule": 4, "directness": 4})
    order = [gap.scale.value for gap in gaps(you, them, SCALES, RULES)]
    assert order == ["formality", "directness", "schedule", "hierarchy"]


def test_the_advice_follows_the_direction() -> None:
    higher = gaps(Side(person={"schedule": 1}), Side(client={"schedule": 4}), SCALES, RULES)[0]
    lower = gaps(Side(person={"schedule": 4}), Side(client={"schedule": 1}), SCALES, RULES)[0]
    assert "plan rather than a promise" in higher.say
    assert "bind" in lower.say


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
