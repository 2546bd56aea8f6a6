"""One time of a meeting as everyone sees it; part of every answer about meetings."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.prices import CostCode, CostPart


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


CAN_ATTEND = frozenset({Fit.WORKING, Fit.UNKNOWN, Fit.STRETCH})
"""The fits in which a party is available."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know about a party at one time."""

    code: CostCode | None
    """The cost that it explains; None for hours that are only assumed."""
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTime:
    """One time as one party sees it."""

    id: str
    start: datetime
    end: datetime
    timezone: ZoneInfo
    day_shift: int
    """How many days the party's date is ahead of yours."""
    fit: Fit
    minutes_outside: int
    cost: int
    parts: tuple[CostPart, ...]
    notes: tuple[str, ...]
    where: str = field(metadata={"json": False})
    """The name of their place at that time, for people to read."""
    remarks: tuple[Remark, ...] = field(default=(), metadata={"json": False})
    """The notes with what each is about."""


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
    """Parties that are unavailable: optional ones, or those a quorum does without."""
