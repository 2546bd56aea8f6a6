from datetime import date

from people import MONDAY, TOKYO

from clientbridge.core.days.closures import closures
from clientbridge.core.workspace.profiles import DateRange


def test_a_weekend_alone_is_no_closure_and_days_in_a_row_are_one() -> None:
    found = list(closures(TOKYO, DateRange(date(2026, 11, 9), date(2027, 1, 31))))
    assert [(closure.first, closure.last, closure.names) for closure in found] == [
        (MONDAY, MONDAY, ("Labor Thanksgiving Day",)),
        (date(2026, 12, 28), date(2027, 1, 5), ("Winter closure",)),
    ]
    assert not found[0].likely


def test_a_closure_that_is_running_is_told_from_the_first_day_asked() -> None:
    (running,) = closures(TOKYO, DateRange(date(2026, 12, 30), date(2027, 1, 2)))
    assert (running.first, running.last) == (date(2026, 12, 30), date(2027, 1, 5))
