"""What is known about working with people in one country: the typed form of data/countries/XX.yaml."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.core.culture.scales import ScaleId
from clientbridge.core.culture.sources import Confidence, Source, SourceRules, confidence
from clientbridge.core.days.day import DayStatus
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import ClockRange, DayHours

SCALE_TOPIC = "scales"
"""The topic whose age limit holds for scale values."""


class FileCoverage(StrEnum):
    """How much a file holds, from least to most."""

    STUB = "stub"
    STANDARD = "standard"
    FULL = "full"


class Topic(StrEnum):
    """What a claim is about."""

    RELATIONSHIP = "relationship"
    FIRST_CONTACT = "first_contact"
    NAMES = "names"
    GREETINGS = "greetings"
    SMALL_TALK = "small_talk"
    PUNCTUALITY = "punctuality"
    MEETINGS = "meetings"
    VIRTUAL_MEETINGS = "virtual_meetings"
    COMMUNICATION = "communication"
    SILENCE = "silence"
    FEEDBACK = "feedback"
    HIERARCHY = "hierarchy"
    DECISIONS = "decisions"
    NEGOTIATION = "negotiation"
    CONTRACTS = "contracts"
    FOLLOW_UP = "follow_up"
    EMAIL = "email"
    CHANNELS = "channels"
    LANGUAGE = "language"
    GIFTS = "gifts"
    DINING = "dining"
    DRESS = "dress"
    GESTURES = "gestures"
    GENDER = "gender"
    RELIGION = "religion"
    WORKING_TIME = "working_time"


class ClaimStrength(StrEnum):
    """How widely the sources say that a claim holds."""

    FACT = "fact"
    COMMON = "common"
    OFTEN = "often"
    SOME = "some"


class Matter(StrEnum):
    """What the act of a claim asks for, and a profile may answer."""

    DECIDER = "decider"
    CHANNEL = "channel"


class SeasonEffect(StrEnum):
    """What a season does to work."""

    CLOSED = "closed"
    THIN = "thin"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleValue:
    """Where working life in a place tends to sit on one scale."""

    value: int
    sources: tuple[str, ...]
    note: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of a survey or a ranking."""

    what: str
    value: str
    unit: str | None = None
    of: str | None = None
    year: int
    source: str
    caution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sourced statement about working with people from a country."""

    id: str
    topic: Topic
    strength: ClaimStrength
    say: str
    do: str | None = None
    sources: tuple[str, ...]
    scope: str | None = None
    regional: str | None = None
    figures: tuple[Figure, ...] = ()
    disputed: bool = False
    stale: bool = False
    """All its sources are past the age limit; shown with --full only."""
    scales: tuple[ScaleId, ...] | None = None
    """The scales it speaks of: it need not hold for who differs there; None where the file does not say."""
    asks: Matter | None = None
    """What its `do` asks your contact for: settled where you have noted it."""
    address: bool | None = None
    """Whether it says by which name or title to address people; None where the file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowSeason:
    """A part of the year in which work is closed, thin or busy; both days included."""

    id: str
    first: str
    """A date rule (`core.time.date_rules`)."""
    last: str
    effect: SeasonEffect
    say: str
    sources: tuple[str, ...]
    day: DayStatus | None = None
    """What it makes of a day, for every command: `LIKELY_CLOSED`, `REDUCED`, or None for no change."""
    shorter_by: int = 0
    """Minutes by which a reduced day is shorter."""
    name: str | None = None
    local_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSpan:
    """Usual times of day, with their sources."""

    span: ClockRange
    sources: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RamadanHours:
    """Hours of work in Ramadan, where law or custom shortens them."""

    hours: DayHours
    legal_basis: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workday:
    """The ordinary day of an office; None where no source was found."""

    hours: ClockSpan | None = None
    lunch: ClockSpan | None = None
    good_slots: tuple[ClockRange, ...] = ()
    ramadan: RamadanHours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionGreeting:
    """The words of a country for a feast or another occasion, and the days on which they are said.

    Whose feast it is stands in the table of feasts; `words.occasion` is its id there (`core.days.greetings`).
    """

    words: SpokenWords
    first: str
    """A date rule (`core.time.date_rules`)."""
    last: str
    only_to_keepers: bool = False
    """Only to clients known to keep the feast, where people of one country keep different ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """What to talk about first, and what to leave."""

    good: tuple[str, ...]
    careful: tuple[str, ...]
    sources: tuple[str, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefChoice:
    """Ids of the claims that print in the one-screen brief, best first."""

    watch: tuple[str, ...] = ()
    open_with: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLanguage:
    """The language in which people there work with foreigners, where it is not the official one."""

    language: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionNotes:
    """Where a part of the country is said to differ."""

    say: str | None
    scales: Mapping[ScaleId, ScaleValue]
    sources: tuple[str, ...]
    work_language: WorkLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryNotes:
    """Everything one country file says."""

    code: str
    coverage: FileCoverage
    reviewed: date
    review_after: date
    reviewers: tuple[str, ...] = ()
    caveat: str | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    scales: Mapping[ScaleId, ScaleValue] = field(default_factory=dict)
    brief: BriefChoice = field(default_factory=BriefChoice)
    claims: tuple[Claim, ...] = ()
    slow_seasons: tuple[SlowSeason, ...] = ()
    workday: Workday = field(default_factory=Workday)
    greetings: tuple[OccasionGreeting, ...] = ()
    phrases: tuple[SpokenWords, ...] = ()
    small_talk: SmallTalk | None = None
    regions: Mapping[str, RegionNotes] = field(default_factory=dict)
    work_language: WorkLanguage | None = None

    def language_of_work(self, region: str | None) -> WorkLanguage | None:
        """That of the region, else of the country; None where it is the first official one."""
        part = self.regions.get(region or "")
        return (part.work_language if part is not None else None) or self.work_language

    @property
    def date_rules(self) -> tuple[str, ...]:
        """The rules of every season and greeting."""
        seasons = (day for season in self.slow_seasons for day in (season.first, season.last))
        greetings = (day for greeting in self.greetings for day in (greeting.first, greeting.last))
        return (*seasons, *greetings)

    @property
    def office_hours(self) -> str | None:
        """Usual hours of offices, as profiles write hours."""
        return str(self.workday.hours.span) if self.workday.hours is not None else None

    @property
    def lunch_hours(self) -> str | None:
        """Usual hours of lunch, as profiles write hours."""
        return str(self.workday.lunch.span) if self.workday.lunch is not None else None

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with that id, or None."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    def read(self, keys: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources of these keys; a key without a source is skipped; the linter reports it."""
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def scale_confidence(self, value: ScaleValue, rules: SourceRules) -> Confidence:
        """How far a scale value of this file can be trusted."""
        return confidence(
            self.read(value.sources), rules, topic=SCALE_TOPIC, on=self.reviewed, disputed=value.disputed
        )

    def claim_confidence(self, claim: Claim, rules: SourceRules) -> Confidence:
        """How far a claim of this file can be trusted."""
        return confidence(
            self.read(claim.sources), rules, topic=claim.topic, on=self.reviewed, disputed=claim.disputed
        )
