"""The days of one place: holidays, work weeks, seasons, and the dates beyond which there is no data.

Filled by `adapters.days.place_calendars`; combined with a party's own days in `core.days.day_status`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from clientbridge.core.days.day import MOST_CLOSED_FIRST, DayStatus, HoursCut, Reason
from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import USUAL_LUNCH, ClockRange
from clientbridge.core.workspace.profiles import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFact:
    """One thing known of one date: what the day would be if nothing else were known.

    `DayStatus.WORKING` is a make-up workday or a mere note (banks close), told apart by the reason's kind.
    """

    status: DayStatus
    reason: Reason
    cut: HoursCut | None = None


def without_repetition(facts_of_day: Iterable[DayFact]) -> tuple[DayFact, ...]:
    """Drop facts that a closing one makes redundant; keep each name once, with its strongest effect."""
    by_name: dict[str, DayFact] = {}
    for fact in sorted(facts_of_day, key=lambda fact: MOST_CLOSED_FIRST.index(fact.status)):
        known = by_name.setdefault(fact.reason.name, fact)
        if known.reason.local_name is None and fact.reason.local_name is not None:
            by_name[fact.reason.name] = replace(
                known, reason=replace(known.reason, local_name=fact.reason.local_name)
            )
    facts = tuple(by_name.values())
    closing = tuple(fact for fact in facts if fact.status is DayStatus.CLOSED)
    return closing or facts


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkWeek:
    """Which weekdays are worked, in the dates for which this is so (None: open)."""

    first: date | None = None
    last: date | None = None
    statuses: tuple[DayStatus, ...]
    """Seven, Monday first: working, reduced, likely_closed or closed."""
    cuts: Mapping[int, HoursCut] = field(default_factory=dict)
    """By weekday, Monday being 0, for the reduced ones."""
    note: str | None = None
    """What is uncertain about it, for people to read."""
    source: str | None = None

    @property
    def days_off(self) -> frozenset[int]:
        """The weekdays that are closed, Monday being 0."""
        return frozenset(day for day, status in enumerate(self.statuses) if status is DayStatus.CLOSED)

    def holds_on(self, day: date) -> bool:
        """Whether `day` lies in the dates of this work week, ends included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A stretch of days with a name that profiles can use (``ramadan``), and perhaps an effect on work."""

    id: str
    name: str
    days: DateRange
    status: DayStatus | None = None
    """None: a name only; without a word in the profile it changes nothing here."""
    cut: HoursCut | None = None
    local_name: str | None = None
    estimated: bool = False
    source: str | None = None


STANDARD_WEEK = WorkWeek(statuses=(DayStatus.WORKING,) * 5 + (DayStatus.CLOSED,) * 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCalendar:
    """Everything known of the days of one place between two dates."""

    place: Place
    days: DateRange
    """The dates covered; outside them every working day is `unknown`."""
    facts: Mapping[date, tuple[DayFact, ...]] = field(default_factory=dict)
    work_weeks: tuple[WorkWeek, ...] = (STANDARD_WEEK,)
    """The first that holds on a date decides."""
    seasons: tuple[Season, ...] = ()
    office_hours: ClockRange | None = None
    """Usual office hours at the place, for a party that states none."""
    lunch: ClockRange = USUAL_LUNCH
    """When offices there usually have lunch."""
    years_without_data: frozenset[int] = frozenset()
    """Years outside the library's data: never answered as working."""
    source: str | None = None
    """Of the holidays, for example ``holidays 0.109``."""
    notes: Mapping[int, str] = field(default_factory=dict)
    """What is not announced yet, by year, for people to read."""

    def work_week_on(self, day: date) -> WorkWeek:
        """The work week of that date, Monday to Friday when no row holds."""
        return next((week for week in self.work_weeks if week.holds_on(day)), STANDARD_WEEK)

    def seasons_on(self, day: date) -> tuple[Season, ...]:
        """The seasons, with or without effect, that cover that date."""
        return tuple(season for season in self.seasons if day in season.days)

    def knows(self, day: date) -> bool:
        """Whether the holidays of that date are known."""
        return day in self.days and day.year not in self.years_without_data
