"""Which days a deadline in working days counts."""

from datetime import date

import pytest

from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place

MONDAY = date(2026, 11, 23)
SEASON, OPTIONAL, REGIONAL = ReasonKind.SEASON, ReasonKind.OPTIONAL, ReasonKind.REGION_DEPENDENT


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
        # a day of some regions is none of the whole place
        (DayStatus.LIKELY_CLOSED, [REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, SEASON], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
        (DayStatus.WORKING, [REGIONAL], True),
        (DayStatus.CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
    ],
)
def test_what_counts_as_working(status: DayStatus, kinds: list[ReasonKind], *, counts: bool) -> None:
    assert judged(status, *kinds).counts_as_working is counts


@pytest.mark.parametrize(
    ("status", "kinds", "in_regions_alone"),
    [
        (DayStatus.LIKELY_CLOSED, [REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, REGIONAL], True),
        (DayStatus.LIKELY_CLOSED, [REGIONAL, OPTIONAL], False),
        (DayStatus.LIKELY_CLOSED, [OPTIONAL], False),
        # a note, and a day that the weekend closes anyway
        (DayStatus.WORKING, [REGIONAL], False),
        (DayStatus.CLOSED, [REGIONAL, ReasonKind.WEEKEND], False),
    ],
)
def test_what_is_off_in_some_regions_alone(
    status: DayStatus, kinds: list[ReasonKind], *, in_regions_alone: bool
) -> None:
    assert judged(status, *kinds).is_off_in_regions_alone is in_regions_alone
