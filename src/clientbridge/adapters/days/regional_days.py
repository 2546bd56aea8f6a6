"""Days that only parts of a place keep: all regions where none is known, the cities of a known region."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from clientbridge.adapters.days.day_tables import counted_regions, policies
from clientbridge.adapters.days.holiday_library import library_year, subdivisions
from clientbridge.adapters.days.places import parts_of
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.days.policy import Effect, decide

Facts: TypeAlias = dict[date, list[DayFact]]
_NamesByPart: TypeAlias = dict[str, str]


def add_regional_days(facts: Facts, place: Place, subdivision: str | None, year: int, source: str) -> None:
    """Add the days that close some parts of the place and not the place itself.

    A day that closes every part of a country whose parts make up the whole closes the country.
    """
    parts = _parts_with_own_days(place, subdivision)
    counted = counted_regions().get(place.country)
    is_whole = place.region is None and (counted is None or counted.whole)
    for on, names in _closed_parts(place, parts, year, facts).items():
        everywhere = is_whole and set(names) == set(parts)
        facts.setdefault(on, []).append(_regional_fact(place.country, names, source, everywhere=everywhere))


def _closed_parts(place: Place, parts: Sequence[str], year: int, facts: Facts) -> Mapping[date, _NamesByPart]:
    """The parts that each date closes, with the name of the day there; not the dates that close the place."""
    closed: dict[date, _NamesByPart] = {}
    for code in parts:
        part = Place(place.country, f"{place.country}-{code}")
        for day in library_year(place.country, code, year, with_local_names=False).days:
            decision = decide(policies(), part, day.category, day.name, regional=True)
            if (
                decision.effect is Effect.CLOSED
                and day.until is None
                and not _is_closed(facts.get(day.on, ()))
            ):
                closed.setdefault(day.on, {}).setdefault(code, day.name)
    return closed


def _is_closed(facts: Sequence[DayFact]) -> bool:
    return any(fact.status is DayStatus.CLOSED for fact in facts)


def _regional_fact(country: str, names: _NamesByPart, source: str, *, everywhere: bool) -> DayFact:
    reason = Reason(
        kind=ReasonKind.PUBLIC_HOLIDAY if everywhere else ReasonKind.REGION_DEPENDENT,
        name=" / ".join(dict.fromkeys(names.values())),
        category="public",
        source=source,
        regions=() if everywhere else tuple(_region_label(country, code) for code in names),
    )
    return DayFact(status=DayStatus.CLOSED if everywhere else DayStatus.LIKELY_CLOSED, reason=reason)


def _parts_with_own_days(place: Place, subdivision: str | None) -> tuple[str, ...]:
    known = subdivisions(place.country)
    within = parts_of(place.country).within
    if place.region is None:
        counted = counted_regions().get(place.country)
        return tuple(
            code for code in known if (code not in within if counted is None else code in counted.codes)
        )
    bare = place.region.partition("-")[2]
    cities = (name for name, region in within.items() if region == bare and name in known)
    return tuple(cities) if subdivision else ()


def _region_label(country: str, code: str) -> str:
    return f"{country}-{code}" if code in parts_of(country).names else code
