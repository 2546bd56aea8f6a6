"""Where a party is, from the first to the last day of each journey."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zones import zone

from clientbridge.core.days.location import (
    date_at,
    day_begins,
    day_ends,
    local_at,
    next_day_or_zone,
    place_on,
    places_of,
    where_at,
    zone_at,
    zone_on,
)
from clientbridge.core.days.place import Place
from clientbridge.core.workspace.profiles import DateRange, Schedule, Travel

HOME, DUBAI, TOKYO = Place("BE"), Place("AE"), Place("JP", "JP-13")
SCHEDULE = Schedule(
    place=HOME,
    zone=zone("Europe/Brussels"),
    travel=(
        Travel(days=DateRange(date(2026, 12, 1), date(2026, 12, 9)), zone=zone("Asia/Dubai"), place=DUBAI),
        # the same days again: the first journey that covers a date counts
        Travel(days=DateRange(date(2026, 12, 9), date(2026, 12, 10)), zone=zone("Asia/Tokyo"), place=TOKYO),
        # another zone, and the days of home
        Travel(days=DateRange(date(2026, 12, 20), date(2026, 12, 20)), zone=zone("Europe/Lisbon")),
        Travel(days=DateRange(date(2026, 12, 24), date(2026, 12, 24)), zone=zone("Asia/Dubai"), place=DUBAI),
    ),
)


@pytest.mark.parametrize(
    ("day", "place", "key"),
    [
        ("2026-11-30", HOME, "Europe/Brussels"),
        ("2026-12-01", DUBAI, "Asia/Dubai"),
        ("2026-12-09", DUBAI, "Asia/Dubai"),
        ("2026-12-10", TOKYO, "Asia/Tokyo"),
        ("2026-12-11", HOME, "Europe/Brussels"),
        ("2026-12-20", HOME, "Europe/Lisbon"),
        ("2026-12-21", HOME, "Europe/Brussels"),
    ],
)
def test_where_a_party_is(day: str, place: Place, key: str) -> None:
    assert place_on(SCHEDULE, date.fromisoformat(day)) == place
    assert zone_on(SCHEDULE, date.fromisoformat(day)).key == key


@pytest.mark.parametrize(
    ("where", "day", "shown"),
    [
        ("Ghent", "2026-11-30", "Ghent"),
        (None, "2026-11-30", "Brussels"),
        # on a journey the city of the clock, whatever the place at home
        ("Ghent", "2026-12-01", "Dubai"),
        ("Ghent", "2026-12-20", "Lisbon"),
        ("Ghent", "2026-12-11", "Ghent"),
    ],
)
def test_what_is_named_beside_the_time_there(where: str | None, day: str, shown: str) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00+00:00")
    assert where_at(replace(SCHEDULE, where=where), noon) == shown


def test_the_name_of_the_place_makes_no_other_schedule() -> None:
    """Parties alike but for it share their days."""
    assert replace(SCHEDULE, where="Ghent") == SCHEDULE
    assert hash(replace(SCHEDULE, where="Ghent")) == hash(SCHEDULE)


def test_every_place_is_named_once_home_first() -> None:
    assert places_of(SCHEDULE) == (HOME, DUBAI, TOKYO)
    assert [str(place) for place in places_of(SCHEDULE)] == ["BE", "AE", "JP-13"]


WEST = Schedule(
    place=HOME,
    zone=zone("Europe/Brussels"),
    travel=(
        Travel(days=DateRange(date(2026, 12, 14), date(2026, 12, 16)), zone=zone("America/New_York")),
        Travel(days=DateRange(date(2026, 12, 28), date(2026, 12, 28)), zone=zone("Pacific/Kiritimati")),
        Travel(days=DateRange(date(2026, 12, 29), date(2026, 12, 29)), zone=zone("Pacific/Honolulu")),
    ),
)


@pytest.mark.parametrize(
    ("moment", "shown", "why"),
    [
        ("2026-11-30T19:59", "2026-11-30 20:59 Europe/Brussels", "Dubai's 1 December has not begun"),
        ("2026-11-30T20:00", "2026-12-01 00:00 Asia/Dubai", "the first day of the journey begins in Dubai"),
        ("2026-12-08T08:00", "2026-12-08 12:00 Asia/Dubai", "in the middle of it"),
        ("2026-12-10T12:00", "2026-12-10 21:00 Asia/Tokyo", "the next journey"),
        ("2026-12-10T22:59", "2026-12-11 07:59 Asia/Tokyo", "Brussels' 11 December has not begun"),
        ("2026-12-10T23:00", "2026-12-11 00:00 Europe/Brussels", "home again"),
    ],
)
def test_what_the_clock_of_a_traveller_shows(moment: str, shown: str, why: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    day, clock, key = shown.split()
    assert f"{local_at(SCHEDULE, at):%Y-%m-%d %H:%M}" == f"{day} {clock}", why
    assert zone_at(SCHEDULE, at).key == key, why
    assert date_at(SCHEDULE, at) == date.fromisoformat(day), why


@pytest.mark.parametrize(
    ("schedule", "day", "begins", "ends"),
    [
        (SCHEDULE, "2026-12-08", "2026-12-07T20:00", "2026-12-08T20:00"),
        # The last day in Dubai ends at midnight there, before the next one begins in Brussels.
        (SCHEDULE, "2026-12-24", "2026-12-23T20:00", "2026-12-24T20:00"),
        # The last day at home ends when the first one in Dubai begins, three hours before its own midnight.
        (SCHEDULE, "2026-11-30", "2026-11-29T23:00", "2026-11-30T20:00"),
        (WEST, "2026-12-13", "2026-12-12T23:00", "2026-12-13T23:00"),
        (WEST, "2026-12-14", "2026-12-14T05:00", "2026-12-15T05:00"),
        (WEST, "2026-12-16", "2026-12-16T05:00", "2026-12-16T23:00"),
    ],
)
def test_a_day_lasts_where_the_traveller_is_that_day(
    schedule: Schedule, day: str, begins: str, ends: str
) -> None:
    on = date.fromisoformat(day)
    assert f"{day_begins(schedule, on):%Y-%m-%dT%H:%M}" == begins
    assert f"{day_ends(schedule, on):%Y-%m-%dT%H:%M}" == ends


_MOMENTS = st.integers(min_value=0, max_value=36 * 24 * 60).map(
    lambda minutes: datetime(2026, 11, 28, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(moment=_MOMENTS, schedule=st.sampled_from([SCHEDULE, WEST]))
def test_every_moment_of_a_day_is_on_its_date_until_the_next_change(
    moment: datetime, schedule: Schedule
) -> None:
    """A cache that is valid until `next_day_or_zone` never shows yesterday's date or the zone left behind."""
    change = next_day_or_zone(schedule, moment)
    last = change - timedelta(minutes=1)
    assert moment < change
    assert (date_at(schedule, moment), zone_at(schedule, moment)) == (
        date_at(schedule, last),
        zone_at(schedule, last),
    )


@given(moment=_MOMENTS, schedule=st.sampled_from([SCHEDULE, WEST]))
def test_a_moment_within_a_day_is_on_that_day(moment: datetime, schedule: Schedule) -> None:
    for ahead in (-1, 0, 1):
        day = moment.date() + timedelta(days=ahead)
        if day_begins(schedule, day) <= moment < day_ends(schedule, day):
            assert date_at(schedule, moment) == day
