"""Rule table of the linter of country files: each line breaks one rule, or stands just inside it.

The file was reviewed on 24 November 2026 and is to be reviewed by 24 November 2027.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from culture_rules import BLOG, GOV, HIGH, OTHER, PRESS, REVIEWED, RULES, claim, notes, source, value

from clientbridge.core.culture.checking.country_texts import KeyPath
from clientbridge.core.culture.checking.lint import lint
from clientbridge.core.culture.country import (
    BriefChoice,
    Claim,
    CountryNotes,
    Figure,
    OccasionGreeting,
    SeasonEffect,
    SlowSeason,
    Topic,
)
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Source
from clientbridge.core.days.day import DayStatus

DIRECTNESS = ScaleId.DIRECTNESS
GOOD = notes({DIRECTNESS: value(3)}, (claim("a"), claim("b")))
SOURCES = {one.key: one for one in (GOV, PRESS, BLOG, OTHER)}


def findings(file: CountryNotes, today: date = REVIEWED) -> list[tuple[KeyPath, str]]:
    return [
        (finding.path, finding.say) for finding in lint(file, RULES, code="XK", today=today, feasts={"x"})
    ]


def places(file: CountryNotes, today: date = REVIEWED) -> list[KeyPath]:
    return [path for path, _ in findings(file, today)]


def with_claim(one: Claim) -> CountryNotes:
    return replace(GOOD, claims=(one,))


def with_sources(sources: Mapping[str, Source]) -> CountryNotes:
    return replace(GOOD, sources={**SOURCES, **sources})


def test_a_good_file_has_no_findings() -> None:
    assert findings(GOOD) == []


def test_a_file_is_named_by_its_code() -> None:
    (finding,) = lint(GOOD, RULES, code="XX", today=REVIEWED, feasts=())
    assert (finding.path, finding.say) == (("code",), "the file is called XX.yaml but its code is 'XK'")


@pytest.mark.parametrize(
    ("reviewed", "review_after", "today", "expected"),
    [
        ("2026-11-24", "2027-11-24", "2026-11-24", []),  # reviewed today
        ("2026-11-25", "2027-11-24", "2026-11-24", [("reviewed",)]),
        ("2026-11-24", "2027-11-24", "2027-11-23", []),
        ("2026-11-24", "2027-11-24", "2027-11-24", [("review_after",)]),
        ("2026-11-24", "2028-11-24", "2026-11-24", []),  # 731 days: two years of which one is a leap year
        ("2026-11-24", "2028-11-25", "2026-11-24", [("review_after",)]),
    ],
)
def test_a_review_is_due_within_two_years(
    reviewed: str, review_after: str, today: str, expected: list[KeyPath]
) -> None:
    file = replace(GOOD, reviewed=date.fromisoformat(reviewed), review_after=date.fromisoformat(review_after))
    assert places(file, date.fromisoformat(today)) == expected


def test_a_review_to_come_is_told_by_its_date() -> None:
    file = replace(GOOD, reviewed=date(2026, 11, 25))
    (finding,) = lint(file, RULES, code="XK", today=date(2026, 11, 24), feasts=())
    assert finding.say == "reviewed on 2026-11-25, which is still to come"


@pytest.mark.parametrize(
    ("accessed", "expected"),
    [("2026-11-24", []), ("2026-11-25", [("sources", "press", "accessed")])],
)
def test_sources_are_read_by_the_review(accessed: str, expected: list[KeyPath]) -> None:
    late = source("press", accessed=date.fromisoformat(accessed))
    assert places(with_sources({"press": late})) == expected


AGED = {key: source(key, published="2005") for key in ("gov", "press", "blog")}
TOO_OLD = "all its sources are older than the 20 years that hold for meetings"


@pytest.mark.parametrize(
    ("sources", "one", "expected"),
    [
        (AGED, claim("a"), [(("claims", 0), TOO_OLD)]),
        (AGED, claim("a", stale=True), []),
        ({**AGED, "gov": source("gov", published="2006")}, claim("a"), []),  # one counts
        ({**AGED, "gov": GOV}, claim("a"), []),  # of unknown age
        (
            {key: source(key, published="2019") for key in ("gov", "press", "blog")},
            claim("a", Topic.VIRTUAL_MEETINGS),
            [
                (
                    ("claims", 0),
                    "all its sources are older than the 6 years that hold for virtual_meetings",
                )
            ],
        ),
    ],
)
def test_a_claim_with_old_sources_alone_is_stale(
    sources: Mapping[str, Source], one: Claim, expected: list[tuple[KeyPath, str]]
) -> None:
    file = replace(with_claim(one), sources={**SOURCES, **sources}, scales={})
    assert findings(file) == expected


def test_a_scale_cannot_be_stale() -> None:
    file = replace(with_claim(claim("a", stale=True)), sources={**SOURCES, **AGED})
    assert places(file) == [("scales", "directness")]


FIGURE = Figure(what="share", value="40", year=2024, source="gov")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (claim("a", sources=()), [(("claims", 0), "has no source")]),
        (
            claim("a", sources=("gov", "nowhere")),
            [(("claims", 0, "sources"), "'nowhere' is not among the sources")],
        ),
        (claim("a", sources=("gov", "gov")), [(("claims", 0, "sources"), "names a source twice")]),
        (replace(claim("a"), figures=(FIGURE,)), []),
        (
            replace(claim("a"), figures=(FIGURE, replace(FIGURE, source="nowhere"))),
            [(("claims", 0, "figures", 1, "source"), "'nowhere' is not among the sources")],
        ),
    ],
)
def test_claims_name_sources_of_the_file(one: Claim, expected: list[tuple[KeyPath, str]]) -> None:
    assert findings(with_claim(one)) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (
            {"press": source("press", url="press.example")},
            [(("sources", "press", "url"), "'press.example' is not a web address")],
        ),
        (
            {"press": source("press", url="https://sub.bad.com/x")},
            [(("sources", "press", "url"), "sub.bad.com is refused: generated text")],
        ),
        (
            {"press": source("press", url=GOV.url)},
            [
                (("sources", "gov", "url"), "the same address stands under two keys"),
                (("sources", "press", "url"), "the same address stands under two keys"),
            ],
        ),
    ],
)
def test_sources_are_addresses_that_may_be_used_once(
    sources: Mapping[str, Source], expected: list[tuple[KeyPath, str]]
) -> None:
    assert findings(with_sources(sources)) == expected


@pytest.mark.parametrize(
    ("say", "do", "expected"),
    [
        ("x" * 160, "x" * 120, []),
        ("x" * 161, "x", [(("claims", 0, "say"), "161 characters; at most 160 fit on the screen")]),
        ("x", "x" * 121, [(("claims", 0, "do"), "121 characters; at most 120 fit on the screen")]),
        ("They always call.", "x", [(("claims", 0, "say"), "sweeping words: 'always'")]),
    ],
)
def test_sentences_fit_the_screen_and_judge_nobody(
    say: str, do: str, expected: list[tuple[KeyPath, str]]
) -> None:
    assert findings(with_claim(replace(claim("a"), say=say, do=do))) == expected


@pytest.mark.parametrize(("length", "expected"), [(300, []), (301, [("caveat",)])])
def test_a_caveat_may_be_longer(length: int, expected: list[KeyPath]) -> None:
    assert places(replace(GOOD, caveat="x" * length)) == expected


def test_an_id_names_one_claim() -> None:
    file = replace(GOOD, claims=(claim("a"), claim("b"), claim("a")))
    assert places(file) == [("claims", 0, "id"), ("claims", 2, "id")]


CLAIMS = tuple(claim(id_) for id_ in "abcd")


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (BriefChoice(watch=("a", "b", "c"), open_with=("a", "b"), avoid=("a", "b"), closing=("a",)), []),
        (BriefChoice(watch=("a", "b", "c", "d")), [(("brief", "watch"), "at most 3 fit on the screen")]),
        (BriefChoice(open_with=("a", "b", "c")), [(("brief", "open_with"), "at most 2 fit on the screen")]),
        (BriefChoice(avoid=("a", "b", "c")), [(("brief", "avoid"), "at most 2 fit on the screen")]),
        (BriefChoice(closing=("a", "b")), [(("brief", "closing"), "at most 1 fit on the screen")]),
        (BriefChoice(watch=("z",)), [(("brief", "watch"), "no claim has the id 'z'")]),
        (
            BriefChoice(avoid=("mute",)),
            [(("brief", "avoid"), "'mute' has no 'do', so the brief cannot say what to do")],
        ),
        (
            BriefChoice(watch=("stale",)),
            [(("brief", "watch"), "'stale' is stale or disputed, so it may not be in a brief")],
        ),
        (
            BriefChoice(watch=("disputed",)),
            [(("brief", "watch"), "'disputed' is stale or disputed, so it may not be in a brief")],
        ),
    ],
)
def test_a_brief_chooses_claims_that_say_what_to_do(
    brief: BriefChoice, expected: list[tuple[KeyPath, str]]
) -> None:
    others = (claim("mute", do=None), claim("stale", stale=True), claim("disputed", disputed=True))
    assert findings(replace(GOOD, claims=(*CLAIMS, *others), brief=brief)) == expected


HELLO = SpokenWords(en="Hello", native="Bonjour", romanised=None, sounds="bohn-ZHOOR")
DAY = "01-01"


def greeting(native: str, *, romanised: str | None = None, sounds: str | None = "bon") -> OccasionGreeting:
    words = SpokenWords(en="x", native=native, romanised=romanised, sounds=sounds, occasion="x")
    return OccasionGreeting(words=words, first=DAY, last=DAY)


@pytest.mark.parametrize(
    ("phrases", "greetings", "expected"),
    [
        ((HELLO,), (greeting("Bonne année"),), []),
        ((replace(HELLO, native="どうも"),), (), [(("phrases", 0), "'どうも' needs 'romanised'")]),
        ((replace(HELLO, native="どうも", romanised="dōmo"),), (), []),
        ((), (greeting("Bonne année", sounds=None),), [(("greetings", 0), "'Bonne année' needs 'sounds'")]),
        ((), (greeting("祝"),), [(("greetings", 0), "'祝' needs 'romanised'")]),
        ((), (greeting("祝", romanised="iwai"),), []),
    ],
)
def test_words_of_other_scripts_can_be_read_and_all_can_be_said(
    phrases: tuple[SpokenWords, ...],
    greetings: tuple[OccasionGreeting, ...],
    expected: list[tuple[KeyPath, str]],
) -> None:
    assert findings(replace(GOOD, phrases=phrases, greetings=greetings)) == expected


@pytest.mark.parametrize(
    ("occasion", "say", "hint"),
    [
        ("new_year", None, None),
        ("year_end", None, None),  # greeted, though no day of it is a feast
        ("new_yaer", "'new_yaer' is no feast", "did you mean 'new_year'?"),
        ("office party", "'office party' is no feast", "write an id of data/greetings.yaml"),
    ],
)
def test_an_occasion_is_a_known_feast(occasion: str, say: str | None, hint: str | None) -> None:
    words = SpokenWords(en="x", native="x", romanised=None, sounds="x", occasion=occasion)
    file = replace(GOOD, greetings=(OccasionGreeting(words=words, first=DAY, last=DAY),))
    found = lint(file, RULES, code="XK", today=REVIEWED, feasts=("new_year", "easter"))
    expected = [] if say is None else [(("greetings", 0, "occasion"), say, hint)]
    assert [(one.path, one.say, one.suggestion) for one in found] == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (claim("a", sources=("gov", "press"), disputed=True), []),
        (claim("a", sources=("gov",)), []),
        (
            claim("a", sources=("gov",), disputed=True),
            [(("claims", 0), "disputed with one source; name the one that disagrees")],
        ),
        (replace(claim("a", sources=("gov",), disputed=True), regional="north and south"), []),
    ],
)
def test_a_disputed_claim_names_who_disagrees(one: Claim, expected: list[tuple[KeyPath, str]]) -> None:
    assert findings(with_claim(one)) == expected


@pytest.mark.parametrize(("note", "expected"), [("who says what", []), (None, [("scales", DIRECTNESS)])])
def test_a_disputed_scale_says_who_says_what(note: str | None, expected: list[KeyPath]) -> None:
    disputed = replace(value(3, HIGH, disputed=True), note=note)
    assert places(replace(GOOD, scales={DIRECTNESS: disputed})) == expected


def test_findings_come_in_the_order_of_the_rules() -> None:
    file = replace(GOOD, review_after=date(2026, 11, 24), claims=(claim("a", sources=()), claim("a")))
    assert places(file) == [
        ("review_after",),
        ("claims", 0),
        ("claims", 0, "id"),
        ("claims", 1, "id"),
    ]


SEASON = SlowSeason(
    id="obon",
    first="08-13",
    last="08-16",
    effect=SeasonEffect.CLOSED,
    say="Many close.",
    sources=HIGH,
    day=DayStatus.LIKELY_CLOSED,
    name="Obon",
)
SHORTER = replace(SEASON, effect=SeasonEffect.THIN, day=DayStatus.REDUCED, shorter_by=120)
ORDINARY = "many offices close, but its days count as ordinary"


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        (SEASON, None),
        (SHORTER, None),
        (replace(SEASON, effect=SeasonEffect.THIN, day=None, name=None), None),
        (replace(SEASON, day=None), ((), ORDINARY, "day: likely_closed")),
        (replace(SHORTER, effect=SeasonEffect.CLOSED), ((), ORDINARY, "day: likely_closed")),
        (replace(SEASON, name=None), ((), "a day in it needs a name", "name: Golden Week")),
        (replace(SHORTER, shorter_by=0), ((), "reduced days and 'shorter_by' go together", None)),
        (replace(SEASON, shorter_by=60), ((), "reduced days and 'shorter_by' go together", None)),
        (
            replace(SEASON, effect=SeasonEffect.THIN, day=DayStatus.CLOSED),
            (("day",), "a season makes no day 'closed'", "likely_closed or reduced"),
        ),
    ],
)
def test_a_season_says_one_thing_of_its_days(
    season: SlowSeason, expected: tuple[KeyPath, str, str | None] | None
) -> None:
    file = replace(GOOD, slow_seasons=(replace(SEASON, id="first"), season))
    broken = [
        (one.path, one.say, one.suggestion) for one in lint(file, RULES, code="XK", today=REVIEWED, feasts=())
    ]
    assert broken == (
        [] if expected is None else [(("slow_seasons", 1, *expected[0]), expected[1], expected[2])]
    )


@pytest.mark.parametrize(
    ("file", "suggestion"),
    [
        (
            with_claim(replace(claim("a"), say="They are always late.")),
            "say tends to, often, many, in larger firms",
        ),
        (with_sources({"gov": source("gov", url="https://bad.com/page")}), "use another source"),
        (with_sources({"gov": source("gov", accessed=date(2026, 11, 25))}), "move 'reviewed' on"),
    ],
)
def test_a_finding_says_what_to_do(file: CountryNotes, suggestion: str) -> None:
    assert suggestion in [
        finding.suggestion for finding in lint(file, RULES, code="XK", today=REVIEWED, feasts=())
    ]


@pytest.mark.parametrize(
    ("one", "in_brief", "say"),
    [
        (claim("a", Topic.COMMUNICATION, scales=None), False, "'a' does not say which scales it speaks of"),
        (claim("a", Topic.COMMUNICATION, scales=()), False, None),
        (claim("a", Topic.COMMUNICATION, scales=(DIRECTNESS,)), False, None),
        (claim("a", Topic.GIFTS, scales=None), False, None),
        (claim("a", Topic.GIFTS, scales=None), True, "'a' does not say which scales it speaks of"),
        (claim("a", Topic.GIFTS, scales=(DIRECTNESS, DIRECTNESS)), False, "names a scale twice"),
        (
            claim("a", Topic.NAMES, address=None),
            False,
            "'a' does not say whether it tells how to address people",
        ),
        (claim("a", Topic.EMAIL, address=None), False, None),
        (claim("a", Topic.NAMES, address=True), False, "forms of address are a matter of formality"),
        (claim("a", Topic.NAMES, scales=(ScaleId.FORMALITY,), address=True), False, None),
        (claim("a", Topic.NAMES, address=False), False, None),
    ],
)
def test_a_claim_says_of_which_scales_it_speaks(one: Claim, say: str | None, *, in_brief: bool) -> None:
    file = replace(with_claim(one), brief=BriefChoice(avoid=("a",) if in_brief else ()))
    assert [found for _, found in findings(file)] == ([] if say is None else [say])
