"""Rule table of tie strength and contact coverage. Today is Monday 23 November 2026 in Tokyo (UTC+9).

Days are counted by hand: 30 days before are 24 October, 60 are 24 September, 90 are 25 August.
"""

from dataclasses import replace

import pytest
from people import HIKARI, MONDAY, day, journal_of, logged

from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.relationship.tie_strength import Tie, TieStrength, coverage, ties
from clientbridge.core.workspace.profiles import Seniority

CALL, EMAIL = EventKind.CALL, EventKind.EMAIL
EXECUTIVE, MANAGER, TEAM = Seniority


def tie_to_mori(*moments: str, kind: EventKind = CALL) -> Tie:
    return ties(HIKARI, journal_of(*(logged(kind, at, "mori") for at in moments)), MONDAY)[1]


@pytest.mark.parametrize(
    ("last", "before", "strength"),
    [
        ("11-23 03:00", "11-20 03:00", TieStrength.STRONG),
        ("10-24 03:00", "08-25 03:00", TieStrength.STRONG),  # 30 and 90 days ago: both edges still count
        ("10-23 03:00", "10-22 03:00", TieStrength.DECAYING),  # 31 days ago
        ("09-24 03:00", "09-23 03:00", TieStrength.DECAYING),  # 60 days ago
        ("09-23 03:00", "09-22 03:00", TieStrength.AT_RISK),  # 61 days ago
        ("2025-11-24 03:00", "2025-11-23 03:00", TieStrength.AT_RISK),  # long past the 90 days
    ],
)
def test_strength_follows_the_last_of_two_contacts(last: str, before: str, strength: TieStrength) -> None:
    assert tie_to_mori(last, before).strength is strength


@pytest.mark.parametrize("before", ["08-24 03:00", "2025-11-23 03:00"])
def test_a_contact_91_days_ago_does_not_count(before: str) -> None:
    assert tie_to_mori("10-24 03:00", before).strength is TieStrength.FRESH


@pytest.mark.parametrize(
    ("only", "strength"),
    [
        ("11-23 03:00", TieStrength.FRESH),
        ("11-16 03:00", TieStrength.FRESH),  # a first call a week ago does not decay
        ("10-24 03:00", TieStrength.FRESH),  # 30 days ago
        ("10-23 03:00", TieStrength.DECAYING),
        ("09-23 03:00", TieStrength.AT_RISK),
    ],
)
def test_a_single_contact_is_fresh_for_thirty_days(only: str, strength: TieStrength) -> None:
    assert tie_to_mori(only).strength is strength


def test_without_a_contact_there_is_no_tie() -> None:
    tanaka, mori = ties(HIKARI, journal_of(logged(CALL, "11-20 03:00", "mori")), MONDAY)
    assert (tanaka.strength, tanaka.last_contact, tanaka.days_since) == (TieStrength.NONE, None, None)
    assert (mori.contacts, mori.days_since) == (1, 3)


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        (EventKind.CALL, 1),
        (EventKind.MEETING, 1),
        (EventKind.EMAIL, 1),
        (EventKind.CHAT, 1),
        (EventKind.VISIT, 1),
        (EventKind.GIFT, 0),
        (EventKind.SUCCESS, 0),
        (EventKind.PROBLEM, 0),
        (EventKind.FEEDBACK, 0),
        (EventKind.INSIGHT, 0),
        (EventKind.NOTE, 0),
    ],
)
def test_only_events_with_both_sides_are_contacts(kind: EventKind, counted: int) -> None:
    assert tie_to_mori("11-20 03:00", kind=kind).contacts == counted


@pytest.mark.parametrize(
    ("at", "counted", "since"),
    [
        ("11-23 05:00", 1, 0),
        ("08-25 03:00", 1, 90),
        ("08-24 03:00", 0, 91),
        ("08-24 15:00", 1, 90),  # midnight of 25 August in Tokyo
        ("08-24 14:59", 0, 91),
        ("11-24 03:00", 1, 0),  # written down for tomorrow: never negative
    ],
)
def test_contacts_count_for_ninety_days_of_the_clients_calendar(at: str, counted: int, since: int) -> None:
    mori = tie_to_mori(at)
    assert (mori.contacts, mori.days_since) == (counted, since)


