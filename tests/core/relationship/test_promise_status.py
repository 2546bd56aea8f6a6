"""Rule table of promises: a due date is the end of the owner's working day, where the owner is.

Tokyo (UTC+9) works 09:00-17:30, so its day ends at 08:30Z; Brussels (UTC+1 in winter) 09:00-18:00, at 17:00Z.
"""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from people import BRUSSELS, HIKARI, MORI, TANAKA, TOKYO, day, utc

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.relationship.journal.replay import Move, Promise
from clientbridge.core.relationship.promise_status import (
    PromiseState,
    PromiseStatus,
    by_urgency,
    owner_schedule,
    promise_state,
)
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, Travel

OPEN, DUE, LATE, DONE, DROPPED = PromiseStatus


def promise(due: str | None, owner: Owner = Owner.ME) -> Promise:
    return Promise(
        id=EntryId("k"),
        client="hikari",
        owner=owner,
        text="send the SOW",
        made=utc("11-20 08:00"),
        due=None if due is None else day(due),
        person="tanaka",
        event=None,
    )


@pytest.mark.parametrize(
    ("days", "due", "now", "status"),
    [
        (BRUSSELS, "11-24", "11-23 22:59", OPEN),  # 23:59 the evening before
        (BRUSSELS, "11-24", "11-23 23:00", DUE),  # midnight in Brussels
        (BRUSSELS, "11-24", "11-24 16:59", DUE),
        (BRUSSELS, "11-24", "11-24 17:00", LATE),  # 18:00: the working day has ended
        (TOKYO, "11-24", "11-23 14:59", OPEN),  # 23:59 in Tokyo
        (TOKYO, "11-24", "11-23 15:00", DUE),
        (TOKYO, "11-24", "11-24 08:29", DUE),
        (TOKYO, "11-24", "11-24 08:30", LATE),
        (TOKYO, "11-23", "11-23 08:29", DUE),  # a holiday: until work would end
        (TOKYO, "11-23", "11-23 08:30", LATE),
        (BRUSSELS, "11-28", "11-28 16:59", DUE),  # a Saturday
        (BRUSSELS, "11-28", "11-28 17:00", LATE),
        (BRUSSELS, None, "2030-01-01 00:00", OPEN),
    ],
)
def test_a_promise_is_late_from_the_end_of_its_owners_day(
    days: PartyCalendar, due: str | None, now: str, status: PromiseStatus
) -> None:
    assert promise_state(promise(due), days, utc(now)).status is status


@pytest.mark.parametrize(
    ("kept", "dropped", "status"),
    [
        ("11-23 08:00", None, DONE),
        ("11-30 08:00", None, DONE),  # late, and done all the same
        (None, "11-30 08:00", DROPPED),
        ("11-23 08:00", "11-30 08:00", DONE),
        (None, None, LATE),
    ],
)
def test_a_closed_promise_is_neither_due_nor_late(
    kept: str | None, dropped: str | None, status: PromiseStatus
) -> None:
    closed = replace(
        promise("11-24"),
        kept_at=None if kept is None else utc(kept),
        dropped_at=None if dropped is None else utc(dropped),
    )
    assert promise_state(closed, BRUSSELS, utc("12-01 08:00")).status is status


@pytest.mark.parametrize(
    ("days", "due", "now", "left"),
    [
        (TOKYO, "11-24", "11-23 03:00", 1),  # Tuesday alone
        (TOKYO, "11-24", "11-24 03:00", 0),
        (TOKYO, "11-24", "11-19 03:00", 2),  # Friday and Tuesday; Monday is a holiday
        (TOKYO, "11-24", "11-20 15:00", 1),  # already Saturday in Tokyo
        (TOKYO, "11-28", "11-26 03:00", 1),  # due on a Saturday: Friday is left
        (TOKYO, "2027-01-06", "12-25 03:00", 1),  # the winter closure counts for nothing
        (TOKYO, "11-20", "11-24 03:00", -1),  # Tuesday has begun, Monday was off
        (TOKYO, "11-20", "11-23 03:00", 0),
        (BRUSSELS, "11-20", "11-24 03:00", -2),
        (BRUSSELS, None, "11-24 03:00", None),
    ],
)
def test_working_days_left_are_the_owners(days: PartyCalendar, due: str | None, now: str, left: int) -> None:
    assert promise_state(promise(due), days, utc(now)).working_days_left == left


@pytest.mark.parametrize(("ahead", "counted"), [(1098, True), (1099, False)])
def test_working_days_are_counted_three_years_ahead(ahead: int, *, counted: bool) -> None:
    due = date(2026, 11, 24) + timedelta(days=ahead)  # three years of 366 days
    state = promise_state(promise(due.isoformat()), BRUSSELS, utc("11-24 08:00"))
    assert (state.working_days_left is not None) is counted


