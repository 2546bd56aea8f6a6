"""What a day of one category means for work in one country: rows of a table, the first that fits decides."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from clientbridge.core.days.day import DayStatus, HoursCut, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fits_pattern


class Effect(StrEnum):
    """What a named day does to work."""

    CLOSED = "closed"
    LIKELY_CLOSED = "likely_closed"
    REDUCED = "reduced"
    UNKNOWN = "unknown"
    """A holiday by a law that may be suspended on that date; nobody knows yet."""
    NOTED = "noted"
    """Work goes on as usual, which those who know the calendar would not expect; the day is told."""
    IGNORED = "ignored"
    """Work goes on as usual; the day is left out."""


EVERYWHERE = "*"
_STATUS = {
    Effect.CLOSED: DayStatus.CLOSED,
    Effect.LIKELY_CLOSED: DayStatus.LIKELY_CLOSED,
    Effect.REDUCED: DayStatus.REDUCED,
    Effect.UNKNOWN: DayStatus.UNKNOWN,
    Effect.NOTED: DayStatus.WORKING,
}
_KIND = {
    "public": ReasonKind.PUBLIC_HOLIDAY,
    "de_facto": ReasonKind.PUBLIC_HOLIDAY,
    "bank": ReasonKind.BANK_HOLIDAY,
    "half_day": ReasonKind.HALF_DAY,
}
HALF_DAY_ENDS = 12 * 60
"""Minute at which a half day ends when nothing says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """One rule; what is empty or None fits everything."""

    country: str
    regions: frozenset[str] = frozenset()
    """Bare region codes (``CA``); empty fits every region and none."""
    categories: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    """English names; patterns (`core.spelling.fits_pattern`)."""
    only_regional: bool = False
    """Fits only days that the region has and the country has not."""
    only_without_region: bool = False
    """Fits only where no region is known: a region that keeps such a day has it in its own list."""
    first: date = date.min
    last: date = date.max
    """The dates for which the row holds, both included."""
    effect: Effect
    cut: HoursCut | None = None
    why: str = ""
    """What to know of such a day, for people to read; told of days that are noted or unknown."""

    def fits(self, place: Place, category: str, name: str, *, regional: bool, on: date = date.min) -> bool:
        """Whether this row decides about that day."""
        named = not self.names or any(fits_pattern(name, pattern) for pattern in self.names)
        return (
            self._is_for(place)
            and _allows(self.categories, category)
            and named
            and (regional or not self.only_regional)
            and self.first <= on <= self.last
        )

    def _is_for(self, place: Place) -> bool:
        bare = place.region.partition("-")[2] if place.region else ""
        here = self.country in {place.country, EVERYWHERE} and _allows(self.regions, bare)
        return here and not (self.only_without_region and bare)


def decide(
    rows: Sequence[EffectRow],
    place: Place,
    category: str,
    name: str,
    *,
    regional: bool = False,
    on: date = date.min,
) -> EffectRow:
    """The row that decides; ignored when none does. Rows that hold for some dates only need `on`."""
    for row in rows:
        if row.fits(place, category, name, regional=regional, on=on):
            return row
    return EffectRow(country=EVERYWHERE, effect=Effect.IGNORED)


def status_of(effect: Effect) -> DayStatus | None:
    """The status that an effect alone gives; None for an ignored day."""
    return _STATUS.get(effect)


def kind_of(category: str, effect: Effect) -> ReasonKind:
    """The kind of reason that a category gives.

    A half day shortens and a public holiday closes, whatever the library calls it.
    """
    if effect is Effect.REDUCED:
        return ReasonKind.HALF_DAY
    if effect is Effect.UNKNOWN:
        return ReasonKind.NO_DATA
    if effect is Effect.CLOSED:
        return ReasonKind.PUBLIC_HOLIDAY
    kind = _KIND.get(category, ReasonKind.OPTIONAL)
    return ReasonKind.OPTIONAL if kind is ReasonKind.HALF_DAY else kind


def _allows(allowed: Collection[str], value: str) -> bool:
    """Whether `value` is among the allowed ones; an empty collection allows any."""
    return not allowed or value in allowed
