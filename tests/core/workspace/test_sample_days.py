"""The blanks of the sample, and the days on which two parties are at work at the same time."""

from datetime import UTC, date, datetime

import pytest
from people import AT_HIKARI, BRUSSELS, MONDAY, TOKYO

from clientbridge.core.workspace.profiles import DateRange
from clientbridge.core.workspace.sample_days import BlankError, Blanks, SharedDays, as_of_late, next_range

WEDNESDAY = date(2026, 11, 25)
TOGETHER = SharedDays.of(BRUSSELS, TOKYO, WEDNESDAY)


def blanks(today: date) -> Blanks:
    return Blanks(
        today=today,
        shared={
            "": SharedDays.of(BRUSSELS, BRUSSELS, today),
            "hikari": SharedDays.of(BRUSSELS, TOKYO, today),
        },
        client="hikari",
        say_moment="{:%m-%d %H:%M}".format,
    )


@pytest.mark.parametrize(
    ("blank", "said"),
    [
        ("<4d>", "2026-11-29"),
        ("<-10d>", "2026-11-15"),
        ("<0d>", "2026-11-25"),
        ("<7d month-day>", "12-02"),
        ("<1w mon>", "2026-11-30"),
        ("<2w wed>", "2026-12-09"),
        ("<0w mon>", "2026-11-23"),
        ("<-3w tue>", "2026-11-03"),
        ("<12-24..01-03>", "2026-12-24..2027-01-03"),
        ("<07-05..07-31>", "2027-07-05..2027-07-31"),
        ("<0>", "2026-11-25"),
        ("<+1>", "2026-11-26"),
        ("<-1>", "2026-11-24"),
        ("<-2>", "2026-11-20"),  # the 23rd is a holiday in Japan, and a weekend lies before
        ("<-1 09:10>", "11-24 09:10"),
        ("<-1 08:00>", "11-24 09:00"),  # you begin at nine
        ("<-1 15:00>", "11-24 09:00"),  # after five in the evening there
        ("between <0d> and <2d>", "between 2026-11-25 and 2026-11-27"),
        ("no blank", "no blank"),
    ],
)
def test_a_blank_is_filled(blank: str, said: str) -> None:
    assert blanks(WEDNESDAY).filled(blank) == said


@pytest.mark.parametrize("blank", ["<soon>", "<4>d>", "<2w>", "<1d 09:00>", "<12-24>"])
def test_a_blank_that_means_nothing_is_refused(blank: str) -> None:
    with pytest.raises((BlankError, KeyError)):
        Blanks(today=WEDNESDAY, shared={}).filled(blank)


def test_a_named_client_counts_instead_of_the_one_of_the_file() -> None:
    yours = Blanks(today=WEDNESDAY, shared=blanks(WEDNESDAY).shared)
    assert yours.filled("<-2> <hikari -2>") == "2026-11-23 2026-11-20"


def test_where_today_is_no_shared_day_it_is_the_next_one() -> None:
    assert blanks(MONDAY).filled("<0> <+1> <-1>") == "2026-11-24 2026-11-24 2026-11-20"


@pytest.mark.parametrize(
    ("today", "second_monday"),
    [
        (date(2026, 12, 6), date(2026, 12, 14)),
        (date(2026, 12, 9), date(2027, 1, 4)),  # the weeks of the 21st and the 28th do not count
        (date(2026, 12, 31), date(2027, 1, 11)),
    ],
)
def test_weeks_at_the_years_end_do_not_count(today: date, second_monday: date) -> None:
    assert Blanks(today=today, shared={}).filled("<2w mon>") == second_monday.isoformat()


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 12, 24), date(2026, 12, 24), date(2027, 1, 3)),
        (date(2027, 1, 3), date(2026, 12, 24), date(2027, 1, 3)),
        (date(2027, 1, 4), date(2027, 12, 24), date(2028, 1, 3)),
    ],
)
def test_a_range_over_new_year_is_running_or_to_come(today: date, first: date, last: date) -> None:
    assert next_range(today, (12, 24), (1, 3)) == DateRange(first, last)


def test_a_range_within_a_year_ends_with_its_last_day() -> None:
    assert next_range(date(2026, 7, 31), (7, 5), (7, 31)).first == date(2026, 7, 5)
    assert next_range(date(2026, 8, 1), (7, 5), (7, 31)).first == date(2027, 7, 5)


def test_what_counts_fewer_days_back_is_later() -> None:
    days = [TOGETHER.day(count) for count in range(-40, 6)]
    assert days == sorted(set(days))


@pytest.mark.parametrize("count", range(-40, 5))
@pytest.mark.parametrize("minute", [0, 9 * 60, 9 * 60 + 20, 14 * 60, 23 * 60])
def test_at_every_moment_both_are_at_work(count: int, minute: int) -> None:
    moment = TOGETHER.moment(count, minute)
    for calendar in (BRUSSELS, TOKYO):
        spans = calendar.working_spans(calendar.date_at(moment))
        assert any(start * 60 <= moment.timestamp() < end * 60 for start, end in spans)
    assert moment.utcoffset() == BRUSSELS.local_at(moment).utcoffset()


def test_a_moment_is_on_your_clock() -> None:
    assert TOGETHER.moment(0, 9 * 60 + 10) == datetime(2026, 11, 25, 8, 10, tzinfo=UTC)


def test_days_off_of_a_year_before_count_too() -> None:
    ranges = [days_off.days for days_off in as_of_late(AT_HIKARI).days_off]
    assert ranges == [
        DateRange(date(2026, 12, 28), date(2027, 1, 5)),
        DateRange(date(2025, 12, 28), date(2026, 1, 5)),
    ]
