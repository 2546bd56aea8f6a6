"""Rule table of a handover: its contents and their order."""

from dataclasses import replace

import pytest
from people import BRUSSELS, HIKARI, TOKYO, day, journal_of, logged, utc

from clientbridge.core.relationship.client_state import ClientState
from clientbridge.core.relationship.handover import Handover, hand_over
from clientbridge.core.relationship.journal.entries import Entry, Promised
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.rhythm import Beat
from clientbridge.core.workspace.profiles import BusinessContext

CALL, FEEDBACK, PROBLEM = EventKind.CALL, EventKind.FEEDBACK, EventKind.PROBLEM


def of(*lines: Entry, now: str = "11-24 07:00") -> Handover:
    client = replace(
        HIKARI,
        manager="Lea Peeters",
        backup="Tom Claes",
        notes="Slides two days ahead.",
        context=BusinessContext(sector="optics"),
    )
    return hand_over(
        ClientState(client=client, journal=journal_of(*lines), theirs=TOKYO, yours=BRUSSELS, now=utc(now))
    )


def test_the_profile_is_handed_over() -> None:
    handover = of()
    assert (handover.client, handover.name, handover.country, handover.timezone.key) == (
        "hikari",
        "Hikari KK",
        "JP",
        "Asia/Tokyo",
    )
    assert (handover.manager, handover.backup, handover.notes) == (
        "Lea Peeters",
        "Tom Claes",
        "Slides two days ahead.",
    )
    assert handover.context.sector == "optics"
    assert handover.answered


@pytest.mark.parametrize("events", [0, 1, 20, 21])
def test_the_twenty_latest_events_come_newest_first(events: int) -> None:
    lines = [logged(CALL, f"10-{number:02d} 03:00", text=f"of {number}") for number in range(1, events + 1)]
    texts = [event.text for event in of(*lines).events]
    assert len(texts) == min(events, 20)
    assert texts == [f"of {events - place}" for place in range(len(texts))]


@pytest.mark.parametrize(("at", "on"), [("11-20 14:59", "11-20"), ("11-20 15:00", "11-21")])
def test_an_event_is_dated_in_their_zone(at: str, on: str) -> None:
    (event,) = of(logged(CALL, at, "mori", text="pilot accepted", id_="c1")).events
    assert (event.id, event.on, event.kind, event.text, event.people) == (
        "c1",
        day(on),
        CALL,
        "pilot accepted",
        ("mori",),
    )


def test_only_open_problems_and_feedback_are_listed() -> None:
    handover = of(
        logged(PROBLEM, "11-01 03:00", id_="p1"),
        logged(FEEDBACK, "11-02 03:00", id_="f1"),
        replace(logged(FEEDBACK, "11-03 03:00", id_="f2"), no_action="thanked"),
        logged(CALL, "11-04 03:00", id_="c1"),
    )
    assert [event.id for event in handover.problems] == ["p1"]
    assert [event.id for event in handover.feedback] == ["f1"]
    assert [event.id for event in handover.events] == ["c1", "f2", "f1", "p1"]


def test_open_promises_of_both_sides_come_by_urgency() -> None:
    lines = [
        Promised(id=EntryId(id_), at=utc("11-01 08:00"), owner=owner, text="x", due=day(due) if due else None)
        for id_, owner, due in (
            ("a", Owner.ME, "11-30"),
            ("b", Owner.THEM, "11-27"),
            ("c", Owner.ME, None),
            ("d", Owner.THEM, "12-01"),
        )
    ]
    assert [promise.id for promise in of(*lines).promises] == ["b", "a", "d", "c"]


def test_ties_use_the_clients_date_and_the_rhythm_yours() -> None:
    handover = of(logged(CALL, "11-24 15:00", "mori"), now="11-24 16:00")  # already Wednesday in Tokyo
    assert [tie.days_since for tie in handover.people] == [None, 0]
    checkin = next(beat for beat in handover.rhythm if beat.beat is Beat.CHECKIN)
    assert (checkin.last, checkin.due) == (day("11-24"), day("12-08"))
