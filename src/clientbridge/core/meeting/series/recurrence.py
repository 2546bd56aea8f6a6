"""How often a meeting recurs, and on whose clock."""

from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.durations import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A fixed period, at the same time on one clock."""

    every: TimeSpan
    """The period: days, weeks or months, always whole days."""
    word: str
    """As it was typed, for example ``1w``."""
    times: int
    anchor: ZoneInfo
    """The zone on whose clock the time stays the same."""
