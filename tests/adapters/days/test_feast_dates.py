from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from holidays import country_holidays
from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

from clientbridge.adapters.days.feast_dates import announced_to, feast_dates, feast_dates_for
from clientbridge.core.time.date_rules import FEASTS, dates_of, spans_of

YEARS = range(2025, 2036)
CHINA, ISLAM, INDIA = _ChineseLunisolar(), _IslamicLunar(), _HinduLunisolar()
ISRAEL, BUDDHIST = _HebrewLunisolar(), _BuddhistLunisolar()


def each(dates: Iterable[object]) -> set[date]:
    """The dates among what the library gives: a date, a date with a mark, or several of either."""
    found: set[date] = set()
    for item in dates:
        if isinstance(item, date):
            found.add(item)
        elif isinstance(item, Iterable):
            found |= each(item)
    return found


ORACLES = {
    "lunar_new_year": CHINA.lunar_new_year_date,
    "qingming": CHINA.qingming_date,
    "dragon_boat": CHINA.dragon_boat_date,
    "mid_autumn": CHINA.mid_autumn_date,
    "vesak": BUDDHIST.vesak_date,
    "diwali": INDIA.diwali_india_date,
    "holi": INDIA.holi_date,
    "ramadan": ISLAM.ramadan_beginning_dates,
    "eid_al_fitr": ISLAM.eid_al_fitr_dates,
    "eid_al_adha": ISLAM.eid_al_adha_dates,
    "purim": ISRAEL.purim_date,
    "passover": ISRAEL.passover_date,
    "rosh_hashanah": ISRAEL.rosh_hashanah_date,
    "yom_kippur": ISRAEL.yom_kippur_date,
    "sukkot": ISRAEL.sukkot_date,
}


@pytest.mark.parametrize("feast", FEASTS)
def test_every_date_is_that_of_the_holidays_package(feast: str) -> None:
    dates = feast_dates("XX")[feast]
    last = max(dates).year
    expected = each(ORACLES[feast](year) for year in range(2025, last + 1))
    assert {day for day in dates if day.year >= 2025} == {day for day in expected if 2025 <= day.year <= last}


def test_every_feast_has_a_date_in_the_coming_years() -> None:
    dates = feast_dates("XX")
    assert set(dates) == {*FEASTS, *(f"{feast}_end" for feast in FEASTS)}
    assert [(f, y) for f in FEASTS for y in YEARS if not dates_of(f, y, dates)] == []


@pytest.mark.parametrize(
    ("country", "feast", "name"),
    [
        ("SG", "diwali", "Diwali"),
        ("TT", "diwali", "Diwali"),
        ("SG", "eid_al_fitr", "Eid al-Fitr"),
        ("SG", "eid_al_adha", "Eid al-Adha"),
        ("ID", "eid_al_fitr", "Eid al-Fitr"),
        ("ID", "eid_al_adha", "Eid al-Adha"),
        ("KR", "lunar_new_year", "Korean New Year"),
        ("KR", "mid_autumn", "Chuseok"),
        ("VN", "lunar_new_year", "Lunar New Year"),
        ("IN", "diwali", "Diwali"),
    ],
)
def test_a_country_has_its_own_dates(country: str, feast: str, name: str) -> None:
    known = country_holidays(country, years=YEARS, language="en_US")
    named = {day for day, text in known.items() if name in text.replace(" (estimated)", "").split("; ")}
    own = [day for day in feast_dates(country)[feast] if day.year in YEARS]
    assert [day for day in own if day not in named] == []


@pytest.mark.parametrize(
    ("country", "rule", "year", "dates"),
    [
        ("AE", "ramadan", 2030, ["2030-01-05", "2030-12-26"]),
        ("AE", "ramadan_end", 2030, ["2030-02-03"]),
        ("AE", "eid_al_fitr", 2033, ["2033-01-02", "2033-12-23"]),
        ("SG", "diwali", 2027, ["2027-10-28"]),
        ("MY", "diwali", 2027, ["2027-10-28"]),
        ("IN", "diwali", 2027, ["2027-10-29"]),
        ("KR", "lunar_new_year", 2027, ["2027-02-07"]),
        ("CN", "lunar_new_year", 2027, ["2027-02-06"]),
    ],
)
def test_dates_that_differ_by_country_or_fall_twice_in_a_year(
    country: str, rule: str, year: int, dates: list[str]
) -> None:
    assert [day.isoformat() for day in dates_of(rule, year, feast_dates(country))] == dates


def test_the_feast_follows_the_last_day_of_ramadan() -> None:
    dates = feast_dates("SA")
    after = [
        last + timedelta(days=1) for _, last in spans_of("ramadan", "ramadan_end", range(2025, 2041), dates)
    ]
    assert set(after) == set(dates["eid_al_fitr"])


def test_the_table_is_read_only_for_a_rule_that_names_a_feast() -> None:
    assert feast_dates_for(["easter-2", "12-24"], "XX") == {}
    assert feast_dates_for(["12-24", "diwali+1"], "XX") == feast_dates("XX")


def test_what_the_moon_decides_is_announced_year_by_year() -> None:
    assert announced_to("ramadan") == 2026
    assert announced_to("diwali") is None
