"""You, your clients and their people, as read from the profile files: typed, resolved, frozen.

A person inherits from the client whatever the file does not state for the person. The reader resolves that,
so a `Person` is complete without its client.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import DayHours, WorkingHours

DEFAULT_HOLDS = "calendars/holds.ics"


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Civil days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Number of days, at least 1."""
        return (self.last - self.first) // timedelta(days=1) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """Days on which a party does not work, beyond the public holidays of its place."""

    days: DateRange
    name: str | None = None
    away: bool = False
    """An absence of the person rather than a closure of the client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Days spent in another zone and, where `place` is set, under another country's calendar."""

    days: DateRange
    zone: ZoneInfo
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonHours:
    """Hours that replace the usual ones in a range of days or in a named season such as ``ramadan``."""

    days: DateRange | str
    hours: DayHours = ()
    """On every worked day; empty where they are given by weekday."""
    by_weekday: tuple[DayHours | None, ...] | None = None
    """Seven entries, Monday first: None for the usual hours of that day, empty for a day off."""


class Weight(StrEnum):
    """What an entry of a calendar counts as in a search."""

    BUSY = "busy"
    """It leaves no room."""
    LIKELY = "likely"
    """It is allowed at a price and marked; a strict search leaves it no room."""
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, order=True)
class CalendarSource:
    """One calendar of a party."""

    place: str
    """A file or folder relative to the workspace, or an https address."""
    is_caldav: bool = False
    """Whether the address is a collection that is asked for its entries (RFC 4791), and not one text."""
    busy: Weight = Weight.BUSY
    """What an entry counts as that says nothing else of itself."""
    tentative: Weight = Weight.BUSY
    """The same of one that calls itself not firm, or waits for an answer."""
    saves: bool = False
    """Whether it is where your own appointments are written when you say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Where and when a party works."""

    place: Place
    zone: ZoneInfo
    hours: WorkingHours | None = None
    """None when the file states none: office hours are then assumed and marked as unknown."""
    days_off: tuple[DaysOff, ...] = ()
    """Closures of the client and absences (`away`) of the person."""
    works_public_holidays: bool = False
    seasons: tuple[SeasonHours, ...] = ()
    travel: tuple[Travel, ...] = ()
    stretch: DayHours = ()
    """Hours accepted outside working time, at a price."""
    calendars: tuple[CalendarSource, ...] = ()
    """Sources of busy times, all of which count."""
    tentative: Weight = Weight.BUSY
    """What entries count as that are not firm, in calendars that say nothing else; a person takes it over."""
    where: str | None = field(default=None, compare=False)
    """The name of the city or region that the file gives, for people to read beside the time there.

    None where it gives none, or a zone of somewhere else.
    """


class Seniority(StrEnum):
    """Where a person stands in the client's organisation."""

    EXECUTIVE = "executive"
    MANAGER = "manager"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What you know of someone on one scale, from 1 to 5."""

    value: int
    because: str | None = None
    """What showed it."""
    since: date | None = None
    """When you learned it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person at a client."""

    id: str
    name: str
    schedule: Schedule
    call: str | None = None
    """How to address them, for example ``Ana-san``."""
    say: str | None = None
    """Pronunciation of the name, in plain respelling."""
    role: str | None = None
    level: Seniority | None = None
    decides: bool = False
    language: str | None = None
    culture: Mapping[str, int] = field(default_factory=dict)
    learned: Mapping[str, Learned] = field(default_factory=dict)
    """The values of `culture` of which the file says why or since when."""
    birthday: tuple[int, int] | None = None
    """Month and day; the year is private and not stored."""
    email: str | None = None
    phone: str | None = None
    notes: str | None = None

    @property
    def called(self) -> str:
        """The name by which a line speaks of them: as you address them, where that is known."""
        return self.call or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """How the client likes to be reached."""

    first: str | None = None
    documents: str | None = None
    reply_within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a client should hear from you; intervals as written in the file (``2w``, ``3mo``)."""

    checkin: str | None = None
    checkin_max: str | None = None
    update: str | None = None
    update_on: int | None = None
    """Weekday of the regular update, Monday being 0."""
    feedback: str | None = None
    visit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessContext:
    """The client's business: sector, fiscal year, goals."""

    sector: str | None = None
    fiscal_year_end: tuple[int, int] | None = None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An organisation with a country, a place in time, and people."""

    id: str
    name: str
    schedule: Schedule
    file: str
    """Relative to the workspace, for example ``clients/acme.yaml``."""
    language: str | None = None
    people: tuple[Person, ...] = ()
    culture: Mapping[str, int] = field(default_factory=dict)
    learned: Mapping[str, Learned] = field(default_factory=dict)
    """As of a person."""
    observes: tuple[str, ...] = ()
    channels: Channels = field(default_factory=Channels)
    rhythm: Rhythm = field(default_factory=Rhythm)
    manager: str | None = None
    backup: str | None = None
    context: BusinessContext = field(default_factory=BusinessContext)
    news: tuple[str, ...] = ()
    notes: str | None = None
    archived: date | None = None
    """Since when they are no client any more; None for one who is."""

    def person(self, person_id: str) -> Person | None:
        """Return the person with that id, or None."""
        return next((person for person in self.people if person.id == person_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """You, the consultant: a profile like any other."""

    name: str
    schedule: Schedule
    languages: tuple[str, ...] = ()
    culture: Mapping[str, int] = field(default_factory=dict)
    emails: tuple[str, ...] = ()
    """Your addresses: whoever of these is invited in a calendar is you."""
    holds: str = DEFAULT_HOLDS
    """The calendar file, relative to the workspace, in which offered times are held."""

    @property
    def email(self) -> str | None:
        """Your first address, as the organiser of a meeting."""
        return self.emails[0] if self.emails else None