def test_the_last_contact_is_the_latest_and_theirs_are_counted_separately() -> None:
    lines = [
        logged(CALL, "11-03 03:00", "mori", from_them=True),
        logged(EMAIL, "11-21 16:00", "mori", "tanaka"),  # 22 November in Tokyo
        logged(EMAIL, "08-24 03:00", "mori", from_them=True),  # too old to count
    ]
    tanaka, mori = ties(HIKARI, journal_of(*lines), MONDAY)
    assert (mori.last_contact, mori.contacts, mori.from_them) == (day("11-22"), 2, 1)
    assert (tanaka.last_contact, tanaka.contacts, tanaka.from_them) == (day("11-22"), 1, 0)


@pytest.mark.parametrize(
    ("since", "contacts", "from_them", "why"),
    [
        (None, 0, 0, "no contact logged yet"),
        (0, 1, 0, "last contact today; 1 contact in 90 days"),
        (1, 2, 1, "last contact 1 day ago; 2 contacts in 90 days, 1 started by them"),
        (2, 3, 0, "last contact 2 days ago; 3 contacts in 90 days"),
        (95, 0, 0, "last contact 95 days ago; 0 contacts in 90 days"),
    ],
)
def test_a_strength_is_explained_by_its_numbers(
    since: int | None, contacts: int, from_them: int, why: str
) -> None:
    tie = replace(tie_to_mori(), days_since=since, contacts=contacts, from_them=from_them)
    assert tie.why == why


def a_tie(id_: str, contacts: int, level: Seniority | None = None, *, decides: bool = False) -> Tie:
    return replace(tie_to_mori(), id=id_, contacts=contacts, level=level, decides=decides)


@pytest.mark.parametrize(
    ("known", "single"),
    [
        ([], None),
        ([a_tie("a", 0), a_tie("b", 0)], None),
        ([a_tie("a", 0), a_tie("b", 3)], "b"),
        ([a_tie("a", 1), a_tie("b", 1)], None),
    ],
)
def test_a_single_contact_is_the_only_person_in_touch(known: list[Tie], single: str | None) -> None:
    assert coverage(known).single_contact == single


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ([a_tie("a", 0, EXECUTIVE)], ()),  # nobody in touch: not a gap of levels
        ([a_tie("a", 1, EXECUTIVE)], ()),
        ([a_tie("a", 1, TEAM), a_tie("b", 0, EXECUTIVE)], (EXECUTIVE,)),
        ([a_tie("a", 1, TEAM), a_tie("b", 0, MANAGER), a_tie("c", 0, EXECUTIVE)], (EXECUTIVE, MANAGER)),
        ([a_tie("a", 1, TEAM), a_tie("b", 0, MANAGER), a_tie("c", 1, MANAGER)], ()),
        ([a_tie("a", 1), a_tie("b", 0)], ()),  # no level is known of anybody
        ([a_tie("a", 1), a_tie("b", 0, TEAM)], (TEAM,)),
    ],
)
def test_a_level_with_people_but_no_contact_is_missing(
    known: list[Tie], missing: tuple[Seniority, ...]
) -> None:
    assert coverage(known).levels_missing == missing


@pytest.mark.parametrize(
    ("known", "nobody"),
    [
        ([], False),
        ([a_tie("a", 0)], False),
        ([a_tie("a", 1)], True),
        ([a_tie("a", 1), a_tie("b", 0, decides=True)], True),  # known to decide, not in touch
        ([a_tie("a", 1), a_tie("b", 1, decides=True)], False),
    ],
)
def test_nobody_decides_among_those_in_touch(known: list[Tie], *, nobody: bool) -> None:
    assert coverage(known).nobody_decides is nobody


def test_a_tie_names_the_person_as_the_profile_does() -> None:
    boss = replace(HIKARI.people[0], role="CFO", level=EXECUTIVE, decides=True)
    (tie,) = ties(replace(HIKARI, people=(boss,)), journal_of(), MONDAY)
    assert (tie.id, tie.name, tie.role, tie.level, tie.decides) == (
        boss.id,
        boss.name,
        "CFO",
        EXECUTIVE,
        True,
    )
