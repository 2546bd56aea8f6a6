from datetime import date
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.data_age import HolidayData, age_note, client_notes
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.days.status import DayStatus, Reason, ReasonKind
from clientbridge.core.workspace.profiles import Client, DateRange, Schedule

TODAY = date(2026, 11, 23)
LAST_YEAR = date(2025, 11, 23)
BRITAIN = Place("GB")
REGIONAL = DayFact(
    status=DayStatus.LIKELY_CLOSED,
    reason=Reason(kind=ReasonKind.REGION_DEPENDENT, name="Easter Monday"),
)


@pytest.mark.parametrize(
    ("released", "end"),
    [
        (date(2026, 11, 17), "of 2026-11-17, 6 days old"),
        (date(2026, 9, 24), "60 days old"),
        (date(2026, 9, 21), "63 days old; dates have moved since: pip install -U holidays"),
        (None, "its release date is not known here, the newest known one is of 2026-11-17"),
    ],
)
def test_the_age_of_the_data(released: date | None, end: str) -> None:
    data = HolidayData(version="0.1", released=released, newest_known=date(2026, 11, 17))
    assert age_note(data, TODAY).endswith(end)


def client(place: Place) -> Client:
    return Client(
        id="acme",
        name="Acme",
        file="clients/acme.yaml",
        schedule=Schedule(place=place, zone=ZoneInfo("Europe/London")),
    )


def calendar(*, known: bool = True, regional: date = date(2027, 3, 29)) -> PlaceCalendar:
    return PlaceCalendar(
        place=BRITAIN,
        days=DateRange(date(2026, 1, 1), date(2027, 12, 31)),
        facts={regional: (REGIONAL,)},
        years_without_data=frozenset() if known else frozenset({2020, 2027, 2040}),
    )


def test_a_missing_region_is_told_with_what_it_leaves_open() -> None:
    notes = client_notes([client(BRITAIN)], {BRITAIN: calendar()}, TODAY)
    assert notes == ("clients/acme.yaml: 1 day of the next year depend on the region in GB: give a region",)
    assert client_notes([client(BRITAIN)], {BRITAIN: calendar(regional=LAST_YEAR)}, TODAY) == ()
    england = Place("GB", "GB-ENG")
    assert client_notes([client(england)], {england: calendar()}, TODAY) == ()


def test_data_that_ends_within_a_year_is_told() -> None:
    notes = client_notes([client(BRITAIN)], {BRITAIN: calendar(known=False, regional=LAST_YEAR)}, TODAY)
    assert notes == ("clients/acme.yaml: no holidays of GB are known for 2027: its days are unknown",)
