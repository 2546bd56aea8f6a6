from datetime import UTC, date, datetime
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.journal.kinds import EntryId, Owner
from clientbridge.core.relationship.journal.replay import Promise
from clientbridge.core.relationship.promise_parsing import day_off_note, read_due, read_promise
from clientbridge.core.relationship.promise_status import PromiseStatus, promise_state
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.workspace.profiles import DateRange, Schedule

MONDAY = date(2026, 11, 23)
TODAY_IS_MONDAY = "today is a Monday: read as Mon 30 Nov 2026; for today say today"
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
        # in words
        ("send it by end of month", "send it", date(2026, 11, 30)),
        ("send it in 2 weeks", "send it", date(2026, 12, 7)),
        ("send it within three days", "send it", date(2026, 11, 26)),
        ("send it by a week on tuesday", "send it", date(2026, 12, 1)),
        ("send it by 2026-12-04T17:00", "send it by 2026-12-04T17:00", date(2026, 12, 4)),
        ("send it by eow", "send it", date(2026, 11, 27)),
        ("send it by COB friday", "send it", date(2026, 11, 27)),
        ("send it by the day after tomorrow", "send it", date(2026, 11, 25)),
        ("send it by Dec. 4", "send it", date(2026, 12, 4)),
        ("send it by the 4th of December", "send it", date(2026, 12, 4)),
        ("send it by 31/12", "send it", date(2026, 12, 31)),
        ("send it by 31.12.", "send it", date(2026, 12, 31)),
        ("send it by this friday", "send it", date(2026, 11, 27)),
        ("send it by thurs", "send it", date(2026, 11, 26)),
        # elsewhere
        ("by fri send the SOW", "send the SOW", date(2026, 11, 27)),
        ("By Friday, send the SOW", "send the SOW", date(2026, 11, 27)),
        ("by friday the client signs", "the client signs", date(2026, 11, 27)),
        ("by 4 dec 2026: send the SOW", "send the SOW", date(2026, 12, 4)),
        ("in 2 weeks send the SOW", "send the SOW", date(2026, 12, 7)),
        ("no later than fri send it", "send it", date(2026, 11, 27)),
        ("send the SOW by fri, please", "send the SOW", date(2026, 11, 27)),
        ("send the SOW by fri at the latest.", "send the SOW", date(2026, 11, 27)),
        ("send the SOW (by fri)", "send the SOW", date(2026, 11, 27)),
        ("send the SOW, by fri", "send the SOW", date(2026, 11, 27)),
        ("SOW due fri", "SOW", date(2026, 11, 27)),
        ("SOW due: 4 dec", "SOW", date(2026, 12, 4)),
        ("SOW till fri", "SOW", date(2026, 11, 27)),
        ("SOW not later than fri", "SOW", date(2026, 11, 27)),
        ("SOW before fri", "SOW", date(2026, 11, 26)),
        ("SOW before the end of the month", "SOW", date(2026, 11, 30)),
        ("SOW before december", "SOW", date(2026, 11, 30)),
        ("SOW before next week", "SOW", date(2026, 11, 29)),
        # on that day or before
        ("SOW on or before 30 Nov", "SOW", date(2026, 11, 30)),
        ("on or before 30 Nov: send the SOW", "send the SOW", date(2026, 11, 30)),
        ("SOW on/before fri", "SOW", date(2026, 11, 27)),
        ("SOW before or on fri", "SOW", date(2026, 11, 27)),
        ("SOW by no later than fri", "SOW", date(2026, 11, 27)),
        ("SOW latest by fri", "SOW", date(2026, 11, 27)),
        # so long before or after another day
        ("SOW 3 days before 4 dec", "SOW", date(2026, 12, 1)),
        ("SOW 3d before 4 dec", "SOW", date(2026, 12, 1)),
        ("3 days before 4 dec: send the SOW", "send the SOW", date(2026, 12, 1)),
        ("SOW at least a week before 4 dec", "SOW", date(2026, 11, 27)),
        ("SOW the day before 4 dec", "SOW", date(2026, 12, 3)),
        ("SOW the day after fri", "SOW", date(2026, 11, 28)),
        ("SOW two weeks from now", "SOW", date(2026, 12, 7)),
        ("SOW a week on fri", "SOW", date(2026, 12, 4)),
        ("pay within 30 days after 4 dec", "pay", date(2027, 1, 3)),
        ("pay in a week\u2019s time", "pay", date(2026, 11, 30)),
        ("SOW due in 2 weeks", "SOW", date(2026, 12, 7)),
        ("SOW due before fri", "SOW", date(2026, 11, 26)),
        ("run it for 2 weeks before 4 dec", "run it for 2 weeks", date(2026, 12, 3)),
        ("SOW well before fri", "SOW well before fri", date(2026, 11, 26)),
        ("nothing to add; SOW before fri", "nothing to add; SOW", date(2026, 11, 26)),
        # in brackets, in quotes, the weekday last
        ("SOW by friday (27 nov)", "SOW", date(2026, 11, 27)),
        ("SOW by 27 nov (Friday)", "SOW", date(2026, 11, 27)),
        ('SOW by "friday"', "SOW", date(2026, 11, 27)),
        # more than a day, or not surely a deadline: the words stay
        ("call them on friday", "call them on friday", date(2026, 11, 27)),
        ("drop by on friday", "drop by on friday", date(2026, 11, 27)),
        ("come by tomorrow", "come by tomorrow", date(2026, 11, 24)),
        ("send it by fri 15:00", "send it by fri 15:00", date(2026, 11, 27)),
        ("send it by 3pm", "send it by 3pm", date(2026, 11, 23)),
        ("send it by tomorrow morning", "send it by tomorrow morning", date(2026, 11, 24)),
        # a number can be a day only where it can be nothing else
        ("grow by 1.5", "grow by 1.5", None),
        ("grow by 12.30", "grow by 12.30", None),
        ("grow by 15.30", "grow by 15.30", None),
        *(
            (typed, typed, None)
            for typed in (
                "review by Tom",
                "review by Maria",
                "review by Sundar",
                "review by Mondal",
                "review by Augusta",
                "review by May",
                "review by Jan",
                "hold by market",
                "hosting by sun microsystems",
                "by sun microsystems rules, deliver",
                "cut by 10%",
                "cut by 30",
                "split by 50/50",
                "support by 24/7",
                "go by train",
                "done by 3 people",
                "grow by 2x",
                "shorten it by 2 weeks",
                "shorten it by 3h",
                "shorten it by a month",
                "finish by phase 2",
                "do it by hand",
                "work by night",
                "charge by the week",
                "by then we sign",
                "keep it until further notice",
                "house by the sea",
                "send it within 3 days of signing",
                "within 3 days of signing, send it",
                "start in december",
                "in a day or two, call",
                "pay by the end of the project",
                "send it by monday or tuesday",
                "confirm the meeting tomorrow",
                "send it in time",
                "call in 2 hours",
                "stand by",
                "on monday.com, update the board",
                "list the shop on Noon",
                "not before friday",
                "do not ship it before 4 dec",
                "we won\u2019t ship before 4 dec",
                "send it 48 hours before 4 dec",
                "send it 3 working days before 4 dec",
                "send it the week before 4 dec",
                "send it in two weeks on friday",
                "take 3 days from monday",
                "cut it by two weeks' time",
                "book a table by Friday's",
            )
        ),
    ],
)
def test_a_typed_promise_is_split_into_text_and_date(typed: str, text: str, due: date | None) -> None:
    worded = read_promise(typed, today=MONDAY)
    assert (worded.text, worded.due) == (text, due)


