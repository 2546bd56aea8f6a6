"""Times in the language of a reader: dates with weekday and year, their clock, city and UTC offset."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.meeting.meeting_text import ENGLISH, city_in, clock, clocks, full_date, known_locale
from clientbridge.render.meeting.times import offset

if TYPE_CHECKING:
    from babel import Locale

_COMMAS = {"ar": "، ", "ja": " ", "zh": " ", "th": " "}


@dataclass(frozen=True)
class LocalTimes:
    """How one reader is told a time. A moment is aware, in the zone in which it is told."""

    words: PageWords

    @cached_property
    def locale(self) -> "Locale":
        """As CLDR has it; English of no known country has 24 hours and the day before the month."""
        found = known_locale(self.words.reader)
        return known_locale(ENGLISH) if str(found) == "en" else found

    @property
    def tag(self) -> str:
        """The locale as a browser calls it."""
        return str(self.locale).replace("_", "-")

    @property
    def comma(self) -> str:
        """What stands between a date, a time and a place."""
        return _COMMAS.get(self.locale.language, ", ")

    def date(self, moment: datetime) -> str:
        """``Thursday, 26 November 2026``."""
        return full_date(moment, self.locale)

    def clock(self, start: datetime, end: datetime) -> str:
        """``16:00–17:00``."""
        return clocks(start, end, self.locale)

    def city(self, key: str) -> str:
        """The city of a zone in their language."""
        return city_in(key, self.locale)

    def place(self, key: str, moment: datetime) -> str:
        """``Tokyo (UTC+09:00)``: the zone `key` with its offset at that moment."""
        return f"{self.city(key)} ({offset(moment)})"

    def moment(self, key: str, moment: datetime) -> str:
        """One moment in full, without an end."""
        return self.comma.join((self.date(moment), clock(moment, self.locale), self.place(key, moment)))

    def span(self, key: str, start: datetime, end: datetime) -> str:
        """One span in full: its date, both ends, the place."""
        return self.comma.join((self.date(start), self.clock(start, end), self.place(key, start)))

    def length(self, minutes: int) -> str:
        """``60 minutes``."""
        from babel.dates import format_timedelta

        longest = 24 * 60
        return format_timedelta(timedelta(minutes=minutes), "minute", threshold=longest, locale=self.locale)

    def cities(self) -> dict[str, str]:
        """What zones are called in this language, those alone whose name a browser would not find itself."""
        named = {key: zone.get("city") for key, zone in self.locale.time_zones.items()}
        return {key: name for key, name in named.items() if name and name != _last_word(key)}


def _last_word(key: str) -> str:
    return key.rpartition("/")[2].replace("_", " ")