@pytest.mark.parametrize(
    ("days", "due", "due_at"),
    [
        (BRUSSELS, "11-24", "2026-11-24T18:00:00+01:00"),
        (BRUSSELS, "2027-06-01", "2027-06-01T18:00:00+02:00"),
        (TOKYO, "11-24", "2026-11-24T17:30:00+09:00"),
        (TOKYO, "11-23", "2026-11-23T17:30:00+09:00"),
    ],
)
def test_the_due_time_has_the_owners_offset(days: PartyCalendar, due: str, due_at: str) -> None:
    state = promise_state(promise(due), days, utc("11-20 08:00"))
    assert state.due_at is not None
    assert state.due_at.isoformat() == due_at


def test_a_traveller_owes_by_the_clock_of_the_destination() -> None:
    abroad = Travel(days=DateRange(day("11-24"), day("11-25")), zone=ZoneInfo("Asia/Dubai"))
    days = replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, travel=(abroad,)))
    state = promise_state(promise("11-24"), days, utc("11-24 14:00"))
    assert state.due_at is not None
    assert state.due_at.isoformat() == "2026-11-24T18:00:00+04:00"
    assert state.status is LATE


def test_a_shift_over_midnight_ends_on_the_next_morning() -> None:
    night = WorkingHours(every_working_day=parse_hours("22:00-06:00"))
    days = replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, hours=night))
    state = promise_state(promise("11-24"), days, utc("11-24 22:00"))
    assert state.due_at is not None
    assert state.due_at.isoformat() == "2026-11-25T06:00:00+01:00"


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_moves_are_counted(moves: int) -> None:
    move = Move(at=utc("11-21 08:00"), due=day("11-24"), told=False)
    state = promise_state(replace(promise("11-24"), moves=(move,) * moves), BRUSSELS, utc("11-24 08:00"))
    assert state.moved == moves


def test_the_recorded_fields_are_copied() -> None:
    state = promise_state(promise("11-24", Owner.THEM), TOKYO, utc("11-24 03:00"))
    assert (state.id, state.client, state.owner, state.person, state.text, state.made, state.due) == (
        "k",
        "hikari",
        Owner.THEM,
        "tanaka",
        "send the SOW",
        utc("11-20 08:00"),
        day("11-24"),
    )


def test_the_most_urgent_comes_first() -> None:
    def of(id_: str, due: str | None, made: str) -> PromiseState:
        one = replace(promise(due), id=EntryId(id_), made=utc(made))
        return promise_state(one, BRUSSELS, utc("11-24 08:00"))

    expected = [
        of("z", "11-20", "11-19 08:00"),
        of("y", "11-24", "11-02 08:00"),  # the same day: the older one
        of("w", "11-24", "11-03 08:00"),  # made at the same moment: by id
        of("x", "11-24", "11-03 08:00"),
        of("b", None, "10-01 08:00"),  # without a date last
        of("a", None, "10-02 08:00"),
    ]
    backwards = [expected[-1 - place] for place in range(len(expected))]
    assert sorted(backwards, key=by_urgency) == expected


@pytest.mark.parametrize(
    ("due", "now", "status"),
    [
        ("12-08", "12-07 19:59", OPEN),  # 23:59 in Dubai, where the owner is until the 9th
        ("12-08", "12-07 20:00", DUE),  # midnight in Dubai; in Brussels it is still the 7th
        ("12-08", "12-08 13:59", DUE),
        ("12-08", "12-08 14:00", LATE),  # 18:00 in Dubai
        ("12-10", "12-10 16:59", DUE),
        ("12-10", "12-10 17:00", LATE),  # 18:00 in Brussels, home again
    ],
)
def test_a_promise_is_due_where_its_owner_is_on_that_day(due: str, now: str, status: PromiseStatus) -> None:
    """The owner's hours are 09:00-18:00 on the clock of that day."""
    travel = Travel(days=DateRange(day("12-07"), day("12-09")), zone=ZoneInfo("Asia/Dubai"))
    travelling = replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, travel=(travel,)))
    assert promise_state(promise(due), travelling, utc(now)).status is status


@pytest.mark.parametrize(
    ("owner", "person", "whose"),
    [
        (Owner.ME, "mori", "yours"),
        (Owner.THEM, None, "the client's"),
        (Owner.THEM, "mori", "the person's"),
        (Owner.THEM, "nobody", "the client's"),
    ],
)
def test_a_promise_is_due_by_the_schedule_of_whoever_made_it(
    owner: Owner, person: str | None, whose: str
) -> None:
    abroad = replace(MORI, schedule=replace(MORI.schedule, zone=ZoneInfo("Asia/Dubai")))
    client = replace(HIKARI, people=(TANAKA, abroad))
    schedules = {
        "yours": BRUSSELS.schedule,
        "the client's": client.schedule,
        "the person's": abroad.schedule,
    }
    made = replace(promise(None, owner), person=person)
    assert owner_schedule(made, BRUSSELS.schedule, client) is schedules[whose]
