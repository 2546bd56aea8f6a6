"""The grammar by tables of phrases, and by what holds for every phrase."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from day_phrases import DAYS, FRIDAY, LEAP_DAY, MOMENTS, MONDAY, NEW_YEARS_EVE, PERIODS, REFUSED, SUNDAY
from hypothesis import given
from hypothesis import strategies as st
from zones import zone

from clientbridge.core.errors import UsageError
from clientbridge.core.relationship.promise_parsing import read_due, read_promise
from clientbridge.core.time.hours import Weekday
from clientbridge.core.time.parse import Edge, note_on_day, read_date, read_day_or_moment, read_moment
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.time.typed.day_words import MONTHS, VOCABULARY

IN_UTC = zone("UTC")


def moment(text: str, today: date) -> datetime:
    return read_moment(text, today=today, zone_on=lambda _day: IN_UTC)


def day_or_moment(text: str, today: date) -> date | datetime:
    return read_day_or_moment(text, today=today, zone_on=lambda _day: IN_UTC)


def test_the_tables_are_long() -> None:
    assert len(DAYS) + len(MOMENTS) + len(PERIODS) + len(REFUSED) > 250


@pytest.mark.parametrize(("today", "typed", "meant"), DAYS)
def test_a_day_means_the_same_everywhere(today: date, typed: str, meant: str) -> None:
    day = date.fromisoformat(meant)
    assert read_date(typed, today=today) == day
    assert day_or_moment(typed, today) == day
    assert read_due(typed, today=today).day == day
    assert moment(f"{typed} 15:00", today) == datetime(day.year, day.month, day.day, 15, tzinfo=UTC)
    assert moment(f"15:00 {typed}", today) == datetime(day.year, day.month, day.day, 15, tzinfo=UTC)


@pytest.mark.parametrize(("today", "typed", "meant"), DAYS)
def test_a_day_means_the_same_in_a_promise(today: date, typed: str, meant: str) -> None:
    """But for lengths, which may be amounts after ``by``, and what is a word of its own there."""
    first = typed.split(maxsplit=1)[0]
    if first in {"in", "within", "on", "by"}:
        assert read_promise(f"do it {typed}", today=today).due == date.fromisoformat(meant)
    elif typed != "2 weeks":
        worded = read_promise(f"do it by {typed}", today=today)
        assert (worded.text, worded.due) == ("do it", date.fromisoformat(meant))


@pytest.mark.parametrize(("today", "typed", "meant"), MOMENTS)
def test_moments(today: date, typed: str, meant: str) -> None:
    day, clock = meant.split()
    hours, minutes = map(int, clock.split(":"))
    midnight = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    assert moment(typed, today) == midnight + timedelta(hours=hours, minutes=minutes)
    assert day_or_moment(typed, today) == moment(typed, today)
    with pytest.raises(UsageError, match="has a time of day; a day is asked"):
        read_date(typed, today=today)


@pytest.mark.parametrize(("today", "typed", "meant"), PERIODS)
def test_a_period_is_a_day_only_where_a_range_begins_or_ends(today: date, typed: str, meant: str) -> None:
    first, last = map(date.fromisoformat, meant.split())
    assert read_date(typed, today=today, edge=Edge.FIRST) == first
    assert read_date(typed, today=today, edge=Edge.LAST) == last
    with pytest.raises(UsageError, match=f"'{typed}' is no day but a (week|month|quarter|year)") as refused:
        read_date(typed, today=today)
    assert str(first) in str(refused.value.hint)
    with pytest.raises(UsageError, match="no day but a"):
        day_or_moment(typed, today)


@pytest.mark.parametrize(("today", "typed", "why"), REFUSED)
def test_what_is_refused_everywhere_says_why_and_what_to_write(today: date, typed: str, why: str) -> None:
    for read in (
        lambda: read_date(typed, today=today),
        lambda: read_due(typed, today=today),
        lambda: moment(typed, today),
        lambda: day_or_moment(typed, today),
    ):
        with pytest.raises(UsageError, match=re.escape(why)) as refused:
            read()
        assert re.search(r"write|leave|say", str(refused.value.hint))


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("firday", "did you mean friday for firday?"),
        ("wensday", "did you mean wednesday for wensday?"),
        ("4 decmber", "did you mean december for decmber?"),
        ("tommorow", "did you mean tomorrow for tommorow?"),
    ],
)
def test_a_misspelt_word_is_guessed_in_the_hint_alone(typed: str, guess: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_date(typed, today=FRIDAY)
    assert str(refused.value.hint).startswith(guess)


@pytest.mark.parametrize(
    ("today", "typed", "note"),
    [
        (FRIDAY, "fri", "today is a Friday: read as Fri 4 Dec 2026; for today say today"),
        (FRIDAY, "cob friday", "today is a Friday: read as Fri 4 Dec 2026; for today say today"),
        (FRIDAY, "fri 15:00", "today is a Friday: read as Fri 4 Dec 2026; for today say today"),
        (FRIDAY, "20 nov", "20 Nov 2026 has passed: read as Sat 20 Nov 2027"),
        (date(2027, 1, 5), "20 dec", "20 Dec 2026 has passed: read as Mon 20 Dec 2027"),
        (FRIDAY, "27 nov", None),
        (FRIDAY, "26 aug", None),  # more than three months ago
        (FRIDAY, "27 aug", "27 Aug 2026 has passed: read as Fri 27 Aug 2027"),
        (SUNDAY, "eow", "this week's work has ended: read as Fri 4 Dec 2026"),
        (MONDAY, "fri", None),
        (FRIDAY, "2026-11-20", None),
        (FRIDAY, "2026-11-20T08:00Z", None),
        (FRIDAY, "next week", None),
        (FRIDAY, "15:00", None),
        (FRIDAY, "nonsense", None),
        (FRIDAY, "03/04", None),
    ],
)
def test_what_is_told_of_a_day(today: date, typed: str, note: str | None) -> None:
    assert note_on_day(typed, today=today) == note


ISRAEL = CalendarWeek(Weekday.SUN, Weekday.THU)


@pytest.mark.parametrize(
    ("today", "typed", "meant"),
    [
        (MONDAY, "eow", date(2026, 11, 26)),
        (FRIDAY, "eow", date(2026, 12, 3)),
        (SUNDAY, "eow", date(2026, 12, 3)),
        (SUNDAY, "thu next week", date(2026, 12, 10)),
        (SUNDAY, "end of next week", date(2026, 12, 10)),
        (SUNDAY, "start of this week", SUNDAY),
        (MONDAY, "next sun", date(2026, 11, 29)),
        (SUNDAY, "this thu", date(2026, 12, 3)),
    ],
)
def test_a_week_is_that_of_whoever_types(today: date, typed: str, meant: date) -> None:
    assert read_date(typed, today=today, week=lambda: ISRAEL) == meant


def test_the_week_is_asked_for_only_by_words_of_weeks() -> None:
    def never() -> CalendarWeek:
        raise AssertionError

    for typed in ("fri", "4 dec", "eom", "in 2 weeks", "next month", "tomorrow"):
        read_date(typed, today=FRIDAY, week=never, edge=Edge.FIRST)
    with pytest.raises(AssertionError):
        read_date("eow", today=FRIDAY, week=never)


TODAYS = st.dates(date(1974, 1, 1), date(2198, 12, 31)) | st.sampled_from([FRIDAY, NEW_YEARS_EVE, LEAP_DAY])
SHORT = {number: name for name, number in MONTHS.items() if len(name) == len("jan")}
NAMES = {
    number: name for name, number in MONTHS.items() if name not in {*SHORT.values(), "sept"} or name == "may"
}


def written_with_year(day: date) -> Iterator[str]:
    name, short, weekday = NAMES[day.month], SHORT[day.month].title(), f"{day:%A}"
    ordinal = f"{day.day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day.day % 10, 'th') }"
    yield from (
        f"{day}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y.%m.%d}",
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
    )
    yield from (
        f"{day.day} {name} {day.year}",
        f"{short}. {day.day}, {day.year}",
        f"{day:%d}-{short}-{day.year}",
    )
    yield from (f"the {ordinal} of {name.upper()} {day.year}", f"{weekday[:3]} {day.day} {short} {day.year}")
    yield from (f"{weekday}, {name} {ordinal}, {day.year}.", f"{day:%G-W%V-%u}")
    if day.day > 12 or day.day == day.month:
        yield from (f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day.day}-{day.month}-{day.year}")


def written_without_year(day: date) -> Iterator[str]:
    yield from (
        f"{day.day} {NAMES[day.month]}",
        f"{SHORT[day.month]} {day.day}",
        f"{day:%a} {day.day} {SHORT[day.month]}",
    )
    if day.day > 12 or day.day == day.month:
        yield from (f"{day:%d/%m}", f"{day.month}/{day.day}")
    if day.day > 24:
        yield f"{day.day}.{day.month}."


@given(TODAYS, st.integers(0, 364))
def test_a_day_that_is_written_reads_back_as_itself(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    forms = [*written_with_year(day), *written_without_year(day), f"+{ahead}d", f"in {ahead} days"]
    if 0 < ahead <= 7:
        forms += [f"{day:%a}", f"{day:%A}", f"coming {day:%A}"]
    for form in forms:
        assert read_date(form, today=today) == day, form
        assert read_date(f"  {form.upper()},", today=today) == day, form
        assert day_or_moment(form, today) == day, form
        if form[:3] != "in ":
            assert read_promise(f"send it by {form}", today=today).due == day, form


WORDS = [
    *sorted(VOCABULARY),
    "fri",
    "sunday",
    "the",
    "of",
    "on",
    "4",
    "31",
    "45th",
    "2026",
    "9999",
    "9999-12",
    "0",
    "+3d",
    "-",
]
WORDS += [
    "03/04",
    "31.12",
    "2026-02-30",
    "15:00",
    "25:99",
    "99h",
    "+99999y",
    "0000-00-00",
    "12am",
    "weeks",
    "2026-w00-9",
]


@given(TODAYS, st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join) | st.text(max_size=30))
def test_any_text_is_a_day_a_moment_or_a_usage_error(today: date, text: str) -> None:
    for read in (
        lambda: read_date(text, today=today),
        lambda: read_date(text, today=today, edge=Edge.LAST),
        lambda: moment(text, today),
        lambda: day_or_moment(text, today),
        lambda: read_promise(f"do it by {text}", today=today),
        lambda: read_promise(f"{text} send it", today=today),
    ):
        with suppress(UsageError):
            read()
    note_on_day(text, today=today)


@given(TODAYS, st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join))
def test_a_due_date_of_a_promise_is_the_day_of_the_same_words(today: date, text: str) -> None:
    try:
        worded = read_promise(f"send it by {text}", today=today)
    except UsageError:
        return
    if worded.due is not None and worded.text == "send it":
        assert read_date(text, today=today) == worded.due
