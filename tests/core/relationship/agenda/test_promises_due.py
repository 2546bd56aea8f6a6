"""Rule table of the promises in the agenda. You are in Brussels (UTC+1), the client in Tokyo (UTC+9).

Unless a case says otherwise it is Tuesday 24 November 2026, 08:00 in Brussels and 16:00 in Tokyo. Both work
from Monday to Friday; your day ends at 17:00Z, theirs at 08:30Z.
"""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from agenda_states import NOW, QUIET, closed, of, promised, state
from people import AT_HIKARI, BRUSSELS, MORI, day, logged, utc

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.agenda.agenda import AgendaCode
from clientbridge.core.relationship.agenda.agenda_items import agenda_items, valid_until
from clientbridge.core.relationship.journal.entries import Entry, PromiseDropped, PromiseKept, PromiseMoved
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.workspace.profiles import Client, DateRange, DaysOff, Rhythm, Travel

CALL = EventKind.CALL
LABOUR = closed("11-23", name="Labor Thanksgiving Day")


@pytest.mark.parametrize(
    ("due", "now", "expected"),
    [
        ("12-01", NOW, (AgendaCode.PROMISE_DUE, 0)),  # seven days ahead
        ("12-02", NOW, None),
        ("11-24", NOW, (AgendaCode.PROMISE_DUE, 0)),
        ("11-24", "11-24 16:59", (AgendaCode.PROMISE_DUE, 0)),
        ("11-24", "11-24 17:00", (AgendaCode.PROMISE_LATE, 0)),  # 18:00: late on the day itself
        ("11-24", "11-25 07:00", (AgendaCode.PROMISE_LATE, 1)),
        ("11-24", "11-26 07:00", (AgendaCode.PROMISE_LATE, 2)),
        ("11-27", "11-30 07:00", (AgendaCode.PROMISE_LATE, 1)),  # Friday to Monday is one working day
        ("11-27", "11-29 07:00", (AgendaCode.PROMISE_LATE, 0)),  # on the Sunday between, none
    ],
)
def test_your_promises_are_listed_a_week_ahead_until_done(
    due: str, now: str, expected: tuple[AgendaCode, int] | None
) -> None:
    items = agenda_items(state(promised(due), now=now))
    assert [(item.code, item.overdue_days) for item in items] == ([] if expected is None else [expected])
    assert [(item.why, item.when) for item in items] == (
        [] if expected is None else [("you promised: send the SOW", day(due))]
    )


@pytest.mark.parametrize(
    ("due", "now", "overdue"),
    [
        ("11-25", NOW, None),
        ("11-24", "11-24 08:29", None),
        ("11-24", "11-24 08:30", 0),
        ("11-24", "11-26 01:00", 2),
        ("11-20", NOW, 1),  # Monday 23 November is a holiday there
    ],
)
def test_their_promises_are_listed_once_late(due: str, now: str, overdue: int | None) -> None:
    items = agenda_items(state(promised(due, Owner.THEM), now=now, holidays=LABOUR))
    assert [(item.code, item.overdue_days) for item in items] == (
        [] if overdue is None else [(AgendaCode.WAITING, overdue)]
    )


def test_a_promise_that_is_not_due_hides_no_later_one() -> None:
    lines: list[Entry] = [
        promised(None),
        promised("12-24"),
        promised("11-30"),
        promised("11-25", Owner.THEM),
        promised("11-20", Owner.THEM),
        logged(CALL, "11-10 03:00"),
    ]
    rhythm = Rhythm(checkin="4w", update="2w")
    items = agenda_items(state(*lines, client=replace(QUIET, rhythm=rhythm)))
    assert sorted(item.code.value for item in items) == [
        "promise_due",
        "promise_undated",
        "update_due",
        "waiting",
    ]


@pytest.mark.parametrize(("person", "who"), [("mori", "Yui Mori"), ("gone", "they"), (None, "they")])
def test_the_person_who_promised_is_named_when_recorded(person: str | None, who: str) -> None:
    late = promised("11-20", Owner.THEM, person)
    (item,) = of(AgendaCode.WAITING, state(late, client=replace(QUIET, people=(MORI,))))
    assert (item.why, item.when) == (f"{who} promised: send the SOW", day("11-20"))


@pytest.mark.parametrize(
    ("owner", "person", "why"),
    [
        (Owner.ME, None, "you promised, without a date: send the SOW"),
        (Owner.THEM, None, "they promised, without a date: send the SOW"),
        (Owner.THEM, "mori", "Yui Mori promised, without a date: send the SOW"),
    ],
)
@pytest.mark.parametrize("now", [NOW, "11-24 23:00", "2027-06-01 07:00"])
def test_a_promise_without_a_date_stays_until_it_has_one(
    owner: Owner, person: str | None, why: str, now: str
) -> None:
    lines: list[Entry] = [promised(None, owner, person)]
    client = replace(QUIET, people=(MORI,))
    (item,) = of(AgendaCode.PROMISE_UNDATED, state(*lines, now=now, client=client))
    assert (item.why, item.overdue_days) == (why, 0)
    assert item.when == state(now=now).your_date
    assert item.command.words == ("promise", "move", f"{owner} None", "fri")
    dated = PromiseMoved(
        id=EntryId("m"), at=utc("11-02 08:00"), promise=lines[0].id, due=day("12-24"), told=False
    )
    kept = PromiseKept(id=EntryId("d"), at=utc("11-02 08:00"), promise=lines[0].id)
    dropped = PromiseDropped(id=EntryId("x"), at=utc("11-02 08:00"), promise=lines[0].id, why="")
    for answer in (dated, kept, dropped):
        assert of(AgendaCode.PROMISE_UNDATED, state(*lines, answer, now=now, client=client)) == []


