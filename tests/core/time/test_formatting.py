from datetime import date, datetime

import pytest

from clientbridge.core.time.formatting import (
    city,
    clock_time,
    day_month,
    day_month_year,
    day_seen_from,
    days_in_words,
    full_day,
    long_day,
    short_day,
    short_weekday,
    weekday_and_day,
)

DAY = date(2026, 11, 4)


FORMS = (short_weekday, weekday_and_day, day_month, day_month_year, short_day, long_day, full_day)


def test_a_day_in_every_length() -> None:
    written = [form(DAY) for form in FORMS]
    assert written == [
        "Wed",
        "Wed 4",
        "4 Nov",
        "4 Nov 2026",
        "Wed 4 Nov",
        "Wed 4 Nov 2026",
        "Wednesday 4 November",
    ]


def test_the_year_is_shown_where_it_is_not_todays() -> None:
    assert day_seen_from(DAY, date(2026, 1, 1)) == "Wed 4 Nov"
    assert day_seen_from(DAY, date(2027, 1, 1)) == "Wed 4 Nov 2026"


def test_a_time_has_two_digits_each() -> None:
    assert clock_time(datetime.fromisoformat("2026-11-04T08:05+05:45")) == "08:05"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("America/Sao_Paulo", "São Paulo"),
        ("America/Bogota", "Bogotá"),
        ("Asia/Calcutta", "Kolkata"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/Port-au-Prince", "Port-au-Prince"),
        ("UTC", "UTC"),
    ],
)
def test_the_city_is_the_last_part_of_a_zone_with_its_accents(key: str, name: str) -> None:
    assert city(key) == name


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (DAY, "Wed 4 Nov"),
        (date(2026, 11, 5), "Wed 4 and Thu 5 Nov"),
        (date(2026, 11, 6), "Wed 4 to Fri 6 Nov (3 days)"),
        (date(2026, 12, 1), "Wed 4 Nov to Tue 1 Dec (28 days)"),
        (date(2027, 11, 4), "Wed 4 Nov to Thu 4 Nov (366 days)"),
    ],
)
def test_days_in_a_row(last: date, words: str) -> None:
    assert days_in_words(DAY, last) == words


def test_two_days_in_two_months() -> None:
    assert days_in_words(date(2026, 11, 30), date(2026, 12, 1)) == "Mon 30 Nov and Tue 1 Dec"
