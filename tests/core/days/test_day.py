"""Which days a deadline in working days counts."""

from datetime import date

import pytest

from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place

MONDAY = date(2026, 11, 23)
SEASON, OPTIONAL = ReasonKind.SEASON, ReasonKind.OPTIONAL


def judged(status: DayStatus, *kinds: ReasonKind) -> Day:
    reasons = tuple(Reason(kind=kind, name=kind.value) for kind in kinds)
    return Day(date=MONDAY, place=Place("JP"), status=status, reasons=reasons)


@pytest.mark.parametrize(
    ("status", "kinds", "counts"),
    [
        (DayStatus.WORKING, [], True),
        (DayStatus.REDUCED, [ReasonKind.HALF_DAY], True),
        (DayStatus.UNKNOWN, [ReasonKind.NO_DATA], True),
        (DayStatus.CLOSED, [ReasonKind.WEEKEND], False),
        (DayStatus.CLOSED, [SEASON], False),
        # some are there in a slow season; many are away on any other day that is likely closed
        (DayStatus.LIKELY_CLOSED, [SEASON], True),
        (DayStatus.LIKELY_CLOSED, [SEASON, SEASON], True),
        (DayStatus.LIKELY_CLOSED, [OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [SEASON, OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [ReasonKind.REGION_DEPENDENT, SEASON], False),
    ],
)
def test_what_counts_as_working(status: DayStatus, kinds: list[ReasonKind], *, counts: bool) -> None:
    assert judged(status, *kinds).counts_as_working is counts
