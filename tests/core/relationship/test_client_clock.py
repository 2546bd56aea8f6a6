"""Rule table of a client's clock: whether to write or call now, and if not, from when.

Tokyo is UTC+9 and works 09:00-12:00 and 13:00-17:30; Monday 23 November is a holiday.
"""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from people import BRUSSELS, TOKYO, day, day_fact, utc, with_facts

from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.relationship.client_clock import Clock, clock_at, day_at_client
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, Travel

HERE = BRUSSELS.schedule
NIGHT_SHIFT = replace(
    BRUSSELS,
    schedule=replace(BRUSSELS.schedule, hours=WorkingHours(every_working_day=parse_hours("22:00-06:00"))),
)


def clock_of(days: PartyCalendar, now: str) -> Clock:
    moment = utc(now)
    return clock_at(day_at_client("hikari", "Hikari KK", days, moment), moment, HERE)


@pytest.mark.parametrize(
    ("now", "next_there"),
    [
        ("11-23 23:59", "2026-11-24T09:00:00+09:00"),  # 08:59 on Tuesday
        ("11-24 00:00", None),  # 09:00: open
        ("11-24 02:59", None),
        ("11-24 03:00", "2026-11-24T13:00:00+09:00"),  # noon: closed for lunch
        ("11-24 04:00", None),
        ("11-24 08:29", None),
        ("11-24 08:30", "2026-11-25T09:00:00+09:00"),  # 17:30: closed
        ("11-23 05:00", "2026-11-24T09:00:00+09:00"),  # the holiday
        ("11-20 08:30", "2026-11-24T09:00:00+09:00"),  # Friday evening before the long weekend
        ("11-28 05:00", "2026-11-30T09:00:00+09:00"),  # Saturday
        ("12-25 08:30", "2027-01-06T09:00:00+09:00"),  # the winter closure
    ],
)
def test_may_write_during_their_hours(now: str, next_there: str | None) -> None:
    clock = clock_of(TOKYO, now)
    assert clock.may_write is (next_there is None)
    assert (clock.next_there and clock.next_there.isoformat()) == next_there


@pytest.mark.parametrize(
    ("kind", "may_write"),
    [(ReasonKind.REGION_DEPENDENT, True), (ReasonKind.OPTIONAL, False), (ReasonKind.SEASON, False)],
)
def test_a_day_that_only_some_regions_keep_is_a_day_to_write(kind: ReasonKind, *, may_write: bool) -> None:
    fact = day_fact(DayStatus.LIKELY_CLOSED, "Feast", kind)
    assert clock_of(with_facts(TOKYO, {day("11-24"): fact}), "11-24 00:00").may_write is may_write


@pytest.mark.parametrize(
    ("now", "next_there"),
    [
        ("11-23 20:59", "2026-11-23T22:00:00+01:00"),
        ("11-23 21:00", None),  # 22:00 on Monday
        ("11-24 02:00", None),  # Tuesday 03:00 belongs to Monday's night
        ("11-24 05:00", "2026-11-24T22:00:00+01:00"),  # 06:00
        ("11-28 02:00", None),  # Saturday 03:00 belongs to Friday's night
        ("11-28 05:00", "2026-11-30T22:00:00+01:00"),
        ("11-30 02:00", "2026-11-30T22:00:00+01:00"),  # Monday 03:00 would belong to Sunday
    ],
)
def test_a_night_shift_belongs_to_the_day_it_starts_on(now: str, next_there: str | None) -> None:
    clock = clock_of(NIGHT_SHIFT, now)
    assert clock.may_write is (next_there is None)
    assert (clock.next_there and clock.next_there.isoformat()) == next_there


