"""The answer of ``cb answer FILE``: the invitation, how it suits everyone, what could be proposed."""

from dataclasses import field
from datetime import datetime
from typing import ClassVar

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferedSlot
from clientbridge.core.meeting.received.invitation import ChangedDate, Occurrences
from clientbridge.core.meeting.received.judge import Judged
from clientbridge.core.meeting.result import Caution, PartyFacts
from clientbridge.core.meeting.series.result import Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.results import AlwaysAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts:
    """What the file says."""

    uid: str
    sequence: int
    method: str
    title: str
    organizer: str | None
    """The mail address of whoever invites."""
    start: datetime | None
    end: datetime | None
    every: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFacts:
    """Whom the invitation names."""

    email: str
    name: str | None
    party: str | None
    """Who of yours that is; None for a stranger, of whom no hours are known."""
    answered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAnswer(AlwaysAnswered):
    """The answer of ``cb answer FILE``."""

    kind: ClassVar[str] = "invitation"

    invitation: InvitationFacts
    parties: tuple[PartyFacts, ...]
    warnings: tuple[Caution, ...]
    counter: tuple[OfferedSlot, ...]
    """Slots good for all, to be proposed instead."""
    guests: tuple[GuestFacts, ...]
    you: str | None
    """The address at which you are invited; None where you are not."""
    slot: Slot | None
    """The first time that is still to come, as everyone sees it."""
    series: Series | None
    judged: Judged | None = field(default=None, metadata={"json": False})
    """None where it names no time."""
    when: Occurrences | None = field(default=None, metadata={"json": False})
    dates: tuple[ChangedDate, ...] = field(default=(), metadata={"json": False})
    """Those of a series that it is about alone."""
    comment: str = field(default="", metadata={"json": False})
    is_cancelled: bool = field(default=False, metadata={"json": False})
    file: str = field(default="", metadata={"json": False})
    """As it was typed, for the next command."""
    may_be_answered: bool = field(default=False, metadata={"json": False})

    written: tuple[str, ...] = field(default=(), metadata={"json": False})
    """The options of the answer that has been written just now."""
    proposed: OfferedSlot | None = field(default=None, metadata={"json": False})
    """The time that this answer proposes."""

    @property
    def takes_days(self) -> bool:
        """Whether it names days without hours, or more than one day."""
        return self.when is not None and self.when.takes_days
