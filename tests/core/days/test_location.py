"""Where a party is, from the first to the last day of each journey."""

from datetime import date

import pytest
from zones import zone

from clientbridge.core.days.location import place_on, places_of, zone_on
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


def test_every_place_is_named_once_home_first() -> None:
    assert places_of(SCHEDULE) == (HOME, DUBAI, TOKYO)
    assert [str(place) for place in places_of(SCHEDULE)] == ["BE", "AE", "JP-13"]