@pytest.mark.parametrize(
    ("hours", "now", "next_there"),
    [
        # 01:15-01:45 comes twice on 1 November
        ("01:15-01:45", "2026-11-01 05:30", None),
        ("01:15-01:45", "2026-11-01 06:00", "2026-11-01T01:15:00-05:00"),
        ("01:15-01:45", "2026-11-01 06:30", None),
        # on 14 March the clock goes from 02:00 to 03:00
        ("01:00-02:30, 04:00-08:00", "2027-03-14 06:59", None),
        ("01:00-02:30, 04:00-08:00", "2027-03-14 07:10", "2027-03-14T04:00:00-04:00"),
    ],
)
def test_minutes_that_come_twice_count_twice_and_skipped_ones_do_not(
    hours: str, now: str, next_there: str | None
) -> None:
    every_day = WorkingHours(by_weekday=(parse_hours(hours),) * 7)
    schedule = replace(BRUSSELS.schedule, zone=ZoneInfo("America/New_York"), hours=every_day)
    clock = clock_of(replace(BRUSSELS, schedule=schedule), now)
    assert (clock.next_there and clock.next_there.isoformat()) == next_there
    assert clock.may_write is (next_there is None)


YEAR_END = day_fact(DayStatus.LIKELY_CLOSED, "Year-end closure", kind=ReasonKind.SEASON)
OFF = day_fact(DayStatus.CLOSED, "Founding Day")
FAIR = day_fact(DayStatus.LIKELY_CLOSED, "Fair", kind=ReasonKind.OPTIONAL)


@pytest.mark.parametrize(
    ("facts", "now", "next_there"),
    [
        # after a day off: the day of return, though many are still away on it
        ({"11-24": OFF, "11-25": YEAR_END}, "11-24 01:00", "2026-11-25T09:00:00+09:00"),
        # a day likely off for a reason of its own is no day of return
        ({"11-24": OFF, "11-25": FAIR}, "11-24 01:00", "2026-11-26T09:00:00+09:00"),
        # on a day when many are away: the next day when they are back
        ({"11-24": YEAR_END, "11-25": YEAR_END}, "11-24 01:00", "2026-11-26T09:00:00+09:00"),
        # before one: the next day whatever it is would be a poor moment
        ({"11-25": YEAR_END}, "11-24 09:00", "2026-11-26T09:00:00+09:00"),
    ],
)
def test_one_waits_until_the_day_of_return(facts: dict[str, DayFact], now: str, next_there: str) -> None:
    clock = clock_of(with_facts(TOKYO, {day(on): fact for on, fact in facts.items()}), now)
    assert clock.next_there is not None
    assert clock.next_there.isoformat() == next_there


@pytest.mark.parametrize(
    ("status", "may_write"),
    [
        (DayStatus.WORKING, True),
        (DayStatus.REDUCED, True),
        (DayStatus.UNKNOWN, True),
        (DayStatus.LIKELY_CLOSED, False),
        (DayStatus.CLOSED, False),
    ],
)
def test_may_not_write_on_days_when_many_are_away(status: DayStatus, *, may_write: bool) -> None:
    days = with_facts(TOKYO, {day("11-24"): day_fact(status, "Some day")})
    clock = clock_of(days, "11-24 01:00")
    assert (clock.may_write, clock.day) == (may_write, status)


@pytest.mark.parametrize(
    ("now", "perhaps"),
    [
        ("11-23 23:59", False),  # before hours
        ("11-24 00:00", True),
        ("11-24 03:30", False),  # noon
        ("11-24 08:29", True),
        ("11-24 08:30", False),  # after hours
        ("11-25 00:00", False),  # an ordinary day again
    ],
)
def test_in_hours_on_a_day_when_many_are_away_one_asks(now: str, *, perhaps: bool) -> None:
    days = with_facts(TOKYO, {day("11-24"): day_fact(DayStatus.LIKELY_CLOSED, "Some day")})
    assert clock_of(days, now).perhaps is perhaps


def test_hours_of_offices_there_are_marked_as_such() -> None:
    assumed = replace(TOKYO, schedule=replace(TOKYO.schedule, hours=None))
    assert [clock_of(days, "11-24 01:00").office_hours for days in (TOKYO, assumed)] == [False, True]


@pytest.mark.parametrize(
    ("now", "status", "reasons"),
    [
        ("11-24 01:00", DayStatus.WORKING, ()),
        ("11-23 01:00", DayStatus.CLOSED, ("Labor Thanksgiving Day",)),
        ("11-22 01:00", DayStatus.CLOSED, ("Weekend",)),
        ("12-27 15:00", DayStatus.CLOSED, ("Winter closure",)),  # Monday 28 December begins in Tokyo
        ("2027-01-02 01:00", DayStatus.CLOSED, ("Winter closure",)),  # a Saturday: the weekend is no news
    ],
)
def test_an_unusual_day_says_why(now: str, status: DayStatus, reasons: tuple[str, ...]) -> None:
    clock = clock_of(TOKYO, now)
    assert (clock.day, clock.reasons) == (status, reasons)


