from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from clientbridge.core.days.closures import Break
from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.place import Place
from clientbridge.core.days.report.spells import Spell
from clientbridge.render.days.days_ics import days_to_ics

NOW = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
FIRST, LAST = date(2026, 12, 31), date(2027, 1, 3)
NEW_YEAR = Spell(
    client="hikari",
    name="Hikari Seimitsu KK",
    place=Place("JP"),
    first=FIRST,
    last=LAST,
    status=DayStatus.CLOSED,
    names=("Ōmisoka, year's end", "New Year's Day"),
    local_names=("大晦日; \x1b[1m休み",),
    around=Break(from_=FIRST, to=LAST, days=4, bridge=(), back=date(2027, 1, 4)),
    notes=("the date is an estimate",),
)


def written(*found: Spell) -> Calendar:
    calendar = Calendar.from_ical(days_to_ics(found, title="Days off: 2 clients", now=NOW))
    assert isinstance(calendar, Calendar)
    return calendar


def events_of(*found: Spell) -> list[Event]:
    return written(*found).events


def uid(spell: Spell) -> str:
    (event,) = events_of(spell)
    return str(event["UID"])


def test_a_break_is_one_event_of_free_time_with_what_is_known_of_it() -> None:
    (event,) = events_of(NEW_YEAR)
    assert (event.start, event.end) == (FIRST, date(2027, 1, 4))
    assert event.DTSTAMP == NOW
    assert str(event["SUMMARY"]) == "Hikari Seimitsu KK: Ōmisoka, year's end; New Year's Day"
    assert str(event["DESCRIPTION"]) == (
        "closed; 大晦日; [1m休み; off Thu 31 Dec to Sun 3 Jan (4 days); back Mon 4 Jan; "
        "the date is an estimate"
    )
    assert event.categories == ["CLOSED"]
    assert str(event["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("status", "summary"),
    [
        (DayStatus.CLOSED, "Hikari: Feast"),
        (DayStatus.LIKELY_CLOSED, "Hikari: Feast (likely closed)"),
        (DayStatus.REDUCED, "Hikari: Feast (short day)"),
        (DayStatus.UNKNOWN, "Hikari: Feast (unknown)"),
        (DayStatus.WORKING, "Hikari: Feast (at work)"),
    ],
)
def test_the_summary_says_what_the_day_does_to_work(status: DayStatus, summary: str) -> None:
    (event,) = events_of(replace(NEW_YEAR, name="Hikari", names=("Feast",), status=status))
    assert (str(event["SUMMARY"]), event.categories) == (summary, [status.value.upper()])


def test_hours_that_are_not_the_usual_ones_are_told() -> None:
    (event,) = events_of(replace(NEW_YEAR, around=None, local_names=(), notes=(), hours="09:00-12:00"))
    assert str(event["DESCRIPTION"]) == "closed; work 09:00-12:00"


def test_the_calendar_has_a_name() -> None:
    calendar = written()
    assert (str(calendar["NAME"]), str(calendar["X-WR-CALNAME"])) == ("Days off: 2 clients",) * 2


def test_an_event_keeps_its_id_as_long_as_it_is_the_same_break_of_the_same_client() -> None:
    longer = replace(NEW_YEAR, last=date(2027, 1, 5), names=("Winter closure",), name="Hikari KK", notes=())
    assert uid(longer) == uid(NEW_YEAR)
    place = replace(NEW_YEAR, client=None)
    others = {
        uid(replace(NEW_YEAR, client="solaris")),
        uid(replace(NEW_YEAR, first=date(2026, 12, 30))),
        uid(place),
        uid(replace(place, place=Place("JP", "JP-13"))),
        uid(NEW_YEAR),
    }
    assert len(others) == 5


def test_the_same_answer_gives_the_same_bytes() -> None:
    first, second = (days_to_ics((NEW_YEAR,), title="Days off", now=NOW) for _ in range(2))
    assert first == second
