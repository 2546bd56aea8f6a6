"""Rule table of what `cb culture` answers: a place beside you or another one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from culture_rules import REVIEWED, RULES, claim, notes, scales, value

from clientbridge.core.culture.comparison import ComparedPlace, Culture, Question, compare
from clientbridge.core.culture.country import (
    ClockSpan,
    CountryNotes,
    RegionNotes,
    SmallTalk,
    Topic,
    Workday,
)
from clientbridge.core.culture.lookup import Side
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.time.hours import ClockRange

FACTS = PlaceFacts(
    code="XK",
    name="Kosovo",
    native_names=(),
    languages=(),
    currency=None,
    currency_name=None,
    first_weekday="Monday",
    zones=(),
    date_example="24.11.2026",
    number_example="1.234,5",
    order_of_names=None,
)
PLACE = replace(
    notes(claims=(claim("gift", Topic.GIFTS), claim("names", Topic.NAMES))),
    regions={"XK-01": RegionNotes(say="The north differs.", scales={}, sources=("gov",))},
)


def answer(
    them: CountryNotes | None,
    *,
    region: str | None = None,
    topic: Topic | None = None,
    every_gap: bool = False,
    yours: Sequence[ScaleId] = (),
) -> Culture:
    question = Question(
        place=ComparedPlace(code="XK", name="Kosovo", region=region),
        them=Side(region=region, notes=them),
        you=None,
        your_side=Side(person={scale.value: 1 for scale in yours}),
        facts=FACTS,
        today=REVIEWED,
        feasts={},
        topic=topic,
        every_gap=every_gap,
    )
    return compare(question, scales(), RULES)


@pytest.mark.parametrize(
    ("gaps", "every_gap", "shown"),
    [(2, False, 2), (3, False, 3), (4, False, 3), (4, True, 4), (9, True, 9)],
)
def test_three_gaps_are_shown_unless_all_are_asked_for(gaps: int, shown: int, *, every_gap: bool) -> None:
    known = list(ScaleId)[:gaps]
    found = answer(notes({scale: value(5) for scale in known}), every_gap=every_gap, yours=known)
    assert [gap.scale for gap in found.gaps] == known[:shown]
    assert len(found.scales) == gaps


@pytest.mark.parametrize(
    ("topic", "ids", "answered"),
    [
        (None, ["names", "gift"], True),
        (Topic.GIFTS, ["gift"], True),
        (Topic.DRESS, [], False),  # asked for, and nothing is known of it
    ],
)
def test_a_topic_leaves_its_claims_alone(topic: Topic | None, ids: list[str], *, answered: bool) -> None:
    found = answer(PLACE, topic=topic)
    assert ([claim.id for claim in found.claims], found.answered) == (ids, answered)


def test_a_place_without_notes_is_answered_with_what_is_derived() -> None:
    found = answer(None)
    assert (found.facts, found.claims, found.sources, found.basis, found.seasons) == (FACTS, (), (), None, ())
    assert found.answered
    assert not answer(None, topic=Topic.GIFTS).answered


@pytest.mark.parametrize(
    ("them", "region", "says"),
    [
        (PLACE, "XK-01", "The north differs."),
        (PLACE, "XK-02", None),
        (PLACE, None, None),
        (None, "XK-01", None),
    ],
)
def test_a_region_says_how_it_differs(
    them: CountryNotes | None, region: str | None, says: str | None
) -> None:
    assert answer(them, region=region).region_says == says


@pytest.mark.parametrize(
    ("who", "short"), [("Acme", "Acme"), ("you", "you"), (None, "Kosovo"), ("", "Kosovo")]
)
def test_a_side_is_called_by_who_it_is(who: str | None, short: str) -> None:
    assert ComparedPlace(code="XK", name="Kosovo", who=who).short == short


def test_the_notes_are_answered_with_what_stands_behind_them() -> None:
    talk = SmallTalk(good=("food",), careful=("money",), sources=("gov",))
    workday = Workday(
        hours=ClockSpan(span=ClockRange(540, 1080), sources=("gov",)),
        lunch=ClockSpan(span=ClockRange(720, 780), sources=("gov",)),
    )
    culture = answer(replace(PLACE, small_talk=talk, workday=workday))
    assert (culture.office_hours, culture.lunch, culture.small_talk) == ("09:00-18:00", "12:00-13:00", talk)
    assert culture.basis is not None
    assert culture.basis.reviewed == REVIEWED
