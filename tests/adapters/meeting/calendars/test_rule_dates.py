"""The expansion near a range, against `dateutil` counting from the very start."""

import time
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.meeting.calendars.recurrence_rules import recurrence_rule
from clientbridge.adapters.meeting.calendars.rule_dates import MOST_STEPS, StepBudget, dates_of
from clientbridge.adapters.meeting.calendars.values import UnreadValueError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def dates(rule: str, start: str, first: str, last: str) -> list[str]:
    found = dates_of(recurrence_rule(rule, 1), at(start), at(first), at(last), StepBudget())
    return [f"{one:%Y-%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=WEEKLY", "2020-01-07T09:00", ["12-01 09:00", "12-08 09:00"]),
        ("freq=weekly;byday=mo,th", "2020-01-07T09:00", ["12-03 09:00", "12-07 09:00", "12-10 09:00"]),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-03T09:00", ["12-01 09:00"]),
        (" FREQ = DAILY ; COUNT = 3 ;", "2026-12-01T09:00", ["12-01 09:00", "12-02 09:00", "12-03 09:00"]),
        ("FREQ=DAILY;COUNT=2161", "2021-01-01T09:00", ["12-01 09:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2020-01-31T09:00", []),
        ("FREQ=MONTHLY", "2020-01-05T09:00", ["12-05 09:00"]),
        ("FREQ=MONTHLY;INTERVAL=5", "2026-07-05T09:00", ["12-05 09:00"]),
        ("FREQ=MONTHLY;BYDAY=1TU", "2020-01-07T09:00", ["12-01 09:00"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2020-01-01T09:00", ["12-01 09:00"]),
        ("FREQ=YEARLY", "1999-12-03T09:00", ["12-03 09:00"]),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=1SU", "1999-12-03T09:00", ["12-06 09:00"]),
        ("FREQ=YEARLY;BYWEEKNO=49", "1999-12-03T09:00", ["12-04 09:00"]),
        ("FREQ=YEARLY;BYYEARDAY=336", "1999-12-03T09:00", ["12-02 09:00"]),
        ("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=30", "2026-12-10T09:30", ["12-10 09:30", "12-10 10:30"]),
        ("FREQ=HOURLY;INTERVAL=12", "2026-12-10T00:00", ["12-10 00:00", "12-10 12:00"]),
        ("FREQ=HOURLY;INTERVAL=100", "0001-01-03T00:00", ["12-03 00:00", "12-07 04:00"]),
        ("RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=OMIT", "2020-01-07T09:00", ["12-01 09:00", "12-08 09:00"]),
        ("FREQ=WEEKLY;COUNT=0", "2020-01-07T09:00", ["12-01 09:00", "12-08 09:00"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=3", "2026-12-02T09:00", ["12-04 09:00"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1;COUNT=1", "2026-12-02T09:00", ["12-07 09:00"]),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=3;WKST=WE", "2026-12-07T09:00", ["12-08 09:00"]),
        ("FREQ=DAILY;BYSECOND=60", "2026-12-10T09:00:59", ["12-10 09:00"]),
    ],
)  # fmt: skip
def test_rules(rule: str, start: str, expected: list[str]) -> None:
    found = dates(rule, start, "2026-12-01T00:00", "2026-12-10T23:59:59")
    assert found == [f"2026-{one}" for one in expected]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=2",
        "FREQ=MONTHLY;BYSETPOS=300;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=MINUTELY",
        "FREQ=DAILY;COUNT=99999999;BYDAY=MO",
    ],
)
def test_every_rule_ends_in_seconds(rule: str) -> None:
    started = time.process_time()
    try:
        dates(rule, "0001-01-05T09:00", "2026-11-01T00:00", "2027-02-01T00:00")
    except UnreadValueError as error:
        assert "too often" in error.say  # noqa: PT017  (a rule may be followed too)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300;COUNT=5",
    ],
)
def test_a_thousand_rules_that_match_nothing_spend_the_budget(text: str) -> None:
    rule = recurrence_rule(text, 1)
    budget = StepBudget()
    told = 0
    for _ in range(1000):
        try:
            dates_of(rule, at("2020-01-01"), at("2026-11-01"), at("2027-02-01"), budget)
        except UnreadValueError:
            told += 1
    assert told > 980


