"""Rule table of what an answer says of a place, each with who says it."""

from dataclasses import replace

import pytest
from culture_rules import (
    BLOG,
    GOV,
    HIGH,
    LOW,
    MEDIUM,
    OTHER,
    PRESS,
    REVIEWED,
    RULES,
    claim,
    notes,
    scales,
    source,
    value,
)

from clientbridge.core.culture.country import Claim, ClaimStrength, FileCoverage, Topic
from clientbridge.core.culture.lookup import CultureLayer, Side
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence, SourceKind
from clientbridge.core.culture.statements import (
    ScaleRow,
    Statement,
    advice_on,
    basis,
    scale_rows,
    sources_of,
    statement,
    statements,
)

DIRECTNESS, SCHEDULE, FORMALITY = ScaleId.DIRECTNESS, ScaleId.SCHEDULE, ScaleId.FORMALITY


@pytest.mark.parametrize(
    ("of", "confidence"),
    [
        (claim("a", sources=HIGH), Confidence.HIGH),
        (claim("a", sources=MEDIUM), Confidence.MEDIUM),
        (claim("a", sources=LOW), Confidence.LOW),
        (claim("a", sources=HIGH, disputed=True), Confidence.LOW),
        (claim("a", sources=("gov", "press", "nowhere")), Confidence.MEDIUM),  # a key without a source
    ],
)
def test_the_confidence_of_a_claim_is_computed(of: Claim, confidence: Confidence) -> None:
    assert statement(of, notes(), RULES).confidence is confidence


@pytest.mark.parametrize(
    ("topic", "confidence"), [(Topic.VIRTUAL_MEETINGS, Confidence.MEDIUM), (Topic.GIFTS, Confidence.HIGH)]
)
def test_the_age_limit_is_that_of_the_claims_topic(topic: Topic, confidence: Confidence) -> None:
    # Limits here: six years for virtual meetings, twenty for the rest; the file was reviewed in 2026.
    aged = source("press", kind=SourceKind.PRESS, published="2019")
    place = replace(notes(), sources={"gov": GOV, "press": aged, "blog": BLOG})
    assert statement(claim("a", topic), place, RULES).confidence is confidence


def test_a_statement_says_what_the_claim_says() -> None:
    one = replace(claim("a", Topic.GIFTS, stale=True), scope="in firms", regional="in the north")
    assert statement(one, notes(), RULES) == Statement(
        id="a",
        topic=Topic.GIFTS,
        say="say a",
        do="do",
        scope="in firms",
        regional="in the north",
        strength=ClaimStrength.OFTEN,
        confidence=Confidence.HIGH,
        disputed=False,
        stale=True,
        figures=(),
        sources=HIGH,
    )


def test_statements_come_in_the_order_of_topics_then_of_the_file() -> None:
    place = notes(
        claims=(
            claim("gift", Topic.GIFTS),
            claim("first", Topic.RELATIONSHIP),
            claim("again", Topic.GIFTS),
            claim("names", Topic.NAMES),
        )
    )
    assert [one.id for one in statements(place, RULES)] == ["first", "names", "gift", "again"]
    assert statements(None, RULES) == ()


def test_a_row_for_each_scale_of_which_something_is_known() -> None:
    you = Side(client={"directness": 2, "schedule": 5})
    them = Side(
        notes=notes({DIRECTNESS: value(4, MEDIUM), FORMALITY: value(3, HIGH, disputed=True)}),
    )
    assert scale_rows(you, them, scales(), RULES) == (
        ScaleRow(
            id=DIRECTNESS,
            name="Name of directness",
            ends=("low directness", "high directness"),
            you=2,
            them=4,
            you_anchor="directness 2",
            them_anchor="directness 4",
            layer=CultureLayer.COUNTRY,
            confidence=Confidence.MEDIUM,
            disputed=False,
            note=None,
            sources=MEDIUM,
        ),
        ScaleRow(
            id=SCHEDULE,
            name="Name of schedule",
            ends=("low schedule", "high schedule"),
            you=5,
            them=None,
            you_anchor="schedule 5",
            them_anchor=None,
            layer=None,
            confidence=None,
            disputed=False,
            note=None,
            sources=(),
        ),
        ScaleRow(
            id=FORMALITY,
            name="Name of formality",
            ends=("low formality", "high formality"),
            you=None,
            them=3,
            you_anchor=None,
            them_anchor="formality 3",
            layer=CultureLayer.COUNTRY,
            confidence=Confidence.LOW,
            disputed=True,
            note="note",
            sources=HIGH,
        ),
    )
    assert scale_rows(Side(), Side(), scales(), RULES) == ()


def test_the_sources_are_those_of_the_file_in_its_order() -> None:
    assert sources_of(notes()) == (GOV, PRESS, BLOG, OTHER)
    assert sources_of(None) == ()


def test_the_basis_counts_sources_families_and_confidences() -> None:
    place = replace(
        notes(
            {
                DIRECTNESS: value(4, HIGH),
                SCHEDULE: value(4, LOW),
                FORMALITY: value(4, HIGH, disputed=True),
            }
        ),
        sources={
            one.key: one
            for one in (
                GOV,
                PRESS,
                BLOG,
                source("portal", url="https://portal.org/a"),
                source("copy", url="https://copies.net/b"),  # of the portal's family
            )
        },
        caveat="Large and varied.",
        reviewers=("ab",),
    )
    counted = basis(place, RULES)
    assert counted is not None
    assert (counted.sources, counted.families) == (5, 4)
    assert list(counted.scales.items()) == [
        (Confidence.HIGH, 1),
        (Confidence.MEDIUM, 0),
        (Confidence.LOW, 2),
    ]
    assert (counted.coverage, counted.reviewed, counted.caveat, counted.reviewers) == (
        FileCoverage.STANDARD,
        REVIEWED,
        "Large and varied.",
        ("ab",),
    )
    assert basis(None, RULES) is None


def test_advice_on_a_topic_leaves_out_what_is_disputed() -> None:
    place = notes(
        claims=(
            claim("a", Topic.GIFTS),
            claim("b", Topic.MEETINGS),
            claim("c", Topic.GIFTS, disputed=True),
            claim("d", Topic.GIFTS, do=None),
        )
    )
    assert advice_on(place, Topic.GIFTS) == ("say a do", "say d")
    assert advice_on(place, Topic.DRESS) == ()
