"""The page of a month: plain words, and one line for a client with whom nothing happened."""

from dataclasses import replace
from datetime import date

import pytest

from clientbridge.core.relationship.review import (
    BeatReview,
    ClientReview,
    PromiseCount,
    Review,
    Risk,
)
from clientbridge.core.relationship.rhythm import Beat
from clientbridge.render.formats import Look
from clientbridge.render.relationship.review import month_name, page
from clientbridge.render.writers.to_terminal import to_terminal

NONE = PromiseCount(due=0, kept_on_time=0, kept_late=0, still_open=0, moved=0, told=0)
QUIET = ClientReview(
    client="acme",
    name="Acme",
    yours=NONE,
    theirs=NONE,
    contacts=0,
    rhythm=(),
    strong=0,
    people=2,
    single_contact=None,
    levels_missing=(),
    feedback=0,
    feedback_acted_on=0,
    problems=0,
    problems_open=0,
    manager="Lea",
    risks=(),
)
HOLIDAY = Risk(code="closed", when=date(2026, 12, 25), say="Christmas Day")
LATE = (
    BeatReview(beat=Beat.CHECKIN, kept=False, last=None),
    BeatReview(beat=Beat.UPDATE, kept=False, last=None),
    BeatReview(beat=Beat.VISIT, kept=True, last=None),
)


def shown(*clients: ClientReview) -> list[str]:
    return to_terminal(page(Review(month="2026-11", clients=clients)), Look(width=120)).splitlines()


@pytest.mark.parametrize(
    ("client", "line"),
    [
        (QUIET, "acme  no rhythm is set"),
        (replace(QUIET, rhythm=LATE), "acme  overdue: contact, update"),
        (replace(QUIET, rhythm=LATE[2:]), "acme  nothing overdue"),
        (replace(QUIET, risks=(HOLIDAY,)), "acme  no rhythm is set; in December: Fri 25 Dec: Christmas Day"),
    ],
)
def test_a_client_with_nothing_has_one_line(client: ClientReview, line: str) -> None:
    assert shown(client)[:4] == ["Review of November 2026", "", "Nothing logged and nothing due", line]


@pytest.mark.parametrize(
    ("changes", "label", "expected"),
    [
        (replace(QUIET, contacts=1), "Contacts", "1; no rhythm is set"),
        (replace(QUIET, contacts=1, strong=1), "People", "in regular contact with 1 of 2"),
        (
            replace(QUIET, contacts=1, single_contact="ana", levels_missing=("team",)),
            "People",
            "in regular contact with 0 of 2; contact rests on one person",
        ),
        (
            replace(QUIET, contacts=1, single_contact="ana", people=1),
            "People",
            "in regular contact with 0 of 1",
        ),
        (
            replace(QUIET, contacts=1, levels_missing=("executive", "team")),
            "People",
            "in regular contact with 0 of 2; nobody at executive or team level in 90 days",
        ),
        (
            replace(QUIET, contacts=1, manager=None),
            "People",
            "in regular contact with 0 of 2; nobody is named to look after them",
        ),
        (replace(QUIET, feedback=2, feedback_acted_on=1), "Feedback", "2, of these answered: 1"),
        (replace(QUIET, problems=2, problems_open=1), "Problems", "2, of these still open: 1"),
        (replace(QUIET, contacts=1, risks=(HOLIDAY,)), "In December", "Fri 25 Dec: Christmas Day"),
        (
            replace(QUIET, yours=replace(NONE, due=2, kept_on_time=1, still_open=1)),
            "Promises",
            "you: 1 of 2 kept on time, 1 open; they: none due",
        ),
    ],
)
def test_what_happened_is_told_in_plain_words(changes: ClientReview, label: str, expected: str) -> None:
    (line,) = [one for one in shown(changes) if one.startswith(f"{label} ")]
    assert line.removeprefix(label).strip() == expected


@pytest.mark.parametrize(
    ("moved", "told", "expected"),
    [
        (1, 0, "1 moved (the other side was not told)"),
        (1, 1, "1 moved (the other side was told)"),
        (2, 1, "2 moved (the other side was told 1 time)"),
        (2, 3, "2 moved (the other side was told 3 times)"),
    ],
)
def test_a_moved_promise_says_whether_they_know(moved: int, told: int, expected: str) -> None:
    count = PromiseCount(due=2, kept_on_time=2, kept_late=0, still_open=0, moved=moved, told=told)
    line = f"Promises  you: 2 of 2 kept on time, {expected}; they: none due"
    assert line in shown(replace(QUIET, yours=count))


@pytest.mark.parametrize(
    ("month", "ahead", "expected"),
    [("2026-11", 0, "November"), ("2026-11", 1, "December"), ("2026-12", 1, "January")],
)
def test_a_month_is_called_by_its_name(month: str, ahead: int, expected: str) -> None:
    assert month_name(month, ahead=ahead) == expected
