"""What stands in the way of a meeting, and what would clear it."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.slots import Slot


class BlockerCode(StrEnum):
    """Why a party cannot meet."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    AWAY = "away"
    CLOSURE = "closure"
    LIKELY_CLOSED = "likely_closed"
    """Blocks only when the search is strict."""
    BUSY = "busy"
    OUTSIDE_HOURS = "outside_hours"
    REQUEST = "request"
    """The options of the call leave no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """Why one party cannot meet from one moment to another."""

    party: str
    code: BlockerCode
    from_: datetime
    to: datetime
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LongestGap:
    """The longest span common to all required parties, where it is shorter than the meeting."""

    start: datetime
    end: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """A tried change that opens slots: running `args` as given finds them again."""

    say: str
    args: tuple[str, ...]
    slots: int
    change: str = field(metadata={"json": False})
    """What is said, without the time that it opens."""
    slot: Slot = field(metadata={"json": False})
    """The best of them that asks nobody for the night, where there is one."""
