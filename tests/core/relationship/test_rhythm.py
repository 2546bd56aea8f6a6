"""Rule table of the rhythm. You are in Brussels, the client in Tokyo.

Tokyo is off on Monday 23 November 2026 and from 28 December to 5 January.
"""

from datetime import date, timedelta

import pytest
from people import BRUSSELS, MONDAY, TOKYO, day, day_fact, journal_of, logged, with_facts

from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import EventKind
from clientbridge.core.relationship.rhythm import Beat, NextBeat, next_beats
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.workspace.profiles import Rhythm

MONDAY_OF_WEEK, TUESDAY, WEDNESDAY, THURSDAY, _, SATURDAY = range(6)
CALL, CHAT, EMAIL, FEEDBACK, MEETING, NOTE, VISIT = (
    EventKind.CALL,
    EventKind.CHAT,
    EventKind.EMAIL,
    EventKind.FEEDBACK,
    EventKind.MEETING,
    EventKind.NOTE,
    EventKind.VISIT,
)
ALL = Rhythm(checkin="2w", update="1w", feedback="3mo", visit="12mo")


def of(rhythm: Rhythm, today: date, *lines: Event, theirs: PartyCalendar = TOKYO) -> tuple[NextBeat, ...]:
    return next_beats(rhythm, journal_of(*lines), theirs, BRUSSELS, today)


def beats(rhythm: Rhythm, today: str, *events: tuple[EventKind, str]) -> dict[Beat, NextBeat]:
    """Return the next beats, with these events logged at noon in Tokyo, 04:00 in Brussels."""
    lines = [logged(kind, f"{on} 03:00") for kind, on in events]
    return {beat.beat: beat for beat in of(rhythm, day(today), *lines)}


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        ("11-10", "11-11", "11-24"),  # Tuesday to Tuesday
        ("11-09", "11-11", "11-24"),  # 23 November is a holiday
        ("11-07", "11-11", "11-24"),  # 21 November is a Saturday, and Monday after it off
        ("11-14", "11-16", "11-30"),  # 28 November is a Saturday
        ("12-14", "12-15", "2027-01-06"),  # the winter closure ends on 5 January
        ("11-02", "11-24", "11-16"),  # overdue, and today is worked
        ("11-02", "11-23", "11-16"),  # overdue, and today is a holiday: it stays overdue
        ("11-13", "11-28", "11-27"),  # overdue since Friday, and today is a Saturday
        ("12-10", "12-29", "12-24"),  # overdue when they closed for the winter
        ("11-09", "11-24", "11-24"),  # it fell on the holiday, so it is due today and not overdue
        ("11-09", "11-25", "11-24"),
        ("11-10", "11-24", "11-24"),  # due today
    ],
)
def test_a_check_in_falls_due_on_the_next_day_they_work(last: str, today: str, due: str) -> None:
    next_due = beats(Rhythm(checkin="2w"), today, (CALL, last))
    assert next_due == {Beat.CHECKIN: NextBeat(beat=Beat.CHECKIN, last=day(last), due=day(due))}


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("11-24", "11-24"),
        ("11-23", "11-20"),  # a holiday: due since Friday, and not only tomorrow
        ("11-28", "11-27"),  # a Saturday
        ("2027-01-05", "12-25"),  # the winter closure
    ],
)
def test_with_nothing_logged_check_in_and_update_are_due_at_once_and_nothing_else(
    today: str, due: str
) -> None:
    next_due = beats(ALL, today)
    assert {beat: (at.due, at.last, at.has_start) for beat, at in next_due.items()} == {
        Beat.CHECKIN: (day(due), None, False),
        Beat.UPDATE: (day(due), None, False),
    }


@pytest.mark.parametrize(
    ("update_on", "today", "due"),
    [
        (THURSDAY, "12-10", "12-10"),  # a Thursday
        (THURSDAY, "12-11", "12-10"),  # it was not sent, so it is due since then
        (THURSDAY, "12-12", "12-10"),
        (THURSDAY, "12-16", "12-10"),
        (THURSDAY, "12-17", "12-17"),
        (MONDAY_OF_WEEK, "11-23", "11-16"),  # Monday 23 is a holiday: due the day after it
        (MONDAY_OF_WEEK, "11-24", "11-24"),
        (MONDAY_OF_WEEK, "11-29", "11-24"),
        (SATURDAY, "11-28", "11-24"),  # a day they never work: Monday, and that one was a holiday
        (SATURDAY, "11-30", "11-30"),
        (TUESDAY, "2027-01-05", "12-22"),  # two Tuesdays of the winter closure move to 6 January
        (TUESDAY, "2027-01-06", "2027-01-06"),
    ],
)
def test_a_first_update_is_due_since_its_last_weekday(update_on: int, today: str, due: str) -> None:
    (update,) = beats(Rhythm(update="1w", update_on=update_on), today).values()
    assert (update.due, update.overdue_days(day(today))) == (day(due), 0)


