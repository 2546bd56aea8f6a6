"""The days of the holidays package for one place and year, with the substitutes that a law adds to them."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from clientbridge.adapters.data_files import read_rows
from clientbridge.adapters.days.holiday_library import LibraryDay, LibraryYear, library_year, weekends
from clientbridge.adapters.days.regions.substitute_days import substitutes
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import Weekday

if TYPE_CHECKING:
    from datetime import date

_PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDayRule:
    """The weekly day of rest whose holidays are made up for, in a country or some of its regions."""

    country: str
    regions: frozenset[str]
    """Bare codes; empty fits every region and none."""
    rest_day: int
    first_year: int
    last_year: int

    def fits(self, country: str, region: str | None, year: int) -> bool:
        """Whether the rule holds there in that year."""
        here = not self.regions or region in self.regions
        return self.country == country and here and self.first_year <= year <= self.last_year


@cache
def rest_day_rules() -> tuple[RestDayRule, ...]:
    """Every row of data/substitute_days.yaml; the first that fits decides."""
    return tuple(
        RestDayRule(
            country=row.text("country"),
            regions=frozenset(row.texts("regions")),
            rest_day=Weekday.named(row.text("weekday")),
            first_year=int(row.maybe("first_year") or 1),
            last_year=int(row.maybe("last_year") or 9999),
        )
        for row in read_rows("substitute_days.yaml")
    )


def known_days(country: str, code: str | None, year: int, *, with_local_names: bool = True) -> LibraryYear:
    """As `holiday_library.library_year`, with substitutes; `code` is the package's own code of a region."""
    known = library_year(country, code, year, with_local_names=with_local_names)
    rule = next((rule for rule in rest_day_rules() if rule.fits(country, code, year)), None)
    if rule is None:
        return known
    public: dict[date, dict[str, LibraryDay]] = {}
    for day in known.days:
        if day.category == _PUBLIC:
            public.setdefault(day.on, {})[day.name] = day
    off = weekends(country, code, year)[-1][2]
    given = tuple(
        replace(day, on=instead)
        for on, instead in substitutes(public, off, rule.rest_day)
        for day in public[on].values()
    )
    return replace(known, days=tuple(sorted((*known.days, *given), key=lambda day: (day.on, day.category))))
