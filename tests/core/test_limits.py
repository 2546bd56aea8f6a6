"""How much one call may ask for."""

from collections.abc import Callable

import pytest

from clientbridge.core.errors import UsageError
from clientbridge.core.limits import (
    MOST_CLOCKS,
    check_clocks,
    check_days_told,
    check_list,
    check_search,
    check_times_shown,
    check_turns,
    days_looked_ahead,
    days_of,
)


@pytest.mark.parametrize(
    "allowed",
    [
        lambda: check_search(500, 366),
        lambda: check_search(180, 3 * 366),
        lambda: check_turns(100, 3 * 366, 15),
        lambda: check_turns(2, 3 * 366, 1),
        lambda: check_list(500, 56, 15),
        lambda: check_clocks(MOST_CLOCKS),
        lambda: check_times_shown(1000, 20),
        lambda: check_times_shown(5, 501),
        lambda: check_days_told(250, 250, 200),
        lambda: check_days_told(10_000, 10, 100),
        lambda: check_days_told(45, 45, 3 * 366),
    ],
)
def test_what_people_ask_for_is_within_the_bounds(allowed: Callable[[], None]) -> None:
    allowed()


@pytest.mark.parametrize(
    ("refused", "hint"),
    [
        (lambda: check_search(500, 3 * 366), "give --next 400d or name fewer clients"),
        (lambda: check_turns(200, 3 * 366, 15), "give fewer --times, a longer --step or fewer clients"),
        (lambda: check_turns(20, 3 * 366, 1), "give fewer --times, a longer --step or fewer clients"),
        (lambda: check_list(10_000, 14, 15), "name those you want to meet"),
        (lambda: check_clocks(MOST_CLOCKS + 1), "name those you want to see"),
        (lambda: check_times_shown(1000, 500), "give --count 40 or less"),
        (lambda: check_days_told(250, 250, 3 * 366), "give --next 200d or name fewer"),
        (lambda: check_days_told(10_000, 10, 3 * 366), "give --next 100d or name fewer"),
        (lambda: check_search(10**9, 1), "give --next 1d or name fewer clients"),
    ],
)
def test_more_is_refused_with_what_to_type(refused: Callable[[], None], hint: str) -> None:
    with pytest.raises(UsageError) as error:
        refused()
    assert error.value.hint == hint


@pytest.mark.parametrize(("minutes", "days"), [(0, 1), (1, 1), (1440, 1), (1441, 2), (366 * 1440, 366)])
def test_a_part_of_a_day_counts_as_one(minutes: int, days: int) -> None:
    assert days_of(minutes) == days


@pytest.mark.parametrize(
    ("subjects", "places", "days"),
    [(0, 0, 0), (1, 1, 366), (500, 40, 366), (136, 136, 366), (250, 250, 200), (10_000, 10, 100)],
)
def test_the_next_day_off_is_looked_for_within_the_bounds(subjects: int, places: int, days: int) -> None:
    assert days_looked_ahead(subjects, places) == days
