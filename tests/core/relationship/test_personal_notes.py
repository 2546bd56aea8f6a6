"""Rule table of personal notes and occasions. Dates are in Tokyo, UTC+9."""

from dataclasses import replace
from datetime import date

import pytest
from people import AT_HIKARI, MONDAY, MORI, TANAKA, day, journal_of, logged

from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.relationship.personal_notes import Occasion, OccasionKind, occasions, personal_notes
from clientbridge.core.workspace.profiles import Person

NOTE, INSIGHT, SUCCESS = EventKind.NOTE, EventKind.INSIGHT, EventKind.SUCCESS
BOTH = (TANAKA, MORI)
BIRTHDAY, SUCCESS_DAY = OccasionKind


@pytest.mark.parametrize(
    ("at", "on", "days_ago", "stale"),
    [
        ("11-22 15:00", "11-23", 0, False),  # midnight in Tokyo
        ("11-22 14:59", "11-22", 1, False),
        ("2025-11-23 03:00", "2025-11-23", 365, False),
        ("2025-11-22 03:00", "2025-11-22", 366, True),
        ("2025-11-22 15:00", "2025-11-23", 365, False),
    ],
)
def test_a_note_older_than_a_year_is_stale(at: str, on: str, days_ago: int, *, stale: bool) -> None:
    journal = journal_of(logged(NOTE, at, "mori", text="moves house"))
    (note,) = personal_notes(journal, BOTH, MONDAY, AT_HIKARI)
    assert (note.on, note.days_ago, note.stale) == (day(on), days_ago, stale)
    assert (note.person, note.name, note.text) == ("mori", "Yui Mori", "moves house")


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (NOTE, True),
        (INSIGHT, True),
        (EventKind.CALL, False),
        (EventKind.EMAIL, False),
        (SUCCESS, False),
        (EventKind.FEEDBACK, False),
        (EventKind.PROBLEM, False),
        (EventKind.GIFT, False),
    ],
)
def test_only_notes_and_insights_count(kind: EventKind, *, counted: bool) -> None:
    notes = personal_notes(journal_of(logged(kind, "11-20 03:00", "mori")), BOTH, MONDAY, AT_HIKARI)
    assert bool(notes) is counted


def test_the_three_latest_notes_come_newest_first() -> None:
    lines = [logged(NOTE, f"11-{number:02d} 03:00", "mori", text=f"of {number}") for number in range(1, 6)]
    notes = personal_notes(journal_of(*lines), BOTH, MONDAY, AT_HIKARI)
    assert [note.text for note in notes] == ["of 5", "of 4", "of 3"]


@pytest.mark.parametrize(
    ("people", "asked", "about"),
    [
        (("mori",), (TANAKA,), None),
        (("mori", "tanaka"), (TANAKA,), "tanaka"),
        (("mori", "tanaka"), BOTH, "mori"),  # the first one named
        ((), BOTH, None),
        (("gone",), BOTH, None),
    ],
)
def test_a_note_is_about_the_first_of_the_given_people(
    people: tuple[str, ...], asked: tuple[Person, ...], about: str | None
) -> None:
    notes = personal_notes(journal_of(logged(NOTE, "11-20 03:00", *people)), asked, MONDAY, AT_HIKARI)
    assert [note.person for note in notes] == ([] if about is None else [about])


@pytest.mark.parametrize(
    ("at", "days_away"),
    [
        ("11-22 15:00", 0),
        ("11-20 03:00", -3),
        ("10-24 03:00", -30),
        ("10-23 15:00", -30),  # midnight of 24 October in Tokyo
        ("10-23 14:59", None),
        ("10-23 03:00", None),
    ],
)
def test_a_success_is_congratulated_for_thirty_days(at: str, days_away: int | None) -> None:
    nearby = occasions(journal_of(logged(SUCCESS, at, text="went live")), (), MONDAY, AT_HIKARI)
    assert [(one.days_away, one.say) for one in nearby] == (
        [] if days_away is None else [(days_away, "went live")]
    )


