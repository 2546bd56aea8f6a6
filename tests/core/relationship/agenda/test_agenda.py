"""Rule table of the agenda's order."""

from collections.abc import Sequence
from datetime import date

import pytest
from people import BRUSSELS, MONDAY, day

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import Agenda, AgendaCode, AgendaItem, ranked

C = AgendaCode


def item(code: AgendaCode, when: str, client: str = "acme") -> AgendaItem:
    return AgendaItem(client=client, code=code, why="x", when=day(when), command=command("today"))


def order(items: Sequence[AgendaItem], today: date = MONDAY) -> list[tuple[AgendaCode, date, str]]:
    """The order, the same from whatever order the items come in."""
    forward = [(one.code, one.when, one.client) for one in ranked(items, today)]
    backward = [(one.code, one.when, one.client) for one in ranked(list(reversed(items)), today)]
    assert forward == backward
    return forward


ON_ONE_DAY = (
    C.PROMISE_LATE,
    C.PROBLEM_OPEN,
    C.PROMISE_DUE,
    C.WAITING,
    C.FEEDBACK_OPEN,
    C.GREETING,
    C.BIRTHDAY,
    C.HOLIDAY,
    C.UPDATE_DUE,
    C.CHECKIN_DUE,
    C.FEEDBACK_DUE,
    C.VISIT_DUE,
    C.SINGLE_CONTACT,
    C.LEVEL_MISSING,
    C.DATA_ENDS,
)


@pytest.mark.parametrize("when", ["11-23", "11-25"])
def test_items_of_one_day_rank_by_kind(when: str) -> None:
    items = [item(code, when) for code in ON_ONE_DAY]
    assert [code for code, _, _ in order(items)] == list(ON_ONE_DAY)


@pytest.mark.parametrize(
    "expected",
    [
        # overdue counts as today: the kind decides, however old
        [item(C.PROMISE_LATE, "11-20"), item(C.PROMISE_DUE, "11-23"), item(C.VISIT_DUE, "10-01")],
        # of one kind, the older first
        [item(C.PROMISE_LATE, "11-18"), item(C.PROMISE_LATE, "11-20")],
        # of one kind and day, by client
        [item(C.BIRTHDAY, "11-24", "acme"), item(C.BIRTHDAY, "11-24", "hikari")],
        # the kind before the client
        [item(C.GREETING, "11-23", "hikari"), item(C.BIRTHDAY, "11-23", "acme")],
        # today before tomorrow, whatever the kind
        [item(C.VISIT_DUE, "11-23"), item(C.PROMISE_DUE, "11-24")],
        # what is true for weeks on end comes last, also when its day has passed
        [item(C.VISIT_DUE, "11-30"), item(C.SINGLE_CONTACT, "11-23")],
        [item(C.VISIT_DUE, "11-30"), item(C.LEVEL_MISSING, "11-23")],
        [item(C.VISIT_DUE, "11-30"), item(C.DATA_ENDS, "11-23")],
        [item(C.SINGLE_CONTACT, "11-23"), item(C.DATA_ENDS, "2027-01-01")],
    ],
)
def test_the_most_urgent_item_comes_first(expected: list[AgendaItem]) -> None:
    assert order(expected) == [(one.code, one.when, one.client) for one in expected]


def test_ranks_count_from_one() -> None:
    items = [item(C.PROMISE_DUE, "11-24"), item(C.HOLIDAY, "11-23"), item(C.DATA_ENDS, "11-23")]
    assert [(one.rank, one.code) for one in ranked(items, MONDAY)] == [
        (1, C.HOLIDAY),
        (2, C.PROMISE_DUE),
        (3, C.DATA_ENDS),
    ]
    assert ranked((), MONDAY) == ()


def test_an_item_is_unranked_and_not_overdue_by_default() -> None:
    new = item(C.HOLIDAY, "11-23")
    assert (new.rank, new.overdue_days) == (0, 0)


def test_an_empty_agenda_is_an_answer() -> None:
    assert Agenda(
        today=MONDAY, until=MONDAY, you="Europe/Brussels", here=BRUSSELS.schedule.zone, clocks=(), items=()
    ).answered
