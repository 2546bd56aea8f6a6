from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from clientbridge.core.days.data_age import HolidayData, age_note, client_notes
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
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
        (date(2026, 9, 23), "61 days old; dates have moved since: pip install -U holidays"),
        (date(2026, 11, 23), "of 2026-11-23, 0 days old"),
        (date(2026, 12, 1), "of 2026-12-01, 0 days old"),
        (date(2026, 9, 21), "63 days old; dates have moved since: pip install -U holidays"),
        (None, "its release date is not known here, the newest known one is of 2026-11-17"),
    ],
)
def test_the_age_of_the_data(released: date | None, end: str) -> None:
    data = HolidayData(version="0.1", released=released, newest_known=date(2026, 11, 17))
    note = age_note(data, TODAY)
    assert note.startswith("holiday data: holidays 0.1")
    assert note.endswith(end)


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


@pytest.mark.parametrize(
    ("year", "is_told"),
    [(2025, False), (2026, True), (2027, True), (2028, False)],
)
def test_years_from_this_one_to_that_of_a_year_ahead(year: int, *, is_told: bool) -> None:
    """365 days from 23 November 2026 lie in 2027."""
    bare = replace(calendar(regional=LAST_YEAR), years_without_data=frozenset({year}))
    assert bool(client_notes([client(BRITAIN)], {BRITAIN: bare}, TODAY)) is is_told


@pytest.mark.parametrize(
    ("days", "is_told"),
    [(-1, False), (0, True), (364, True), (365, False)],
)
def test_days_by_region_from_today_for_a_year(days: int, *, is_told: bool) -> None:
    regional = calendar(regional=TODAY + timedelta(days=days))
    assert bool(client_notes([client(BRITAIN)], {BRITAIN: regional}, TODAY)) is is_told


def test_days_by_region_are_counted_and_matter_only_where_they_are_kept() -> None:
    two = replace(calendar(), facts={date(2027, 3, 29): (REGIONAL,), date(2027, 1, 4): (REGIONAL,)})
    (note,) = client_notes([client(BRITAIN)], {BRITAIN: two}, TODAY)
    assert note == "clients/acme.yaml: 2 days of the next year depend on the region in GB: give a region"
    plain = DayFact(status=DayStatus.CLOSED, reason=Reason(kind=ReasonKind.PUBLIC_HOLIDAY, name="Boxing Day"))
    mixed = replace(calendar(), facts={date(2027, 3, 29): (plain, REGIONAL), date(2027, 1, 4): (plain,)})
    assert client_notes([client(BRITAIN)], {BRITAIN: mixed}, TODAY)[0].startswith(
        "clients/acme.yaml: 1 day of"
    )
    through = replace(client(BRITAIN), schedule=replace(client(BRITAIN).schedule, works_public_holidays=True))
    assert client_notes([through], {BRITAIN: two}, TODAY) == ()
    both = client_notes([client(BRITAIN), through, client(BRITAIN)], {BRITAIN: two}, TODAY)
    assert len(both) == 2
