import shlex
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted_commands import put_together
from rich.console import Console
from rich.text import Text

from clientbridge.core.command_line import command
from clientbridge.render.command_text import typed
from clientbridge.render.line_wrapping import (
    as_prompt,
    as_talk,
    beside,
    columns,
    line_count,
    widest_word,
    wrapped,
)
from clientbridge.render.page import Emphasis, Phrase, TextRun, bad, offered, phrase, strong, words

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
    assert line_count(phrase(text), width) == len(wrapped(phrase(text), width))


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


COMMANDS = st.lists(st.text(alphabet="ab é日-\"'$!`", max_size=30), max_size=6).map(
    lambda some: typed(command("log", *some))
)


def said_around(a_command: str, before: str, after: str) -> Phrase:
    return phrase(before, offered(a_command, Emphasis.STRONG), f"  {after}" if after else "")


@given(a_command=COMMANDS, before=st.sampled_from(["", "Next: ", "and more: "]), width=st.integers(20, 60))
def test_a_command_is_the_same_after_it_is_broken_and_pasted(a_command: str, before: str, width: int) -> None:
    lines = wrapped(said_around(a_command, before, ""), width)
    assert all(columns(words(line)) <= width for line in lines)
    margin = "".join(f"{words(beside('   ', line))}\n" for line in lines)
    (pasted,) = (line for line in put_together(margin).splitlines() if "cb " in line)
    assert shlex.split(pasted[pasted.index("cb ") :]) == shlex.split(a_command)


@given(a_command=COMMANDS, before=TEXTS, after=TEXTS, width=st.integers(20, 60))
def test_the_line_count_equals_the_wrapped_lines_also_of_commands(
    a_command: str, before: str, after: str, width: int
) -> None:
    said = said_around(a_command, f"{before} ", after)
    assert line_count(said, width) == len(wrapped(said, width))


LONG = 'cb meet hikari bayside --next 1w --client-stretch hikari=3h30 --on "mon to thu"'


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (120, [f"and more: {LONG}  with all"]),
        (90, [f"and more: {LONG}", "with all"]),
        (79, ["and more:", LONG, "with all"]),
        (
            78,
            [
                "and more:",
                "cb meet hikari bayside --next 1w --client-stretch hikari=3h30 \\",
                '  --on "mon to thu"',
                "with all",
            ],
        ),
        (
            30,
            [
                "and more:",
                "cb meet hikari bayside \\",
                "  --next 1w --client-stretch \\",
                "  hikari=3h30 \\",
                '  --on "mon to thu"',
                "with all",
            ],
        ),
    ],
)
def test_a_command_is_whole_as_long_as_a_line_has_room_for_it(width: int, expected: list[str]) -> None:
    assert [words(line) for line in wrapped(said_around(LONG, "and more: ", "with all"), width)] == expected


def test_a_word_wider_than_the_line_goes_on_without_a_margin() -> None:
    greeting = 'cb log solaris "Merry Christmas to you and your family."'
    lines = wrapped(phrase(offered(greeting)), 30)
    assert [words(beside("    ", line)) for line in lines] == [
        "    cb log solaris \\",
        '      "Merry Christmas to you "\\',
        '"and your family."',
    ]


def test_the_widest_word_of_a_command_has_room_for_indent_and_backslash() -> None:
    assert widest_word(phrase("more: ", offered('cb log acme "a b c"'))) == 11
    assert widest_word(phrase("on Tue 24 Nov 2026")) == 15
    assert widest_word(phrase()) == 0


def test_talk_keeps_a_command_whole_else_breaks_it_and_never_breaks_a_path() -> None:
    hint = 'hint: change it: cb client set hikari hours "mon-thu 09:00"   or give another --id'
    assert as_talk(hint, 50).splitlines() == [
        "hint: change it:",
        '  cb client set hikari hours "mon-thu 09:00"   or',
        "  give another --id",
    ]
    assert as_talk(hint, 40).splitlines() == [
        "hint: change it:",
        "  cb client set hikari hours \\",
        '    "mon-thu 09:00"',
        "  or give another --id",
    ]
    assert as_talk("wrote /home/zoe/a-folder/of-mine/minutes.md", 30).splitlines() == [
        "wrote",
        "  /home/zoe/a-folder/of-mine/minutes.md",
    ]
