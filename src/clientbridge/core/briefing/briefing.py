"""The answer of `cb brief`: everything to know before one call, with who says it."""

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from clientbridge.core.culture.country import SeasonEffect, SmallTalk
from clientbridge.core.culture.gaps import CultureGap
from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.culture.seasons import SeasonOfYear
from clientbridge.core.culture.sources import Source
from clientbridge.core.culture.statements import Basis, ScaleRow, Statement
from clientbridge.core.days.holiday_report import DayRow
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import Channels, Seniority

if TYPE_CHECKING:
    from clientbridge.core.relationship.past_events import PastEvent
    from clientbridge.core.relationship.personal_notes import Occasion, PersonalNote
    from clientbridge.core.relationship.promise_status import PromiseState


class PartOfDay(StrEnum):
    """Where they are in their day."""

    BEFORE_WORK = "before_work"
    MORNING = "morning"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    LAST_HOUR = "last_hour"
    AFTER_WORK = "after_work"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefedClient:
    """Whom the brief is about."""

    id: str
    name: str
    country: str
    country_name: str
    region: str | None
    region_name: str | None
    timezone: ZoneInfo
    where: str = field(metadata={"json": False})
    """The name of their place at that moment, for people to read."""
    language: str | None = None
    sector: str | None = None
    notes: str | None = None
    """Yours on the client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefedPerson:
    """Someone on the call."""

    id: str
    name: str
    call: str | None
    """How to address them."""
    say: str | None
    """How the name sounds."""
    role: str | None
    level: Seniority | None
    decides: bool
    language: str | None
    local_time: datetime
    notes: str | None
    """Yours on this person."""
    elsewhere: str | None
    """The city of the person's zone, where its clock differs from the client's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Now, on their clock."""

    part: PartOfDay
    minutes_ahead: int
    """Their clock minus yours; negative when they are behind."""
    opens: str | None
    """Local clock times of their working day; None on a day off."""
    closes: str | None
    hours_are_usual: bool
    """The hours are those of offices there, not of this client."""
    say: str


class WarningCode(StrEnum):
    """What may make this the wrong moment for a call."""

    TODAY = "today"
    DAY_OFF_SOON = "day_off_soon"
    DAY_OFF_BEFORE = "day_off_before"
    SEASON = "season"
    SEASON_SOON = "season_soon"
    CLOCK_CHANGE = "clock_change"
    PERSON_AWAY = "person_away"
    SOLEMN = "solemn"
    NO_NOTES = "no_notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedLine:
    """One warning, shown before everything else."""

    code: WarningCode
    on: date | None
    say: str
    effect: SeasonEffect | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact:
    """The last time you and they spoke or wrote."""

    on: date
    days_ago: int
    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing(AlwaysAnswered):
    """The whole brief: the screen shows what the view selects, JSON has all of it."""

    kind: ClassVar[str] = "briefing"
    client: BriefedClient
    people: tuple[BriefedPerson, ...]
    local_time: datetime
    moment: Moment
    day: DayRow
    """Their date, as `cb holidays` tells it; with the hours of an ordinary day too."""
    warnings: tuple[RedLine, ...]
    gaps: tuple[CultureGap, ...]
    """At most three."""
    from_own_notes: bool
    """Your notes on this person or firm cover every scale."""
    watch: tuple[Statement, ...]
    open_with: tuple[Statement, ...]
    avoid: tuple[Statement, ...]
    close_with: tuple[Statement, ...]
    phrases: tuple[SpokenWords, ...]
    greeting: SpokenWords | None
    """A greeting for these days, where one is appropriate."""
    notes: tuple[str, ...] = ()
    """Yours from the profiles: on the client, then on the people on the call, after their names."""
    problems: "tuple[PastEvent, ...]" = ()
    """Open ones, oldest first."""
    feedback: "tuple[PastEvent, ...]" = ()
    """Feedback that has no answer yet, oldest first."""
    promises: "tuple[PromiseState, ...]" = ()
    last_contact: LastContact | None = None
    remembered: "tuple[PersonalNote, ...]" = ()
    """Personal details people mentioned, with their age."""
    occasions: "tuple[Occasion, ...]" = ()
    """Successes, and birthdays around today."""
    gifts: "tuple[PastEvent, ...]" = ()
    """What was given before, newest first: to the person of the call, or to the client."""
    goals: tuple[str, ...] = ()
    """What the client wants to reach."""
    fiscal_year_end: date | None = None
    """Where their business year ends within sixty days."""
    channels: Channels
    """How the client likes to be reached."""
    scales: tuple[ScaleRow, ...]
    claims: tuple[Statement, ...]
    small_talk: SmallTalk | None
    office_hours: str | None
    """Usual ones in the country."""
    lunch: str | None
    seasons: tuple[SeasonOfYear, ...]
    facts: PlaceFacts | None
    """Derived facts, where requested or where there is no country file."""
    basis: Basis | None
    sources: tuple[Source, ...]
    left_out: int = field(default=0, metadata={"json": False})
    """How many claims of the country your notes replace."""
    asked: str = field(default="", metadata={"json": False})
    """The client, or the client and the person, as a command names them."""
    called_at: datetime | None = field(default=None, metadata={"json": False})
    """When the call is on your clock, where it is not now."""
    asked_on: date | None = field(default=None, metadata={"json": False})
    """Their date when the brief was asked for, where the call is not now."""

    @property
    def is_later(self) -> bool:
        """Whether the call is on another day there than the one on which the brief was asked for."""
        return self.asked_on is not None and self.asked_on != self.local_time.date()
