"""An invitation as somebody sent it: what it says of a meeting, and of whom (RFC 5545, RFC 5546)."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass

_HALF_A_DAY, _AN_HOUR, _NOTHING = timedelta(hours=12), timedelta(hours=1), timedelta()


class Ask(StrEnum):
    """What the sender wants of the reader, by the METHOD of the file."""

    REQUEST = "REQUEST"
    ADD = "ADD"
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"
    COUNTER = "COUNTER"
    DECLINE_COUNTER = "DECLINECOUNTER"
    REPLY = "REPLY"
    REFRESH = "REFRESH"


CAN_BE_ANSWERED = frozenset({Ask.REQUEST, Ask.ADD})


class Participation(StrEnum):
    """What a guest has answered (PARTSTAT)."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    TENTATIVE = "TENTATIVE"
    DECLINED = "DECLINED"
    DELEGATED = "DELEGATED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody with an address in the invitation."""

    address: str
    """As it stands there: ``mailto:ana@example.com``."""
    emails: tuple[str, ...]
    """What names them: the address, and another one that some programs put beside it."""
    name: str | None = None
    answered: Participation = Participation.NEEDS_ACTION
    required: bool = True

    @property
    def email(self) -> str:
        """The address without its scheme."""
        return self.emails[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenValue:
    """A value to be given back as it was written."""

    text: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDate:
    """A date of a series that the file has an event of its own for (RECURRENCE-ID)."""

    written: WrittenValue
    """Which date of the series it is."""
    at: datetime | None
    """When that is; None where it is not understood."""
    zone_definition: str
    """What defines the zone of that date, as it was written."""
    sequence: int
    start: datetime | None
    """When it takes place instead."""
    length: timedelta
    whole_day: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """When the meeting takes place."""

    first: datetime
    """In UTC, where a series begins."""
    starts: tuple[datetime, ...]
    """In UTC and in order: the first, or of a series those that are still to come."""
    length: timedelta
    regular: datetime | None = None
    """Of a series the next one that is where its rule has it; by this date it can be spoken of alone."""
    whole_day: bool = False
    every: str | None = None
    """``1w``, ``2w``, ``1mo``; None for a single meeting."""
    goes_on: bool = False
    """Whether there are more of them than those listed."""
    zone_name: str | None = None
    """The zone on whose clock it was written, by the name that it has there."""

    clock: ZoneInfo | None = None
    """The same as a zone that is known; a series keeps its time there."""

    @property
    def takes_days(self) -> bool:
        """Whether it is about days: whole ones, or longer than one."""
        return self.whole_day or self.length > 2 * _HALF_A_DAY

    @property
    def has_end(self) -> bool:
        """Whether it says when it ends."""
        return self.length > _NOTHING

    @property
    def by_the_hour(self) -> "Occurrences":
        """As it is judged: without an end as an hour.

        Whole days as an hour at noon of the first to one of the last: the days of whoever is elsewhere.
        """
        if not self.whole_day:
            return self if self.has_end else replace(self, length=_AN_HOUR)
        starts = tuple(start + _HALF_A_DAY for start in self.starts)
        return replace(self, starts=starts, length=max(self.length - 2 * _HALF_A_DAY, _NOTHING) + _AN_HOUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedInvitation:
    """One meeting, in the version that was sent."""

    ask: Ask
    uid: str
    sequence: int
    title: str
    organizer: Guest | None
    guests: tuple[Guest, ...]
    when: Occurrences | None
    """None where the file names no time, as what calls a meeting off need not."""
    is_cancelled: bool = False
    changed: tuple[ChangedDate, ...] = ()
    """Dates of a series that it speaks of one by one, in order."""
    only_dates: bool = False
    """Whether it is about these dates alone, and not about their series."""
    comment: str = ""
    more_meetings: int = 0
    """Other meetings in the same file, which are not answered."""
    unread: tuple[str, ...] = ()
    """What could not be understood, or contradicts what is known."""

    def guest_called(self, emails: frozenset[str]) -> Guest | None:
        """The guest with one of these addresses, in small letters."""
        return next((guest for guest in self.guests if emails & {*guest.emails}), None)
