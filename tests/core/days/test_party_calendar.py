"""Worked days around a date, and instants on the clock of where the party is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from people import AT_HIKARI, BELGIUM, BRUSSELS, MONDAY, TOKYO
from zones import zone

from clientbridge.core.days.party_calendar import PartyCalendar, what_decides
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, SeasonHours, Travel

ONE_DAY = timedelta(days=1)


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "following", "preceding"),
    [
        # Labour Thanksgiving Day on Monday 23 November 2026
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-24", "2026-11-20"),
        ("2026-11-23", "2026-11-24", "2026-11-20"),
        ("2026-11-24", "2026-11-24", "2026-11-24"),
        # the winter closure from 28 December to 5 January
        ("2026-12-28", "2027-01-06", "2026-12-25"),
        ("2027-01-05", "2027-01-06", "2026-12-25"),
    ],
)
def test_the_next_and_the_last_worked_day(day: str, following: str, preceding: str) -> None:
    assert TOKYO.worked_from(on(day)) == on(following)
    assert TOKYO.worked_until(on(day)) == on(preceding)


@pytest.mark.parametrize(("length", "ahead"), [(59, 59), (60, 60), (61, 0), (90, 0)])
def test_a_closure_of_more_than_sixty_days_is_without_end(length: int, ahead: int) -> None:
    first = on("2026-03-02")
    off = DaysOff(days=DateRange(first, first + timedelta(days=length - 1)))
    every_day = WorkingHours(by_weekday=(parse_hours("9-17"),) * 7)
    closed = PartyCalendar(
        schedule=replace(BRUSSELS.schedule, days_off=(off,), hours=every_day), calendars=BRUSSELS.calendars
    )
    assert closed.worked_from(first) == first + timedelta(days=ahead)
    assert closed.worked_until(off.days.last) == off.days.last - timedelta(days=ahead)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        # the first day is not counted, the last one is
        ("2026-11-24", "2026-11-24", 0),
        ("2026-11-24", "2026-11-25", 1),
        ("2026-11-20", "2026-11-24", 1),
        ("2026-11-20", "2026-11-23", 0),
        ("2026-11-16", "2026-11-27", 8),
        ("2026-11-25", "2026-11-24", -1),
        ("2026-11-24", "2026-11-20", -1),
        ("2026-11-27", "2026-11-16", -8),
    ],
)
def test_worked_days_from_one_date_to_another(first: str, last: str, count: int) -> None:
    assert TOKYO.worked_between(on(first), on(last)) == count


@pytest.mark.parametrize("first", ["2026-10-31", "2026-11-01", "2026-11-24", "2026-12-31"])
def test_worked_days_are_counted_alike_within_a_month_and_over_months_and_years(first: str) -> None:
    start = on(first)
    counted = 0
    for ahead in range(1, 100):
        day = start + timedelta(days=ahead)
        counted += TOKYO.is_worked(day)
        assert TOKYO.worked_between(start, day) == counted
        assert TOKYO.worked_between(day, start) == -counted


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2026-11-24", "2026-11-24T08:30"),
        # on a day off, when work would end
        ("2026-11-23", "2026-11-23T08:30"),
        ("2026-11-28", "2026-11-28T08:30"),
    ],
)
def test_the_end_of_work(day: str, end: str) -> None:
    """17:30 in Tokyo is 08:30Z."""
    assert TOKYO.end_of_work(on(day)) == datetime.fromisoformat(end).replace(tzinfo=UTC)


def placed(hours: WorkingHours | None, where: str = "Europe/Brussels") -> PartyCalendar:
    schedule = Schedule(place=BELGIUM, zone=zone(where), hours=hours)
    return PartyCalendar(schedule=schedule, calendars=BRUSSELS.calendars)


def test_the_end_of_work_where_hours_differ_by_weekday_or_are_not_given() -> None:
    ten, eleven = parse_hours("8-10"), parse_hours("8-9, 10-11")
    mixed = placed(WorkingHours(by_weekday=((), eleven, ten, (), (), (), ())), "UTC")
    assert mixed.end_of_work(on("2026-11-24")) == datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert mixed.end_of_work(on("2026-11-25")) == datetime(2026, 11, 25, 10, tzinfo=UTC)
    # Thursday is never worked: the hours of the first weekday that is
    assert mixed.end_of_work(on("2026-11-26")) == datetime(2026, 11, 26, 11, tzinfo=UTC)
    assert placed(None, "UTC").end_of_work(on("2026-11-24")) == datetime(2026, 11, 24, 17, tzinfo=UTC)
    assert placed(WorkingHours(), "UTC").end_of_work(on("2026-11-24")) == datetime(
        2026, 11, 24, 17, tzinfo=UTC
    )
    never = placed(WorkingHours(by_weekday=((),) * 7), "UTC")
    assert never.end_of_work(on("2026-11-24")) == datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "minute", "instant"),
    [
        ("2026-11-24", 9 * 60, "2026-11-24T08:00"),
        ("2026-11-24", 1440, "2026-11-24T23:00"),
        # 02:30 is skipped on 28 March 2027 and comes twice on 25 October 2026: the later moment
        ("2027-03-28", 150, "2027-03-28T01:30"),
        ("2026-10-25", 150, "2026-10-25T01:30"),
    ],
)
def test_of_two_moments_or_none_the_later(day: str, minute: int, instant: str) -> None:
    assert BRUSSELS.instant(on(day), minute) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_traveller_has_the_days_and_the_clock_of_the_journey() -> None:
    dubai = Place("AE")
    trip = Travel(days=DateRange(on("2026-11-24"), on("2026-11-25")), zone=zone("Asia/Dubai"), place=dubai)
    off = PlaceCalendar(place=dubai, days=DateRange(on("2027-01-01"), on("2027-01-02")))
    party = PartyCalendar(
        schedule=replace(AT_HIKARI, travel=(trip,)), calendars={**TOKYO.calendars, dubai: off}
    )
    assert [party.zone(on(f"2026-11-{day}")).key for day in (23, 24, 25, 26)] == [
        "Asia/Tokyo",
        "Asia/Dubai",
        "Asia/Dubai",
        "Asia/Tokyo",
    ]
    assert [party.day(on(f"2026-11-{day}")).place.country for day in (23, 24, 26)] == ["JP", "AE", "JP"]
    assert party.hours(on("2026-11-23")) == ()
    assert party.hours(on("2026-11-24")) == parse_hours("09:00-12:00, 13:00-17:30")


@pytest.mark.parametrize(("closed", "ahead"), [(0, 1), (1, 2), (14, 15), (30, 31), (59, 60), (60, None)])
def test_the_nearest_worked_day_within_reach(closed: int, ahead: int | None) -> None:
    """Days closed right after Monday 23 November, weekends being worked."""
    off = DaysOff(days=DateRange(MONDAY + ONE_DAY, MONDAY + max(closed, 1) * ONE_DAY))
    week = replace(BRUSSELS.schedule, works_public_holidays=True, days_off=(off,) if closed else ())
    hours = week.hours
    assert hours is not None
    every_day = replace(week, hours=replace(hours, by_weekday=(hours.every_working_day,) * 7))
    days = PartyCalendar(schedule=every_day, calendars=BRUSSELS.calendars)
    expected = None if ahead is None else MONDAY + ahead * ONE_DAY
    assert days.worked_after(MONDAY) == expected


def test_backwards_and_over_a_weekend() -> None:
    days = TOKYO
    assert days.worked_before(MONDAY) == date(2026, 11, 20)
    assert days.worked_after(date(2026, 11, 20)) == date(2026, 11, 24)
    assert days.is_worked(date(2026, 11, 24))
    assert not days.is_worked(MONDAY)


def test_a_day_asked_for_twice_is_judged_once() -> None:
    days = PartyCalendar(schedule=TOKYO.schedule, calendars=TOKYO.calendars)
    assert days.day(MONDAY) is days.day(MONDAY)
    assert days.calendar(MONDAY).place == TOKYO.schedule.place


def test_schedules_alike_in_what_decides_a_day_share_their_judgement() -> None:
    """Hours that keep the place's work week and a zone do not change a status; all the rest may."""
    plain = AT_HIKARI
    nine = parse_hours("9-17")
    same = [
        replace(plain, hours=None),
        replace(plain, hours=WorkingHours(every_working_day=nine)),
        replace(plain, zone=zone("UTC")),
    ]
    off = DaysOff(days=DateRange(MONDAY, MONDAY))
    others = [
        replace(plain, place=BELGIUM),
        replace(plain, days_off=(off,)),
        replace(plain, works_public_holidays=True),
        replace(plain, seasons=(SeasonHours(days="ramadan", hours=nine),)),
        replace(plain, travel=(Travel(days=off.days, zone=zone("UTC")),)),
        replace(plain, hours=WorkingHours(by_weekday=(nine,) * 7)),
        replace(plain, hours=WorkingHours(by_weekday=(nine,) * 6 + ((),))),
    ]
    assert {what_decides(schedule) for schedule in same} == {what_decides(plain)}
    assert len({what_decides(schedule) for schedule in (plain, *others)}) == 1 + len(others)