@pytest.mark.parametrize(
    "typed",
    [
        "SOW by 03/04",
        "SOW by 30 feb",
        "SOW by fryday",
        "SOW by december",
        "SOW by 2026-02-30",
        " ",
        "by fri",
        "SOW by firday",
        "SOW by firday, please",
        "by firday, send it",
        "SOW (by tommorow)",
        "SOW until wensday",
        "SOW by dec 45",
        "SOW by 4 decmber",
        "SOW by 2026-13-01",
        "SOW by 03.04",
        "SOW by 1/2",
        "SOW by 31/12/26",
        "SOW by next week",
        "SOW by may 2027",
        "SOW by next friday",  # on a Monday: this week's or next week's
        "SOW by mid-december",
        "SOW by christmas",
        "SOW by q4",
        "SOW by midnight",
        "SOW by mon 4 dec",
        "SOW due 31 feb",
    ],
)
def test_an_invalid_date_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        read_promise(typed, today=MONDAY)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("send it by tue", None),
        ("send it by mon", TODAY_IS_MONDAY),
        ("send it by 20 nov", "20 Nov 2026 has passed: read as Sat 20 Nov 2027"),
        ("send it by 2026-11-20", "Fri 20 Nov 2026 has passed"),
        ("send it before fri", "before Fri 27 Nov 2026 is by Thu 26 Nov 2026"),
        ("send it by fri 15:00", "a promise is due at the end of its day: 15:00 stays in the text"),
        ("send it by fri evening", "a promise is due at the end of its day: evening stays in the text"),
        (
            "send it by mon 9:00",
            f"{TODAY_IS_MONDAY}; a promise is due at the end of its day: 09:00 stays in the text",
        ),
    ],
)
def test_what_is_told_of_the_words_of_a_date(typed: str, note: str | None) -> None:
    assert read_promise(typed, today=MONDAY).note == note


@pytest.mark.parametrize("signs", [" ", ".", " please", "by ", "by fri, "])
def test_a_long_row_of_signs_is_gone_through_once(signs: str) -> None:
    start = process_time()
    text = f"a{signs * 10_000}b"
    assert read_promise(text, today=MONDAY).text == text
    assert process_time() - start < 5  # a tenth of a second; a cubic expression takes hours


def test_a_promise_is_read_in_its_owners_week() -> None:
    sunday_to_thursday = CalendarWeek.of({6, 0, 1, 2, 3})
    assert read_promise("it by eow", today=MONDAY, week=lambda: sunday_to_thursday).due == date(2026, 11, 26)


def test_a_new_date_has_the_same_words_and_no_time() -> None:
    assert read_due("end of month", today=MONDAY).day == date(2026, 11, 30)
    assert read_due("by eow", today=MONDAY).note is None
    assert read_due("2026-11-20", today=MONDAY).note == "Fri 20 Nov 2026 has passed"
    with pytest.raises(UsageError, match="'fri 15:00' has a time of day; a day is asked"):
        read_due("fri 15:00", today=MONDAY)


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
