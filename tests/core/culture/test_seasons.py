"""The seasons of a year by their next dates."""

from dataclasses import replace
from datetime import date

import pytest
from culture_rules import notes

from clientbridge.core.culture.country import SeasonEffect, SlowSeason
from clientbridge.core.culture.seasons import SeasonOfYear, seasons_of

SUMMER = SlowSeason(
    id="summer", first="07-15", last="08-15", effect=SeasonEffect.THIN, say="Many are off.", sources=("gov",)
)
YEAR_END = replace(
    SUMMER, id="year_end", first="12-24", last="01-02", effect=SeasonEffect.CLOSED, say="Closed."
)
LUNAR = replace(SUMMER, id="festival", first="lunar_new_year-1", last="lunar_new_year+6")
FILE = replace(notes(), slow_seasons=(YEAR_END, LUNAR, SUMMER))


def test_a_season_carries_what_the_file_says_with_its_next_dates() -> None:
    assert seasons_of(replace(notes(), slow_seasons=(SUMMER,)), date(2026, 8, 16), {}) == (
        SeasonOfYear(
            id="summer",
            first=date(2027, 7, 15),
            last=date(2027, 8, 15),
            effect=SeasonEffect.THIN,
            say="Many are off.",
            sources=("gov",),
        ),
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-08-15", [("summer", "2026-07-15"), ("year_end", "2026-12-24")]),  # its last day: still running
        ("2026-08-16", [("year_end", "2026-12-24"), ("summer", "2027-07-15")]),
        ("2027-01-02", [("year_end", "2026-12-24"), ("summer", "2027-07-15")]),  # begun last year
        ("2027-01-03", [("summer", "2027-07-15"), ("year_end", "2027-12-24")]),
    ],
)
def test_seasons_come_in_the_order_of_their_next_dates(today: str, expected: list[tuple[str, str]]) -> None:
    *dated, undated = seasons_of(FILE, date.fromisoformat(today), {})
    assert [(season.id, str(season.first)) for season in dated] == expected
    assert (undated.id, undated.first, undated.last) == ("festival", None, None)  # no table gives its date


def test_a_country_without_notes_has_no_seasons() -> None:
    assert seasons_of(None, date(2026, 8, 15), {}) == ()
