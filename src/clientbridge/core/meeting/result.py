"""The answer about meeting times, as every output format shows them.

Field names are the names of the JSON. Instants are aware UTC datetimes; local times are aware datetimes in
the zone in which the party is at that moment.
"""

from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.cost_map import CostMap
from clientbridge.core.meeting.day_bars import DayBars
from clientbridge.core.meeting.request import WHOLE, RequestWords
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import Schedule

if TYPE_CHECKING:
    from clientbridge.core.meeting.no_slot.result import Blocker, LongestGap, Relaxation
    from clientbridge.core.meeting.series.result import Series


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """The parameters of the search, so that the answer can be read on its own."""

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
    here: Schedule = field(metadata={"json": False})
    """Yours: where you are, and so what your clock shows, at every moment of the range."""
    words: RequestWords = field(metadata={"json": False})
    """The call, to be typed again with another option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """One party of the meeting."""

    id: str
    name: str
    timezone: ZoneInfo
    """At the start of the range; a slot names the zone of that moment."""
    where: str = field(metadata={"json": False})
    """The name of the place at that moment, for people to read."""
    required: bool
    known: bool
    """Whether the profile gives hours; otherwise office hours are assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """``[start, end)``: every start from which the duration fits is possible."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A warning about a party: what others may show wrongly of it, or what is not known."""

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
    blockers: "tuple[Blocker, ...]" = ()
    longest_gap: "LongestGap | None" = None
    relaxations: "tuple[Relaxation, ...]" = ()
    series: "Series | None" = None
    day: DayBars | None = None
    """Everyone's half hours on the day of the best slot."""
    map: CostMap | None = None
    """What every start costs, where that was asked for."""
    warnings: tuple[Caution, ...] = ()

    @property
    def answered(self) -> bool:
        """False when there is no slot, or no time of a series that everyone can keep even once.

        There can be windows and no slot: when none of your clock's grid starts early enough in them.
        """
        return bool(self.slots) if self.series is None else self.series.kept > 0

    @property
    def held(self) -> tuple[Slot, ...]:
        """The slots at which you and enough of the others can be there: of a series, not every one may be."""
        return tuple(slot for slot in self.slots if self.can_be_held(slot))

    def can_be_held(self, slot: Slot) -> bool:
        """Whether you are there, and of the required parties the share that is asked for."""
        required = {party.id for party in self.parties if party.required}
        there = len(required - {*slot.missing})
        me = self.parties[0].id
        return me not in slot.missing and there * WHOLE >= self.request.quorum_percent * len(required)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingText:
    """The answer of ``cb meet … --text``: lines to paste into a message, in one language."""

    kind: ClassVar[str] = "meeting_text"

    language: str
    lines: tuple[str, ...]
    slots: tuple[Slot, ...]

    @property
    def answered(self) -> bool:
        """True: a search without slots has no text. Words may do without times: a refusal."""
        return bool(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesForgotten(AlwaysAnswered):
    """The answer of ``cb meet --forget ID``: which series is no longer remembered."""

    kind: ClassVar[str] = "series_forgotten"

    id: str
    parties: tuple[str, ...]
    every: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(AlwaysAnswered):
    """The answer of ``cb meet --cancel FILE``: what the file says now."""

    kind: ClassVar[str] = "meeting_cancelled"

    file: str
    uid: str
    sequence: int
    """The number of the version that calls the meeting off."""
    invited: tuple[str, ...]
    """The mail addresses to send it to."""
    series: tuple[str, ...] = ()
    """The ids of the series that are remembered for it."""
    may_be_saved: bool = field(default=False, metadata={"json": False})
    """Whether your own calendar may show it still."""
