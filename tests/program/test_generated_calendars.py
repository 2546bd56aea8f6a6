"""Calendars of every shape say the same to us and to a library; broken ones lose nothing in silence.

In `make check` some hundreds of each; with HYPOTHESIS_PROFILE=long 20,000. A failure names the number that
makes its calendar again.
"""

import math
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from calendar_library import LibraryAnswer, LibraryRequest, library_answers
from damaged_calendars import Damage, damaged_line, damaged_structure, hostile_calendar
from generated_calendars import HOME, GeneratedCalendar, generated_calendar

from clientbridge.adapters.meeting.calendar_sources import CalendarText
from clientbridge.adapters.meeting.calendars.busy_calendar import busy_calendar
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.errors import ClientbridgeError
from clientbridge.core.meeting.busy_times import BusyTimes, CalendarOwner
from clientbridge.core.time.intervals import Span, Spans, at_minute, clip, minute_of, subtraction, union
from conftest import IS_LONG

BLOCK = 200 if IS_LONG else 50
BLOCKS = range(100 if IS_LONG else 1)
HOSTILE_BLOCKS = range(20 if IS_LONG else 1)
MOST_HOSTILE = 200 if IS_LONG else 20
ZONES = open_zone_database([])
OWNER = CalendarOwner(home=ZONES.find(HOME), emails=("tess@example.com",))
MOST_SECONDS = 1.0
"""Of the processor, so that a busy machine is no failure."""
MOST_HOSTILE_SECONDS = 10.0
HOSTILE_RANGE = (minute_of(datetime(2026, 11, 30, tzinfo=UTC)), minute_of(datetime(2026, 12, 7, tzinfo=UTC)))


def read(text: str, within: Span, most_seconds: float = MOST_SECONDS) -> BusyTimes:
    started = time.process_time()
    try:
        return busy_calendar([CalendarText(name="work.ics", text=text)], within, OWNER, ZONES)
    finally:
        assert time.process_time() - started < most_seconds


def numbers(block: int) -> range:
    return range(block * BLOCK, (block + 1) * BLOCK)


def range_of(calendar: GeneratedCalendar) -> Span:
    return minute_of(calendar.first.replace(tzinfo=UTC)), minute_of(calendar.last.replace(tzinfo=UTC))


def asked(calendar: GeneratedCalendar, plain: str) -> LibraryRequest:
    first, last = (at.replace(tzinfo=UTC).isoformat() for at in (calendar.first, calendar.last))
    return LibraryRequest(plain, first, last, HOME, calendar.floating)


def in_minutes(answer: LibraryAnswer, within: Span) -> Spans:
    """Seconds rounded outwards, as we round them."""
    return clip(union((math.floor(a / 60), math.ceil(b / 60)) for a, b in answer.busy), within)


def shown(spans: Sequence[Span]) -> list[str]:
    return [f"{at_minute(a):%Y-%m-%d %H:%M}/{at_minute(b):%m-%d %H:%M}" for a, b in spans]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_library_reads_the_same(block: int) -> None:
    calendars = [generated_calendar(number) for number in numbers(block)]
    answers = library_answers([asked(calendar, calendar.plain) for calendar in calendars])
    assert [answer.refused for answer in answers if answer.refused] == []
    for calendar, answer in zip(calendars, answers, strict=True):
        ours, theirs = read(calendar.text, range_of(calendar)), in_minutes(answer, range_of(calendar))
        explained = f"number {calendar.seed}: {shown(ours.busy)} and {shown(theirs)}\n{calendar.plain}"
        assert (ours.busy, ours.unread) == (theirs, ()), explained
    assert sum(bool(answer.busy) for answer in answers) > BLOCK / 2


@pytest.mark.parametrize("block", BLOCKS)
def test_a_damaged_line_is_told_or_changes_its_event_alone(block: int) -> None:
    made = [
        (calendar, damaged_line(calendar, calendar.seed))
        for calendar in map(generated_calendar, numbers(block))
    ]
    tried = [(calendar, damage) for calendar, damage in made if damage is not None]
    answers = library_answers([asked(calendar, damage.plain) for calendar, damage in tried])
    assert len(tried) > BLOCK / 2
    for (calendar, damage), answer in zip(tried, answers, strict=True):
        within = range_of(calendar)
        found, others = read(damage.text, within), read(calendar.without(damage.uid).text, within)
        explained = f"number {calendar.seed}, {damage.what}: {shown(found.busy)}\n{damage.plain}"
        assert subtraction(others.busy, found.busy) == (), explained
        assert is_nothing_lost(calendar, damage, found, answer), explained


def is_nothing_lost(
    calendar: GeneratedCalendar, damage: Damage, found: BusyTimes, answer: LibraryAnswer
) -> bool:
    """Told, or as busy as without the damage, or at least as busy as the library says of what is left."""
    within = range_of(calendar)
    if found.unread or not subtraction(read(calendar.text, within).busy, found.busy):
        return True
    return (
        bool(damage.plain) and not answer.refused and not subtraction(in_minutes(answer, within), found.busy)
    )


@pytest.mark.parametrize("block", BLOCKS)
def test_broken_structure_is_told_or_loses_nothing(block: int) -> None:
    for calendar in map(generated_calendar, numbers(block)):
        damage, within = damaged_structure(calendar, calendar.seed), range_of(calendar)
        try:
            found = read(damage.text, within)
        except ClientbridgeError:
            continue
        explained = f"number {calendar.seed}, {damage.what}: {shown(found.busy)}\n{damage.text}"
        assert is_nothing_lost(calendar, damage, found, LibraryAnswer()), explained


@pytest.mark.parametrize("block", HOSTILE_BLOCKS)
def test_hostile_texts_end_and_leave_the_good_event(block: int) -> None:
    good = ((HOSTILE_RANGE[0] + 34 * 60, HOSTILE_RANGE[0] + 35 * 60),)
    for number in numbers(block)[:MOST_HOSTILE]:
        text = hostile_calendar(number)
        try:
            found = read(text, HOSTILE_RANGE, MOST_HOSTILE_SECONDS)
        except ClientbridgeError:
            continue
        if "UID:good" in text.upper():
            assert subtraction(good, found.busy) == (), number
