from dataclasses import replace
from datetime import date, timedelta

import pytest

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.render import page_of
from clientbridge.render.writers.to_plain import to_plain

ON = date(2026, 12, 9)
ZOE = DayRow(
    date=ON,
    client="zoe",
    country="DE",
    region="DE-BY",
    status=DayStatus.WORKING,
    reasons=(),
    hours=None,
    days_until=2,
    working_days_until=2,
    back_on=None,
    break_=None,
    greeting=None,
    notes=(),
    name="Zoe",
)
LIKELY = replace(ZOE, client="acme", name="Acme", status=DayStatus.LIKELY_CLOSED)
CLOSED = replace(LIKELY, status=DayStatus.CLOSED)
BAVARIA = replace(ZOE, client=None, name="Bavaria")
A_TIME = "cb meet zoe --from 2026-12-09 --next 1d (a time on that day)"
AFTER = "--from 2026-12-09 (the days after it)"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((ZOE,), A_TIME),
        ((replace(ZOE, days_until=0),), A_TIME),
        ((LIKELY, ZOE), A_TIME),
        ((CLOSED, ZOE), "cb meet acme (find a time around it)"),
        ((replace(ZOE, days_until=-1),), f"cb holidays zoe {AFTER}"),
        ((LIKELY,), f"cb holidays acme {AFTER}"),
        ((BAVARIA,), f"cb holidays --country DE-BY {AFTER}"),
        ((replace(BAVARIA, region=None),), f"cb holidays --country DE {AFTER}"),
    ],
)
def test_after_one_day_there_is_always_something_to_ask(rows: tuple[DayRow, ...], expected: str) -> None:
    answer = HolidayReport(from_=ON, to=ON, days=rows, today=ON, asked=len(rows))
    assert to_plain(page_of(answer)).splitlines()[-1] == f"Next: {expected}"


def test_after_several_days_only_what_is_in_the_way_is_asked_about() -> None:
    answer = HolidayReport(from_=ON, to=ON + timedelta(days=1), days=(LIKELY,), today=ON, asked=1)
    assert "Next" not in to_plain(page_of(answer))
