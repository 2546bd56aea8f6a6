from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clientbridge.core.relationship.journal.entries import (
    Amended,
    Entry,
    Event,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
    Retracted,
)
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.replay import read_journal

START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def later(hours: int) -> datetime:
    return START + timedelta(hours=hours)


CALL = Event(id=EntryId("c1"), at=later(0), kind=EventKind.CALL, text="pilot acepted", people=("ana",))
PROBLEM = Event(id=EntryId("p1"), at=later(1), kind=EventKind.PROBLEM, text="export is empty")
FEEDBACK = Event(id=EntryId("f1"), at=later(2), kind=EventKind.FEEDBACK, text="shorter slides, please")
SOW = Promised(
    id=EntryId("k1"), at=later(3), owner=Owner.ME, text="send the SOW", due=date(2026, 11, 6), event=CALL.id
)
LIST = Promised(id=EntryId("k2"), at=later(3), owner=Owner.THEM, text="server list", person="ana")
LINES: tuple[Entry, ...] = (
    CALL,
    PROBLEM,
    FEEDBACK,
    SOW,
    LIST,
    Amended(id=EntryId("a1"), at=later(4), entry=CALL.id, text="pilot accepted"),
    PromiseMoved(id=EntryId("m1"), at=later(5), promise=SOW.id, due=date(2026, 11, 10), told=True),
    PromiseKept(id=EntryId("d1"), at=later(6), promise=SOW.id),
    ProblemClosed(id=EntryId("x1"), at=later(7), problem=PROBLEM.id, text="fixed"),
    PromiseDropped(id=EntryId("y1"), at=later(8), promise=LIST.id, why="not needed"),
    Retracted(id=EntryId("r1"), at=later(9), entry=EntryId("y1")),
)


def test_a_journal_reads_as_it_stands_now() -> None:
    journal = read_journal("acme", LINES)
    assert [event.text for event in journal.events] == [
        "pilot accepted",
        "export is empty",
        "shorter slides, please",
    ]
    sow, servers = journal.promises
    assert (sow.due, sow.kept, sow.moves[0].told) == (date(2026, 11, 10), later(6), True)
    assert servers.is_open, "the line that dropped it was taken back"
    assert journal.open_promises(Owner.ME) == ()
    assert journal.open_promises() == (servers,)
    assert journal.open_problems() == ()
    assert journal.unanswered_feedback() == (journal.events[2],)
    assert journal.last_contact == journal.events[0]


@given(st.permutations(LINES), st.lists(st.sampled_from(LINES)))
def test_order_and_repetition_of_lines_do_not_matter(lines: list[Entry], again: list[Entry]) -> None:
    assert read_journal("acme", [*lines, *again]) == read_journal("acme", LINES)


def test_a_retraction_can_be_taken_back() -> None:
    lines = [*LINES, Retracted(id=EntryId("r2"), at=later(10), entry=EntryId("r1"))]
    assert not read_journal("acme", lines).promises[1].is_open
