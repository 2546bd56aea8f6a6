"""Rule table of the words for a day: of which feast, to whom, in which language."""

from dataclasses import replace
from datetime import date

import pytest
from culture_rules import notes

from clientbridge.core.culture.country import OccasionGreeting
from clientbridge.core.culture.greeting_words import Greeted, greeting_words, greetings_on
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.greetings import Feast, Feasts, GreetingTone
from clientbridge.core.days.place import Place


def feast(feast_id: str, name: str, tone: GreetingTone = GreetingTone.FESTIVE, nations: str = "") -> Feast:
    return Feast(
        id=feast_id,
        names=(name,),
        meaning="",
        tone=tone,
        say="Happy day.",
        never=None,
        of_one_faith=feast_id in {"christmas", "christmas_eve", "eid"},
        nations=frozenset(nations.split()),
        countries=frozenset(),
        eve_of="christmas" if feast_id == "christmas_eve" else None,
    )


FEASTS = Feasts(
    [
        feast("christmas", "Christmas", nations="XK"),
        feast("christmas_eve", "Christmas Eve", nations="XK"),
        feast("eid", "Eid"),
        feast("new_year", "New Year"),
        feast("heroes", "Heroes", GreetingTone.NEUTRAL),
        feast("mourning", "Mourning", GreetingTone.SOLEMN),
    ]
)


def greeting(
    occasion: str,
    first: str = "12-20",
    last: str = "12-26",
    *,
    language: str | None = None,
    keepers: bool = False,
) -> OccasionGreeting:
    words = SpokenWords(
        en=f"{occasion} {language}",
        native="x",
        romanised=None,
        sounds=None,
        language=language,
        occasion=occasion,
    )
    return OccasionGreeting(words=words, first=first, last=last, only_to_keepers=keepers)


def on(day: str, *names: str) -> Day:
    reasons = tuple(Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name=name) for name in names)
    return Day(date=date.fromisoformat(day), place=Place("XK"), status=DayStatus.WORKING, reasons=reasons)


def said(
    day: Day, *greetings: OccasionGreeting, observes: tuple[str, ...] = (), language: str | None = None
) -> str | None:
    place = replace(notes(), greetings=greetings)
    words = greeting_words(day, place, {}, FEASTS, Greeted(observes=observes, language=language))
    return None if words is None else words.occasion


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-19", None),
        ("2026-12-20", "christmas"),
        ("2026-12-26", "christmas"),  # the last day counts
        ("2026-12-27", None),
    ],
)
def test_words_are_said_on_their_days(day: str, expected: str | None) -> None:
    assert said(on(day), greeting("christmas")) == expected
    running = greetings_on(replace(notes(), greetings=(greeting("christmas"),)), on(day), {})
    assert bool(running) is (expected is not None)


@pytest.mark.parametrize(
    ("occasion", "observes", "expected"),
    [
        ("christmas", (), "christmas"),  # of one faith, but the nation's
        ("eid", (), None),
        ("eid", ("Eid",), "eid"),
        ("heroes", (), "heroes"),  # of no faith
        ("year_end", (), "year_end"),  # no feast at all
        ("market_day", ("market_day",), None),  # in no table
    ],
)
def test_whose_feast_it_is_stands_in_the_table(
    occasion: str, observes: tuple[str, ...], expected: str | None
) -> None:
    assert said(on("2026-12-21"), greeting(occasion), observes=observes) == expected


@pytest.mark.parametrize(("observes", "expected"), [((), None), (("christmas",), "christmas")])
def test_words_may_be_for_those_only_who_are_known_to_keep_the_feast(
    observes: tuple[str, ...], expected: str | None
) -> None:
    assert said(on("2026-12-21"), greeting("christmas", keepers=True), observes=observes) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), "new_year"),  # an ordinary day: the first of the file
        (("Christmas",), "christmas"),  # the feast of the day
        (("Christmas Eve",), "christmas"),
        (("New Year",), "new_year"),
        (("Heroes",), "year_end"),  # a feast without words: only what names none
        (("Eid",), "new_year"),  # a feast that neither nation nor client keeps
        (("Christmas", "Mourning"), None),
    ],
)
def test_words_are_those_of_the_feast_of_the_day(names: tuple[str, ...], expected: str | None) -> None:
    running = (greeting("new_year"), greeting("year_end"), greeting("christmas"))
    assert said(on("2026-12-25", *names), *running) == expected


def test_a_feast_without_words_silences_those_of_another() -> None:
    assert said(on("2026-12-25", "Heroes"), greeting("new_year")) is None


@pytest.mark.parametrize(
    ("day", "language", "expected"),
    [
        ("2027-01-05", "en", "new_year en"),
        ("2027-01-05", "fr", "new_year fr"),
        ("2027-01-05", None, "new_year en"),
        ("2027-01-05", "de", "new_year en"),
        ("2027-01-20", "fr", "new_year fr"),
        ("2027-01-20", "en", None),  # too late in their language, not in another
        ("2027-01-20", None, "new_year fr"),
    ],
)
def test_words_are_in_the_language_of_the_client(
    day: str, language: str | None, expected: str | None
) -> None:
    place = replace(
        notes(),
        greetings=(
            greeting("new_year", "01-01", "01-10", language="en"),
            greeting("new_year", "01-01", "01-31", language="fr"),
        ),
    )
    words = greeting_words(on(day), place, {}, FEASTS, Greeted(observes=(), language=language))
    assert (None if words is None else words.en) == expected


def test_a_country_without_notes_has_no_words() -> None:
    nobody = Greeted(observes=(), language=None)
    assert greeting_words(on("2026-12-25", "Christmas"), None, {}, FEASTS, nobody) is None
    assert greetings_on(None, on("2026-12-25"), {}) == ()