def born(month: int, on: int) -> Person:
    return Person(id="ana", name="Ana Souza", schedule=AT_HIKARI, birthday=(month, on))


@pytest.mark.parametrize(
    ("birthday", "today", "on"),
    [
        ((11, 23), "11-23", "11-23"),
        ((11, 30), "11-23", "11-30"),  # seven days ahead
        ((12, 1), "11-23", None),  # eight
        ((11, 20), "11-23", "11-20"),  # three days back
        ((11, 19), "11-23", None),  # four
        ((1, 2), "12-30", "2027-01-02"),  # over the new year
        ((1, 6), "12-30", "2027-01-06"),
        ((12, 31), "2027-01-02", "2026-12-31"),
        ((12, 30), "2027-01-02", "2026-12-30"),
        ((12, 29), "2027-01-02", None),
        ((2, 29), "2027-02-27", "2027-02-28"),  # no leap year: the 28th
        ((2, 29), "2027-03-03", "2027-02-28"),
        ((2, 29), "2027-03-04", None),
        ((2, 29), "2028-02-22", "2028-02-29"),
        ((2, 29), "2028-02-21", None),
        ((2, 29), "2028-03-03", "2028-02-29"),
    ],
)
def test_a_birthday_counts_a_week_ahead_and_three_days_back(
    birthday: tuple[int, int], today: str, on: str | None
) -> None:
    nearby = occasions(journal_of(), (born(*birthday),), day(today), AT_HIKARI)
    expected = [] if on is None else [day(on)]
    assert [one.on for one in nearby] == expected
    assert [one.days_away for one in nearby] == [(one - day(today)).days for one in expected]


def test_without_a_birthday_there_is_none() -> None:
    assert occasions(journal_of(), (TANAKA,), MONDAY, AT_HIKARI) == ()


def test_a_birthday_is_that_of_the_name_you_say() -> None:
    called = replace(born(11, 26), call="Ana-san")
    (birthday,) = occasions(journal_of(), (called,), MONDAY, AT_HIKARI)
    assert birthday.say == "Ana-san's birthday"


def test_the_nearest_occasion_comes_first() -> None:
    lines = [
        logged(SUCCESS, "11-20 03:00", text="a win"),
        logged(SUCCESS, "11-18 03:00", text="b win"),
        logged(SUCCESS, "11-20 04:00", text="a second win"),
    ]
    nearby = occasions(journal_of(*lines), (born(11, 26), MORI), MONDAY, AT_HIKARI)
    assert nearby == (
        Occasion(kind=SUCCESS_DAY, on=date(2026, 11, 20), days_away=-3, say="a second win"),
        Occasion(kind=SUCCESS_DAY, on=date(2026, 11, 20), days_away=-3, say="a win"),
        Occasion(kind=BIRTHDAY, on=date(2026, 11, 26), days_away=3, say="Ana Souza's birthday"),
        Occasion(kind=SUCCESS_DAY, on=date(2026, 11, 18), days_away=-5, say="b win"),
        Occasion(kind=BIRTHDAY, on=date(2026, 11, 28), days_away=5, say="Yui Mori's birthday"),
    )


@pytest.mark.parametrize(
    ("at", "text", "people", "is_told"),
    [
        ("11-23 03:00", "Happy birthday", ("ana",), False),
        ("11-23 03:00", "Birthday wishes", (), False),
        ("11-23 03:00", "Happy birthday", ("mori",), True),
        ("11-23 03:00", "Talked about the budget", ("ana",), True),
        ("2025-11-23 03:00", "Happy birthday", ("ana",), True),
    ],
)
def test_a_birthday_that_was_congratulated_is_told_no_more(
    at: str, text: str, people: tuple[str, ...], *, is_told: bool
) -> None:
    journal = journal_of(logged(EventKind.CHAT, at, *people, text=text))
    assert bool(occasions(journal, (born(11, 22),), MONDAY, AT_HIKARI)) is is_told
