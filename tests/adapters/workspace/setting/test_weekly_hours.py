"""Hours by weekday, as typed."""

import pytest

from clientbridge.adapters.workspace.setting.weekly_hours import hours_by_weekday


@pytest.mark.parametrize(
    ("typed", "by_days"),
    [
        ("09:00-17:00", None),
        ("09:00-12:30, 13:30-18:00", None),
        ("closed", None),
        ("nine to five", None),
        ("", None),
        ("mon-thu 09:00-18:00", {"mon-thu": "09:00-18:00"}),
        ("Mon – Thu 9-18, Fri 9-12", {"Mon-Thu": "9-18", "Fri": "9-12"}),
        ("mon to thu 9-12, 13-17; fri 9-12", {"mon-thu": "9-12, 13-17", "fri": "9-12"}),
        ("sat,sun closed", {"sat,sun": "closed"}),
        ("mon and wed 9-17", {"mon,wed": "9-17"}),
        ("mon: 9-17, tue:9-12", {"mon": "9-17", "tue": "9-12"}),
        ("mon 9-17, fri", {"mon": "9-17", "fri": ""}),
    ],
)
def test_weekdays_are_told_from_hours(typed: str, by_days: dict[str, str] | None) -> None:
    assert hours_by_weekday(typed) == by_days
