from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.relationship.journal.replay import Promise
from clientbridge.core.relationship.promise_parsing import day_off_note, read_promise
from clientbridge.core.relationship.promise_status import PromiseStatus, promise_state
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, Schedule

MONDAY = date(2026, 11, 23)
YEAR = DateRange(date(2026, 1, 1), date(2027, 12, 31))
LABOUR_DAY = DayFact(
    status=DayStatus.CLOSED,
    reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Labor Thanksgiving Day"),
)
JAPAN = Place("JP")
TOKYO = PartyCalendar(
    schedule=Schedule(
        place=JAPAN,
        zone=ZoneInfo("Asia/Tokyo"),
        hours=WorkingHours(every_working_day=parse_hours("09:00-12:00, 13:00-17:30")),
    ),
    calendars={JAPAN: PlaceCalendar(place=JAPAN, days=YEAR, facts={MONDAY: (LABOUR_DAY,)})},
)


@pytest.mark.parametrize(
    ("typed", "text", "due"),
    [
        ("send the SOW by fri", "send the SOW", date(2026, 11, 27)),
        ("server list by 4 dec", "server list", date(2026, 12, 4)),
        ("server list by December 4", "server list", date(2026, 12, 4)),
        ("budget by 15 jan", "budget", date(2027, 1, 15)),
        ("budget by 15 Jan 2028", "budget", date(2028, 1, 15)),
        ("reply by tomorrow", "reply", date(2026, 11, 24)),
        ("reply by +3d", "reply", date(2026, 11, 26)),
        ("stand by the quote by 2026-12-01", "stand by the quote", date(2026, 12, 1)),
        ("reply by 23 nov", "reply", date(2026, 11, 23)),  # today
        ("reply by 22 nov", "reply", date(2027, 11, 22)),  # gone by: the next one
        ("reply UNTIL Fri", "reply", date(2026, 11, 27)),
        ("two lines\nsend them by fri", "two lines\nsend them", date(2026, 11, 27)),
        ("send it by mail", "send it by mail", None),
        ("send it by toy", "send it by toy", None),
        ("send the SOW", "send the SOW", None),
    ],
)
def test_a_typed_promise_is_split_into_text_and_date(typed: str, text: str, due: date | None) -> None:
    worded = read_promise(typed, today=MONDAY)
    assert (worded.text, worded.due) == (text, due)


@pytest.mark.parametrize(
    "typed",
    ["SOW by 03/04", "SOW by 30 feb", "SOW by fryday", "SOW by december", "SOW by 2026-02-30", " ", "by fri"],
)
def test_an_invalid_date_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        read_promise(typed, today=MONDAY)


def promise(due: date | None) -> Promise:
    return Promise(
        id=EntryId("k"),
        client="hikari",
        owner=Owner.THEM,
        text="server list",
        made=datetime(2026, 11, 20, 8, tzinfo=UTC),
        due=due,
        person="tanaka",
        event=None,
    )


@pytest.mark.parametrize(
    ("now", "status", "left"),
    [
        (
            datetime(2026, 11, 19, 8, tzinfo=UTC),
            PromiseStatus.OPEN,
            2,
        ),  # Thursday 17:00 in Tokyo; Monday is off
        (datetime(2026, 11, 23, 15, tzinfo=UTC), PromiseStatus.DUE, 0),  # Tuesday 00:00 in Tokyo
        (datetime(2026, 11, 24, 8, 29, tzinfo=UTC), PromiseStatus.DUE, 0),
        (datetime(2026, 11, 24, 8, 30, tzinfo=UTC), PromiseStatus.LATE, 0),  # the office closes
        (datetime(2026, 11, 26, 8, 30, tzinfo=UTC), PromiseStatus.LATE, -2),
    ],
)
def test_a_due_date_is_the_end_of_the_owners_working_day(
    now: datetime, status: PromiseStatus, left: int
) -> None:
    state = promise_state(promise(date(2026, 11, 24)), TOKYO, now)
    assert (state.status, state.working_days_left) == (status, left)
    assert state.due_at is not None
    assert state.due_at.isoformat() == "2026-11-24T17:30:00+09:00"


def test_a_promise_without_a_date_is_open() -> None:
    state = promise_state(promise(None), TOKYO, datetime(2027, 1, 1, tzinfo=UTC))
    assert (state.status, state.due_at, state.working_days_left) == (PromiseStatus.OPEN, None, None)


def test_a_due_date_on_a_day_off_proposes_the_working_day_before() -> None:
    assert day_off_note(date(2026, 11, 24), TOKYO, Owner.THEM) is None
    assert day_off_note(MONDAY, TOKYO, Owner.THEM) == (
        "Mon 23 Nov is a day off there (Labor Thanksgiving Day); the working day before is Fri 20 Nov"
    )
