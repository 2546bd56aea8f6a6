from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import logged

from clientbridge.core.errors import UnknownNameError
from clientbridge.core.relationship.journal.entries import (
    Amended,
    Entry,
    Event,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    PromiseDropped,
    PromiseKept,
    PromiseMoved,
    Retracted,
)
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.replay import Journal, Move, replay

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


def test_a_journal_is_the_sum_of_its_entries() -> None:
    journal = replay("acme", LINES)
    assert [event.text for event in journal.events] == [
        "pilot accepted",
        "export is empty",
        "shorter slides, please",
    ]
    sow, servers = journal.promises
    assert (sow.due, sow.kept_at, sow.moves[0].told) == (date(2026, 11, 10), later(6), True)
    assert servers.is_open, "the line that dropped it was taken back"
    assert journal.open_promises(Owner.ME) == ()
    assert journal.open_promises() == (servers,)
    assert journal.open_problems() == ()
    assert journal.unanswered_feedback() == (journal.events[2],)
    assert journal.last_contact == journal.events[0]


@given(st.permutations(LINES), st.lists(st.sampled_from(LINES)))
def test_order_and_repetition_of_lines_do_not_matter(lines: list[Entry], again: list[Entry]) -> None:
    assert replay("acme", [*lines, *again]) == replay("acme", LINES)


def test_a_retraction_can_be_taken_back() -> None:
    lines = [*LINES, Retracted(id=EntryId("r2"), at=later(10), entry=EntryId("r1"))]
    assert not replay("acme", lines).promises[1].is_open


def of(*lines: Entry) -> Journal:
    return replay("acme", lines)


def amended(id_: str, hours: int, entry: EntryId, text: str) -> Amended:
    return Amended(id=EntryId(id_), at=later(hours), entry=entry, text=text)


def retracted(id_: str, hours: int, entry: str) -> Retracted:
    return Retracted(id=EntryId(id_), at=later(hours), entry=EntryId(entry))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], "pilot acepted"),
        ([amended("a1", 4, CALL.id, "one")], "one"),
        ([amended("a1", 4, CALL.id, "one"), amended("a2", 5, CALL.id, "two")], "two"),  # the later one holds
        ([amended("a2", 4, CALL.id, "two"), amended("a1", 4, CALL.id, "one")], "two"),  # of one moment: by id
        ([amended("a1", 4, SOW.id, "one")], "pilot acepted"),  # of another entry
        ([amended("a1", 4, CALL.id, "one"), retracted("r1", 5, "a1")], "pilot acepted"),
        (
            [
                amended("a1", 4, CALL.id, "one"),
                amended("a2", 5, CALL.id, "two"),
                retracted("r1", 6, "a2"),
            ],
            "one",
        ),
        ([retracted("r1", 4, "c1")], None),
        ([amended("a1", 5, CALL.id, "one"), retracted("r1", 4, "c1")], None),  # gone, whatever came after
        ([retracted("r1", 4, "c1"), retracted("r2", 5, "r1")], "pilot acepted"),
        ([retracted("r1", 4, "c1"), retracted("r2", 5, "r1"), retracted("r3", 6, "r2")], None),
        ([retracted("r1", 4, "c1"), retracted("r2", 5, "c1"), retracted("r3", 6, "r2")], None),
    ],
)
def test_the_text_of_an_event_after_corrections(lines: Sequence[Entry], text: str | None) -> None:
    assert [event.text for event in of(CALL, *lines).events] == ([] if text is None else [text])


def test_retracted_ids_are_listed() -> None:
    assert of(*LINES).retracted == {"y1"}
    assert of(CALL).retracted == frozenset()


def kept(id_: str, hours: int) -> PromiseKept:
    return PromiseKept(id=EntryId(id_), at=later(hours), promise=SOW.id)


def moved(id_: str, hours: int, due: int, *, told: bool = False) -> PromiseMoved:
    return PromiseMoved(id=EntryId(id_), at=later(hours), promise=SOW.id, due=date(2026, 11, due), told=told)


def dropped(id_: str, hours: int, why: str = "not needed") -> PromiseDropped:
    return PromiseDropped(id=EntryId(id_), at=later(hours), promise=SOW.id, why=why)


