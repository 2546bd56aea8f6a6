"""The grammar: which day, and which time of it, a whole text means."""

from collections.abc import Sequence
from datetime import timedelta

from clientbridge.core.time.typed.clock_times import take_clock
from clientbridge.core.time.typed.day_words import (
    DAY_ENDS,
    INTRODUCERS,
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    weekday_named,
)
from clientbridge.core.time.typed.named_dates import named_day
from clientbridge.core.time.typed.numeric_dates import numeric_day
from clientbridge.core.time.typed.periods import period_or_its_edge
from clientbridge.core.time.typed.reading import Period, Phrase, TypedDay, TypingDay
from clientbridge.core.time.typed.shifts import shifted_day
from clientbridge.core.time.typed.weekdays import weekday_day
from clientbridge.core.time.typed.words import words_of

_MOST_WORDS = 10


def read_phrase(text: str, now: TypingDay) -> Phrase | None:
    """What the whole text means; None where it is not made of the words of days.

    Raises UsageError where it surely means a day, and one that does not exist or could be two.
    """
    words = _without_introducers(words_of(text))
    if not words or len(words) > _MOST_WORDS:
        return None
    clock, words = take_clock(words)
    if clock is not None:
        words = _without_introducers(words)
        when = _day_of(words, now) if words else None
        if words and when is None:
            return None
        return Phrase(when=when, minute=clock.minute, second=clock.second)
    part, words = _without_part(words)
    when = _day_of(words, now)
    return None if when is None else Phrase(when=when, part=part)


def _without_introducers(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[0] in INTRODUCERS:
        words = words[1:]
    return words


def _without_part(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """``tonight`` and ``this morning`` are of today, ``friday evening`` is of Friday."""
    if words == ("tonight",):
        return "night", ("today",)
    if words[-1] not in PARTS_OF_DAY or len(words) == 1:
        return None, words
    return words[-1], ("today",) if words[:-1] == ("this",) else words[:-1]


def _day_of(words: Sequence[str], now: TypingDay) -> TypedDay | Period | None:
    left = _without_day_end(tuple(words))
    if left is not None:
        day = _plain_day(left, now) if left else TypedDay(now.today)
        return day if isinstance(day, TypedDay) else None
    return _plain_day(words, now)


def _without_day_end(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words before or after ``eod``, ``cob`` and the like; None where there is no such word."""
    for end in DAY_ENDS:
        if words[: len(end)] == end:
            return words[len(end) :]
        if words[-len(end) :] == end:
            return words[: -len(end)]
    return words[1:] if words[:1] == ("end",) and len(words) > 1 and _is_plain(words[1:]) else None


def _is_plain(words: tuple[str, ...]) -> bool:
    """Whether ``end of`` stands before a day, as in "by the end of tomorrow"."""
    return " ".join(words) in RELATIVE_DAYS or (len(words) == 1 and weekday_named(words[0]) is not None)


def _plain_day(words: Sequence[str], now: TypingDay) -> TypedDay | Period | None:
    relative = RELATIVE_DAYS.get(" ".join(words))
    if relative is not None:
        return TypedDay(now.today + timedelta(days=relative))
    if not words:
        return None

    def day_of(other: Sequence[str]) -> TypedDay | Period | None:
        return _plain_day(other, now)

    return (
        weekday_day(words, now, day_of)
        or named_day(words, now.today)
        or (numeric_day(words[0], now.today) if len(words) == 1 else None)
        or period_or_its_edge(words, now)
        or shifted_day(words, now.today, day_of)
    )
