"""The world clock: one moment for everyone against zoneinfo itself, and the hours of a day."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import ALWAYS
from searches import CHANGES, ZONES
from zones import zone

from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.errors import TwoMomentsError
from clientbridge.core.meeting.clock.world_clock import MomentAsked, WorldClock, day_around, world_clock
from clientbridge.core.meeting.request import ME, Party
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.hours import WorkingHours, parse_hours
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.time.offsets import start_of_day
from clientbridge.core.time.parse import local_instant
from clientbridge.core.workspace.profiles import DateRange, DaysOff, Schedule, Travel

NOWHERE = Place("XX")
EVERY_DAY = WorkingHours(by_weekday=(parse_hours("09:00-17:00"),) * 7)
WEEK = WorkingHours(by_weekday=(*((parse_hours("09:00-17:00"),) * 5), (), ()))
OTHERS = 10


def party(
    party_id: str,
    key: str,
    hours: WorkingHours | None = WEEK,
    *,
    stretch: str = "",
    off: tuple[DaysOff, ...] = (),
    travel: tuple[Travel, ...] = (),
) -> Party:
    accepted = parse_hours(stretch) if stretch else ()
    return Party(
        id=party_id,
        name=party_id.title(),
        schedule=Schedule(
            place=NOWHERE, zone=zone(key), hours=hours, stretch=accepted, days_off=off, travel=travel
        ),
    )


def clock(moment: MomentAsked | datetime, *parties: Party, on: date | None = None) -> WorldClock:
    asked = moment if isinstance(moment, MomentAsked) else MomentAsked(at=moment)
    mine = parties[0].schedule.zone
    day = on or asked.at.astimezone(mine).date()
    span = start_of_day(day, mine), start_of_day(day + timedelta(days=1), mine)
    request = day_around(parties, asked, span)
    almanac = Almanac({NOWHERE: PlaceCalendar(place=NOWHERE, days=ALWAYS)}, request.within)
    return world_clock(request, almanac, asked, day, {one.id: "" for one in parties})


def asked(typed: datetime, there: ZoneInfo) -> MomentAsked:
    try:
        return MomentAsked(at=local_instant(typed.date(), typed.hour * 60 + typed.minute, there))
    except TwoMomentsError as two:
        return MomentAsked(at=two.first, other=two.second, is_skipped=two.is_skipped)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


near_changes = st.builds(
    lambda day, minutes: datetime.fromisoformat(day) + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-720, 2160),
)
earliest, latest = map(datetime.fromisoformat, ("1975-01-01", "2090-01-01"))
any_time = st.datetimes(earliest, latest).map(lambda when: when.replace(second=0, microsecond=0))


@given(
    typed=near_changes | any_time,
    whose=st.sampled_from(ZONES),
    others=st.lists(st.sampled_from(ZONES), min_size=OTHERS, max_size=OTHERS),
)
@settings(max_examples=200)
def test_a_typed_time_is_what_zoneinfo_says_for_all(typed: datetime, whose: str, others: list[str]) -> None:
    """200 typed times in 10 places each; where there are two moments, both folds of zoneinfo are shown."""
    there = zone(whose)
    both = [typed.replace(tzinfo=there, fold=fold).astimezone(UTC) for fold in (0, 1)]
    moment = asked(typed, there)
    assert [one for one in (moment.at, moment.other) if one is not None] == sorted(set(both))
    assert moment.is_skipped == (both[0].astimezone(there).replace(tzinfo=None) != typed)
    shown = clock(moment, party(ME, whose), *(party(f"p{at}", key) for at, key in enumerate(others)))
    for row, key in zip(shown.rows, [whose, *others], strict=True):
        expected = moment.at.astimezone(zone(key))
        assert (row.local, row.local.utcoffset()) == (expected, expected.utcoffset())
        assert row.day_shift == (expected.date() - shown.rows[0].local.date()).days
        if moment.other is not None:
            assert row.other_local == moment.other.astimezone(zone(key))


@given(typed=near_changes, whose=st.sampled_from(ZONES), other=st.sampled_from(ZONES))
@settings(max_examples=60)
def test_hours_cover_the_day_and_are_work_where_the_clock_reads_so(
    typed: datetime, whose: str, other: str
) -> None:
    shown = clock(typed.replace(tzinfo=UTC), party(ME, whose), party("x", other, EVERY_DAY))
    hours = shown.rows[1].hours
    first, last = (start_of_day(shown.date + timedelta(days=ahead), zone(whose)) for ahead in (0, 1))
    assert (minute_of(hours[0].start), minute_of(hours[-1].end)) == (first, last)
    assert all(one.end == after.start and one.fit != after.fit for one, after in pairwise(hours))
    for one in hours:
        for moment in (one.start, one.end - timedelta(minutes=1)):
            assert (one.fit == "working") == (9 <= moment.astimezone(zone(other)).hour < 17)


def test_a_row_says_how_the_moment_suits() -> None:
    monday = utc("2026-11-23T10:00")
    mine = party(ME, "Europe/Brussels", stretch="07:00-21:00")
    free = (DaysOff(days=DateRange(date(2026, 11, 23), date(2026, 11, 23)), name="Move"),)
    shown = clock(
        monday,
        mine,
        party("tokyo", "Asia/Tokyo"),
        party("off", "Europe/Oslo", off=free),
        party("vague", "Europe/Oslo", None),
        party("early", "America/New_York", stretch="04:00-09:00"),
    )
    assert [row.fit for row in shown.rows] == ["working", "outside", "closed", "unknown", "stretch"]
    assert [row.hours_known for row in shown.rows] == [True, True, True, False, True]
    assert shown.rows[2].day.named_by[0].name == "Move"
    assert [row.is_night for row in shown.rows] == [False, False, False, False, True]
    assert [row.is_night for row in clock(utc("2026-11-23T22:00"), mine).rows] == [True]


def test_the_next_change_of_each_clock_within_a_year() -> None:
    shown = clock(utc("2026-11-23T10:00"), *(party(key, key) for key in ("Europe/Brussels", "Asia/Tokyo")))
    change = shown.rows[0].next_change
    assert change is not None
    assert (change.at, change.from_, change.to, change.shift) == (
        utc("2027-03-28T01:00"), "+01:00", "+02:00", 60,
    )  # fmt: skip
    assert shown.rows[1].next_change is None


@pytest.mark.parametrize(
    ("at", "change"),
    [("2027-03-28T00:59", "2027-03-28T01:00"), ("2027-03-28T01:00", "2027-10-31T01:00")],
)
def test_a_change_that_is_now_is_no_next_one(at: str, change: str) -> None:
    found = clock(utc(at), party(ME, "Europe/Brussels")).rows[0].next_change
    assert found is not None
    assert found.at == utc(change)


def test_a_traveller_is_on_the_clock_of_the_day() -> None:
    trip = (Travel(days=DateRange(date(2026, 12, 1), date(2026, 12, 9)), zone=zone("Asia/Dubai")),)
    shown = clock(
        utc("2026-12-02T10:00"), party(ME, "Europe/Brussels"), party("x", "Europe/Oslo", travel=trip)
    )
    assert shown.rows[1].timezone.key == "Asia/Dubai"
    assert shown.rows[1].local.hour == 14


def test_another_day_shows_its_hours_and_the_moment_as_it_is() -> None:
    shown = clock(utc("2026-11-23T10:00"), party(ME, "UTC"), on=date(2026, 11, 28))
    assert shown.at == utc("2026-11-23T10:00")
    assert [one.fit for one in shown.rows[0].hours] == ["closed"]
    assert shown.rows[0].hours[0].start == utc("2026-11-28T00:00")
    assert shown.day.date == date(2026, 11, 28)
    assert len(shown.day.bars[0].cells) == 48