@pytest.mark.parametrize(
    ("lines", "due", "kept_at", "dropped_at"),
    [
        ([], 6, None, None),
        ([kept("d1", 5)], 6, 5, None),
        ([dropped("x1", 5)], 6, None, 5),
        ([moved("m1", 5, 10)], 10, None, None),
        ([moved("m1", 5, 10), moved("m2", 6, 8)], 8, None, None),  # the later word holds
        ([moved("m1", 5, 10), moved("m2", 6, 8), retracted("r1", 7, "m2")], 10, None, None),
        ([kept("d1", 5), retracted("r1", 6, "d1")], 6, None, None),  # open again
        ([kept("d1", 5), kept("d2", 6)], 6, 5, None),  # marked on two machines: the first counts
        ([kept("d1", 5), kept("d2", 6), retracted("r1", 7, "d1")], 6, 6, None),
        ([kept("d1", 5), dropped("x1", 6)], 6, 5, 6),
    ],
)
def test_the_outcome_of_a_promise(
    lines: Sequence[Entry], due: int, kept_at: int | None, dropped_at: int | None
) -> None:
    (promise,) = of(SOW, LIST, *lines).promises[:1]
    assert promise.due == date(2026, 11, due)
    assert promise.kept_at == (None if kept_at is None else later(kept_at))
    assert promise.dropped_at == (None if dropped_at is None else later(dropped_at))
    assert promise.is_open is (kept_at is None and dropped_at is None)
    assert of(SOW, LIST, *lines).promises[1].is_open, "the other promise is not touched"


def test_a_promise_records_its_moves_and_its_end() -> None:
    (promise,) = of(SOW, moved("m1", 5, 10), moved("m2", 6, 8, told=True), dropped("x1", 7)).promises
    assert promise.moves == (
        Move(at=later(5), due=date(2026, 11, 10), told=False),
        Move(at=later(6), due=date(2026, 11, 8), told=True),
    )
    assert promise.drop_reason == "not needed"
    assert (promise.client, promise.owner, promise.made) == ("acme", Owner.ME, later(3))
    assert (promise.person, promise.event) == (None, CALL.id)


def test_a_first_date_is_no_move() -> None:
    undated = replace(SOW, due=None)
    (promise,) = of(undated, moved("m1", 5, 10)).promises
    assert (promise.due, promise.first_due, promise.moves) == (date(2026, 11, 10), date(2026, 11, 10), ())
    (promise,) = of(undated, moved("m1", 5, 10), moved("m2", 6, 12)).promises
    assert (promise.due, promise.first_due) == (date(2026, 11, 12), date(2026, 11, 10))
    assert promise.moves == (Move(at=later(6), due=date(2026, 11, 12), told=False),)
    (promise,) = of(SOW, moved("m1", 5, 10)).promises
    assert (promise.due, promise.first_due) == (date(2026, 11, 10), SOW.due)


def test_a_corrected_promise_has_the_new_text_and_a_retracted_one_is_gone() -> None:
    assert [promise.text for promise in of(SOW, amended("a1", 4, SOW.id, "send the offer")).promises] == [
        "send the offer"
    ]
    assert of(SOW, retracted("r1", 4, SOW.id)).promises == ()


def test_open_promises_are_those_of_one_side_or_of_both() -> None:
    journal = of(SOW, LIST)
    assert [promise.id for promise in journal.open_promises()] == ["k1", "k2"]
    assert [promise.id for promise in journal.open_promises(Owner.ME)] == ["k1"]
    assert [promise.id for promise in journal.open_promises(Owner.THEM)] == ["k2"]
    assert of(SOW, LIST, kept("d1", 5)).open_promises(Owner.ME) == ()


ANSWERED = FeedbackAnswered(id=EntryId("n1"), at=later(5), feedback=FEEDBACK.id, promise=SOW.id)


