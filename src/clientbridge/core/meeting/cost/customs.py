"""Times of the week that people in a place prefer to keep free: a sourced tendency, never a rule."""

from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import DayHours


class WeekEdge(StrEnum):
    """The first and last day of a working week, whichever weekdays those are."""

    FIRST_DAY = "first_day"
    """The first worked day after days off."""
    LAST_DAY = "last_day"
    """The last worked day before days off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCustom:
    """Hours on some weekdays in which each minute of a meeting costs `rate` more."""

    id: str
    say: str
    """Shown with the slot, for example "Friday prayer"."""
    hours: DayHours
    weekdays: frozenset[int] = frozenset()
    """Monday is 0; empty means every worked day."""
    edge: WeekEdge | None = None
    rate: int = 1
    source: str
    """Address of the page that says so."""