def test_a_weekend_is_a_reason_only_when_it_closes_the_day() -> None:
    shorter = day_fact(DayStatus.REDUCED, "Friday", ReasonKind.WEEKEND)
    clock = clock_of(with_facts(TOKYO, {day("11-27"): shorter}), "11-27 01:00")
    assert (clock.day, clock.reasons, clock.names) == (DayStatus.REDUCED, (), ())


def test_both_clocks_show_the_same_moment() -> None:
    clock = clock_of(TOKYO, "11-24 08:30")
    assert clock.local_time.isoformat() == "2026-11-24T17:30:00+09:00"
    assert clock.next_here is not None
    assert clock.next_here.isoformat() == "2026-11-25T01:00:00+01:00"
    assert (clock.client, clock.name, clock.timezone.key) == ("hikari", "Hikari KK", "Asia/Tokyo")
    assert clock_of(TOKYO, "11-24 01:00").next_here is None


def test_working_spans_reach_from_last_night_to_the_next_working_day() -> None:
    thursday = day_at_client("hikari", "Hikari KK", TOKYO, utc("11-26 03:00"))
    assert thursday.working == (
        (utc("11-25 00:00"), utc("11-25 03:00")),
        (utc("11-25 04:00"), utc("11-25 08:30")),
        (utc("11-26 00:00"), utc("11-26 03:00")),
        (utc("11-26 04:00"), utc("11-26 08:30")),
        (utc("11-27 00:00"), utc("11-27 03:00")),
        (utc("11-27 04:00"), utc("11-27 08:30")),
    )


@pytest.mark.parametrize(("closed_days", "opens"), [(59, True), (60, False)])
def test_an_endless_closure_has_no_next_working_time(closed_days: int, *, opens: bool) -> None:
    start = day("06-01")  # 59 days later is Thursday 30 July
    closed = {
        start + timedelta(days=ahead): day_fact(DayStatus.CLOSED, "Shut") for ahead in range(closed_days)
    }
    clock = clock_of(with_facts(TOKYO, closed), "06-01 03:00")
    assert (clock.next_there and clock.next_there.isoformat()) == (
        "2026-07-30T09:00:00+09:00" if opens else None
    )


def test_a_traveller_has_the_clock_of_the_destination() -> None:
    abroad = Travel(days=DateRange(day("11-24"), day("11-25")), zone=ZoneInfo("America/New_York"))
    days = replace(TOKYO, schedule=replace(TOKYO.schedule, travel=(abroad,)))
    clock = clock_of(days, "11-24 15:00")  # Wednesday in Tokyo, Tuesday 10:00 in New York
    assert (clock.timezone.key, clock.may_write) == ("America/New_York", True)
    assert clock.local_time.isoformat() == "2026-11-24T10:00:00-05:00"


def test_what_is_here_is_where_you_will_be_by_then() -> None:
    """You are in Dubai on Tuesday, at home again on Wednesday, when they open at 09:00 in Tokyo."""
    travel = Travel(days=DateRange(day("11-23"), day("11-24")), zone=ZoneInfo("Asia/Dubai"))
    you = replace(HERE, travel=(travel,))
    now = utc("11-24 12:00")
    clock = clock_at(day_at_client("hikari", "Hikari KK", TOKYO, now), now, you)
    assert clock.next_there is not None
    assert clock.next_there.isoformat() == "2026-11-25T09:00:00+09:00"
    assert clock.next_here is not None
    assert clock.next_here.isoformat() == "2026-11-25T01:00:00+01:00"


def test_a_holiday_that_they_work_through_is_said() -> None:
    working = replace(TOKYO, schedule=replace(TOKYO.schedule, works_public_holidays=True))
    clock = clock_of(working, "11-23 05:00")
    assert clock.may_write
    assert clock.worked_through == ("Labor Thanksgiving Day",)
    assert clock.reasons == ("works through Labor Thanksgiving Day",)
    assert clock_of(TOKYO, "11-23 05:00").worked_through == ()
