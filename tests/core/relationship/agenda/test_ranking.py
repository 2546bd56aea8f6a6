"""Rule table of the agenda's order, and of what is told once for several clients."""

from collections.abc import Sequence
from datetime import date

import pytest
from people import MONDAY, day

from clientbridge.core.command_line import command
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.relationship.agenda.ranking import ranked

C = AgendaCode


def item(code: AgendaCode, when: str, client: str = "acme", why: str = "x") -> AgendaItem:
    return AgendaItem(client=client, code=code, why=why, when=day(when), command=command("today", client))


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
    C.NO_CONTACT,
    C.SINGLE_CONTACT,
    C.LEVEL_MISSING,
    C.DATA_ENDS,
)


@pytest.mark.parametrize("when", ["11-23", "11-25"])
def test_items_of_one_day_rank_by_kind(when: str) -> None:
    items = [item(code, when, client=code.value) for code in ON_ONE_DAY]
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


def contact(*codes_and_days: tuple[AgendaCode, str]) -> list[AgendaCode]:
    return [one.code for one in ranked([item(code, when) for code, when in codes_and_days], MONDAY)]


@pytest.mark.parametrize(
    ("update", "checkin", "expected"),
    [
        ("11-20", "11-16", [C.UPDATE_DUE]),  # both are due: the update is a contact
        ("11-23", "11-23", [C.UPDATE_DUE]),
        ("11-25", "11-26", [C.UPDATE_DUE]),
        ("11-26", "11-26", [C.UPDATE_DUE]),
        ("11-27", "11-26", [C.CHECKIN_DUE, C.UPDATE_DUE]),  # the contact cannot wait for the update
        ("11-24", "11-20", [C.CHECKIN_DUE, C.UPDATE_DUE]),
    ],
)
def test_an_update_in_time_is_the_contact_that_is_due(
    update: str, checkin: str, expected: list[AgendaCode]
) -> None:
    assert contact((C.UPDATE_DUE, update), (C.CHECKIN_DUE, checkin)) == expected


def test_the_update_of_another_client_is_no_contact() -> None:
    items = [item(C.UPDATE_DUE, "11-20"), item(C.CHECKIN_DUE, "11-20", "beta")]
    assert len(ranked(items, MONDAY)) == len(items)


@pytest.mark.parametrize(
    ("clients", "others", "named"),
    [
        (["acme"], (), "x"),
        (["beta", "acme"], ("beta",), "no contact logged yet with acme and beta"),
        (["acme", "beta", "gamma"], ("beta", "gamma"), "no contact logged yet with acme, beta and gamma"),
        (
            ["delta", "acme", "beta", "gamma"],
            ("beta", "delta", "gamma"),
            "no contact logged yet with acme, beta and 2 more",
        ),
    ],
)
def test_clients_without_a_contact_are_one_line(
    clients: list[str], others: tuple[str, ...], named: str
) -> None:
    (line,) = ranked([item(C.NO_CONTACT, "11-23", client) for client in clients], MONDAY)
    assert (line.rank, line.client, line.others, line.why) == (1, "acme", others, named)
    assert line.command.words == ("today", "acme")


@pytest.mark.parametrize(
    ("code", "whys", "expected"),
    [
        (C.SINGLE_CONTACT, ("a", "b"), ["in 90 days only one person has been in touch at acme and beta"]),
        (C.LEVEL_MISSING, ("a", "b"), ["in 90 days a level had no contact at acme and beta"]),
        (C.DATA_ENDS, ("JP", "JP"), ["JP"]),  # the same sentence is said once
        (C.DATA_ENDS, ("JP", "NO"), ["JP", "NO"]),
        (C.UPDATE_DUE, ("x", "x"), ["x", "x"]),  # something to do for each
    ],
)
def test_what_is_true_of_several_clients_is_said_once(
    code: AgendaCode, whys: tuple[str, str], expected: list[str]
) -> None:
    items = [item(code, "11-23", client, why) for client, why in zip(("acme", "beta"), whys, strict=True)]
    assert [line.why for line in ranked(items, MONDAY)] == expected
