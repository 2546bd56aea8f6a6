"""Rule table of the agenda items of a client. You are in Brussels (UTC+1), the client in Tokyo (UTC+9).

Unless a case says otherwise it is Tuesday 24 November 2026, 08:00 in Brussels and 16:00 in Tokyo.
"""

from dataclasses import replace
from datetime import date

import pytest
from agenda_states import FOUNDING_DAY, NOW, QUIET, closed, of, promised, state
from people import (
    BRUSSELS,
    HIKARI,
    MORI,
    TANAKA,
    TOKYO,
    day,
    day_fact,
    journal_of,
    logged,
    utc,
)

from clientbridge.core.command_line import command
from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.relationship.agenda.agenda import AgendaCode
from clientbridge.core.relationship.agenda.agenda_items import agenda_items, valid_until
from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.journal.entries import Entry
from clientbridge.core.relationship.journal.kinds import EventKind, Owner
from clientbridge.core.workspace.profiles import Rhythm, Seniority

CALL, FEEDBACK, PROBLEM, VISIT = EventKind.CALL, EventKind.FEEDBACK, EventKind.PROBLEM, EventKind.VISIT


@pytest.mark.parametrize(("at", "when"), [("11-20 22:59", "11-20"), ("11-20 23:00", "11-21")])
def test_problems_and_feedback_are_dated_in_your_zone(at: str, when: str) -> None:
    lines = [logged(PROBLEM, at, text="export is empty"), logged(FEEDBACK, at, text="shorter slides")]
    items = agenda_items(state(*lines))
    assert [(item.code, item.when, item.why) for item in items] == [
        (AgendaCode.PROBLEM_OPEN, day(when), "a problem is open: export is empty"),
        (AgendaCode.FEEDBACK_OPEN, day(when), "feedback without an answer: shorter slides"),
    ]


@pytest.mark.parametrize(
    ("rhythm", "lines", "code", "why", "overdue"),
    [
        (Rhythm(checkin="2w"), [(CALL, "11-10")], "checkin_due", "last contact 14 days ago", 0),
        (Rhythm(checkin="1w"), [(CALL, "11-10")], "checkin_due", "last contact 14 days ago", 7),
        (
            Rhythm(checkin="2w", checkin_max="4w"),
            [(CALL, "10-27")],
            "checkin_due",
            "last contact 28 days ago",
            14,
        ),
        (
            Rhythm(checkin="2w", checkin_max="4w"),
            [(CALL, "10-26")],
            "checkin_due",
            "last contact 29 days ago, longer than you allow",
            15,
        ),
        (Rhythm(checkin="2w", update="1w"), [], "no_contact", "no contact logged yet", 0),
        (Rhythm(update="2w"), [(CALL, "11-10")], "update_due", "last update 14 days ago", 0),
        (Rhythm(update="2w", feedback="1w"), [], "no_contact", "no contact logged yet", 0),
        (
            Rhythm(feedback="2w"),
            [(CALL, "11-01"), (FEEDBACK, "11-10")],
            "feedback_due",
            "last feedback 14 days ago",
            0,
        ),
        (Rhythm(feedback="2w"), [(CALL, "11-10")], "feedback_due", "no feedback logged yet", 0),
        (Rhythm(visit="2w"), [(VISIT, "11-10")], "visit_due", "last visit 14 days ago", 0),
        (Rhythm(visit="2w"), [(CALL, "11-10")], "visit_due", "no visit logged yet", 0),
    ],
)
def test_a_due_beat_says_how_long_ago_the_last_contact_was(
    rhythm: Rhythm, lines: list[tuple[EventKind, str]], code: str, why: str, overdue: int
) -> None:
    events = [replace(logged(kind, f"{on} 03:00"), no_action="thanked") for kind, on in lines]
    (item,) = agenda_items(state(*events, client=replace(QUIET, rhythm=rhythm)))
    assert (item.code.value, item.why, item.overdue_days) == (code, why, overdue)