def test_yearly_days_outside_the_range_cost_next_to_nothing() -> None:
    rule, budget = recurrence_rule("FREQ=YEARLY", 1), StepBudget()
    for _ in range(1000):
        assert dates_of(rule, at("1970-06-05"), at("2026-11-01"), at("2027-02-01"), budget) == []
    assert budget.left > MOST_STEPS - 100_000


def test_years_since_long_ago_spend_the_budget() -> None:
    rule = recurrence_rule("FREQ=YEARLY;COUNT=99999;BYDAY=MO,53WE,1SU", 1)
    budget = StepBudget()
    for _ in range(3):
        dates_of(rule, at("1601-01-05"), at("2026-11-01"), at("2027-02-01"), budget)
    assert budget.left < MOST_STEPS - 3 * 8_000


def test_plain_rules_are_read_beside_ones_that_have_spent_the_budget() -> None:
    never, weekly = recurrence_rule("FREQ=DAILY;BYSETPOS=31", 1), recurrence_rule("FREQ=WEEKLY;BYDAY=MO", 1)
    budget = StepBudget()
    with pytest.raises(UnreadValueError, match="too often"):
        any(dates_of(never, at("2020-01-01"), at("2026-11-01"), at("2027-02-01"), budget) for _ in range(99))
    assert len(dates_of(weekly, at("2020-01-06"), at("2026-11-01"), at("2026-12-01"), budget)) == 5


def test_dates_that_are_found_spend_the_budget_and_counts_that_have_ended_do_not() -> None:
    hourly, ended = recurrence_rule("FREQ=HOURLY", 1), recurrence_rule("FREQ=DAILY;BYHOUR=9;COUNT=5", 1)
    budget = StepBudget()
    for _ in range(100):
        assert dates_of(ended, at("2026-01-05T09:00"), at("2026-11-01"), at("2027-02-01"), budget) == []
    assert budget.left > MOST_STEPS - 100_000
    budget.left = 20_000
    assert (
        len(dates_of(hourly, at("2026-01-05T09:00"), at("2026-11-01"), at("2027-02-01"), budget))
        == 92 * 24 + 1
    )
    with pytest.raises(UnreadValueError, match="too often"):
        dates_of(hourly, at("2026-01-05T09:00"), at("2026-11-01"), at("2027-02-01"), budget)


def some_of(low: int, high: int, most: int = 3) -> st.SearchStrategy[list[int]]:
    numbers = st.integers(low, high).filter(bool)
    return st.lists(numbers, min_size=1, max_size=most, unique=True)


def texts(numbers: list[int]) -> list[str]:
    return [str(number) for number in numbers]


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    nth = st.just("") if frequency in {"WEEKLY", "DAILY"} else st.sampled_from(["", "", "1", "2", "-1"])
    days = st.lists(st.tuples(nth, st.sampled_from(WEEKDAYS)), min_size=1, max_size=3, unique=True)
    optional: dict[str, st.SearchStrategy[list[str]]] = {
        "BYDAY": days.map(lambda found: [f"{nth}{day}" for nth, day in found]),
        "BYMONTH": some_of(1, 12).map(texts),
        "BYMONTHDAY": some_of(-28, 28, most=5).map(texts),
    }
    for name, values in optional.items():
        if draw(st.booleans()) and not (name == "BYMONTHDAY" and frequency == "WEEKLY"):
            parts.append(f"{name}={','.join(draw(values))}")
    if len(parts) > 2 and frequency != "DAILY" and draw(st.booleans()):
        places = (
            ["-1"] if frequency == "WEEKLY" else ["1", "-1"]
        )  # of the first week `dateutil` takes the rest
        parts.append(f"BYSETPOS={draw(st.sampled_from(places))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 400))}")
    return ";".join(parts)


@given(rules(), st.dates(date(2015, 1, 1), date(2026, 12, 1)), st.integers(0, 400))
def test_equal_to_counting_from_the_start(rule: str, started: date, days: int) -> None:
    start = datetime.combine(started, time_of_day(9, 30))
    first, last = at("2026-11-01T00:00"), at("2026-11-01T00:00") + timedelta(days=days)
    expected = list(rrulestr(rule, dtstart=start).between(first, last, inc=True))
    assert dates_of(recurrence_rule(rule, 1), start, first, last, StepBudget()) == expected
