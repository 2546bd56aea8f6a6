"""Days that only parts of a place keep: all regions where none is known, the cities of a known region.

Such a day makes the place likely closed where enough of its people have it; else it is a note.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from clientbridge.adapters.days.day_tables import counted_regions, holiday_effects
from clientbridge.adapters.days.holiday_library import subdivisions
from clientbridge.adapters.days.known_days import known_days, rest_day_rules
from clientbridge.adapters.days.places import parts_of
from clientbridge.adapters.days.regions.lists import RegionList, region_list
from clientbridge.adapters.days.regions.local_days import LocalDay, local_days
from clientbridge.adapters.days.regions.population import share_of_country, share_of_region
from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_effects import Effect, decide, kind_of
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact
from clientbridge.core.time.date_rules import FeastDates

Facts: TypeAlias = dict[date, list[DayFact]]
_NamesByPart: TypeAlias = dict[str, str]

HARDLY_REGIONAL = frozenset({"AM", "AT", "BT", "CL", "FI", "GQ", "NI", "NO", "PL", "ST", "SV"})
"""Countries of whose regions, as the package lists them, two at most keep a day of their own."""
LIKELY_SHARE = 1 / 5
"""Share of a country's people from which a day of only some regions makes it likely closed."""
LIKELY_CITY_SHARE = 1 / 10
"""The same for a city in its region: offices are likelier in the big city than homes are."""


def has_regional_days(country: str) -> bool:
    """Whether many regions of a country have days of their own that offices keep."""
    return country not in HARDLY_REGIONAL and bool(_parts_with_own_days(Place(country), None))


def add_regional_days(facts: Facts, place: Place, subdivision: str | None, year: int, source: str) -> None:
    """Add the days that close some parts of the place and not the place itself.

    A day that closes every part of a country whose parts make up the whole closes the country.
    """
    parts = _parts_with_own_days(place, subdivision)
    counted = counted_regions().get(place.country)
    is_whole = place.region is None and (counted is None or counted.whole)
    for on, names in _closed_parts(place, parts, year, facts).items():
        everywhere = is_whole and set(names) == set(parts)
        share = _share(place, tuple(names), parts)
        fact = _regional_fact(place.country, names, source, everywhere=everywhere, share=share)
        facts.setdefault(on, []).append(fact)


def add_local_days(facts: Facts, place: Place, year: int, feasts: FeastDates) -> None:
    """Add the days of our own table that the place's region or city has, or drop those it has not.

    A city that does not keep a day of its region changes nothing for the rest of it.
    """
    for day in local_days():
        concerns = day.status is not None or day.city in {None, place.city}
        if day.region == place.region and concerns and not _is_of_another_city(day, place):
            for on in day.dates_in(year, feasts):
                _add_local_day(facts, place, day, on)


def _is_of_another_city(day: LocalDay, place: Place) -> bool:
    return None not in {day.city, place.city} and day.city != place.city


def substitutes_of_parts(place: Place, year: int) -> frozenset[date]:
    """Dates that the holidays package gives to a whole country though some regions work.

    So it is where each region makes up for the holidays on its own day of rest.
    """
    if place.region is not None or not any(rule.country == place.country for rule in rest_day_rules()):
        return frozenset()
    parts = _parts_with_own_days(place, None)
    closed = [frozenset(on for on, _ in _closing_days(place, code, year)) for code in parts]
    nowhere: frozenset[date] = frozenset()
    return nowhere.union(*closed) - frozenset.intersection(*closed)


def listed_facts(known: RegionList, year: int, feasts: FeastDates) -> Iterator[tuple[date, DayFact]]:
    """The days of a region's own list in one year; every one closes."""
    for on, day, estimated in known.dates_in(year, feasts):
        reason = Reason(
            kind=ReasonKind.PUBLIC_HOLIDAY,
            name=day.name,
            category="public",
            estimated=estimated,
            source=known.source,
        )
        yield on, DayFact(status=DayStatus.CLOSED, reason=reason)


def named_days(country: str, code: str | None, year: int) -> FeastDates:
    """The days of the holidays package by name, for date rules: those of the region before the country's."""
    codes = (None,) if code is None else (None, code)
    days = (
        day
        for each in codes
        for day in reversed(known_days(country, each, year, with_local_names=False).days)
    )
    return {f"day:{day.name}": (day.on,) for day in days}


def _add_local_day(facts: Facts, place: Place, day: LocalDay, on: date) -> None:
    if day.status is None:
        left = [fact for fact in facts.pop(on, []) if fact.reason.name != day.name]
        if left:
            facts[on] = left
    elif day.city is None or day.city == place.city:
        facts.setdefault(on, []).append(_local_fact(day, day.status, on))
    elif not _is_closed(facts.get(on, ())) and not _has(facts.get(on, ()), day.name):
        facts.setdefault(on, []).append(_fact_of_a_city(day, day.city, day.status, on))


