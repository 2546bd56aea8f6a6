"""What you noted of someone beats the country: in every country, on every scale, at every value and format.

The claims that must be gone are found twice: by the scales they are tied to in the file, and by words that
only a claim on that scale uses, so that a forgotten tie is found too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from brief_samples import ANA, SCALES, call, notes_of
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.core.briefing.briefing import Briefing
from clientbridge.core.briefing.prepare import prepare
from clientbridge.core.culture.country import Claim, CountryNotes
from clientbridge.core.culture.lookup import CultureLayer
from clientbridge.core.culture.scales import ScaleId
from clientbridge.render.briefing.briefing import page
from clientbridge.render.formats import Look
from clientbridge.render.views import CultureView
from clientbridge.render.writers.to_json import json_value
from clientbridge.render.writers.to_terminal import to_terminal
from conftest import IS_LONG

CODES = codes_with_files(DATA / "countries")
VALUES = range(1, 6) if IS_LONG else (1, 3, 5)
FULL, WIDE = CultureView(full=True, why=True), Look(width=100_000)
NAMELESS = replace(ANA, call=None, decides=False)

WORDS = {
    ScaleId.DIRECTNESS: (
        r"(plain|bare|soft) no\b|\bno is (often|rarely|seldom|avoided|hinted)|\ba yes may\b|from the tone"
    ),
    ScaleId.FEEDBACK: r"(?<!self-)criticism (is|tends|before|in front)|a fault one to one",
    ScaleId.HIERARCHY: r"senior person|match (the )?levels?\b",
    ScaleId.DECISION_GROUP: r"who signs|\bconsens",
    ScaleId.DECISION_PACE: r"press for a (yes|decision|date)",
    ScaleId.RELATIONSHIP: r"get(ting)? acquainted|getting to know",
    ScaleId.SCHEDULE: r"\bon time\b|punctual",
    ScaleId.FORMALITY: r"\bsurname|first names (are|come)",
    ScaleId.EXPRESSIVENESS: r"\bpauses? (is|are)\b|raise your voice",
}
"""What a claim says only if it speaks of that scale."""
ADDRESS = r"(use|say|with|by) (the )?(title|surname|first name)|\bMr\b|Señor\b|Senhora?\b|-san\b|first names"
YOU = notes_of("DE")


@cache
def country(code: str) -> CountryNotes:
    return notes_of(code)


def briefed(
    code: str, *, person: Mapping[str, int] | None = None, client: Mapping[str, int] | None = None
) -> Briefing:
    who = replace(NAMELESS, culture=person or {})
    return prepare(call(you=YOU, them=country(code), people=(who,), person=who, client_culture=client))


def said(brief: Briefing) -> Iterator[str]:
    """Every sentence that the brief takes from the country's claims."""
    for part in (brief.watch, brief.open_with, brief.avoid, brief.close_with, brief.claims):
        for one in part:
            yield from (text for text in (one.say, one.do, one.regional) if text is not None)


def shown(brief: Briefing) -> Iterator[str]:
    yield to_terminal(page(brief), WIDE)
    yield to_terminal(page(brief, FULL), WIDE)
    yield str(json_value(brief))


def tied(code: str, scale: ScaleId) -> tuple[Claim, ...]:
    return tuple(claim for claim in country(code).claims if scale in (claim.scales or ()))


def said_of_the_middle(scale: ScaleId) -> set[str]:
    """Neither "a no is signalled" nor "a plain no": that is said of the ends."""
    middle = SCALES[scale].middle
    assert middle is not None
    return {one.say for one in (middle, middle.addressed) if one is not None}


@pytest.mark.parametrize("code", CODES)
def test_no_line_of_the_country_is_left_on_a_noted_scale(code: str) -> None:
    for scale in ScaleId:
        for value in VALUES:
            layer = CultureLayer.CLIENT if value == 3 else CultureLayer.PERSON
            brief = briefed(code, **{layer.value: {scale.value: value}})
            kept = {claim.id for claim in country(code).claims} - {claim.id for claim in tied(code, scale)}
            assert {one.id for one in brief.claims} == kept
            lines = (*brief.watch, *brief.open_with, *brief.avoid, *brief.close_with)
            assert {one.id for one in lines} <= kept
            (row,) = (row for row in brief.scales if row.id is scale)
            assert (row.them, row.layer) == (value, layer)
            assert row.them_anchor == SCALES[scale].anchors[value - 1]
            for gap in (gap for gap in brief.gaps if gap.scale is scale):
                assert (gap.them, gap.layer) == (value, layer)
                assert (gap.say in said_of_the_middle(scale)) is (value == 3)


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_of_the_country_on_a_noted_scale_is_shown(code: str) -> None:
    for scale in ScaleId:
        usual = country(code).scales.get(scale)
        far = 1 if usual is None or usual.value > 2 else 5
        brief = briefed(code, person={scale.value: far})
        for text in shown(brief):
            assert [claim.id for claim in tied(code, scale) if claim.say in text] == []
            assert [claim.id for claim in tied(code, scale) if claim.do and claim.do in text] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scale", ScaleId)
def test_no_claim_has_a_forgotten_tie(code: str, scale: ScaleId) -> None:
    brief = briefed(code, person={scale.value: 1})
    assert [text for text in said(brief) if re.search(WORDS[scale], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("scale", ScaleId)
def test_the_words_of_a_scale_are_found_where_nothing_is_noted(scale: ScaleId) -> None:
    found = [code for code in CODES if any(re.search(WORDS[scale], text) for text in said(briefed(code)))]
    assert len(found) > 5


ASKED = r"\b(?:who (?:decides|signs|announces|has the last word))\b"


@pytest.mark.parametrize("code", CODES)
def test_who_decides_is_not_asked_where_it_is_known(code: str) -> None:
    """The words stand in what to do alone: what to expect may name who decides."""
    decider = replace(NAMELESS, decides=True)
    brief = prepare(call(you=YOU, them=country(code), people=(decider,), person=decider))
    parts = (brief.watch, brief.open_with, brief.avoid, brief.close_with, brief.claims)
    assert [one.do for part in parts for one in part if one.do and re.search(ASKED, one.do)] == []


def test_who_decides_is_asked_where_it_is_not_known() -> None:
    asking = [code for code in CODES if any(re.search(ASKED, text) for text in said(briefed(code)))]
    assert len(asking) > 15


@pytest.mark.parametrize("code", CODES)
def test_who_has_a_form_of_address_is_given_no_other(code: str) -> None:
    for you in ("US", "DE", "JP"):
        ana = replace(ANA, call="Anouk")
        brief = prepare(call(you=country(you), them=country(code), people=(ana,), person=ana))
        told = [*said(brief), *(text for gap in brief.gaps for text in (gap.say, gap.do, gap.them_anchor))]
        told += [row.them_anchor or "" for row in brief.scales] + [phrase.native for phrase in brief.phrases]
        assert [text for text in told if re.search(ADDRESS, text)] == []
