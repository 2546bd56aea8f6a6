"""Rule table of where they are in their day. Everything is Tuesday 24 November 2026 in Tokyo, UTC+9."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.briefing.briefing import Moment, PartOfDay
from clientbridge.core.briefing.part_of_day import moment_of
from clientbridge.core.time.hours import ClockRange, DayHours, parse_hours

TOKYO, BRUSSELS = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Brussels")
HIKARI = parse_hours("09:00-12:00, 13:00-17:30")
THROUGH = parse_hours("09:00-17:00")
NOON_LUNCH = ClockRange(12 * 60, 13 * 60)
P = PartOfDay


def moment(
    clock: str,
    hours: DayHours,
    *,
    lunch: ClockRange | None = None,
    usual: bool = False,
    many_off: bool = False,
    yesterdays: DayHours = (),
) -> Moment:
    local = datetime.fromisoformat(f"2026-11-24 {clock}").replace(tzinfo=TOKYO)
    return moment_of(
        local, BRUSSELS, hours, lunch=lunch, usual=usual, many_off=many_off, yesterdays=yesterdays
    )


@pytest.mark.parametrize(
    ("clock", "part", "say"),
    [
        ("00:00", P.BEFORE_WORK, "Before hours: work there starts at 09:00, in 9 h."),
        ("08:59", P.BEFORE_WORK, "Before hours: work there starts at 09:00, in 1 min."),
        ("09:00", P.MORNING, "The day has just begun there; work there ends at 17:30."),
        ("09:29", P.MORNING, "The day has just begun there; work there ends at 17:30."),
        ("09:30", P.MORNING, "Morning there; work there ends at 17:30."),
        ("11:59", P.MORNING, "Morning there; work there ends at 17:30."),
        ("12:00", P.LUNCH, "Around lunch; work there ends at 17:30."),  # their hours have a break
        ("12:59", P.LUNCH, "Around lunch; work there ends at 17:30."),
        ("13:00", P.AFTERNOON, "Afternoon there; work there ends at 17:30."),
        ("16:29", P.AFTERNOON, "Afternoon there; work there ends at 17:30."),
        ("16:30", P.LAST_HOUR, "Late in the day: work there ends at 17:30, in 1 h."),
        ("17:29", P.LAST_HOUR, "Late in the day: work there ends at 17:30, in 1 min."),
        ("17:30", P.AFTER_WORK, "After hours: work there ends at 17:30."),
        ("23:59", P.AFTER_WORK, "After hours: work there ends at 17:30."),
    ],
)
def test_the_parts_of_a_working_day(clock: str, part: PartOfDay, say: str) -> None:
    found = moment(clock, HIKARI)
    assert (found.part, found.say, found.opens, found.closes) == (part, say, "09:00", "17:30")


@pytest.mark.parametrize(
    ("clock", "lunch", "part"),
    [
        ("11:59", NOON_LUNCH, P.MORNING),
        ("12:00", NOON_LUNCH, P.LUNCH),
        ("12:59", NOON_LUNCH, P.LUNCH),
        ("13:00", NOON_LUNCH, P.AFTERNOON),
        ("11:59", None, P.MORNING),
        ("12:00", None, P.AFTERNOON),
        ("16:30", ClockRange(16 * 60, 17 * 60), P.LUNCH),  # a late lunch before the last hour
    ],
)
def test_lunch_is_the_countrys_where_hours_have_no_break(
    clock: str, lunch: ClockRange | None, part: PartOfDay
) -> None:
    assert moment(clock, THROUGH, lunch=lunch).part is part


def test_a_day_off_has_no_hours() -> None:
    assert moment("10:00", ()) == Moment(
        part=P.DAY_OFF,
        minutes_ahead=480,
        opens=None,
        closes=None,
        hours_are_usual=False,
        say="A day off there.",
    )


@pytest.mark.parametrize(
    ("clock", "say"),
    [
        ("08:30", "Before hours: offices there usually start at 09:00, in 30 min."),
        ("10:00", "Morning there; offices there usually end at 17:00."),
        ("12:10", "Around lunch; offices there usually end at 17:00."),
        ("16:30", "Late in the day: offices there usually end at 17:00, in 30 min."),
        ("18:00", "After hours: offices there usually end at 17:00."),
    ],
)
def test_hours_of_the_country_are_told_as_such(clock: str, say: str) -> None:
    found = moment(clock, THROUGH, lunch=NOON_LUNCH, usual=True)
    assert (found.say, found.hours_are_usual) == (say, True)


NIGHT = parse_hours("22:00-06:00")


@pytest.mark.parametrize(
    ("clock", "hours", "yesterdays", "part", "say"),
    [
        ("21:00", NIGHT, NIGHT, P.BEFORE_WORK, "Before hours: work there starts at 22:00, in 1 h."),
        ("22:10", NIGHT, NIGHT, P.AFTERNOON, "The day has just begun there; work there ends at 06:00."),
        ("23:00", NIGHT, NIGHT, P.AFTERNOON, "Evening there; work there ends at 06:00."),
        ("00:00", NIGHT, NIGHT, P.MORNING, "Morning there; work there ends at 06:00."),
        ("04:59", NIGHT, NIGHT, P.MORNING, "Morning there; work there ends at 06:00."),
        ("05:00", NIGHT, NIGHT, P.LAST_HOUR, "Late in the day: work there ends at 06:00, in 1 h."),
        ("05:30", (), NIGHT, P.LAST_HOUR, "Late in the day: work there ends at 06:00, in 30 min."),
        ("06:00", NIGHT, NIGHT, P.BEFORE_WORK, "Before hours: work there starts at 22:00, in 16 h."),
        ("06:00", (), NIGHT, P.DAY_OFF, "A day off there."),
        ("02:00", NIGHT, (), P.BEFORE_WORK, "Before hours: work there starts at 22:00, in 20 h."),
        ("02:00", NIGHT, HIKARI, P.BEFORE_WORK, "Before hours: work there starts at 22:00, in 20 h."),
    ],
)
def test_a_night_shift_belongs_to_the_day_it_starts_on(
    clock: str, hours: DayHours, yesterdays: DayHours, part: PartOfDay, say: str
) -> None:
    found = moment(clock, hours, yesterdays=yesterdays)
    assert (found.part, found.say) == (part, say)


@pytest.mark.parametrize(
    ("hours", "closes"), [("15:00-24:00", "24:00"), ("22:00-06:00", "06:00"), ("09:00-17:30", "17:30")]
)
def test_closing_time_is_written_as_a_clock_shows_it(hours: str, closes: str) -> None:
    assert moment("16:00", parse_hours(hours)).closes == closes


@pytest.mark.parametrize(
    ("there", "here", "on", "ahead"),
    [
        ("Asia/Tokyo", "Europe/Brussels", "2026-11-24 16:00", 480),
        ("Asia/Tokyo", "Europe/Brussels", "2026-07-01 16:00", 420),  # summer time here
        ("America/New_York", "Europe/Brussels", "2026-11-24 16:00", -360),
        ("Asia/Kolkata", "Europe/Brussels", "2026-11-24 16:00", 270),
        ("Europe/Paris", "Europe/Brussels", "2026-11-24 16:00", 0),
        ("Asia/Kathmandu", "Asia/Tokyo", "2026-11-24 16:00", -195),
    ],
)
def test_how_far_their_clock_is_ahead_of_yours(there: str, here: str, on: str, ahead: int) -> None:
    local = datetime.fromisoformat(on).replace(tzinfo=ZoneInfo(there))
    found = moment_of(local, ZoneInfo(here), THROUGH, lunch=None, usual=False)
    assert found.minutes_ahead == ahead


@pytest.mark.parametrize(
    ("now", "where", "hours", "say"),
    [
        # clocks go forward in the night: an hour less than the clock face says
        ("2027-03-25T23:00Z", "Asia/Jerusalem", "09:00-12:00", "work there starts at 09:00, in 7 h."),
        ("2027-03-14T06:00Z", "America/New_York", "09:00-17:00", "work there starts at 09:00, in 7 h."),
        # and back: an hour more
        ("2026-11-01T04:30Z", "America/New_York", "09:00-17:00", "work there starts at 09:00, in 9 h 30."),
        ("2026-10-25T00:30Z", "Europe/Brussels", "02:00-03:00", "work there ends at 03:00, in 1 h 30."),
        ("2026-10-25T01:30Z", "Europe/Brussels", "02:00-03:00", "work there ends at 03:00, in 30 min."),
    ],
)
def test_the_time_left_is_real_time(now: str, where: str, hours: str, say: str) -> None:
    local = datetime.fromisoformat(now).astimezone(ZoneInfo(where))
    found = moment_of(local, BRUSSELS, parse_hours(hours), lunch=None, usual=False)
    assert found.say.endswith(say)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        moment_of(datetime(2026, 11, 24), BRUSSELS, THROUGH, lunch=None, usual=False)  # noqa: DTZ001


@pytest.mark.parametrize("usual", [False, True])
def test_when_many_are_off_the_hours_are_of_whoever_is_at_work(*, usual: bool) -> None:
    said = {
        clock: moment(clock, THROUGH, usual=usual, many_off=True).say
        for clock in ("08:00", "10:00", "16:30", "18:00")
    }
    assert said == {
        "08:00": "Before hours: those at work start at 09:00, in 1 h.",
        "10:00": "Morning there; those at work end at 17:00.",
        "16:30": "Late in the day: those at work end at 17:00, in 30 min.",
        "18:00": "After hours: those at work end at 17:00.",
    }


@pytest.mark.parametrize(
    ("clock", "say"),
    [
        ("17:59", "Afternoon there; work there ends at 22:00."),
        ("18:00", "Evening there; work there ends at 22:00."),
        ("20:59", "Evening there; work there ends at 22:00."),
    ],
)
def test_evening_begins_at_six(clock: str, say: str) -> None:
    assert moment(clock, parse_hours("10:00-22:00")).say == say
