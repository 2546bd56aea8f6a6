"""The names of weekdays and months in the languages in which a client may reply."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from clientbridge.core.meeting.offers.replies.mentions import DayWords
from clientbridge.core.spelling import fold

if TYPE_CHECKING:
    from babel import Locale

_ENGLISH = "en"
_SHORTEST = 3
_SHORTEST_ELSEWHERE = 2
"""A single sign of a script with large words may be a part of any other."""
_MORE = {
    "zh": {
        f"{week}{sign}": at
        for week in ("周", "星期", "礼拜", "週")
        for at, sign in enumerate("一二三四五六日")
    },
    "pt": {"segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4},
    "en": {"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
"""What Babel does not have."""


def day_words(languages: Iterable[str], names: Iterable[str] = ()) -> DayWords:
    """Of these languages and, as whole words alone, of English."""
    codes = tuple(dict.fromkeys(language.partition("-")[0] for language in languages)) or (_ENGLISH,)
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    for code in dict.fromkeys((*codes, _ENGLISH)):
        locale = _locale(code)
        if locale is None:
            continue
        widths = ("wide", "abbreviated") if code in codes else ("wide",)
        weekdays = {**dict(_names(locale.days, widths)), **weekdays}
        weekdays |= {fold(name): day for name, day in _MORE.get(code, {}).items()}
        months = {**dict(_names(locale.months, widths)), **months}
    return DayWords(languages=codes, weekdays=weekdays, months=months, names=tuple(names))


def _locale(code: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def _names(
    table: Mapping[str, Mapping[str, Mapping[int, str]]], widths: Iterable[str]
) -> Iterator[tuple[str, int]]:
    for form in table.values():
        for width in widths:
            for number, name in form.get(width, {}).items():
                word = fold(name.rstrip("."))
                least = _SHORTEST if word.isascii() else _SHORTEST_ELSEWHERE
                if len(word) >= least and not any(char.isdigit() for char in word):
                    yield word, number