@pytest.mark.parametrize("update_on", [None, *range(7)])
def test_with_nothing_logged_nothing_lies_ahead(update_on: int | None) -> None:
    """So what is due on one day is due on every day after it, across weekends, holidays and closures."""
    for ahead in range(80):
        today = MONDAY + timedelta(days=ahead)
        for beat in of(Rhythm(checkin="2w", update="1w", update_on=update_on), today):
            assert beat.due <= today


@pytest.mark.parametrize("start", ["11-02", "11-12", "11-27", "12-17"])
@pytest.mark.parametrize("rhythm", [Rhythm(checkin="2w"), Rhythm(update="1w", update_on=THURSDAY), ALL])
def test_a_due_date_stays_until_it_is_done(rhythm: Rhythm, start: str) -> None:
    """Whatever day it is, a weekend or a closure of theirs, the date is the one that was seen ahead."""
    dates = {
        tuple(
            beat.due
            for beat in of(rhythm, day(start) + timedelta(days=ahead), logged(CALL, f"{start} 03:00"))
        )
        for ahead in range(60)
    }
    assert len(dates) == 1


@pytest.mark.parametrize(
    ("today", "overdue"), [("12-09", 0), ("12-10", 0), ("12-11", 1), ("12-12", 2), ("12-13", 3), ("12-14", 4)]
)
def test_what_was_not_sent_is_overdue_from_the_day_after(today: str, overdue: int) -> None:
    (update,) = beats(Rhythm(update="1w", update_on=THURSDAY), today, (EMAIL, "12-03")).values()
    assert (update.due, update.overdue_days(day(today))) == (day("12-10"), overdue)


def test_feedback_and_visits_count_from_the_first_contact() -> None:
    next_due = beats(ALL, "11-11", (NOTE, "11-02"), (CALL, "11-03"), (CALL, "11-10"))
    assert (next_due[Beat.FEEDBACK].due, next_due[Beat.FEEDBACK].last) == (day("2027-02-03"), None)
    assert (next_due[Beat.VISIT].due, next_due[Beat.VISIT].last) == (day("2027-11-03"), None)


def test_a_note_is_not_a_first_contact() -> None:
    assert beats(Rhythm(feedback="3mo", visit="12mo"), "11-11", (NOTE, "11-03")) == {}


@pytest.mark.parametrize(
    ("kind", "reset"),
    [
        (CALL, {Beat.CHECKIN, Beat.UPDATE}),
        (MEETING, {Beat.CHECKIN, Beat.UPDATE}),
        (EMAIL, {Beat.CHECKIN, Beat.UPDATE}),
        (CHAT, {Beat.CHECKIN}),
        (VISIT, {Beat.CHECKIN, Beat.UPDATE, Beat.VISIT}),
        (FEEDBACK, {Beat.FEEDBACK}),
        (EventKind.GIFT, set()),
        (EventKind.PROBLEM, set()),
        (NOTE, set()),
    ],
)
def test_each_kind_of_event_resets_its_beats(kind: EventKind, reset: set[Beat]) -> None:
    next_due = beats(ALL, "11-12", (CALL, "10-01"), (FEEDBACK, "10-01"), (VISIT, "10-01"), (kind, "11-11"))
    assert {beat for beat, at in next_due.items() if at.last == day("11-11")} == reset


@pytest.mark.parametrize(
    ("last", "update_on", "due"),
    [
        ("11-11", None, "11-18"),
        ("11-12", THURSDAY, "11-19"),  # Thursday to Thursday
        ("11-11", THURSDAY, "11-19"),  # a week later is Wednesday 18: the Thursday after it
        ("11-10", TUESDAY, "11-17"),
        ("11-16", TUESDAY, "11-24"),  # a week later is Monday 23: the Tuesday after it
        ("11-13", THURSDAY, "11-19"),  # sent on Friday, a day late: the next Thursday, not the one after it
        ("11-14", THURSDAY, "11-19"),
        ("11-15", THURSDAY, "11-19"),  # three days late
        ("11-16", THURSDAY, "11-26"),  # three days early
        ("11-12", MONDAY_OF_WEEK, "11-16"),  # on Thursday, three days late
        ("11-16", MONDAY_OF_WEEK, "11-24"),  # Monday 23 is a holiday there: the day after it
        ("11-24", MONDAY_OF_WEEK, "11-30"),  # and back to Mondays
    ],
)
def test_an_update_falls_on_its_weekday(last: str, update_on: int | None, due: str) -> None:
    next_due = beats(Rhythm(update="1w", update_on=update_on), "11-12", (MEETING, last))
    assert next_due[Beat.UPDATE].due == day(due)


@pytest.mark.parametrize("sent", range(7))
@pytest.mark.parametrize("interval", ["1w", "2w", "10d", "1mo"])
def test_updates_stay_on_their_weekday_whenever_they_are_sent(interval: str, sent: int) -> None:
    """Eight updates in a row, each sent some days after it was due."""
    rhythm = Rhythm(update=interval, update_on=THURSDAY)
    last = date(2026, 1, 1) + timedelta(days=sent)
    for _ in range(8):
        (beat,) = beats(rhythm, last.isoformat(), (MEETING, last.isoformat())).values()
        assert beat.due > last
        assert beat.due.weekday() == THURSDAY
        ideal = parse_time_span(interval).after(last)
        assert abs((beat.due - ideal).days) <= 3
        last = beat.due + timedelta(days=sent)


