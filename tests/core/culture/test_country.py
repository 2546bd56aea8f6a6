"""Rule table of what a country file answers by itself."""

from dataclasses import replace
from datetime import date

import pytest
from culture_rules import BLOG, GOV, RULES, claim, notes, scale, source, value

from clientbridge.core.culture.country import ClockSpan, Topic, Workday
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence
from clientbridge.core.time.hours import ClockRange


def test_claims_and_sources_are_found_by_their_keys() -> None:
    place = notes(claims=(claim("a"), claim("b")))
    assert place.claim("b") == claim("b")
    assert place.claim("c") is None
    assert place.read(("blog", "nowhere", "gov")) == (BLOG, GOV)


def test_hours_are_written_as_profiles_write_them() -> None:
    hours = ClockSpan(span=ClockRange(540, 1080), sources=("gov",))
    lunch = ClockSpan(span=ClockRange(720, 780), sources=("gov",))
    place = replace(notes(), workday=Workday(hours=hours, lunch=lunch))
    assert (place.office_hours, place.lunch_hours) == ("09:00-18:00", "12:00-13:00")
    assert (notes().office_hours, notes().lunch_hours) == (None, None)


@pytest.mark.parametrize(
    ("published", "reviewed", "confidence"),
    [
        ("2006", date(2026, 11, 24), Confidence.MEDIUM),  # twenty years: still counts
        ("2006", date(2027, 1, 1), Confidence.LOW),
        (None, date(2027, 1, 1), Confidence.MEDIUM),
    ],
)
def test_sources_age_until_the_review_of_the_file(
    published: str | None, reviewed: date, confidence: Confidence
) -> None:
    aged = {"gov": GOV, "press": source("press", published=published)}
    place = replace(notes(), sources=aged, reviewed=reviewed)
    assert place.scale_confidence(value(3, ("gov", "press")), RULES) is confidence
    assert place.claim_confidence(claim("a", Topic.GIFTS, sources=("gov", "press")), RULES) is confidence


@pytest.mark.parametrize(
    ("you", "them", "label"), [(1, 3, "higher"), (2, 3, "higher"), (3, 1, "lower"), (3, 2, "lower")]
)
def test_the_advice_is_that_of_the_direction(you: int, them: int, label: str) -> None:
    assert scale(ScaleId.DIRECTNESS).advice(you=you, them=them).label == label
