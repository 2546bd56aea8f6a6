from datetime import date

import pytest

from clientbridge.core.time.date_rules import AnchorError, dates_of

FEASTS = {
    "easter": (date(2026, 4, 5), date(2027, 3, 28)),
    "ramadan": (date(2030, 1, 5), date(2030, 12, 26)),
    "day:Pesach": (date(2027, 4, 22),),
}


@pytest.mark.parametrize(
    ("anchor", "year", "dates"),
    [
        ("12-24", 2026, ["2026-12-24"]),
        ("2026-05-31", 2026, ["2026-05-31"]),
        ("2026-05-31", 2027, []),
        ("easter", 2027, ["2027-03-28"]),
        ("easter-2", 2026, ["2026-04-03"]),
        ("easter+1", 2027, ["2027-03-29"]),
        ("easter-50", 2026, ["2026-02-14"]),
        ("easter", 2031, []),
        ("ramadan", 2030, ["2030-01-05", "2030-12-26"]),
        ("nov.4.thu", 2026, ["2026-11-26"]),
        ("nov.4.thu+1", 2026, ["2026-11-27"]),
        ("nov.1.sun", 2026, ["2026-11-01"]),
        ("may.last.mon", 2026, ["2026-05-25"]),
        ("dec.last.thu", 2026, ["2026-12-31"]),
        ("W28.mon", 2027, ["2027-07-12"]),
        ("W31.sun", 2026, ["2026-08-02"]),
        ("day:Pesach-1", 2027, ["2027-04-21"]),
        ("day:Pesach", 2026, []),
        ("day:Not on the list", 2026, []),
    ],
)
def test_days_that_move(anchor: str, year: int, dates: list[str]) -> None:
    assert [day.isoformat() for day in dates_of(anchor, year, FEASTS)] == dates


@pytest.mark.parametrize("anchor", ["eastern", "nov.thu", "W28", "13", ""])
def test_nonsense_is_a_mistake_of_the_table(anchor: str) -> None:
    with pytest.raises(AnchorError):
        dates_of(anchor, 2026, FEASTS)
