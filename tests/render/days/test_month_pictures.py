from datetime import date, timedelta

import pytest

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.holiday_report import HolidayReport
from clientbridge.core.days.report.month_lines import MonthLine
from clientbridge.core.time.formatting import short_day
from clientbridge.render.days.month_pictures import month_pictures
from clientbridge.render.formats import Look
from clientbridge.render.page import page
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

FIRST, LAST = date(2026, 11, 30), date(2026, 12, 31)
BEFORE = date(2026, 11, 29)
DAYS = [FIRST + timedelta(days=at) for at in range(32)]
OFF = {date(2026, 12, 2): DayStatus.CLOSED, date(2026, 12, 24): DayStatus.REDUCED}
WEEKEND = tuple(day.weekday() > 4 for day in DAYS)


def line(client: str, off: dict[date, DayStatus]) -> MonthLine:
    statuses = tuple(
        off.get(day, DayStatus.CLOSED if day.weekday() > 4 else DayStatus.WORKING) for day in DAYS
    )
    return MonthLine(client=client, name=client.title(), statuses=statuses, weekend=WEEKEND)


LINES = (line("almadar", OFF), line("株式会社", {}))
BLOCKS = page(*month_pictures(HolidayReport(from_=FIRST, to=LAST, days=(), today=BEFORE), LINES))
NOVEMBER = """
November 2026
           M
          30
almadar    .
株式会社   .
"""
LEGEND = ". worked   h short   ? likely closed   X closed   u unknown   - weekend"


def test_a_month_has_its_name_its_mondays_and_whole_names() -> None:
    assert to_terminal(BLOCKS, Look(width=80)) == (
        f"{NOVEMBER}\n"
        "December 2026\n"
        "           T W T F S S M T W T F S S M T W T F S S M T W T F S S M T W T\n"
        "           1           7            14            21            28\n"
        "almadar    . X . . - - . . . . . - - . . . . . - - . . . h . - - . . . .\n"
        "株式会社   . . . . - - . . . . . - - . . . . . - - . . . . . - - . . . .\n"
        f"\n{LEGEND}\n"
    )


def test_on_a_narrow_screen_it_is_shown_in_fortnights() -> None:
    assert (
        to_terminal(BLOCKS, Look(width=44))
        .partition("December 2026\n")[2]
        .startswith(
            "           T W T F S S M T W T F S S\n"
            "           1           7\n"
            "almadar    . X . . - - . . . . . - -\n"
            "株式会社   . . . . - - . . . . . - -\n"
            "\n"
            "           M T W T F S S M T W T F S S\n"
            "          14            21\n"
            "almadar    . . . . . - - . . . h . - -\n"
            "株式会社   . . . . . - - . . . . . - -\n"
            "\n"
            "           M T W T\n"
            "          28\n"
        )
    )


def test_each_month_is_told_in_words() -> None:
    spoken = ["almadar: Wed 2 Dec closed, Thu 24 Dec short day", "株式会社: only ordinary days"]
    narrow = to_terminal(BLOCKS, Look(width=30)).partition("December 2026\n")[2]
    assert " ".join(narrow.split()).startswith(" ".join(spoken))
    assert to_plain(BLOCKS).splitlines() == [
        "November 2026",
        *("almadar: only ordinary days", "株式会社: only ordinary days"),
        "December 2026",
        *spoken,
        LEGEND,
    ]


@pytest.mark.parametrize(
    ("today", "marked"),
    [
        (date(2026, 12, 1), "           ^ today"),
        (date(2026, 12, 24), 57 * " " + "^ today"),
        (date(2026, 12, 29), 61 * " " + "today ^"),
    ],
)
def test_today_is_marked_below_its_column_and_told(today: date, marked: str) -> None:
    blocks = page(*month_pictures(HolidayReport(from_=FIRST, to=LAST, days=(), today=today), LINES))
    wide = to_terminal(blocks, Look(width=80))
    assert max(map(len, wide.splitlines())) <= 73
    *_, last, empty, _ = wide.splitlines()
    assert (last, empty) == (marked, "")
    assert to_terminal(blocks, Look(width=44)).count("today") == 1
    assert f"today is {short_day(today)}" in to_plain(blocks).splitlines()


def test_a_day_alone_in_its_picture_is_marked_too() -> None:
    (*_, marked, _, _) = (
        to_terminal(
            page(*month_pictures(HolidayReport(from_=FIRST, to=FIRST, days=(), today=FIRST), LINES)), Look()
        )
    ).splitlines()
    assert marked == "     today ^"