def journey(first: str, last: str, to: str) -> PartyCalendar:
    """Brussels (UTC+1), with some days elsewhere."""
    trip = Travel(days=DateRange(on(first), on(last)), zone=zone(to))
    return replace(BRUSSELS, schedule=replace(BRUSSELS.schedule, travel=(trip,)))


@pytest.mark.parametrize(
    ("days", "now", "date_there", "stays_until"),
    [
        (BRUSSELS, "2026-12-01T22:59", "2026-12-01", "2026-12-01T23:00"),
        (BRUSSELS, "2026-12-01T23:00", "2026-12-02", "2026-12-02T23:00"),
        # Three days in Dubai (UTC+4): its midnight is at 20:00Z, that of Brussels at 23:00Z.
        (
            journey("2026-12-01", "2026-12-03", "Asia/Dubai"),
            "2026-11-30T19:59",
            "2026-11-30",
            "2026-11-30T20:00",
        ),
        (
            journey("2026-12-01", "2026-12-03", "Asia/Dubai"),
            "2026-11-30T23:00",
            "2026-12-01",
            "2026-12-01T20:00",
        ),
        (
            journey("2026-12-01", "2026-12-03", "Asia/Dubai"),
            "2026-12-01T20:00",
            "2026-12-02",
            "2026-12-02T20:00",
        ),
        (
            journey("2026-12-01", "2026-12-03", "Asia/Dubai"),
            "2026-12-03T23:00",
            "2026-12-04",
            "2026-12-04T23:00",
        ),
        # Three days in New York (UTC-5): its midnight is at 05:00Z.
        (
            journey("2026-12-01", "2026-12-03", "America/New_York"),
            "2026-12-01T06:00",
            "2026-12-01",
            "2026-12-02T05:00",
        ),
        (
            journey("2026-12-01", "2026-12-03", "America/New_York"),
            "2026-12-02T04:00",
            "2026-12-01",
            "2026-12-02T05:00",
        ),
    ],
)
def test_the_date_is_that_of_the_place_where_the_party_is(
    days: PartyCalendar, now: str, date_there: str, stays_until: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert days.date_at(moment) == on(date_there)
    assert days.next_date_after(moment) == datetime.fromisoformat(stays_until).replace(tzinfo=UTC)
