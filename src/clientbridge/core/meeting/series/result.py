"""What is said of a meeting that comes again."""

from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.slots import Slot
from clientbridge.core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One party's local times, occurrence by occurrence."""

    party: str
    timezone: ZoneInfo
    starts: tuple[datetime, ...]
    """Local, each with its offset."""
    moves: tuple[int, ...]
    """The numbers of the occurrences, from 1, at which the clock time differs from the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Who cannot be there at one occurrence, and why."""

    number: int
    party: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """How the series would go if it kept its time on the clock of another zone."""

    timezone: ZoneInfo
    kept: int
    """Occurrences at which everyone required can be there."""
    moved: tuple[str, ...]
    """Parties whose local time would change within the series."""
    client_minutes_outside: int
    """Of all clients and occurrences together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """Minutes outside working time that a party carries over the series, three for each at night."""

    party: str
    minutes: int
    fixed_minutes: int
    """What the best fixed time would cost it, with another time where that one is not possible."""
    before: int
    """What it carried before this series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A meeting that comes again: at a fixed time on the anchor's clock, or in turns."""

    every: str
    times: int
    anchor: ZoneInfo
    occurrences: tuple[Slot, ...]
    """In the order of time; `rank` is the number."""
    kept: int
    """Occurrences at which everyone required can be there."""
    missed: tuple[Missed, ...]
    drift: tuple[Drift, ...]
    anchors: tuple[Anchor, ...] = ()
    """The same series on other clocks, the one used included."""
    rotation: tuple[Burden, ...] | None = None
    """Who carries how much when turns are taken."""
