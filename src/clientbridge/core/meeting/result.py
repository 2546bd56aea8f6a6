"""The answers about meeting times, as every output format shows them (design, section 6.1).

Field names are the names of the JSON. Instants are aware UTC datetimes; local times are aware datetimes in
the zone in which the party is at that moment.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.cost import CostPart


class Fit(StrEnum):
    """How a time suits one party, from best to worst."""

    WORKING = "working"
    UNKNOWN = "unknown"
    """In hours that are only assumed, or on a day of which nothing is known."""
    STRETCH = "stretch"
    """Beyond working time, but within what was said to be acceptable."""
    OUTSIDE = "outside"
    CLOSED = "closed"
    BUSY = "busy"


THERE = frozenset({Fit.WORKING, Fit.UNKNOWN, Fit.STRETCH})
"""The fits in which a party can take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """What was searched, so that the answer can be read on its own."""

    from_: datetime
    to: datetime
    duration_minutes: int
    step_minutes: int
    count: int
    not_before: datetime
    buffer_minutes: int
    client_stretch_minutes: int
    quorum_percent: int
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """One party of the meeting."""

    id: str
    name: str
    timezone: ZoneInfo
    """At the start of the range; a slot names the zone of that moment."""
    required: bool
    known: bool
    """Whether the profile gives hours; otherwise office hours are assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """``[start, end)``: every start from which the duration fits is possible."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTime:
    """One time as one party sees it."""

    id: str
    start: datetime
    end: datetime
    timezone: ZoneInfo
    day_shift: int
    """Days that the party's date is ahead of yours."""
    fit: Fit
    minutes_outside: int
    cost: int
    parts: tuple[CostPart, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One start, with what it costs everyone."""

    rank: int
    start: datetime
    end: datetime
    cost: int
    reasons: tuple[str, ...]
    parties: tuple[PartyTime, ...]
    missing: tuple[str, ...] = ()
    """Parties that cannot be there: optional ones, or those that a quorum leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSlot:
    """When you can next meet one client, or why you cannot."""

    id: str
    name: str
    timezone: ZoneInfo
    slot: Slot | None
    why: tuple[str, ...]


class BlockerCode(StrEnum):
    """What keeps a party from meeting."""

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
    """The longest time that all have in common when it is too short."""

    start: datetime
    end: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """A change that was tried and finds slots: `args`, run as given, finds them again."""

    say: str
    args: tuple[str, ...]
    slots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something about a party that the calendars on the other side may get wrong."""

    code: str
    party: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """The answer of ``cb meet PARTY…``."""

    kind: ClassVar[str] = "meeting_plan"

    request: RequestFacts
    parties: tuple[PartyFacts, ...]
    windows: tuple[Window, ...]
    slots: tuple[Slot, ...]
    blockers: tuple[Blocker, ...] = ()
    longest_gap: LongestGap | None = None
    relaxations: tuple[Relaxation, ...] = ()
    series: None = None
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when there is no window."""
        return bool(self.windows)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSlots:
    """The answer of ``cb meet`` without a party: every client, in the order of the next slot."""

    kind: ClassVar[str] = "next_slots"

    request: RequestFacts
    me: PartyFacts
    clients: tuple[ClientSlot, ...]
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when no client has a slot."""
        return any(client.slot is not None for client in self.clients)
