from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from clientbridge.render.line_wrapping import as_prompt, columns, line_count, wrapped
from clientbridge.render.page import Emphasis, TextRun, bad, phrase, strong, words

TEXTS = st.lists(st.text(alphabet="abcdefg日本é,.", min_size=1, max_size=14), max_size=12).map(" ".join)


@given(text=TEXTS, width=st.integers(10, 40))
def test_lines_break_where_the_terminal_library_breaks_them(text: str, width: int) -> None:
    console = Console(file=StringIO(), width=width)
    expected = [line.plain.rstrip() for line in Text(text).wrap(console, width)] or [""]
    assert [words(line) for line in wrapped(phrase(text), width)] == expected


@given(text=TEXTS, width=st.integers(10, 40))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    assert all(columns(words(line)) <= width for line in wrapped(phrase(text), width))


@given(text=TEXTS, width=st.integers(10, 40))
def test_the_line_count_equals_the_wrapped_lines(text: str, width: int) -> None:
    assert line_count(text, width) == len(wrapped(phrase(text), width))


def test_emphasis_stays_with_its_words() -> None:
    assert wrapped(phrase("at ", strong("five past"), bad("!")), 8) == [
        (TextRun("at "), TextRun("five", Emphasis.STRONG)),
        (TextRun("past", Emphasis.STRONG), TextRun("!", Emphasis.BAD)),
    ]


def test_an_empty_phrase_is_one_empty_line() -> None:
    assert wrapped(phrase(), 10) == [()]


def test_combining_marks_take_no_column() -> None:
    assert (columns("e\u0301"), columns("はじ"), columns("abc")) == (1, 4, 3)


def test_a_prompt_breaks_between_words_and_leaves_room_for_the_answer() -> None:
    assert as_prompt("Your name?", 40) == "Your name? "
    assert as_prompt("Your working hours? [08:30-17:30]", 40) == "Your working hours? [08:30-17:30]\n> "
    narrow = as_prompt("Which hours would you accept for a client far away?", 30)
    assert narrow == "Which hours would you accept\nfor a client far away?\n> "


def test_dates_and_lengths_of_time_stay_on_one_line() -> None:
    said = phrase("work there starts in 5 h 55, on Tue 24 Nov 2026, 8 h ahead")
    assert [words(line) for line in wrapped(said, 22)] == [
        "work there starts in",
        "5 h 55, on",
        "Tue 24 Nov 2026, 8 h",
        "ahead",
    ]
