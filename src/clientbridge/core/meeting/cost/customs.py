"""Times of the week that people in a place rather keep free: a tendency with a source, never a rule."""

from enum import StrEnum

from clientbridge.core.time.hours import DayHours
from clientbridge.core.values import dataclass


class WeekEdge(StrEnum):
    """The ends of a working week, wherever it lies."""

    FIRST_DAY = "first_day"
    """The first worked day after days off."""
    LAST_DAY = "last_day"
    """The last worked day before days off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCustom:
    """Hours on some days that cost `rate` more for each minute of a meeting."""

    id: str
    say: str
    """Shown with the slot, for example "Friday prayer"."""
    hours: DayHours
    weekdays: frozenset[int] = frozenset()
    """Monday being 0; empty for every worked day."""
    edge: WeekEdge | None = None
    rate: int = 1
    source: str
    """Address of the page that says so."""
