"""What is said of days that are not known: a list of a state, a decree to come, the days of a city."""

import pytest

from clientbridge.adapters.days.decrees.announcements import announcements
from clientbridge.adapters.days.place_years import library_code
from clientbridge.adapters.days.places import place_of
from clientbridge.adapters.days.regions.gaps import gaps

CITY = "days that only {} may have are not known here"


@pytest.mark.parametrize(
    ("country", "region", "said"),
    [
        pytest.param("AU", "Gold Coast", CITY.format("Gold Coast"), id="its show day is not in the table"),
        pytest.param("AU", "Brisbane", None, id="in the table"),
        pytest.param("AU", "QLD", None, id="no city was named"),
        pytest.param("AU", "Melbourne", None, id="no city of the state has days of its own"),
        pytest.param("DE", "Nuremberg", None, id="the table says what it has not"),
        pytest.param("IT", "Barletta", None, id="the holidays package has it"),
        pytest.param("IN", "Gujarat", "the state's own list of 2027 is not known here in full", id="a state"),
        pytest.param("HU", "Budapest", announcements().decrees["HU"].say, id="a decree to come"),
    ],
)
def test_what_is_not_known_is_said(country: str, region: str, said: str | None) -> None:
    place = place_of(country, region)
    decree = announcements().awaited(country, 2027)
    assert gaps(place, 2027, decree, code=library_code(place)).get(2027) == said
