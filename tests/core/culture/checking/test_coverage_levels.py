"""Rule table of the levels a country file may reach.

Standard asks for 5 scales, 6 claims, 4 topics and 3 families; full for 7, 12, 8 and 4, with 5 phrases, office
hours, a slow season, a greeting and all parts of the brief.
"""

from dataclasses import replace

import pytest
from culture_rules import RULES, claim, notes, source, value

from clientbridge.core.culture.checking.coverage_levels import Counts, counts, missing, reached
from clientbridge.core.culture.country import (
    BriefChoice,
    ClockSpan,
    CountryNotes,
    FileCoverage,
    OccasionGreeting,
    SeasonEffect,
    SlowSeason,
    Topic,
    Workday,
)
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.time.hours import ClockRange

STUB, STANDARD, FULL = FileCoverage
TOPICS = tuple(Topic)
DAY = "01-01"
HELLO = SpokenWords(en="Hi", native="Hi", romanised=None, sounds="hi")


def place(
    scales: int, claims: int, topics: int, families: int, phrases: int = 0, *, whole: bool = False
) -> CountryNotes:
    """A file that holds so much and no more."""
    keys = tuple(f"k{number}" for number in range(families))
    base = replace(
        notes(
            {scale: value(3, keys) for scale in tuple(ScaleId)[:scales]},
            tuple(
                claim(f"c{number}", TOPICS[number % max(topics, 1)], sources=keys) for number in range(claims)
            ),
        ),
        sources={key: source(key) for key in (*keys, "unused")},
        phrases=tuple(HELLO for _ in range(phrases)),
    )
    if not whole:
        return base
    return replace(
        base,
        workday=Workday(hours=ClockSpan(span=ClockRange(540, 1080), sources=("k0",))),
        slow_seasons=(
            SlowSeason(id="x", first=DAY, last=DAY, effect=SeasonEffect.THIN, say="x", sources=("k0",)),
        ),
        greetings=(OccasionGreeting(words=HELLO, first=DAY, last=DAY),),
        brief=BriefChoice(watch=("c0",), open_with=("c0",), avoid=("c0",), closing=("c0",)),
    )


@pytest.mark.parametrize(
    ("file", "level"),
    [
        (place(0, 0, 0, 0), STUB),
        (place(5, 6, 4, 3), STANDARD),
        (place(4, 6, 4, 3), STUB),
        (place(5, 5, 4, 3), STUB),
        (place(5, 6, 3, 3), STUB),
        (place(5, 6, 4, 2), STUB),
        (place(9, 40, 20, 9, 9), STANDARD),  # the parts are missing
        (place(7, 12, 8, 4, 5, whole=True), FULL),
        (place(6, 12, 8, 4, 5, whole=True), STANDARD),
        (place(7, 11, 8, 4, 5, whole=True), STANDARD),
        (place(7, 12, 7, 4, 5, whole=True), STANDARD),
        (place(7, 12, 8, 3, 5, whole=True), STANDARD),
        (place(7, 12, 8, 4, 4, whole=True), STANDARD),
        (replace(place(7, 12, 8, 4, 5, whole=True), workday=Workday()), STANDARD),
        (replace(place(7, 12, 8, 4, 5, whole=True), slow_seasons=()), STANDARD),
        (replace(place(7, 12, 8, 4, 5, whole=True), greetings=()), STANDARD),
    ],
)
def test_a_level_is_reached_with_all_that_it_asks_for(file: CountryNotes, level: FileCoverage) -> None:
    assert reached(file, RULES) is level
    assert (missing(file, RULES, STANDARD) == ()) is (level is not STUB)
    assert (missing(file, RULES, FULL) == ()) is (level is FULL)
    assert missing(file, RULES, STUB) == ()


def test_what_is_missing_is_said_with_numbers() -> None:
    assert missing(place(3, 5, 2, 1), RULES, STANDARD) == (
        "2 more scales (3 of 5)",
        "1 more claims (5 of 6)",
        "2 more topics (2 of 4)",
        "2 more independent families (1 of 3)",
    )


@pytest.mark.parametrize("part", ["watch", "open_with", "avoid", "closing"])
def test_every_part_of_the_brief_is_asked_for(part: str) -> None:
    full = place(7, 12, 8, 4, 5, whole=True)
    chosen = {"watch": ("c0",), "open_with": ("c0",), "avoid": ("c0",), "closing": ("c0",)} | {part: ()}
    file = replace(full, brief=BriefChoice(**chosen))
    assert missing(file, RULES, FULL) == (f"brief: {part}",)


def test_the_parts_are_named() -> None:
    assert missing(place(7, 12, 8, 4, 5), RULES, FULL) == (
        "office hours",
        "a slow season",
        "a greeting",
        "brief: watch",
        "brief: open_with",
        "brief: avoid",
        "brief: closing",
    )


def test_stale_claims_and_sources_that_nobody_uses_do_not_count() -> None:
    base = place(1, 3, 3, 2)
    stale = claim("old", TOPICS[9], sources=("unused",), stale=True)
    file = replace(base, claims=(*base.claims, stale))
    assert counts(file, RULES) == Counts(scales=1, claims=3, topics=3, families=2, phrases=0)


def test_families_of_scales_and_of_claims_count_together() -> None:
    file = replace(
        notes({ScaleId.DIRECTNESS: value(3, ("a", "b"))}, (claim("c", sources=("b", "c")),)),
        sources={
            "a": source("a", url="https://portal.org/a"),
            "b": source("b", url="https://copies.net/b"),  # of the portal's family
            "c": source("c"),
        },
    )
    assert counts(file, RULES).families == 2