def off(*ranges: tuple[str, str]) -> PartyCalendar:
    """Your days, with these days off."""
    days = tuple(DaysOff(days=DateRange(day(first), day(last))) for first, last in ranges)
    return replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, days_off=days))


@pytest.mark.parametrize(
    ("due", "now", "off_days", "when", "say"),
    [
        ("11-28", "11-20 07:00", [], "11-27", "Fri 27 Nov is your last working day before it"),
        ("11-28", "11-19 07:00", [], None, ""),  # eight days before the Friday
        ("11-28", "11-27 07:00", [], "11-27", "today is your last working day before it"),
        ("11-29", "11-27 07:00", [], "11-27", "today is your last working day before it"),
        ("11-28", "11-28 07:00", [], "11-27", "Fri 27 Nov was your last working day before it"),
        ("11-26", NOW, [("11-25", "11-26")], "11-24", "today is your last working day before it"),
        # Three weeks off: the day to do it lies in the week ahead, the due date does not.
        ("12-18", NOW, [("12-01", "12-20")], "11-30", "Mon 30 Nov is your last working day before it"),
    ],
)
def test_due_on_your_day_off_it_is_to_be_done_on_the_last_day_you_work_before(
    due: str, now: str, off_days: Sequence[tuple[str, str]], when: str | None, say: str
) -> None:
    items = of(AgendaCode.PROMISE_DUE, state(promised(due), now=now, yours=off(*off_days)))
    assert [item.when for item in items] == ([] if when is None else [day(when)])
    assert all(item.why.endswith(f"a day off: {say})") for item in items)
    assert all(item.overdue_days == 0 for item in items)


def test_due_on_a_day_off_it_is_late_after_that_day() -> None:
    (item,) = agenda_items(state(promised("11-28"), now="11-28 17:00"))
    assert (item.code, item.when, item.overdue_days) == (AgendaCode.PROMISE_LATE, day("11-28"), 0)
    (item,) = agenda_items(state(promised("11-28"), now="11-30 07:00"))
    assert (item.code, item.overdue_days) == (AgendaCode.PROMISE_LATE, 1)


def away(first: str, last: str) -> Client:
    """A client one of whose people is away."""
    absence = DaysOff(days=DateRange(day(first), day(last)), away=True)
    return replace(QUIET, people=(replace(MORI, schedule=replace(AT_HIKARI, days_off=(absence,))),))


@pytest.mark.parametrize(
    ("person", "overdue"),
    [("mori", 0), (None, 2), ("gone", 2)],  # Wednesday and Thursday
)
def test_days_on_which_the_person_who_promised_is_away_are_not_late(person: str | None, overdue: int) -> None:
    late = promised("11-24", Owner.THEM, person)
    (item,) = of(AgendaCode.WAITING, state(late, now="11-26 07:00", client=away("11-25", "11-30")))
    assert item.overdue_days == overdue


def test_a_promise_is_due_by_the_clock_of_the_person_who_made_it() -> None:
    in_lisbon = replace(MORI, birthday=None, schedule=replace(AT_HIKARI, zone=ZoneInfo("Europe/Lisbon")))
    client = replace(QUIET, people=(in_lisbon,))
    due = promised("11-24", Owner.THEM, "mori")
    current = state(due, now="11-24 17:29", client=client)  # 17:29 in Lisbon, half past two at night in Tokyo
    assert agenda_items(current) == ()
    assert valid_until(current) == utc("11-24 17:30")
    (item,) = agenda_items(replace(current, now=utc("11-24 17:30")))
    assert item.code is AgendaCode.WAITING
    assert valid_until(replace(current, now=utc("11-24 23:30"))) == utc("11-25 00:00")  # midnight in Lisbon


@pytest.mark.parametrize(
    ("now", "code"),
    [("11-24 13:59", AgendaCode.PROMISE_DUE), ("11-24 14:00", AgendaCode.PROMISE_LATE)],
)
def test_on_a_journey_your_day_ends_by_the_clock_there(now: str, code: AgendaCode) -> None:
    dubai = Travel(days=DateRange(day("11-23"), day("11-25")), zone=ZoneInfo("Asia/Dubai"))
    yours = replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, travel=(dubai,)))
    (item,) = agenda_items(state(promised("11-24"), now=now, yours=yours))
    assert item.code is code
