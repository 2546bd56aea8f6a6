"""Days counted from another: ``+3d``, ``in 2 weeks``, ``a month ago``, ``3 days after friday``."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from clientbridge.core.errors import UsageError
from clientbridge.core.time.durations import TimeSpan, TimeSpanError, parse_time_span
from clientbridge.core.time.typed.day_words import NUMBERS
from clientbridge.core.time.typed.reading import DATE_HINT, Period, TypedDay

DayOf = Callable[[Sequence[str]], TypedDay | Period | None]
_SIGNED = r"[+-]"


def shifted_day(words: Sequence[str], today: date, day_of: DayOf) -> TypedDay | None:
    """The day so far from today, or from the day that `day_of` reads; None where nothing is counted.

    Raises UsageError for a length that cannot be added to a day.
    """
    typed = " ".join(words)
    if words and re.match(_SIGNED, words[0]):
        return TypedDay(_moved(typed, _span(typed, typed[1:]), today, back=typed[0] == "-"))
    counted = words[1:] if words and words[0] in {"in", "within"} else words
    amount, rest = _amount(counted)
    if amount is None:
        return None
    match rest:
        case [] | ["time"] | ["from", "now" | "today"]:
            return TypedDay(_moved(typed, amount, today))
        case ["ago"]:
            return TypedDay(_moved(typed, amount, today, back=True))
        case ["from" | "after" | "before" as direction, *other]:
            return _moved_from(typed, amount, day_of(other), back=direction == "before")
    return _moved_from(typed, amount, day_of(rest), back=False)  # "a week on tuesday"


def _moved_from(
    typed: str, amount: TimeSpan, start: TypedDay | Period | None, *, back: bool
) -> TypedDay | None:
    if not isinstance(start, TypedDay):
        return None
    return TypedDay(_moved(typed, amount, start.day, back=back), start.note)


def is_amount(words: Sequence[str]) -> bool:
    """Whether the words are a bare length of time, as in "shorten it by 2 weeks"."""
    amount, rest = _amount(words)
    if amount is not None:
        return rest in ([], ["time"])
    try:
        return bool(words) and not re.match(_SIGNED, words[0]) and bool(parse_time_span("".join(words)))
    except TimeSpanError:
        return False


def is_counted(words: Sequence[str]) -> bool:
    """Whether the words are a length of time from, after or before something."""
    amount, rest = _amount(words)
    return amount is not None and rest[:1] in (["from"], ["after"], ["before"])


def _amount(words: Sequence[str]) -> tuple[TimeSpan | None, list[str]]:
    """The length that two words state, in whole days, and the words after it."""
    if len(words) < 2:  # noqa: PLR2004 - a number and its unit
        return None, list(words)
    number = NUMBERS.get(words[0], words[0])
    try:
        span = parse_time_span(f"{number}{words[1]}")
    except TimeSpanError:
        return None, list(words)
    is_length = str(number).isdecimal() and words[1].isalpha()
    return (span if is_length and span.whole_days else None), list(words[2:])


def _span(typed: str, length: str) -> TimeSpan:
    try:
        span = parse_time_span(length)
    except TimeSpanError:
        raise UsageError(f"'{typed}' is not a day", hint=DATE_HINT) from None
    if not span.whole_days:
        raise UsageError(f"'{typed}' is not a whole number of days", hint=DATE_HINT)
    return span


def _moved(typed: str, span: TimeSpan, start: date, *, back: bool = False) -> date:
    try:
        return span.before(start) if back else span.after(start)
    except (ValueError, OverflowError):
        raise UsageError(f"'{typed}' is not a day", hint=DATE_HINT) from None
