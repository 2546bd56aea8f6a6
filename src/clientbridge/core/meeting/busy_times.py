"""What a calendar says of its owner's time: when they are busy, and what of it is not known."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.intervals import Span, Spans, subtraction, union
from clientbridge.core.workspace.profiles import Weight


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
    likely: Spans = ()
    """Times that may turn out to be taken, where they are not busy anyway."""
    unread: tuple[Problem, ...] = ()
    """Entries that could not be read: whether they take time, and when, is not known."""
    copy: CalendarCopy | None = None
    revision: int | None = None
    """The latest version of the entries that do not count; None where it holds none."""


def all_together(calendars: Sequence[BusyTimes]) -> tuple[Spans, Spans]:
    """When someone with all these calendars is busy, and when likely so and not busy."""
    busy = union(span for one in calendars for span in one.busy)
    likely = union(span for one in calendars for span in one.likely)
    return busy, subtraction(likely, busy)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOwner:
    """Whose calendar it is, as far as that decides what is busy."""

    home: ZoneInfo
    """On whose clock whole days and times without a zone are read."""
    emails: tuple[str, ...] = ()
    busy: Weight = Weight.BUSY
    """What a firm entry counts as."""
    tentative: Weight = Weight.BUSY
    """What one counts as that is not firm."""
    not_counted: frozenset[str] = frozenset()
    """UIDs of entries that take no time in this search."""


@dataclass(frozen=True, slots=True)
class HeldTime:
    """A busy time of which it is known what it is for."""

    span: Span
    say: str
    """``held in an offer to Acme KK (k3x9ab)``."""


def held_within(held: Iterable[HeldTime], within: Spans) -> tuple[HeldTime, ...]:
    """Those that take a minute of these spans."""
    return tuple(
        one for one in held if any(one.span[0] < end and start < one.span[1] for start, end in within)
    )
