"""The table of docs/dates.md: the words of days and times, each with what it means on one day."""

import re
from datetime import date
from pathlib import Path

from clientbridge.core.time.formatting import long_day
from clientbridge.core.time.hours import clock
from clientbridge.core.time.typed.phrases import read_phrase
from clientbridge.core.time.typed.reading import Period, TypingDay

DATES = Path(__file__).parents[2] / "docs" / "dates.md"
_FRIDAY = TypingDay(date(2026, 11, 27))
_TABLE = re.compile(r"(<!-- words: .*? -->\n).*?(<!-- end of words -->)", re.DOTALL)

_ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a date in figures, the year first", ("2026-12-04", "2026/12/4", "2026-W49-5")),
    ("dots with the year last are day first", ("04.12.2026",)),
    ("other figures, where only one day can be meant", ("31/12", "12/31", "31.12.", "31-12-2026")),
    ("a date with the name of its month", ("4 dec", "Dec. 4", "4th of December", "December 4th, 2027")),
    ("a day of this month or the next that has it", ("the 4th", "the 31st")),
    (
        "around today",
        ("today", "tomorrow", "tmrw", "yesterday", "day after tomorrow", "day before yesterday"),
    ),
    (
        "a weekday: the next one after today, never today",
        ("fri", "Thursday", "tues", "weds", "thur", "thurs"),
    ),
    ("a weekday of this week, of the next, of the last", ("this friday", "fri next week", "wed last week")),
    (
        "the next such day, where every custom means the same",
        ("next fri", "coming fri", "past fri", "last fri"),
    ),
    ("a weekday with a date: it must be that weekday", ("Fri 4 Dec",)),
    (
        "counted from today",
        ("+3d", "-2d", "in 2 weeks", "within three days", "a month ago", "2 weeks from now"),
    ),
    ("counted from another day", ("2 days before 4 dec", "a week after fri", "a week from mon")),
    ("the last day that is worked in the week", ("eow", "end of week", "end of next week")),
    (
        "the last day of a month, quarter or year",
        ("eom", "end of month", "month end", "end of next month", "end of december", "eoq", "eoy"),
    ),
    ("the first day", ("start of next month", "beginning of next year", "first day of january")),
    (
        "the end of a day is that day",
        ("eod", "eob", "cob", "close of business", "end of play", "cob fri", "end of tomorrow"),
    ),
    ("a time of day; alone it is today's", ("15:00", "3pm", "9:30 am", "15h30", "noon", "midday")),
    ("a day with a time", ("fri 15:00", "tomorrow 9am", "3pm on fri", "2026-12-04 15:00")),
    (
        "a whole week, month, quarter or year: `--from` is its first day, `--to` its last; refused elsewhere",
        ("next week", "this month", "december", "2026-12", "next quarter", "last year"),
    ),
)


def with_word_table(page: str) -> str:
    """The page of dates with the meanings as the program reads them."""
    rows = (f"| {what} | {', '.join(map(_shown, typed))} |\n" for what, typed in _ROWS)
    table = f"\n| what | you type |\n|---|---|\n{''.join(rows)}\n"
    return _TABLE.sub(lambda match: f"{match[1]}{table}{match[2]}", page)


def _shown(typed: str) -> str:
    phrase = read_phrase(typed, _FRIDAY)
    assert phrase is not None, typed
    meant = [clock(phrase.minute)] if phrase.minute is not None else []
    if isinstance(phrase.when, Period):
        meant = [f"{phrase.when.first} to {phrase.when.last}"]
    elif phrase.when is not None:
        meant = [long_day(phrase.when.day), *meant]
    return f"`{typed}` ({' '.join(meant)})"