@pytest.mark.parametrize(
    ("rhythm", "last", "now", "expected"),
    [
        (Rhythm(update="1w", update_on=3), (CALL, "11-20"), NOW, ("11-26", "next update, last 4 days ago")),
        (Rhythm(update="1w", update_on=3), (CALL, "11-23"), NOW, None),  # three days early: the week after
        (Rhythm(update="3d"), (CALL, "11-23"), NOW, ("11-26", "next update, last yesterday")),
        (Rhythm(update="1w"), (CALL, "11-24"), NOW, ("12-01", "next update, last today")),  # in seven days
        (Rhythm(update="8d"), (CALL, "11-24"), NOW, None),
        (Rhythm(checkin="2w"), (CALL, "11-12"), NOW, ("11-26", "next contact, last 12 days ago")),
        (Rhythm(feedback="2w"), (CALL, "11-12"), NOW, ("11-26", "no feedback logged yet")),
        (Rhythm(visit="2w"), (VISIT, "11-12"), NOW, ("11-26", "next visit, last 12 days ago")),
        # Wednesday in Tokyo, still Tuesday in Brussels: the date of the update is the same
        (
            Rhythm(update="1w", update_on=3),
            (CALL, "11-20"),
            "11-24 16:00",
            ("11-26", "next update, last 4 days ago"),
        ),
    ],
)
def test_a_beat_is_seen_a_week_ahead(
    rhythm: Rhythm, last: tuple[EventKind, str], now: str, expected: tuple[str, str] | None
) -> None:
    event = logged(last[0], f"{last[1]} 03:00")
    items = agenda_items(state(event, now=now, client=replace(QUIET, rhythm=rhythm)))
    assert [(item.when, item.why) for item in items] == (
        [] if expected is None else [(day(expected[0]), expected[1])]
    )
    assert all(item.overdue_days == 0 for item in items)


@pytest.mark.parametrize(
    ("now", "when", "overdue"),
    [
        ("11-24 07:00", "11-24", 0),  # the same day on both calendars
        ("11-24 15:00", "11-24", 0),  # Wednesday in Tokyo, still Tuesday in Brussels
        ("11-24 23:00", "11-24", 1),  # Wednesday in Brussels too
        ("11-26 07:00", "11-24", 2),
        ("11-28 07:00", "11-24", 4),  # a Saturday
    ],
)
def test_a_beat_is_due_on_one_date_and_overdue_by_yours(now: str, when: str, overdue: int) -> None:
    client = replace(QUIET, rhythm=Rhythm(checkin="2w"))
    (item,) = agenda_items(state(logged(CALL, "11-10 03:00"), now=now, client=client))
    assert (item.when, item.overdue_days) == (day(when), overdue)


@pytest.mark.parametrize(
    ("now", "when"),
    [
        ("11-27 16:00", "11-27"),  # Friday in Brussels, Saturday in Tokyo
        ("11-27 23:00", "11-28"),
        ("12-03 16:00", "12-03"),
    ],
)
def test_where_nothing_was_ever_logged_nothing_is_late(now: str, when: str) -> None:
    client = replace(QUIET, rhythm=Rhythm(checkin="1w", update="1w", update_on=4, visit="1y"))
    (item,) = agenda_items(state(now=now, client=client))
    assert (item.code.value, item.when, item.overdue_days) == ("no_contact", day(when), 0)
    assert item.command.words == ("log", "hikari", "what was said", "--kind", "call")


@pytest.mark.parametrize(("now", "overdue"), [("11-26 07:00", 0), ("11-27 07:00", 0), ("11-28 07:00", 1)])
def test_a_first_update_counts_from_the_first_contact(now: str, overdue: int) -> None:
    client = replace(QUIET, rhythm=Rhythm(update="1w"))
    theirs = logged(EventKind.EMAIL, "11-20 07:00", from_them=True)
    (item,) = agenda_items(state(theirs, now=now, client=client))
    assert (item.code.value, item.why) == ("update_due", "no update logged yet")
    assert (item.when, item.overdue_days) == (day("11-27"), overdue)


