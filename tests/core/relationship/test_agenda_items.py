from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from people import BRUSSELS, HIKARI, JAPAN, MONDAY, MORNING, TOKYO

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.agenda import AgendaCode, AgendaItem, ranked
from clientbridge.core.relationship.agenda_items import ClientState, items_of
from clientbridge.core.relationship.journal.entries import Entry, Event, Promised
from clientbridge.core.relationship.journal.kinds import EntryId, EventKind, Owner
from clientbridge.core.relationship.journal.replay import read_journal
from clientbridge.core.relationship.tie_strength import TieStrength, coverage, ties
from clientbridge.core.workspace.profiles import Rhythm


def event(kind: EventKind, days_ago: int, *people: str, text: str = "x") -> Event:
    at = MORNING - timedelta(days=days_ago)
    return Event(id=EntryId(f"{kind}{days_ago}"), at=at, kind=kind, text=text, people=people)


def promise(owner: Owner, due: date, text: str = "send the SOW") -> Promised:
    return Promised(
        id=EntryId(f"{owner}{due}"),
        at=MORNING - timedelta(days=20),
        owner=owner,
        text=text,
        due=due,
        person="mori",
    )


def found(*lines: Entry, now: datetime = MORNING, theirs: PartyCalendar = TOKYO) -> tuple[AgendaItem, ...]:
    situation = ClientState(
        client=HIKARI, journal=read_journal("hikari", lines), theirs=theirs, yours=BRUSSELS, now=now
    )
    return ranked(items_of(situation), situation.today_here)


IN_TOUCH = (
    event(EventKind.CALL, 3, "tanaka", "mori"),
    event(EventKind.FEEDBACK, 3),
    event(EventKind.VISIT, 9),
)
ACTED_ON = tuple(
    replace(line, no_action="done") if line.kind is EventKind.FEEDBACK else line for line in IN_TOUCH
)


def codes(items: tuple[AgendaItem, ...]) -> list[str]:
    return [item.code.value for item in items]


def test_a_quiet_day_has_only_the_holiday_and_the_birthday() -> None:
    assert codes(found(*ACTED_ON)) == ["holiday", "birthday"]


def test_your_promises_are_due_in_your_days_and_theirs_are_waited_for_in_theirs() -> None:
    late = promise(Owner.ME, date(2026, 11, 20))
    today = promise(Owner.ME, MONDAY)
    far = promise(Owner.ME, date(2026, 12, 24))
    theirs = promise(Owner.THEM, date(2026, 11, 20), "server list")
    items = found(*ACTED_ON, late, today, far, theirs)
    assert codes(items)[:3] == ["promise_late", "promise_due", "waiting"]
    assert items[0].overdue_days == 3
    assert items[0].command == "cb promise done me2026-11-20"
    assert items[2].why == "Yui Mori promised: server list"
    assert items[2].overdue_days == 0, "Monday is a holiday in Japan: no working day has passed"


@pytest.mark.parametrize("hour", [8, 9])
def test_their_promise_is_late_when_their_working_day_has_ended(hour: int) -> None:
    theirs = promise(Owner.THEM, date(2026, 11, 24), "server list")
    now = datetime(2026, 11, 24, hour, 0, tzinfo=UTC)  # 17:00 and 18:00 in Tokyo; the office closes at 17:30
    assert ("waiting" in codes(found(*ACTED_ON, theirs, now=now))) is (hour == 9)


def test_check_in_and_update_wait_for_a_day_on_which_they_work() -> None:
    long_ago = event(EventKind.CALL, 40, "tanaka", "mori")
    assert "checkin_due" not in codes(found(long_ago)), "Monday is a holiday in Japan"
    tuesday = found(long_ago, now=MORNING + timedelta(days=1))
    checkin = next(item for item in tuesday if item.code is AgendaCode.CHECKIN_DUE)
    assert checkin.why == "last contact 41 days ago, longer than you allow"
    assert "update_due" in codes(tuesday), "Thursday 22 October has passed"


def test_a_contact_starts_the_beats_anew() -> None:
    tuesday = MORNING + timedelta(days=1)
    assert not {"checkin_due", "update_due", "feedback_due", "visit_due"} & set(
        codes(found(*ACTED_ON, now=tuesday))
    )


def test_nothing_logged_asks_for_a_first_contact_only() -> None:
    tuesday = found(now=MORNING + timedelta(days=1))
    assert [item.why for item in tuesday if item.code is AgendaCode.CHECKIN_DUE] == ["no contact logged yet"]
    assert not {"feedback_due", "visit_due"} & set(codes(tuesday))


def test_problems_and_feedback_stay_until_they_are_answered() -> None:
    items = found(*IN_TOUCH, event(EventKind.PROBLEM, 2, text="export is empty"))
    assert codes(items)[:2] == ["problem_open", "feedback_open"]
    assert items[0].command == 'cb log hikari --closes problem2 "how it was solved"'


def test_gaps_come_last() -> None:
    items = found(event(EventKind.CALL, 3, "mori"))
    assert codes(items)[-2:] == ["single_contact", "level_missing"]
    assert items[-1].why == "no contact at executive level in 90 days"
    assert [item.rank for item in items] == list(range(1, len(items) + 1))


def test_a_year_without_data_is_told_in_time() -> None:
    calendar = replace(TOKYO.calendars[JAPAN], years_without_data=frozenset({2027}))
    items = found(*ACTED_ON, theirs=replace(TOKYO, calendars={JAPAN: calendar}))
    assert codes(items)[-1] == "data_ends"


def test_without_a_rhythm_nothing_falls_due() -> None:
    situation = ClientState(
        client=replace(HIKARI, rhythm=Rhythm()),
        journal=read_journal("hikari", ()),
        theirs=TOKYO,
        yours=BRUSSELS,
        now=MORNING + timedelta(days=1),
    )
    assert not {"checkin_due", "update_due"} & {item.code.value for item in items_of(situation)}


@pytest.mark.parametrize(
    ("days_ago", "strength"),
    [
        ((3, 20), TieStrength.STRONG),
        ((3,), TieStrength.DECAYING),
        ((30, 31), TieStrength.STRONG),
        ((31, 40), TieStrength.DECAYING),
        ((61,), TieStrength.AT_RISK),
        ((400,), TieStrength.AT_RISK),
        ((), TieStrength.NONE),
    ],
)
def test_strength_follows_what_was_logged(days_ago: tuple[int, ...], strength: TieStrength) -> None:
    lines = [event(EventKind.CALL, days, "mori") for days in days_ago]
    tanaka, mori = ties(HIKARI, read_journal("hikari", lines), MONDAY)
    assert (tanaka.strength, mori.strength) == (TieStrength.NONE, strength)


def test_strength_explains_itself() -> None:
    lines = [event(EventKind.CALL, 3, "mori"), replace(event(EventKind.EMAIL, 1, "mori"), from_them=True)]
    found_ties = ties(HIKARI, read_journal("hikari", lines), MONDAY)
    assert [tie.why for tie in found_ties] == [
        "no contact logged",
        "last contact 1 day ago; 2 in 90 days, 1 started by them",
    ]
    assert coverage(found_ties).single_contact == "mori"
    assert coverage(found_ties).nobody_decides


@pytest.mark.parametrize(("days_ago", "counted"), [(0, 1), (90, 1), (91, 0)])
def test_contacts_count_for_ninety_days(days_ago: int, counted: int) -> None:
    lines = [event(EventKind.CALL, days_ago, "mori")]
    mori = ties(HIKARI, read_journal("hikari", lines), MONDAY)[1]
    assert (mori.contacts, mori.days_since) == (counted, days_ago)
