import pytest

from clientbridge.core.time.hours import (
    OFFICE_HOURS,
    ClockRange,
    HoursError,
    Weekday,
    WorkingHours,
    by_weekday_in_words,
    parse_clock,
    parse_hours,
    usual_form,
)


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


@pytest.mark.parametrize(
    "text", ["09:00-17:00", "22:00-06:00", "00:00-24:00", "20:00-24:00", "09:05-09:06", "22:00-00:01"]
)
def test_hours_print_as_they_were_written(text: str) -> None:
    assert str(parse_hours(text)[0]) == text


@pytest.mark.parametrize(
    ("start", "end", "is_one"),
    [
        (0, 1, True),
        (0, 1440, True),
        (0, 1441, False),
        (-1, 5, False),
        (5, 5, False),
        (1439, 1440, True),
        (1439, 2879, True),
        (1439, 2880, False),
        (1440, 1441, False),
    ],
)
def test_a_range_is_within_a_day_of_its_start(start: int, end: int, *, is_one: bool) -> None:
    if is_one:
        assert ClockRange(start, end).end - ClockRange(start, end).start == end - start
    else:
        with pytest.raises(HoursError, match="is not a range of minutes in a day"):
            ClockRange(start, end)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("0", 0),
        ("9", 540),
        ("9:05", 545),
        ("9.05", 545),
        ("9h05", 545),
        ("9u05", 545),
        ("9h", 540),
        ("17U", 1020),
        ("23:59", 1439),
        ("24:00", 1440),
    ],
)
def test_times_of_day_are_read(text: str, minute: int) -> None:
    assert parse_clock(text) == minute
    assert parse_clock(f" {text} ") == minute


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("24:01", "the last one is 24:00"),
        ("25", "the last one is 24:00"),
        ("9:60", "the last one is 24:00"),
        ("9:5", "write it like 09:00"),
        ("nine", "write it like 09:00"),
        ("-1", "write it like 09:00"),
    ],
)
def test_what_is_no_time_of_day(text: str, why: str) -> None:
    with pytest.raises(HoursError, match=why):
        parse_clock(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9", "has no end"),
        ("Fargo", "has no time of day"),
        ("", "has no time of day"),
        ("9-", "has no end"),
        ("9- ", "has no end"),
        ("9-12, 11:59-13", "overlap"),
        ("24:00-01:00", "cannot start at 24:00"),
    ],
)
def test_why_hours_are_refused(text: str, why: str) -> None:
    with pytest.raises(HoursError, match=why):
        parse_hours(text)


def test_parts_may_touch() -> None:
    assert parse_hours("12:00-17:00, 09:00-12:00") == (ClockRange(540, 720), ClockRange(720, 1020))
    assert parse_hours("09:00–12:00") == (ClockRange(540, 720),)


def test_hours_of_every_working_day_or_by_weekday() -> None:
    nine, ten = parse_hours("9-12"), parse_hours("10-12")
    plain = WorkingHours(every_working_day=nine)
    assert (plain.on(0), plain.on(6), plain.replaces_work_week) == (nine, nine, False)
    mapped = WorkingHours(every_working_day=nine, by_weekday=(ten, (), (), (), (), (), nine))
    assert (mapped.on(0), mapped.on(1), mapped.on(6), mapped.replaces_work_week) == (ten, (), nine, True)
    assert OFFICE_HOURS.on(2) == parse_hours("09:00-17:00")


def test_weekdays_by_short_and_long_name() -> None:
    assert Weekday.named("mon") is Weekday.MON
    assert Weekday.named("Sunday") is Weekday.SUN
    assert Weekday.named("Thurs") is Weekday.THU
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


@pytest.mark.parametrize(
    ("hours", "doubt"),
    [
        ("9-5", "runs over night, 20 hours long; did you mean 09:00-17:00?"),
        ("8:30-6", "runs over night, 21 hours long; did you mean 08:30-18:00?"),
        ("20:00-12:00", "runs over night, 16 hours long; did you mean 20:00-24:00?"),
        ("23:00-12:00", "runs over night, 13 hours long; did you mean 23:00-24:00?"),
        ("23:00-13:00", "runs over night, 14 hours long; is that meant?"),
        ("22:00-06:00", None),
        ("19:00-07:00", None),
        ("09:00-17:00", None),
        ("00:00-23:00", None),
        ("00:00-24:00", None),
        ("06:00-06:00", None),
    ],
)
def test_a_night_longer_than_half_a_day_is_doubted(hours: str, doubt: str | None) -> None:
    (only,) = parse_hours(hours)
    assert only.doubt == doubt


@pytest.mark.parametrize(
    ("said", "usual"),
    [
        ("9am-5pm", "09:00-17:00"),
        ("9 a.m. to 5.30 p.m.", "09:00-17:30"),
        ("12am-12pm", "00:00-12:00"),
        ("9:00 to 12:30 and 13:30 until 18:00", "9:00-12:30,13:30-18:00"),
        ("09:00-17:00", "09:00-17:00"),
        ("13pm", "13pm"),
        ("", ""),
    ],
)
def test_hours_as_people_say_them(said: str, usual: str) -> None:
    assert usual_form(said) == usual


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({0: "10:00-15:00"}, "10:00-15:00"),
        ({0: "10:00-15:00", 1: "10:00-15:00", 4: "10:00-12:00"}, "10:00-15:00, on Fri 10:00-12:00"),
        # those of most weekdays first; of as many, those of the earlier one
        ({0: "09:00-12:00", 3: "9-15", 4: "9-15"}, "9-15, on Mon 09:00-12:00"),
        ({0: "9-15", 4: "9-12", 2: "9-13"}, "9-15, on Wed 9-13, on Fri 9-12"),
        ({0: "9-15", 1: "9-15", 2: "9-15", 3: "9-12", 4: "9-12"}, "9-15, on Thu and Fri 9-12"),
    ],
)
def test_hours_by_weekday_in_words(hours: dict[int, str], said: str) -> None:
    assert by_weekday_in_words(hours) == said