def _local_fact(day: LocalDay, status: DayStatus, on: date) -> DayFact:
    reason = Reason(
        kind=kind_of("public", Effect(status)),
        name=day.name,
        local_name=day.local_name,
        category="public",
        estimated=day.is_estimated_in(on.year),
        source=day.source,
    )
    return DayFact(status=status, reason=reason, cut=day.cut)


def _fact_of_a_city(day: LocalDay, city: str, status: DayStatus, on: date) -> DayFact:
    """A city's day for someone of whom only the region is known: no hours are cut for that."""
    own = _local_fact(day, status, on)
    reason = replace(own.reason, kind=ReasonKind.REGION_DEPENDENT, regions=(city,))
    return DayFact(status=_weighed(share_of_region(day.region, city), LIKELY_CITY_SHARE), reason=reason)


def _weighed(share: float, least: float) -> DayStatus:
    return DayStatus.LIKELY_CLOSED if share >= least else DayStatus.WORKING


def _share(place: Place, codes: Sequence[str], among: Sequence[str]) -> float:
    if place.region is None:
        return share_of_country(place.country, codes, among)
    return max(share_of_region(place.region, code) for code in codes)


def _closed_parts(place: Place, parts: Sequence[str], year: int, facts: Facts) -> Mapping[date, _NamesByPart]:
    """The parts that each date closes, with the name of the day there; not the dates that close the place."""
    closed: dict[date, _NamesByPart] = {}
    for code in parts:
        for on, name in _closing_days(place, code, year):
            if not _is_closed(facts.get(on, ())):
                closed.setdefault(on, {}).setdefault(code, name)
    return closed


def _closing_days(place: Place, code: str, year: int) -> Iterator[tuple[date, str]]:
    """The days that close one part, by its own list where it has one, else by the holidays package."""
    part = Place(place.country, f"{place.country}-{code}")
    own = region_list(part.region)
    if own is not None:
        feasts = named_days(place.country, code, year)
        yield from ((on, fact.reason.name) for on, fact in listed_facts(own, year, feasts))
        return
    for day in known_days(place.country, code, year, with_local_names=False).days:
        decision = decide(holiday_effects(), part, day.category, day.name, regional=True, on=day.on)
        if decision.effect is Effect.CLOSED and day.until is None:
            yield day.on, day.name


def _is_closed(facts: Iterable[DayFact]) -> bool:
    return any(fact.status is DayStatus.CLOSED for fact in facts)


def _has(facts: Iterable[DayFact], name: str) -> bool:
    """Whether the region itself has the day of that name: its cities tell nothing more."""
    return any(
        fact.reason.name == name and fact.reason.kind is not ReasonKind.REGION_DEPENDENT for fact in facts
    )


def _regional_fact(
    country: str, names: _NamesByPart, source: str, *, everywhere: bool, share: float
) -> DayFact:
    reason = Reason(
        kind=ReasonKind.PUBLIC_HOLIDAY if everywhere else ReasonKind.REGION_DEPENDENT,
        name=_name_of_most(names.values()),
        category="public",
        source=source,
        regions=() if everywhere else tuple(_region_label(country, code) for code in names),
        region_names=() if everywhere else tuple(_name_of_region(country, code) for code in names),
    )
    status = DayStatus.CLOSED if everywhere else _weighed(share, LIKELY_SHARE)
    return DayFact(status=status, reason=reason)


def _name_of_most(names: Iterable[str]) -> str:
    """What the day is called in most of the parts; the next names too, where there are several."""
    counted = Counter(names).most_common(_MOST_NAMES)
    return " / ".join(name for name, _ in counted)


_MOST_NAMES = 3


def _parts_with_own_days(place: Place, subdivision: str | None) -> tuple[str, ...]:
    """The package's codes of the regions of a country, or of the cities of a region."""
    known = subdivisions(place.country)
    own = _regions(place.country) if place.region is None else _cities(place, subdivision)
    return tuple(code for code in known if code in own)


def _regions(country: str) -> Collection[str]:
    counted = counted_regions().get(country)
    parts = parts_of(country)
    return {*parts.names, *parts.library.values()} if counted is None else counted.codes


def _cities(place: Place, subdivision: str | None) -> Collection[str]:
    if not subdivision or place.city is not None or place.region is None:
        return ()
    bare = place.region.partition("-")[2]
    return {name for name, region in parts_of(place.country).within.items() if region == bare}


def _region_label(country: str, code: str) -> str:
    return f"{country}-{code}" if code in parts_of(country).names else code


def _name_of_region(country: str, code: str) -> str:
    return next(iter(parts_of(country).names.get(code, ())), code)
