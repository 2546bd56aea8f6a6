from datetime import date

import pytest

from clientbridge.core.time.date_rules import (
    FEASTS,
    DateRuleError,
    dates_of,
    is_date_rule,
    is_feast,
    span_around,
    spans_of,
)
from clientbridge.core.time.movable_feasts import RULED_DAYS

DATES = {
    "ramadan": (date(2030, 1, 5), date(2030, 12, 26)),
    "ramadan_end": (date(2030, 2, 3), date(2031, 1, 23)),
    "eid_al_fitr": (date(2033, 12, 23), date(2033, 1, 2), date(2034, 12, 12)),
    "day:Pesach": (date(2027, 4, 22),),
}


@pytest.mark.parametrize(
    ("rule", "year", "dates"),
    [
        ("12-24", 2026, ["2026-12-24"]),
        ("02-29", 2027, ["2027-02-28"]),
        ("02-29", 2028, ["2028-02-29"]),
        ("2026-05-31", 2026, ["2026-05-31"]),
        ("2026-05-31", 2027, []),
        ("easter", 2027, ["2027-03-28"]),
        ("easter-2", 2026, ["2026-04-03"]),
        ("easter+1", 2027, ["2027-03-29"]),
        ("easter-50", 2026, ["2026-02-14"]),
        ("orthodox_easter", 2027, ["2027-05-02"]),
        ("carnival", 2027, ["2027-02-09"]),
        ("ascension", 2027, ["2027-05-06"]),
        ("whitsun", 2027, ["2027-05-16"]),
        ("midsummer", 2026, ["2026-06-20"]),
        ("midsummer-1", 2027, ["2027-06-25"]),
        ("thanksgiving+1", 2027, ["2027-11-26"]),
        ("ramadan", 2029, []),
        ("ramadan", 2030, ["2030-01-05", "2030-12-26"]),
        ("ramadan_end+1", 2030, ["2030-02-04"]),
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
def test_the_dates_of_a_rule(rule: str, year: int, dates: list[str]) -> None:
    assert [day.isoformat() for day in dates_of(rule, year, DATES)] == dates


@pytest.mark.parametrize(
    "rule",
    [
        "eastern",
        "nov.thu",
        "nov.6.thu",
        "nov.0.thu",
        "foo.1.thu",
        "nov.1.foo",
        "W28",
        "W60.mon",
        "13-01",
        "02-30",
        "13",
        "",
    ],
)
def test_nonsense_is_a_mistake_of_the_table(rule: str) -> None:
    assert not is_date_rule(rule)
    with pytest.raises(DateRuleError):
        dates_of(rule, 2026, DATES)


@pytest.mark.parametrize(
    "rule", [*RULED_DAYS, *FEASTS, "ramadan_end-1", "02-29", "W01.mon", "day:Anything+1"]
)
def test_what_is_understood(rule: str) -> None:
    assert is_date_rule(rule)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("ramadan", True), ("ramadan_end", True), ("diwali-1", True), ("easter-2", False), ("12-24", False)],
)
def test_which_rules_need_the_table(rule: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_feast(rule) is expected


@pytest.mark.parametrize(
    ("first", "last", "on", "span"),
    [
        ("12-20", "01-06", "2027-01-03", ("2026-12-20", "2027-01-06")),
        ("12-20", "01-06", "2027-01-06", ("2026-12-20", "2027-01-06")),
        ("12-20", "01-06", "2027-01-07", ("2027-12-20", "2028-01-06")),
        ("07-15", "08-20", "2026-11-24", ("2027-07-15", "2027-08-20")),
        ("07-15", "08-20", "2026-07-15", ("2026-07-15", "2026-08-20")),
        ("07-15", "08-20", "2026-08-20", ("2026-07-15", "2026-08-20")),
        ("07-15", "07-15", "2026-07-16", ("2027-07-15", "2027-07-15")),
        ("ramadan", "ramadan_end", "2030-02-03", ("2030-01-05", "2030-02-03")),
        ("ramadan", "ramadan_end", "2030-02-04", ("2030-12-26", "2031-01-23")),
        ("ramadan", "ramadan_end", "2031-01-23", ("2030-12-26", "2031-01-23")),
        ("eid_al_fitr-1", "eid_al_fitr+2", "2033-01-05", ("2033-12-22", "2033-12-25")),
        ("eid_al_fitr", "eid_al_fitr+3", "2033-01-05", ("2033-01-02", "2033-01-05")),
    ],
)
def test_the_span_around_a_date_or_next_after_it(
    first: str, last: str, on: str, span: tuple[str, str]
) -> None:
    start, end = map(date.fromisoformat, span)
    assert span_around(first, last, date.fromisoformat(on), DATES) == (start, end)


def test_a_feast_without_a_date_gives_no_span() -> None:
    assert span_around("ramadan", "ramadan_end", date(2026, 11, 24), {}) is None


def test_two_feasts_in_one_year_give_two_spans_in_order() -> None:
    spans = list(spans_of("eid_al_fitr", "eid_al_fitr+1", [2033], DATES))
    assert spans == [
        (date(2033, 1, 2), date(2033, 1, 3)),
        (date(2033, 12, 23), date(2033, 12, 24)),
    ]
