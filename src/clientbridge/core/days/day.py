"""What one date means for work at one place, and why."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import USUAL_LUNCH, ClockRange, DayHours


class DayStatus(StrEnum):
    """How reliably a day is a working day, from most to least (docs/time-rules.md)."""

    WORKING = "working"
    REDUCED = "reduced"
    """Worked, with fewer hours."""
    LIKELY_CLOSED = "likely_closed"
    """Many are away; a meeting is allowed at a price and flagged."""
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """There is no data; never reported as working."""


MOST_CLOSED_FIRST = (
    DayStatus.CLOSED,
    DayStatus.LIKELY_CLOSED,
    DayStatus.UNKNOWN,
    DayStatus.REDUCED,
    DayStatus.WORKING,
)
"""Of several statuses of one day the first decides."""


class ReasonKind(StrEnum):
    """Why a day is not ordinary; the values are part of the JSON contract."""

    WEEKEND = "weekend"
    PUBLIC_HOLIDAY = "public_holiday"
    BANK_HOLIDAY = "bank_holiday"
    HALF_DAY = "half_day"
    OPTIONAL = "optional"
    SEASON = "season"
    COMPANY = "company"
    AWAY = "away"
    MAKE_UP_WORKDAY = "make_up_workday"
    NO_DATA = "no_data"
    REGION_DEPENDENT = "region_dependent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One fact about a day, with its source."""

    kind: ReasonKind
    name: str
    """In English, without the library's suffixes such as ``(estimated)``."""
    local_name: str | None = None
    category: str | None = None
    """The category in the source, for example ``public``, ``optional``, ``half_day``."""
    estimated: bool = False
    """The date depends on a sighting or an announcement that is still to come."""
    source: str | None = None
    regions: tuple[str, ...] = ()
    """For a day that only parts keep: the regions that do, by ISO 3166-2 code, or the names of cities."""
    region_names: tuple[str, ...] = field(default=(), metadata={"json": False})
    """The same for people to read."""

    @property
    def only_in(self) -> tuple[str, ...]:
        """The parts that keep it, by name where there is one."""
        return self.region_names or self.regions


_OWN = frozenset({ReasonKind.COMPANY, ReasonKind.AWAY})
_OF_SOME_OR_UNSURE = frozenset({ReasonKind.SEASON, ReasonKind.REGION_DEPENDENT, ReasonKind.NO_DATA})
_WEEKEND = frozenset({ReasonKind.WEEKEND})
_HOLIDAYS = frozenset(ReasonKind) - _OWN - _OF_SOME_OR_UNSURE - _WEEKEND
_WEIGHTIEST_FIRST = (_OWN, _HOLIDAYS, _OF_SOME_OR_UNSURE, _WEEKEND)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursCut:
    """How the hours of a reduced day are cut; several of these may hold at once."""

    within: DayHours | None = None
    """Hours that replace the usual ones."""
    usual: DayHours | None = None
    """Office hours on such days, for a party without hours of its own; no other cut then applies."""
    begins: int | None = None
    """Minute of the day at which work starts, for a morning off."""
    until: int | None = None
    """Minute of the day at which work stops."""
    shorter_by: int = 0
    """Minutes taken off the end of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One civil date at one place, for one party."""

    date: date
    place: Place
    status: DayStatus
    reasons: tuple[Reason, ...] = ()
    asides: tuple[Reason, ...] = ()
    """Those of the reasons that do not make the status: alone they would leave the day more open."""
    cut: HoursCut | None = None
    office_hours: ClockRange | None = None
    """Usual office hours at the place, for a party that states none."""
    lunch: ClockRange = USUAL_LUNCH
    """Usual hours of lunch at the place."""
    worked_through: tuple[Reason, ...] = field(default=(), metadata={"json": False})
    """The public holidays of the place on which a party works that keeps none."""

    @property
    def counts_as_working(self) -> bool:
        """Whether a deadline in working days counts this day.

        Yes for worked, short and unknown days, for slow seasons, in which some are there, and for days that
        only some regions keep; no for closed days and for those that are likely closed for another reason.
        """
        if self.status is DayStatus.LIKELY_CLOSED:
            return all(reason.kind in _LEAVES_SOME_AT_WORK for reason in self.reasons)
        return self.status is not DayStatus.CLOSED

    @property
    def _made_by(self) -> tuple[Reason, ...]:
        making = tuple(reason for reason in self.reasons if reason not in self.asides)
        if all(reason.kind is not ReasonKind.WEEKEND for reason in making):
            return making
        return tuple(reason for reason in making if reason.kind is not ReasonKind.REGION_DEPENDENT)

    @property
    def named_by(self) -> tuple[Reason, ...]:
        """The reasons that name the day, the weightiest alone; empty on an ordinary one.

        A reason that alone would leave it more open names nothing: a Sunday in Ramadan is off as a Sunday.
        Within a closure of the party's own the holidays of the place change nothing, on a holiday a slow
        season does not, the day of some regions adds nothing to a weekend, and a weekend names a day that
        nothing else makes.
        """
        making = self._made_by
        for kinds in _WEIGHTIEST_FIRST:
            found = tuple(reason for reason in making if reason.kind in kinds)
            if found:
                return found
        return ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the day is called; on a mere weekend the weekday, or what is uncertain about it."""
        return tuple(dict.fromkeys(reason.name for reason in self.named_by))

    @property
    def is_mere_weekend(self) -> bool:
        """Whether it is off, or likely to be, only because it is in every week."""
        named = self.named_by
        return bool(named) and all(reason.kind is ReasonKind.WEEKEND for reason in named)

    @property
    def hidden_by_weekend(self) -> tuple[Reason, ...]:
        """The holidays that change nothing on a mere weekend, and are feasts all the same."""
        return tuple(one for one in self.asides if one.kind in _HOLIDAYS) if self.is_mere_weekend else ()

    @property
    def told_by(self) -> tuple[Reason, ...]:
        """The reasons to tell of it in a list of days: what a weekend hides, else those that name it."""
        return self.hidden_by_weekend or self.named_by

    @property
    def many_are_off(self) -> bool:
        """Whether work is likely to rest, and not in some regions alone: one asks before one calls."""
        return self.status is DayStatus.LIKELY_CLOSED and not self.is_off_in_regions_alone

    @property
    def is_off_in_regions_alone(self) -> bool:
        """Whether only the days of some regions make this day likely closed: elsewhere it is worked."""
        kinds = {reason.kind for reason in self.reasons}
        return self.status is DayStatus.LIKELY_CLOSED and kinds == {ReasonKind.REGION_DEPENDENT}


_LEAVES_SOME_AT_WORK = frozenset({ReasonKind.SEASON, ReasonKind.REGION_DEPENDENT})