@pytest.mark.parametrize(
    ("event", "from_them", "last"),
    [
        (EMAIL, True, "11-02"),  # their mail is no update of yours
        (EMAIL, False, "11-10"),
        (CALL, True, "11-10"),  # in a call that they made you say how things stand
        (MEETING, True, "11-10"),
    ],
)
def test_their_mail_is_no_update(event: EventKind, *, from_them: bool, last: str) -> None:
    lines = [logged(CALL, "11-02 03:00"), logged(event, "11-10 03:00", from_them=from_them)]
    rhythm = Rhythm(checkin="2w", update="1w")
    checkin, update = of(rhythm, day("11-11"), *lines)
    assert (checkin.last, update.last) == (day("11-10"), day(last))


def test_a_first_update_is_due_an_interval_after_the_first_contact() -> None:
    theirs = logged(EMAIL, "11-10 03:00", from_them=True)
    for weekday, due in ((None, "11-17"), (THURSDAY, "11-19"), (TUESDAY, "11-17")):
        rhythm = Rhythm(update="1w", update_on=weekday)
        (update,) = of(rhythm, day("11-18"), theirs)
        assert (update.due, update.last) == (day(due), None)


def test_the_weekday_of_the_update_moves_no_other_beat() -> None:
    next_due = beats(Rhythm(checkin="2w", update="1w", update_on=WEDNESDAY), "11-11", (CALL, "11-10"))
    assert (next_due[Beat.CHECKIN].due, next_due[Beat.UPDATE].due) == (day("11-24"), day("11-18"))


@pytest.mark.parametrize(
    ("rhythm", "events", "latest"),
    [
        (Rhythm(checkin="2w", checkin_max="4w"), [(CALL, "11-10")], "12-08"),
        (Rhythm(checkin="2w"), [(CALL, "11-10")], None),
        (Rhythm(checkin="2w", checkin_max="4w"), [], None),
        (Rhythm(checkin_max="4w", update="1w"), [(CALL, "11-10")], None),
    ],
)
def test_only_a_check_in_can_be_too_late(
    rhythm: Rhythm, events: list[tuple[EventKind, str]], latest: str | None
) -> None:
    (beat,) = beats(rhythm, "11-11", *events).values()
    assert beat.latest == (None if latest is None else day(latest))


@pytest.mark.parametrize(
    ("status", "due"),
    [
        (DayStatus.WORKING, "11-24"),
        (DayStatus.REDUCED, "11-24"),
        (DayStatus.UNKNOWN, "11-24"),
        (DayStatus.LIKELY_CLOSED, "11-25"),
        (DayStatus.CLOSED, "11-25"),
    ],
)
def test_a_beat_waits_out_days_on_which_many_are_away(status: DayStatus, due: str) -> None:
    days = with_facts(TOKYO, {day("11-24"): day_fact(status, "Some day", ReasonKind.SEASON)})
    (beat,) = of(Rhythm(checkin="2w"), day("11-11"), logged(CALL, "11-10 03:00"), theirs=days)
    assert beat.due == day(due)


@pytest.mark.parametrize(("closed_days", "waits"), [(59, 59), (60, 0)])
def test_a_beat_waits_for_sixty_days_at_most(closed_days: int, waits: int) -> None:
    start = date(2026, 6, 1)  # a Monday; 60 days later is Friday 31 July, 59 is Thursday 30 July
    closed = {
        start + timedelta(days=ahead): day_fact(DayStatus.CLOSED, "Shut") for ahead in range(closed_days)
    }
    yesterday = logged(CALL, "2026-05-31 03:00")
    (beat,) = of(Rhythm(checkin="1d"), start, yesterday, theirs=with_facts(TOKYO, closed))
    assert beat.due == start + timedelta(days=waits)


@pytest.mark.parametrize(
    ("at", "last"), [("11-09 15:00", "11-09"), ("11-09 22:59", "11-09"), ("11-09 23:00", "11-10")]
)
def test_dates_are_those_of_your_calendar(at: str, last: str) -> None:
    rhythm = Rhythm(checkin="1d", feedback="1d")
    checkin, feedback = of(rhythm, day("11-09"), logged(CALL, at))
    assert checkin.last == day(last)
    assert checkin.due == feedback.due == day(last) + timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("11-12 16:00", "11-19"),  # on your Thursday, already Friday in Tokyo
        ("11-11 16:00", "11-19"),  # on your Wednesday, already Thursday there
    ],
)
def test_the_weekday_of_the_update_is_yours(at: str, due: str) -> None:
    (update,) = of(Rhythm(update="1w", update_on=THURSDAY), day("11-13"), logged(EMAIL, at))
    assert (update.due, update.last) == (day(due), day(at[:5]))


def test_an_empty_rhythm_has_no_beats() -> None:
    assert of(Rhythm(), MONDAY) == ()