@pytest.mark.parametrize(
    ("holidays", "now", "expected"),
    [
        (closed("12-01"), NOW, ("12-01", "Founding Day, back Wed 2 Dec")),  # seven days ahead
        (closed("12-02"), NOW, None),
        (closed("11-24"), NOW, None),  # it has begun: the clock says so
        (closed("11-23"), NOW, None),
        (
            closed("11-25"),
            "11-24 14:59",
            ("11-25", "Founding Day, back Thu 26 Nov"),
        ),
        (closed("11-25"), "11-24 15:00", None),  # already Wednesday in Tokyo
        (closed("11-26", "11-27"), NOW, ("11-26", "Founding Day, back Mon 30 Nov")),
        (
            closed("11-26", status=DayStatus.LIKELY_CLOSED),
            NOW,
            (
                "11-26",
                "Founding Day, many are away, Fri 27 Nov is likely taken off too, back Mon 30 Nov",
            ),
        ),
    ],
)
def test_closures_are_listed_a_week_ahead_in_their_zone(
    holidays: dict[date, DayFact], now: str, expected: tuple[str, str] | None
) -> None:
    items = [(item.when, item.why) for item in of(AgendaCode.HOLIDAY, state(now=now, holidays=holidays))]
    assert items == ([] if expected is None else [(day(expected[0]), expected[1])])


LEVELS = (
    replace(MORI, birthday=None),
    replace(TANAKA, id="boss", level=Seniority.EXECUTIVE),
    replace(TANAKA, id="head", level=Seniority.MANAGER),
)


@pytest.mark.parametrize(
    ("in_touch", "expected"),
    [
        ((), []),
        (
            ("mori",),
            ["in 90 days only Yui Mori has been in touch"],
        ),
        (("mori", "boss"), ["no contact at manager level in 90 days"]),
        (("mori", "boss", "head"), []),
    ],
)
def test_contact_gaps_are_dated_today(in_touch: tuple[str, ...], expected: list[str]) -> None:
    client = replace(QUIET, people=LEVELS)
    lines = [logged(CALL, "11-20 03:00", *in_touch)] if in_touch else []
    assert [(item.why, item.when) for item in agenda_items(state(*lines, client=client))] == [
        (why, day("11-24")) for why in expected
    ]


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("11-01 07:00", False),  # sixty days ahead is 31 December
        ("11-02 07:00", True),  # and 1 January
        ("11-01 14:59", False),
        ("11-01 15:00", True),  # already 2 November in Tokyo
    ],
)
def test_the_end_of_the_data_is_listed_sixty_days_ahead(now: str, *, ends: bool) -> None:
    current = state(now=now)
    (calendar,) = current.theirs.calendars.values()
    short = {calendar.place: replace(calendar, years_without_data=frozenset({2027}))}
    items = of(AgendaCode.DATA_ENDS, replace(current, theirs=replace(current.theirs, calendars=short)))
    assert [(item.why, item.when, item.command) for item in items] == (
        [("the holidays of 2027 in JP are not known yet", date(2027, 1, 1), command("data", "check"))]
        if ends
        else []
    )


@pytest.mark.parametrize(
    ("lines", "now", "until"),
    [
        ([], "11-24 07:00", "11-24 15:00"),  # midnight in Tokyo
        ([], "11-24 15:00", "11-24 23:00"),  # midnight in Brussels
        ([promised("11-24")], "11-24 16:00", "11-24 17:00"),  # your promise falls due
        ([promised("11-24")], "11-24 17:00", "11-24 23:00"),  # it has
        ([promised("11-24", Owner.THEM)], "11-24 07:00", "11-24 08:30"),
        ([promised("11-30"), promised(None)], "11-24 07:00", "11-24 15:00"),
    ],
)
def test_items_are_valid_until_the_next_midnight_or_due_time(
    lines: list[Entry], now: str, until: str
) -> None:
    assert valid_until(state(*lines, now=now)) == utc(until)


def test_each_side_has_the_date_of_its_zone() -> None:
    current = state(promised("11-24"), promised("11-24", Owner.THEM), now="11-24 15:00")
    assert (current.your_date, current.their_date) == (day("11-24"), day("11-25"))
    assert [one.due_at for one in current.open_promises(Owner.ME)] == [utc("11-24 17:00")]
    assert [one.due_at for one in current.open_promises(Owner.THEM)] == [utc("11-24 08:30")]


