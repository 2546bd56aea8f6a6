"""When a zone's clocks change: the one list for red lines, reviews and the rules of calendar files."""

from itertools import pairwise
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.intervals import Span
from clientbridge.core.time.offsets import offset_at, offset_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """A change of a zone's UTC offset; offsets are minutes ahead of UTC."""

    at: int
    """The first UTC minute with the new offset."""
    before: int
    after: int

    @property
    def shift(self) -> int:
        """Minutes by which the clocks go forward; negative: back."""
        return self.after - self.before


def clock_changes(zone: ZoneInfo, within: Span) -> tuple[ClockChange, ...]:
    """The changes inside `within`, one at its first minute included, in order."""
    start, end = within
    return tuple(
        ClockChange(at=after.start, before=before.offset, after=after.offset)
        for before, after in pairwise(offset_pieces(zone, (start - 1, end)))
    )


def is_shared(change: ClockChange, other: ZoneInfo) -> bool:
    """Whether the clocks of `other` change alike at the same moment, so that no hour between them shifts."""
    return offset_at(other, change.at) - offset_at(other, change.at - 1) == change.shift
