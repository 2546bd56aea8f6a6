"""What a calendar says of its owner's time: when they are busy, and what of it is not known."""

from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.intervals import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCopy:
    """An earlier answer of an address that does not answer now."""

    fetched: datetime
    failure: str
    """Why it is in use: ``cal.example does not answer (timed out)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyTimes:
    """What was read of one calendar for a range."""

    busy: Spans = ()
    unread: tuple[Problem, ...] = ()
    """Entries that could not be read: whether they take time, and when, is not known."""
    copy: CalendarCopy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOwner:
    """Whose calendar it is, as far as that decides what is busy."""

    home: ZoneInfo
    """On whose clock whole days and times without a zone are read."""
    emails: tuple[str, ...] = ()
    tentative_is_busy: bool = True
