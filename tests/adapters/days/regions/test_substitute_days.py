"""Rule table of substitute days: Malaysia's Holidays Act 1951, section 3.

A holiday on the weekly day of rest gives the day after; if that is a holiday already, the one after that.
"""

from collections.abc import Mapping
from datetime import date

import pytest

from clientbridge.adapters.days.regions.substitute_days import substitutes

SATURDAY, SUNDAY = 5, 6
FRIDAY = 4
WEEKEND = {SATURDAY, SUNDAY}
FRIDAY_WEEKEND = {FRIDAY, SATURDAY}


def of_june(days: Mapping[int, str]) -> dict[date, list[str]]:
    """Days of June 2027, whose 6th is a Sunday, with the names of their holidays."""
    return {date(2027, 6, day): names.split("; ") for day, names in days.items()}


@pytest.mark.parametrize(
    ("holidays", "given"),
    [
        ({}, []),
        ({6: "New Year"}, [(6, 7)]),
        ({7: "Birthday"}, []),  # a Monday
        ({5: "New Year"}, []),  # a Saturday is no day of rest
        ({6: "New Year", 7: "Birthday"}, [(6, 8)]),
        ({6: "New Year", 7: "Birthday", 8: "Feast"}, [(6, 9)]),
        # given already under the name of the holiday, and not by a day that has another
        ({6: "New Year", 8: "New Year", 7: "Birthday"}, []),
        ({6: "Feast; New Year", 7: "New Year"}, []),
        ({6: "New Year", 11: "New Year"}, []),
        ({6: "New Year", 12: "New Year"}, [(6, 7)]),
        # two in a row do not meet
        ({6: "A", 13: "B", 7: "C", 14: "D"}, [(6, 8), (13, 15)]),
    ],
)
def test_the_next_day_that_is_none_yet(holidays: dict[int, str], given: list[tuple[int, int]]) -> None:
    found = substitutes(of_june(holidays), WEEKEND, SUNDAY)
    assert [(on.day, instead.day) for on, instead in found] == given


def test_a_weekend_of_other_days_is_passed_over() -> None:
    found = list(substitutes(of_june({4: "Feast", 6: "New Year"}), FRIDAY_WEEKEND, FRIDAY))
    assert found == [(date(2027, 6, 4), date(2027, 6, 7))], "Saturday is off, Sunday a holiday"
