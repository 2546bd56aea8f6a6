"""How a meeting comes again."""

from zoneinfo import ZoneInfo

from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """So often, at the same time of one clock."""

    every: TimeSpan
    """Days, weeks or months; whole days in any case."""
    word: str
    """As it was typed, for example ``1w``."""
    times: int
    anchor: ZoneInfo
    """On whose clock the time stays the same."""
