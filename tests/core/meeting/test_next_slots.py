"""Which slot of each client the overview names, in which order, and why there is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from meetings import EVERY_DAY, WORKDAYS, meeting, searched, someone, taken, when
from minute_oracle import SlowParty

from clientbridge.core.meeting.next_slots import ClientSlot, next_slot, next_slots
from clientbridge.core.meeting.result import Caution
from clientbridge.core.meeting.search import SearchResult
from clientbridge.core.time.hours import parse_hours
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.workspace.profiles import DateRange

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = (date(2026, 11, day) for day in range(24, 29))
ME = someone("08:00-12:30, 12:30-20:00", EVERY_DAY)


def with_one(client: SlowParty, client_stretch: int = 0, number: int = 1) -> SearchResult:
    scene = meeting(ME, client, first="tue 00:00", last="fri 00:00")
    me, other = scene.request.parties
    named = replace(other, id=f"client{number}", name=f"Client {number}")
    return searched(scene, replace(scene.request, parties=(me, named), client_stretch=client_stretch))


def shown(found: ClientSlot) -> str | None:
    return None if found.slot is None else when(minute_of(found.slot.start))


@pytest.mark.parametrize(
    ("client", "client_stretch", "expected"),
    [
        (someone("09:00-17:00", EVERY_DAY), 0, "tue 09:00"),
        # the best start of the first day, not the first of it: lunch costs
        (someone("12:00-17:00", EVERY_DAY), 0, "tue 13:00"),
        # a day with the client in its hours before an earlier one without
        (replace(someone("09:00-17:00", EVERY_DAY), busy=taken("tue 09:00-tue 17:00")), 60, "wed 09:00"),
        (replace(someone("09:00-17:00", [1]), busy=taken("tue 09:00-tue 16:00")), 60, "tue 16:00"),
        # the first day at all where the client has no time in its hours
        (someone("05:00-08:00", EVERY_DAY), 60, "tue 08:00"),
        # a day that may be off gives way to a sure one
        (replace(someone("09:00-17:00", EVERY_DAY), likely_off=frozenset({TUESDAY})), 0, "wed 09:00"),
        (replace(someone("09:00-17:00", [1]), likely_off=frozenset({TUESDAY})), 0, "tue 10:00"),
        (someone("22:00-23:00", EVERY_DAY), 60, None),
    ],
)
def test_the_next_slot_with_a_client(client: SlowParty, client_stretch: int, expected: str | None) -> None:
    assert shown(next_slot(with_one(client, client_stretch))) == expected


ALL = range(24, 31)
"""From Tuesday the 24th to the Monday after."""


@pytest.mark.parametrize(
    ("soft", "mine", "expected"),
    [
        # nothing is sooner than an ordinary slot of the first day
        ([], EVERY_DAY, ("tue 09:00", None)),
        ([25], EVERY_DAY, ("tue 09:00", None)),
        # an ordinary slot within five working days, the first of which is the day after today
        ([24], EVERY_DAY, ("wed 09:00", "tue 09:00")),
        ([24, 25, 26, 27, 28], EVERY_DAY, ("sun 09:00", "tue 09:00")),
        # and not the sixth
        ([24, 25, 26, 27, 28, 29], EVERY_DAY, ("tue 09:00", None)),
        (ALL, EVERY_DAY, ("tue 09:00", None)),
        # days that you do not work are not counted: Wednesday to Friday, Monday and Tuesday are five
        ([24, 25, 26, 27, 30], WORKDAYS, ("tue2 09:00", "tue 09:00")),
        ([24, 25, 26, 27, 30, 31], WORKDAYS, ("tue 09:00", None)),
    ],
)
def test_an_ordinary_slot_within_five_working_days_comes_first(
    soft: Sequence[int], mine: Sequence[int], expected: tuple[str, str | None]
) -> None:
    """The client may be away on the soft days of November; December begins on the 31st."""
    likely = frozenset(date(2026, 11, 1) + timedelta(days=day - 1) for day in soft)
    client = replace(someone("09:00-12:00", EVERY_DAY), likely_off=likely)
    scene = meeting(someone("09:00-12:00", mine), client, first="tue 00:00", last="fri2 00:00")
    assert both(searched(scene)) == expected


@pytest.mark.parametrize(
    ("offered", "stretch", "expected"),
    [
        # Wednesday is the first day on which both are in their hours; before that someone has to stretch,
        # and rather you than the client
        (0, "", ("wed 14:00", None)),
        (120, "", ("wed 14:00", None)),
        (0, "09:00-15:00", ("wed 14:00", "tue 14:00")),
        (120, "09:00-15:00", ("wed 14:00", "tue 14:00")),
    ],
)
def test_a_slot_in_the_hours_of_both_comes_before_a_stretch(
    offered: int, stretch: str, expected: tuple[str, str | None]
) -> None:
    mine = replace(
        someone("09:00-13:00", EVERY_DAY),
        seasons=((WEDNESDAY, WEDNESDAY, ((13 * 60, 16 * 60),)),),
    )
    scene = meeting(mine, someone("14:00-18:00", EVERY_DAY), first="tue 00:00", last="fri 00:00")
    hours = parse_hours(stretch) if stretch else ()
    asked = replace(scene.request, stretch=hours, client_stretch=offered)
    assert both(searched(scene, asked)) == expected


def test_a_day_without_data_is_no_ordinary_day() -> None:
    scene = meeting(ME, someone("09:00-17:00", EVERY_DAY), first="tue 00:00", last="fri 00:00")
    calendars = {
        place: replace(calendar, days=DateRange(WEDNESDAY, date(2026, 12, 31)))
        for place, calendar in scene.calendars.items()
    }
    assert both(searched(replace(scene, calendars=calendars))) == ("wed 09:00", "tue 09:00")


def both(found: SearchResult) -> tuple[str | None, str | None]:
    """The proposed slot, and the sooner one."""
    answer = next_slot(found)
    sooner = answer.sooner
    return shown(answer), None if sooner is None else when(minute_of(sooner.start))


NEVER = "no 1h within your hours and theirs"


@pytest.mark.parametrize(
    ("me", "client", "why"),
    [
        # the hours never meet, and a day off in between is not what blocks
        (ME, replace(someone("20:00-21:00", EVERY_DAY), off=frozenset({WEDNESDAY})), (NEVER,)),
        # what blocks on most days, with its first and last day, without anyone's name
        (
            replace(ME, off=frozenset({TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY})),
            ME,
            ("you: Closed (Tue 24 Nov to Sat 28 Nov)", "you: National Day (Wed 25 Nov to Fri 27 Nov)"),
        ),
        # both, where one blocks on at least half as many days as the other
        (
            ME,
            replace(someone("20:00-21:00", EVERY_DAY), off=frozenset({TUESDAY, THURSDAY})),
            (NEVER, "Closed (Tue 24 Nov to Thu 26 Nov)"),
        ),
        # days of the week are told only where nothing else blocks
        (someone("08:00-20:00", [6]), ME, ("you: weekend (Tue 24 Nov to Sat 28 Nov)",)),
        (ME, ME, ()),
    ],
)
def test_why_there_is_none_is_told_without_names(
    me: SlowParty, client: SlowParty, why: tuple[str, ...]
) -> None:
    """From Tuesday to Saturday; every other day off is a public holiday."""
    scene = meeting(me, client, first="tue 00:00", last="sun 00:00")
    found = next_slot(searched(scene))
    assert (found.why, found.slot is None) == (why, bool(why))


def test_a_range_without_time_is_told_as_such() -> None:
    scene = meeting(ME, ME, first="tue 00:00", last="tue 00:30")
    assert next_slot(searched(scene)).why == ("the range, --on, --between and --notice leave no time",)


def test_clients_come_by_their_next_slot_then_by_name_and_those_without_last() -> None:
    """The client of Wednesdays has its first hour after days off from 09:00 to 10:00."""
    clients = [
        someone("20:00-21:00", EVERY_DAY),
        someone("09:00-17:00", [2]),
        someone("10:00-17:00", EVERY_DAY),
        someone("02:00-03:00", EVERY_DAY),
        someone("10:00-16:00", EVERY_DAY),
    ]
    found = [with_one(client, number=number) for number, client in enumerate(clients)]
    answer = next_slots(found[0].request, found)
    assert [(client.id, shown(client)) for client in answer.clients] == [
        ("client2", "tue 10:00"),
        ("client4", "tue 10:00"),
        ("client1", "wed 10:00"),
        ("client0", None),
        ("client3", None),
    ]
    assert (answer.me.id, answer.me.name, answer.answered) == ("me", "Lea", True)
    assert not next_slots(found[0].request, [found[0], found[3]]).answered


def test_a_first_day_that_costs_you_something_is_still_the_first() -> None:
    """Tuesday's first hour is after days off for you, Wednesday's is not; the client's is in its hours."""
    scene = meeting(someone("09:00-17:00", [1, 2, 3]), someone("09:00-10:00", EVERY_DAY))
    assert shown(next_slot(searched(scene))) == "tue 09:00"


def test_a_client_is_named_with_its_own_zone_and_warnings_are_handed_on() -> None:
    scene = meeting(ME, someone("09:00-17:00", EVERY_DAY, "Asia/Tokyo"))
    found = searched(scene)
    assert next_slot(found).timezone.key == "Asia/Tokyo"
    caution = Caution(code="zone_changed", party="client1", detail="New rules")
    assert next_slots(found.request, [found], (caution,)).warnings == (caution,)


def test_a_start_past_midnight_is_on_your_next_day() -> None:
    """You work into Wednesday; Wednesday's start is another day than Tuesday's."""
    night = someone("22:00-02:00", EVERY_DAY)
    scene = meeting(night, someone("00:00-02:00", EVERY_DAY), first="tue 12:00", last="fri 00:00")
    asked = replace(scene.request, stretch=parse_hours("21:00-23:00"))
    assert shown(next_slot(searched(scene, asked))) == "wed 00:00"
