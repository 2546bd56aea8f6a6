"""The facts of a recurring meeting, as the answer shows them."""

from dataclasses import field
from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.workspace.profiles import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One party's local times, occurrence by occurrence."""

    party: str
    timezone: ZoneInfo
    starts: tuple[datetime, ...]
    """Local, each with its offset."""
    moves: tuple[int, ...]
    """The numbers of the occurrences, from 1, at which the clock time differs from the one before."""
    zones: tuple[ZoneInfo, ...] = field(metadata={"json": False})
    """Where the party is, occurrence by occurrence."""
    by_clock: tuple[int, ...] = field(metadata={"json": False})
    """Those whose clock time differs from the last one in the same zone: a clock change, not travel."""
    was: tuple[datetime, ...] = field(default=(), metadata={"json": False})
    """For each of these the start it differs from."""

    @property
    def usual(self) -> ZoneInfo:
        """The zone of most occurrences."""
        keys = [zone.key for zone in self.zones]
        return max(self.zones, key=lambda zone: keys.count(zone.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Who cannot be there at one occurrence, and why."""

    number: int
    party: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The series as it would be if its time were fixed on the clock of another zone."""

    timezone: ZoneInfo
    kept: int
    """The number of occurrences at which every required party is available."""
    moved: tuple[str, ...]
    """Parties whose local time would change within the series, other than by travel."""
    client_minutes_outside: int
    """Of all clients and occurrences together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """What a series costs a party outside working time: minutes by their rates (docs/meeting-cost.md)."""

    party: str
    minutes: int
    fixed_minutes: int
    """Its burden at the best fixed time, with a substitute where that time is impossible."""
    before: int
    """Its burden before this series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A recurring meeting: at a fixed time on the anchor's clock, or taking turns."""

    every: str
    times: int
    anchor: ZoneInfo
    occurrences: tuple[Slot, ...]
    """In chronological order; `rank` is the number of the occurrence."""
    kept: int
    """The number of occurrences at which every required party is available."""
    missed: tuple[Missed, ...]
    drift: tuple[Drift, ...]
    anchors: tuple[Anchor, ...] = ()
    """The same series on other clocks, the one used included."""
    rotation: tuple[Burden, ...] | None = None
    """The burden of each party when turns are taken."""
    left_out: tuple[DateRange, ...] = field(default=(), metadata={"json": False})
    """The periods of a series in turns that have no start, on the anchor's clock."""
