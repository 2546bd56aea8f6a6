"""Rule table of the entries written for an event, and of the warnings before it is written."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from people import AT_HIKARI, BRUSSELS, TOKYO, day, journal_of, logged, utc

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.journal.entries import (
    Amended,
    Event,
    FeedbackAnswered,
    ProblemClosed,
    Promised,
    Retracted,
)
from clientbridge.core.relationship.journal.entry_ids import entry_id
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.new_entries import (
    NewEvent,
    NewPromise,
    amended_entry,
    answered_entry,
    event_entries,
    notes_on,
    promise_entries,
    retracted_entry,
)
from clientbridge.core.workspace.profiles import DateRange, DaysOff

CALL, FEEDBACK, GIFT, PROBLEM = EventKind.CALL, EventKind.FEEDBACK, EventKind.GIFT, EventKind.PROBLEM
ME, THEM = Owner
WRITTEN = utc("11-24 08:00")
HAPPENED = utc("11-23 15:00")


def new(
    kind: EventKind = CALL,
    *promises: NewPromise,
    text: str = "pilot accepted",
    no_action: str | None = None,
    closes: EntryId | None = None,
) -> NewEvent:
    return NewEvent(
        client="hikari",
        at=HAPPENED,
        kind=kind,
        text=text,
        people=("mori",),
        links=("https://example.com/minutes",),
        from_them=True,
        no_action=no_action,
        closes=closes,
        promises=promises,
    )


def promise(owner: Owner, due: str | None = "11-27", text: str = "send the SOW") -> NewPromise:
    return NewPromise(
        owner=owner,
        text=text,
        due=None if due is None else day(due),
        person="mori" if owner is THEM else None,
    )


def test_an_event_is_written_as_it_happened() -> None:
    assert event_entries(new(no_action="none"), written=WRITTEN, taken=()) == (
        Event(
            id=entry_id("hikari", WRITTEN, "call", "pilot accepted", taken=()),
            at=HAPPENED,
            kind=CALL,
            text="pilot accepted",
            people=("mori",),
            links=("https://example.com/minutes",),
            from_them=True,
            no_action="none",
        ),
    )


@pytest.mark.parametrize(
    ("kind", "closes", "written_as"),
    [
        (PROBLEM, None, PROBLEM),
        (PROBLEM, EntryId("p1"), EventKind.NOTE),  # how it was solved is no problem of its own
        (CALL, EntryId("p1"), CALL),
        (EventKind.SUCCESS, EntryId("p1"), EventKind.SUCCESS),
    ],
)
def test_what_closes_a_problem_opens_none(
    kind: EventKind, closes: EntryId | None, written_as: EventKind
) -> None:
    broken = logged(PROBLEM, "11-20 08:00", text="export is empty", id_="p1")
    entries = event_entries(new(kind, closes=closes), written=WRITTEN, taken=(broken.id,))
    assert isinstance(entries[0], Event)
    assert entries[0].kind is written_as
    after = journal_of(broken, *entries)
    opened = {entries[0].id} if written_as is PROBLEM else set()
    assert {problem.id for problem in after.open_problems()} == opened | ({"p1"} if closes is None else set())


def test_a_due_date_in_the_absence_of_whoever_promised_is_told() -> None:
    leave = DaysOff(days=DateRange(day("11-27"), day("11-30")), name="Parental leave", away=True)
    mori = PartyCalendar(schedule=replace(AT_HIKARI, days_off=(leave,)), calendars=TOKYO.calendars)
    event = new(CALL, promise(THEM, "11-30"), promise(ME, "11-30"))
    assert notes_on(event, journal_of(), yours=BRUSSELS, theirs=TOKYO, people={"mori": mori}) == (
        "mori is away on Mon 30 Nov (Parental leave); the working day before is Thu 26 Nov",
    )
    assert notes_on(event, journal_of(), yours=BRUSSELS, theirs=TOKYO, people={"tanaka": mori}) == ()


@pytest.mark.parametrize(("closes", "notes"), [(EntryId("p1"), ("closed: export is empty",)), (None, ())])
def test_a_closed_problem_is_named(closes: EntryId | None, notes: tuple[str, ...]) -> None:
    journal = journal_of(logged(PROBLEM, "11-20 08:00", text="export is empty", id_="p1"))
    assert notes_on(new(closes=closes), journal, yours=BRUSSELS, theirs=TOKYO, people={}) == notes


def test_promises_follow_their_event_and_name_it() -> None:
    event, mine, theirs = event_entries(new(CALL, promise(ME), promise(THEM)), written=WRITTEN, taken=())
    assert (mine, theirs) == (
        Promised(
            id=entry_id("hikari", WRITTEN, "promise", "0", "me", "send the SOW", taken=()),
            at=WRITTEN,
            owner=ME,
            text="send the SOW",
            due=day("11-27"),
            event=event.id,
        ),
        Promised(
            id=entry_id("hikari", WRITTEN, "promise", "1", "them", "send the SOW", taken=()),
            at=WRITTEN,
            owner=THEM,
            text="send the SOW",
            due=day("11-27"),
            person="mori",
            event=event.id,
        ),
    )


def test_the_same_words_twice_are_two_promises() -> None:
    first, second = promise_entries("hikari", [promise(ME), promise(ME)], written=WRITTEN, taken=())
    assert first.id != second.id
    assert first.event is None


@pytest.mark.parametrize(
    ("kind", "owners", "answered_by"),
    [
        (FEEDBACK, [ME], 1),
        (FEEDBACK, [THEM, ME, ME], 2),
        (FEEDBACK, [THEM], None),
        (FEEDBACK, [], None),
        (CALL, [ME], None),
        (EventKind.PROBLEM, [ME], None),
    ],
)
def test_feedback_is_answered_by_your_first_promise(
    kind: EventKind, owners: Sequence[Owner], answered_by: int | None
) -> None:
    lines = event_entries(new(kind, *(promise(owner) for owner in owners)), written=WRITTEN, taken=())
    (event,) = (line for line in lines if isinstance(line, Event))
    assert event.answers == (None if answered_by is None else lines[answered_by].id)


def test_the_entry_that_closes_a_problem_comes_last() -> None:
    problem = EntryId("p1")
    lines = event_entries(new(CALL, promise(ME), closes=problem), written=WRITTEN, taken=())
    assert lines[-1] == ProblemClosed(
        id=entry_id("hikari", WRITTEN, "closed", "p1", taken=()),
        at=WRITTEN,
        problem=problem,
        text="pilot accepted",
    )
    assert [type(line) for line in lines] == [Event, Promised, ProblemClosed]


def test_new_ids_avoid_taken_ones() -> None:
    given = new(FEEDBACK, promise(ME), closes=EntryId("p1"))
    taken = {line.id for line in event_entries(given, written=WRITTEN, taken=())}
    assert len(taken) == 3
    assert not taken & {line.id for line in event_entries(given, written=WRITTEN, taken=taken)}


def test_corrections_name_what_they_correct() -> None:
    entry, other = EntryId("c1"), EntryId("k1")
    assert amended_entry("hikari", entry, "new text", written=WRITTEN, taken=()) == Amended(
        id=entry_id("hikari", WRITTEN, "amended", "c1", "new text", taken=()),
        at=WRITTEN,
        entry=entry,
        text="new text",
    )
    assert answered_entry("hikari", entry, other, written=WRITTEN, taken=()) == FeedbackAnswered(
        id=entry_id("hikari", WRITTEN, "answered", "c1", "k1", taken=()),
        at=WRITTEN,
        feedback=entry,
        promise=other,
    )
    assert retracted_entry("hikari", entry, written=WRITTEN, taken=()) == Retracted(
        id=entry_id("hikari", WRITTEN, "retracted", "c1", taken=()), at=WRITTEN, entry=entry
    )


NO_ANSWER = "this feedback has no answer yet: promise something, or say why not with --no-action"
OFF_FOR_YOU = "Sat 28 Nov is a day off for you (Saturday); the working day before is Fri 27 Nov"
OFF_THERE = "Mon 23 Nov is a day off there (Labor Thanksgiving Day); the working day before is Fri 20 Nov"


@pytest.mark.parametrize(
    ("event", "notes"),
    [
        (new(), []),
        (new(CALL, promise(ME, "11-27"), promise(THEM, "11-24")), []),
        (new(CALL, promise(ME, "11-23")), []),  # a holiday of theirs alone
        (new(CALL, promise(THEM, "11-23")), [OFF_THERE]),
        (new(CALL, promise(ME, "11-28"), promise(THEM, "11-23")), [OFF_FOR_YOU, OFF_THERE]),
        (new(CALL, promise(ME, None)), []),
        (new(FEEDBACK), [NO_ANSWER]),
        (new(FEEDBACK, no_action="out of scope"), []),
        (new(FEEDBACK, promise(ME)), []),
        (new(FEEDBACK, promise(THEM, "11-24")), [NO_ANSWER]),
        (new(EventKind.PROBLEM), []),
        (new(GIFT), []),
    ],
)
def test_warnings_about_a_new_event(event: NewEvent, notes: list[str]) -> None:
    assert list(notes_on(event, journal_of(), yours=BRUSSELS, theirs=TOKYO, people={})) == notes


EARLIER = "gifts so far: a book (2026-03-01); tea (2026-06-01); wine (2026-09-01)"


@pytest.mark.parametrize(
    ("event", "notes"),
    [
        (new(GIFT, text="flowers"), (EARLIER,)),
        (new(GIFT, text="chocolátes "), ("the same gift was logged on 2025-12-01", EARLIER)),
        (new(CALL, text="chocolates"), ()),
    ],
)
def test_gifts_given_before_are_named(event: NewEvent, notes: tuple[str, ...]) -> None:
    lines = [
        logged(GIFT, "2025-12-01 08:00", text="Chocolates"),
        logged(CALL, "2025-12-02 08:00", text="chocolates"),
        logged(GIFT, "2026-03-01 08:00", text="a book"),
        logged(GIFT, "2026-05-31 22:30", text="tea"),  # 1 June in Brussels
        logged(GIFT, "2026-09-01 08:00", text="wine"),
    ]
    assert notes_on(event, journal_of(*lines), yours=BRUSSELS, theirs=TOKYO, people={}) == notes


def test_warnings_about_promises_stand_before_those_about_gifts() -> None:
    weekend = new(GIFT, promise(ME, "11-28"), text="flowers")
    lines = [logged(GIFT, "2026-03-01 08:00", text="a book")]
    on_weekend, earlier = notes_on(weekend, journal_of(*lines), yours=BRUSSELS, theirs=TOKYO, people={})
    assert "28 Nov" in on_weekend
    assert earlier == "gifts so far: a book (2026-03-01)"
