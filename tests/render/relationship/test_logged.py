"""What `cb log` says of the entry that it has written."""

from datetime import UTC, date, datetime

import pytest

from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.promise_status import PromiseState, PromiseStatus
from clientbridge.core.relationship.results import Logged, LoggedEvent
from clientbridge.render.formats import Look
from clientbridge.render.relationship.logged import page
from clientbridge.render.writers.to_terminal import to_terminal


def shown(kind: EventKind, *people: str, promises: tuple[PromiseState, ...] = ()) -> list[str]:
    event = LoggedEvent(
        id=EntryId("k7abcd"),
        client="acme",
        at=datetime(2026, 11, 26, 8, tzinfo=UTC),
        kind=kind,
        text="x",
        people=people,
        links=(),
    )
    logged = Logged(
        event=event,
        promises=promises,
        today=date(2026, 11, 26),
        called={"sato": "Sato-san", "ana": "Ana"},
    )
    return to_terminal(page(logged), Look()).splitlines()


@pytest.mark.parametrize(
    ("kind", "people", "expected"),
    [
        (EventKind.CALL, ("sato",), "Logged a call with Sato-san (acme)  k7abcd"),
        (EventKind.EMAIL, ("sato", "ana"), "Logged an e-mail with Sato-san, Ana (acme)  k7abcd"),
        (EventKind.FEEDBACK, (), "Logged feedback with acme  k7abcd"),
        (EventKind.NOTE, ("gone",), "Logged a note with gone (acme)  k7abcd"),
    ],
)
def test_an_entry_is_told_in_a_sentence(kind: EventKind, people: tuple[str, ...], expected: str) -> None:
    assert shown(kind, *people)[0] == expected


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_has_its_words(kind: EventKind) -> None:
    assert kind.value[:4] in shown(kind)[0].replace("-", "")


@pytest.mark.parametrize(
    ("owner", "person", "expected"),
    [
        (Owner.ME, None, "You promised: list, by Fri 27 Nov 17:00  p2abcd"),
        (Owner.THEM, "sato", "Sato-san promised: list, by Fri 27 Nov 17:00 there  p2abcd"),
        (Owner.THEM, None, "They promised: list, by Fri 27 Nov 17:00 there  p2abcd"),
    ],
)
def test_a_promise_is_told_by_who_made_it(owner: Owner, person: str | None, expected: str) -> None:
    promise = PromiseState(
        id=EntryId("p2abcd"),
        client="acme",
        owner=owner,
        person=person,
        text="list",
        due=date(2026, 11, 27),
        due_at=datetime(2026, 11, 27, 17, tzinfo=UTC),
        status=PromiseStatus.OPEN,
        working_days_left=1,
        moved=0,
        made=datetime(2026, 11, 26, 8, tzinfo=UTC),
    )
    assert shown(EventKind.CALL, promises=(promise,))[1] == expected
