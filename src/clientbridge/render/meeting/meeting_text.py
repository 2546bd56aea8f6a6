"""Meeting times as text to paste into a message, in any language that Babel knows.

Only dates, times, places and offsets: nothing that needs a translation. Dates have the weekday, the month
as a word and the year; the clock has 12 or 24 hours as the language's readers have it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.result import MeetingText
from clientbridge.core.meeting.slots import PartyTime, Slot
from clientbridge.core.time.formatting import city
from clientbridge.render.meeting.times import offset
from clientbridge.render.page import Page, Picture, phrase
from clientbridge.render.page import page as page_of

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en-GB"
_UNKNOWN_PLACE = "ZZ"
"""Babel looks this up for every zone, and not every language has a word for it."""
_NEVER_ROUNDED = 24 * 60
"""Units that have to fill before Babel takes the next larger one: a meeting is told in minutes."""
_DECEMBER, _NO_WORD = 12, "M12"
"""What CLDR gives for a language of whose months it has no names."""


def page(result: MeetingText) -> Page:
    """The lines alone, ready to be copied."""
    return page_of(Picture(tuple(phrase(line) for line in result.lines), result.lines))


def meeting_lines(slots: Sequence[Slot], language: str, *, with_utc: bool) -> tuple[str, ...]:
    """The lines of the text; each place once a slot, the UTC time as well where calendars may be wrong.

    Raises as `known_locale`.
    """
    locale = known_locale(language)
    lines: list[str] = []
    for number, slot in enumerate(slots, start=1):
        if lines:
            lines.append("")
        mark = f"{number}. " if len(slots) > 1 else ""
        lines.append(f"{mark}{full_date(slot.parties[0].start, locale)} ({_length(slot, locale)})")
        lines.extend(f"   {line}" for line in _places(slot, locale))
        if with_utc:
            lines.append(f"   {clocks(slot.start, slot.end, locale)} UTC")
    return tuple(lines)


def known_locale(language: str) -> "Locale":
    """The dates and times of a language tag, or of its language where its region has none of its own.

    Raises UsageError for a language whose dates CLDR does not have: a month as a number would mislead.
    """
    from babel import Locale

    parts = language.split("-")
    locale = next(filter(None, (_parsed(parts[:most]) for most in range(len(parts), 0, -1))), None)
    if locale is None or locale.months["format"]["wide"][_DECEMBER] == _NO_WORD:
        name = Locale("en").languages.get(parts[0])
        spelled = language if name is None else f"{name} ({language})"
        raise UsageError(f"the words for dates in {spelled} are not known", hint="take another: --lang en")
    return locale


def _parsed(parts: Sequence[str]) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse("-".join(parts), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _places(slot: Slot, locale: "Locale") -> Iterator[str]:
    mine = slot.parties[0].start.date()
    for time in _one_for_each_place(slot.parties):
        other_day = f"{full_date(time.start, locale)}, " if time.start.date() != mine else ""
        where = _where(time, locale, slot)
        yield f"{other_day}{clocks(time.start, time.end, locale)} {where} ({offset(time.start)})"


def _one_for_each_place(times: Iterable[PartyTime]) -> Iterable[PartyTime]:
    return {time.timezone.key: time for time in reversed(tuple(times))}.values().__reversed__()


def _where(time: PartyTime, locale: "Locale", slot: Slot) -> str:
    """In English the place of all on that clock; of several, and in other languages, the clock's city."""
    places = {other.where for other in slot.parties if other.timezone.key == time.timezone.key}
    return time.where if locale.language == "en" and len(places) == 1 else city_in(time.timezone.key, locale)


def full_date(moment: datetime, locale: "Locale") -> str:
    """The date with its weekday and year, the month as a word."""
    from babel.dates import format_date

    return format_date(moment.date(), "full", locale=locale)


def clocks(start: datetime, end: datetime, locale: "Locale") -> str:
    """Both ends by the locale's own short time, so that am and pm stand at both."""
    return f"{clock(start, locale)}–{clock(end, locale)}"


def clock(moment: datetime, locale: "Locale") -> str:
    """The time of day by the locale's own short time."""
    from babel.dates import format_time

    return format_time(moment.timetz().replace(tzinfo=None), "short", locale=locale)


def _length(slot: Slot, locale: "Locale") -> str:
    from babel.dates import format_timedelta

    return format_timedelta(slot.end - slot.start, "minute", threshold=_NEVER_ROUNDED, locale=locale)


def city_in(key: str, locale: "Locale") -> str:
    """The city of a zone in the language of the text."""
    if locale.language == "en" and not city(key).isascii():
        return city(key)
    return _translated(key, locale) or city(key)


def _translated(key: str, locale: "Locale") -> str | None:
    """As CLDR has it, which names some zones by what they were called before."""
    from babel.core import get_global
    from babel.dates import get_timezone_location

    named = (locale.time_zones.get(key) or {}).get("city")
    earlier = (old for old, new in get_global("zone_aliases").items() if new == key)
    known = (locale.time_zones.get(old, {}).get("city") for old in earlier)
    found: str | None = named or next(filter(None, known), None)
    if found is None and _UNKNOWN_PLACE in locale.territories:
        found = get_timezone_location(key, locale=locale, return_city=True)
    return found
