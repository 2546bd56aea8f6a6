"""The answers about meeting times, as every output format shows them (design, section 6.1).

Field names are the names of the JSON. Instants are aware UTC datetimes; local times are aware datetimes in
the zone in which the party is at that moment.
"""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.values import dataclass


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
    series: Series | None = None
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when there is no window, or no time of a series that everyone can keep even once."""
        return bool(self.windows) if self.series is None else self.series.kept > 0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTime:
    """The answer of ``cb meet PARTY… --at WHEN``: one time, judged."""

    kind: ClassVar[str] = "meeting_time"

    request: RequestFacts
    parties: tuple[PartyFacts, ...]
    possible: bool
    """Whether everyone required can be there."""
    slot: Slot
    against: tuple[Blocker, ...]
    """Why those who are missing are."""
    better: Slot | None
    """The nearest time that costs less; None when there is none within a week on either side."""
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when someone required cannot be there."""
        return self.possible


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingText:
    """The answer of ``cb meet … --text``: lines to paste into a message, in one language."""

    kind: ClassVar[str] = "meeting_text"

    language: str
    lines: tuple[str, ...]
    slots: tuple[Slot, ...]

    @property
    def answered(self) -> bool:
        """A text is only made where there are slots."""
        return bool(self.slots)
