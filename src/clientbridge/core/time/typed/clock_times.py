"""Times of day as people type them: ``15:00``, ``9.30 am``, ``15h30``, ``3 pm``, ``noon``."""

import re
from collections.abc import Sequence

from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import HoursError, parse_clock
from clientbridge.core.time.typed.day_words import NOON

MOMENT_HINT = 'write it like "2026-12-03 15:00", "fri 9:30", "tomorrow 3pm" or 2026-12-03T15:00Z'
_CLOCK = r"(?a)(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?h?|h)"
_HALF_DAY = r"(?a)(\d{1,2})(?:[:.](\d{2}))?([ap])m"
_DOTTED = r"(?a)(\d{1,2})\.(\d{2})h?"
_SECOND_WORDS = frozenset({"am", "pm", "h"})
_NOON_MINUTE = 12 * 60
_HOURS_OF_HALF_DAY = 12
_MONTHS = 12
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A reading of a clock."""

    minute: int
    """After midnight."""
    second: int = 0


def take_clock(words: Sequence[str]) -> tuple[ClockTime | None, tuple[str, ...]]:
    """Split the time of day that stands first or last off; raises UsageError for one that no clock shows."""
    for size in (2, 1):
        for taken, left in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            if len(taken) == size and (size == 1 or taken[1] in _SECOND_WORDS | NOON):
                clock = clock_of("".join(taken))
                if clock is not None:
                    return clock, tuple(left)
    return None, tuple(words)


def clock_of(word: str) -> ClockTime | None:
    """The time of a word; None where it is none."""
    if word in NOON or word.removeprefix("12") in NOON:
        return ClockTime(_NOON_MINUTE)
    if word == "midnight":
        raise UsageError(
            "'midnight' could be the start or the end of a day", hint="write 00:00 or 24:00 after the day"
        )
    if half := re.fullmatch(_HALF_DAY, word):
        hour, minutes, letter = half.groups(default="00")
        return _of_half_day(word, int(hour), minutes, afternoon=letter == "p")
    clock = re.fullmatch(_CLOCK, word)
    if clock is None:
        return None if _could_be_a_day(word) else dotted_clock(word)
    hour, minutes, second = clock.groups(default="00")
    return _checked(word, hour, minutes, int(second))


def _could_be_a_day(word: str) -> bool:
    """Whether two numbers can be a day and a month in either order, as ``9.30`` can and ``15.30`` cannot."""
    dotted = re.fullmatch(_DOTTED, word)
    if dotted is None or word.endswith("h"):
        return False
    low, high = sorted((int(dotted[1]), int(dotted[2])))
    return 1 <= low <= _MONTHS and high <= _LONGEST_MONTH


def dotted_clock(word: str) -> ClockTime | None:
    """The time that ``15.30`` can be, whatever else it can be; None where it can be none."""
    dotted = re.fullmatch(_DOTTED, word)
    if dotted is None:
        return None
    try:
        return ClockTime(parse_clock(f"{dotted[1]}:{dotted[2]}"))
    except HoursError:
        return None


def _of_half_day(word: str, hour: int, minutes: str, *, afternoon: bool) -> ClockTime:
    if not 1 <= hour <= _HOURS_OF_HALF_DAY:
        raise UsageError(f"'{word}' is not a time of day", hint=MOMENT_HINT)
    if hour == _HOURS_OF_HALF_DAY and not afternoon:
        raise UsageError(
            f"'{word}' is midnight: the start or the end of a day", hint="write 00:00 or 24:00 after the day"
        )
    hour = hour % _HOURS_OF_HALF_DAY + _HOURS_OF_HALF_DAY * afternoon
    return _checked(word, str(hour), minutes, 0)


def _checked(word: str, hour: str, minutes: str, second: int) -> ClockTime:
    try:
        minute = parse_clock(f"{hour}:{minutes}")
    except HoursError as error:
        raise UsageError(str(error).replace(f"{hour}:{minutes}", word), hint=MOMENT_HINT) from None
    if second > 59:  # noqa: PLR2004 - a clock's last
        raise UsageError(f"'{word}' is not a time of day", hint=MOMENT_HINT)
    return ClockTime(minute, second)
