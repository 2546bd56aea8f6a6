"""The input of a search: who takes part, in which range, and what each side accepts."""

from dataclasses import field, replace

from clientbridge.core.errors import Problem
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import days_of
from clientbridge.core.meeting.busy_times import CalendarCopy, HeldTime
from clientbridge.core.meeting.cost.customs import MeetingCustom
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.hours import MINUTES_PER_DAY, DayHours
from clientbridge.core.time.intervals import Span, Spans
from clientbridge.core.workspace.profiles import Schedule

DEFAULT_DURATION = 60
DEFAULT_STEP = 15
DEFAULT_COUNT = 5
DEFAULT_RANGE = TimeSpan(days=14)
WHOLE = 100
"""Percent of the required parties that must be there."""

JUDGED_DAYS = 7
"""How many days on either side of a judged time are searched for a better one."""
WEEKS_LATER = 8
"""How many weeks ahead a search without slots looks for one that has some."""

ME = "me"
PLACE_SIGN = "@"
"""Before the words of a place that stands for a party: ``@tokyo``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whoever takes part: you (`ME`), a client, one person of it, or a place in place of somebody."""

    id: str
    name: str
    schedule: Schedule
    required: bool = True
    asked: int | None = None
    """Minutes that this party is asked to accept before and after its hours; None: as all clients are."""
    busy: Spans = ()
    """Busy times in UTC minutes; nothing else of a calendar is read."""
    held: tuple[HeldTime, ...] = ()
    """Those of them that are held in an offer, or agreed after one."""
    likely: Spans = ()
    """Times that may turn out to be taken, at a price: no appointment there is firm."""
    unread: tuple[Problem, ...] = ()
    """Entries of the calendars that could not be read: they may take time."""
    calendar_copies: tuple[CalendarCopy, ...] = ()
    """Of the calendars whose busy times are as of an earlier hour."""
    known_revision: int | None = None
    """The latest version that its calendar has of what the search does not count."""
    customs: tuple[MeetingCustom, ...] = ()
    """Times people would rather keep free; they add cost, never block."""
    emails: tuple[str, ...] = ()
    """The first is where invitations go; all are theirs where a calendar says who declined."""
    language: str | None = None

    @property
    def email(self) -> str | None:
        """Where invitations go."""
        return self.emails[0] if self.emails else None

    @property
    def is_me(self) -> bool:
        """Whether this party is you."""
        return self.id == ME

    @property
    def known(self) -> bool:
        """Whether the profile gives hours; otherwise office hours are assumed and marked as unknown."""
        return self.schedule.hours is not None


def is_place(party: str) -> bool:
    """Whether a party, as it is typed or by its id, is a place."""
    return party.startswith(PLACE_SIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWords:
    """The options of the call as they were typed, so that a changed search can be typed as well."""

    parties: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    """Long names with values, in the order in which they are shown; a flag has an empty value."""

    def with_option(self, name: str, value: str = "") -> "RequestWords":
        """The same call with one option changed or added."""
        return replace(self.without(name), options=(*self.without(name).options, (name, value)))

    def with_more(self, name: str, value: str) -> "RequestWords":
        """The same call with one more of an option that may be given several times."""
        return replace(self, options=(*self.options, (name, value)))

    def without(self, *names: str) -> "RequestWords":
        """The same call without some options."""
        return replace(self, options=tuple(option for option in self.options if option[0] not in names))

    @property
    def args(self) -> tuple[str, ...]:
        """The words to type after ``cb``."""
        given = [word for name, value in self.options for word in (name, value) if word]
        return ("meet", *self.parties, *given)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRequest:
    """One search. All minutes are whole; the range and `now` are UTC minutes since the epoch."""

    within: Span
    """The range the meeting must lie in, half-open."""
    now: int
    notice: int = 0
    """No start earlier than this many minutes from now."""
    parties: tuple[Party, ...]
    """You first."""
    duration: int = DEFAULT_DURATION
    step: int = DEFAULT_STEP
    """Starts are this many minutes apart on your clock, counted from your midnight."""
    count: int = DEFAULT_COUNT
    weekdays: frozenset[int] = frozenset()
    """Weekdays on your calendar, Monday is 0; empty means any."""
    between: DayHours = ()
    """Hours on your clock that must contain the whole meeting; empty means any."""
    stretch: DayHours = ()
    """Hours that you accept beyond your working time, on days that you work."""
    client_stretch: int = 0
    """Minutes that clients are asked to accept before and after their hours, beyond what they offer."""
    buffer: int = 0
    """Minutes kept free around everyone's busy times."""
    quorum: int = WHOLE
    """Percent of the required parties, you included, who must be available; you always must."""
    strict: bool = False
    """Whether days that are likely closed are excluded."""
    not_counted: frozenset[str] = frozenset()
    """UIDs of calendar entries that take no time: the meeting itself, and what is held for it."""
    words: RequestWords = field(default_factory=RequestWords)

    @property
    def days(self) -> int:
        """How many days the range touches."""
        return days_of(self.within[1] - self.within[0])

    @property
    def earliest(self) -> int:
        """The earliest start, in UTC minutes."""
        return self.now + self.notice

    def asked_of(self, party: Party) -> int:
        """Minutes that a client is asked to accept before and after its hours."""
        return self.client_stretch if party.asked is None else party.asked

    def stretches(self, party: Party) -> bool:
        """Whether a party accepts anything beyond its working time in this search."""
        if party.is_me:
            return bool(self.stretch)
        return bool(party.schedule.stretch) or self.asked_of(party) > 0

    @property
    def me(self) -> Party:
        """You."""
        return self.parties[0]

    @property
    def others(self) -> tuple[Party, ...]:
        """Everyone but you."""
        return self.parties[1:]


def range_around(at: int, request: MeetingRequest) -> Span:
    """The range to search around a judged time, starting now, or at that time if it is past."""
    margin = JUDGED_DAYS * MINUTES_PER_DAY
    return max(at - margin, min(at, request.now)), at + request.duration + margin