@pytest.mark.parametrize(
    ("lines", "unanswered"),
    [
        ([FEEDBACK], True),
        ([replace(FEEDBACK, no_action="out of scope")], False),
        ([replace(FEEDBACK, answers=SOW.id)], False),
        ([FEEDBACK, ANSWERED], False),
        ([FEEDBACK, replace(ANSWERED, feedback=EntryId("f2"))], True),
        ([FEEDBACK, ANSWERED, retracted("r1", 6, "n1")], True),
        ([replace(FEEDBACK, kind=EventKind.CALL)], False),
    ],
)
def test_feedback_without_an_answer(lines: Sequence[Entry], *, unanswered: bool) -> None:
    assert bool(of(*lines).unanswered_feedback()) is unanswered


def closed(id_: str, hours: int) -> ProblemClosed:
    return ProblemClosed(id=EntryId(id_), at=later(hours), problem=PROBLEM.id, text="fixed")


@pytest.mark.parametrize(
    ("lines", "is_open"),
    [
        ([PROBLEM], True),
        ([PROBLEM, closed("x1", 7)], False),
        ([PROBLEM, closed("x1", 7), retracted("r1", 8, "x1")], True),
        ([PROBLEM, closed("x1", 7), closed("x2", 9), retracted("r1", 10, "x2")], False),  # closed twice
        ([replace(PROBLEM, kind=EventKind.CALL)], False),
    ],
)
def test_a_problem_is_open_until_it_is_closed(lines: Sequence[Entry], *, is_open: bool) -> None:
    assert bool(of(*lines).open_problems()) is is_open


def test_the_last_event_of_some_kinds() -> None:
    email = replace(CALL, id=EntryId("e1"), at=later(1), kind=EventKind.EMAIL)
    note = replace(CALL, id=EntryId("n1"), at=later(2), kind=EventKind.NOTE)
    journal = of(note, CALL, email)
    assert journal.last(EventKind.CALL) == CALL
    assert journal.last(EventKind.CALL, EventKind.EMAIL) == email
    assert journal.last(EventKind.VISIT) is None
    assert journal.last_contact == email
    assert of(note).last_contact is None


def test_events_of_one_moment_are_ordered_by_id() -> None:
    twin = replace(CALL, id=EntryId("b1"))
    assert [event.id for event in of(PROBLEM, CALL, twin).events] == ["b1", "c1", "p1"]


SHORT, LONG, OTHER = (replace(CALL, id=EntryId(id_)) for id_ in ("abc", "abcdef", "axyz"))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("abcdef", "abcdef"),
        ("abc", "abc"),  # whole, though another begins with it
        ("abcd", "abcdef"),
        ("ax", "axyz"),
        (" AX ", "axyz"),
        ("k", "k1"),  # promises have ids too
    ],
)
def test_an_entry_is_matched_by_id_or_prefix(name: str, id_: str) -> None:
    assert of(SHORT, LONG, OTHER, SOW).find(name) == id_


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("a", ("abc", "abcdef", "axyz")),  # three begin so
        ("axyy", ("axyz",)),
        ("zzz", ()),
        ("", ()),
        (" ", ()),
    ],
)
def test_a_name_that_matches_no_entry_or_several_is_refused(name: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as refused:
        of(SHORT, LONG, OTHER).find(name)
    assert refused.value.nearest == nearest


def test_at_most_five_entries_are_suggested() -> None:
    lines = [replace(CALL, id=EntryId(f"a{number}")) for number in range(7)]
    with pytest.raises(UnknownNameError) as refused:
        of(*lines).find("a")
    assert refused.value.nearest == ("a0", "a1", "a2", "a3", "a4")


def test_only_the_given_entries_are_searched() -> None:
    journal = of(SHORT, LONG, SOW)
    assert journal.find("a", journal.events[1:]) == "abcdef"
    with pytest.raises(UnknownNameError):
        journal.find("abc", journal.promises)


def test_a_meeting_counts_for_whoever_was_there() -> None:
    call, meeting, mail = (
        logged(EventKind.CALL, "11-02 08:00", "mori"),
        logged(EventKind.MEETING, "11-03 08:00", "tanaka"),
        logged(EventKind.EMAIL, "11-04 08:00", "mori"),
    )
    journal = of(call, meeting, mail)
    assert [event.at for event in journal.met()] == [call.at, meeting.at]
    assert [event.at for event in journal.met("mori")] == [call.at]
    assert journal.met("nobody") == ()