def test_a_weekend_gives_no_item() -> None:
    weekday = day_fact(DayStatus.CLOSED, "Saturday", ReasonKind.WEEKEND)
    assert agenda_items(state(holidays={day("11-28"): weekday})) == ()


def test_a_full_profile_on_a_quiet_day() -> None:
    lines = [
        logged(CALL, "11-20 03:00", "tanaka", "mori"),
        logged(VISIT, "11-14 03:00"),
        replace(logged(FEEDBACK, "11-20 03:00"), no_action="done"),
    ]
    current = ClientState(
        client=HIKARI, journal=journal_of(*lines), theirs=TOKYO, yours=BRUSSELS, now=utc("11-23 07:05")
    )
    assert [(item.code.value, item.when) for item in agenda_items(current)] == [
        ("update_due", day("11-26")),  # on their Thursday, to be seen ahead
        ("birthday", day("11-28")),
    ]


def test_each_item_belongs_to_the_client_and_says_which_command_helps() -> None:
    lines: list[Entry] = [
        promised("11-24"),
        promised("11-20", Owner.THEM),
        logged(PROBLEM, "11-20 08:00", text="export is empty"),
        logged(FEEDBACK, "11-20 08:00", text="shorter slides"),
    ]
    holidays = closed("11-30") | closed("11-26", name="Strike")
    people = (MORI, replace(TANAKA, birthday=(11, 24)))
    client = replace(HIKARI, people=people, rhythm=Rhythm(checkin="1d"))
    items = agenda_items(state(*lines, client=client, holidays=holidays, feasts=[FOUNDING_DAY]))
    assert {item.client for item in items} == {"hikari"}
    words = {item.code: item.command.words for item in items}
    problem, feedback = lines[2].id, lines[3].id
    assert words[AgendaCode.PROMISE_DUE] == ("promise", "done", "me 11-24")
    assert words[AgendaCode.WAITING] == ("promise", "hikari", "--theirs")
    assert words[AgendaCode.PROBLEM_OPEN] == ("log", "hikari", "--closes", problem, "how it was solved")
    assert words[AgendaCode.FEEDBACK_OPEN][:2] == ("promise", "add")
    assert feedback in words[AgendaCode.FEEDBACK_OPEN]
    assert words[AgendaCode.HOLIDAY] == ("holidays", "hikari")
    assert words[AgendaCode.GREETING] == ("log", "hikari", "Happy Founding Day!")


def test_gaps_in_contact_point_to_the_map() -> None:
    client = replace(QUIET, people=LEVELS)
    for people, code in (("boss",), AgendaCode.SINGLE_CONTACT), (("boss", "head"), AgendaCode.LEVEL_MISSING):
        (item,) = agenda_items(state(logged(CALL, "11-20 03:00", *people), client=client))
        assert (item.code, item.client, item.command.words) == (code, "hikari", ("client", "map", "hikari"))


def test_contact_cannot_rest_on_more_than_the_only_person_there_is() -> None:
    client = replace(QUIET, people=LEVELS[:1])
    assert agenda_items(state(logged(CALL, "11-20 03:00", "mori"), client=client)) == ()


def test_people_are_called_as_you_address_them() -> None:
    mori = replace(LEVELS[0], call="Mori-san", birthday=(11, 26))
    current = state(
        replace(promised("11-20", Owner.THEM), person="mori"),
        logged(CALL, "11-20 03:00", "mori"),
        client=replace(QUIET, people=(mori, *LEVELS[1:])),
    )
    assert [item.why for item in agenda_items(current)] == [
        "Mori-san promised: send the SOW",
        "Mori-san's birthday",
        "in 90 days only Mori-san has been in touch",
    ]


def test_each_side_has_its_own_today() -> None:
    late = state(now="11-24 16:00")
    assert (late.today(Owner.ME), late.today(Owner.THEM)) == (day("11-24"), day("11-25"))
