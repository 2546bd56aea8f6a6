import pytest

from clientbridge.core.time.hours import ClockRange, HoursError, Weekday, parse_hours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:00-17:00", [(540, 1020)]),
        ("9:00-17:00", [(540, 1020)]),
        ("9-17", [(540, 1020)]),
        ("13:30-18:00, 09:00-12:30", [(540, 750), (810, 1080)]),
        ("00:00-24:00", [(0, 1440)]),
        ("22:00-06:00", [(1320, 1800)]),
        ("09:00-09:00", [(540, 1980)]),
    ],
)
def test_hours_are_read(text: str, expected: list[tuple[int, int]]) -> None:
    assert parse_hours(text) == tuple(ClockRange(start, end) for start, end in expected)


@pytest.mark.parametrize(
    "text", ["", "9", "09:00-", "25:00-26:00", "09:60-10:00", "24:00-01:00", "9-12,11-13", "noon-1"]
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(HoursError):
        parse_hours(text)


def test_overnight_hours_print_as_they_were_written() -> None:
    assert str(parse_hours("22:00-06:00")[0]) == "22:00-06:00"


def test_weekdays_by_short_and_long_name() -> None:
    assert Weekday.named("mon") is Weekday.MON
    assert Weekday.named("Sunday") is Weekday.SUN
    with pytest.raises(KeyError):
        Weekday.named("someday")


@pytest.mark.parametrize(
    ("words", "days"),
    [("mon", [0]), ("mon-thu", [0, 1, 2, 3]), ("fri–mon", [4, 5, 6, 0]), ("sat-sat", [5])],
)
def test_weekdays_from_one_to_another_may_pass_the_end_of_the_week(words: str, days: list[int]) -> None:
    assert list(Weekday.run(words)) == days


@pytest.mark.parametrize(("words", "wrong"), [("mon-", ""), ("mon-day", "day"), ("moon-fri", "moon")])
def test_the_word_that_is_no_weekday_is_named(words: str, wrong: str) -> None:
    with pytest.raises(KeyError) as refused:
        Weekday.run(words)
    assert refused.value.args == (wrong,)
