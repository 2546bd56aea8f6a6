"""One place in one year: the library's days, judged by our tables, with customs, seasons and work weeks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clientbridge.adapters.days.day_tables import (
    EVERYWHERE,
    DayCustom,
    announcements,
    counted_regions,
    customs,
    policies,
    work_weeks,
)
from clientbridge.adapters.days.feast_dates import announced_to, feast_dates
from clientbridge.adapters.days.holiday_library import (
    LibraryDay,
    has_year,
    library_year,
    subdivisions,
    weekends,
)
from clientbridge.adapters.days.places import parts_of
from clientbridge.adapters.days.usual_days import usual_office_hours, usual_seasons
from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.days.policy import HALF_DAY_ENDS, Effect, decide, kind_of, status_of
from clientbridge.core.time.date_rules import FeastDates, dates_of, spans_of
from clientbridge.core.workspace.profiles import DateRange

_Facts = dict[date, list[DayFact]]


def place_year(place: Place, year: int, *, source: str) -> PlaceCalendar:
    """Compute the days of one place in one year; `source` names the library and its version."""
    subdivision = library_code(place)
    library = library_year(place.country, subdivision, year)
    national = _closed_dates(Place(place.country), None, year) if subdivision else frozenset()
    facts: _Facts = {}
    for day in library.days:
        fact = _judged(place, day, source, regional=bool(subdivision) and day.on not in national)
        if fact is not None:
            facts.setdefault(day.on, []).append(fact)
    _add_regional(facts, place, subdivision, year, source)
    _add_customs(facts, place, year, _feasts(place.country, library.days))
    for on in library.make_up_workdays:
        reason = Reason(kind=ReasonKind.MAKE_UP_WORKDAY, name="Make-up workday", source=source)
        facts.setdefault(on, []).append(DayFact(status=DayStatus.WORKING, reason=reason))
    decreed_to, say = announcements().decrees.get(place.country, (year, ""))
    return PlaceCalendar(
        place=place,
        days=DateRange(date(year, 1, 1), date(year, 12, 31)),
        facts={on: _without_repetition(facts[on]) for on in sorted(facts)},
        work_weeks=_work_weeks(place, subdivision, year, source),
        seasons=_seasons(place.country, year, _feasts(place.country, library.days)),
        years_without_data=frozenset() if has_year(place.country, year) else frozenset({year}),
        office_hours=usual_office_hours(place.country),
        source=source,
        notes={year: say} if year > decreed_to else {},
    )


def library_code(place: Place) -> str | None:
    """The library's own code of the place's region; None where the library knows no days of that region."""
    if place.region is None:
        return None
    bare = place.region.partition("-")[2]
    code = parts_of(place.country).library.get(bare, bare)
    return code if code in subdivisions(place.country) else None


def _judged(place: Place, day: LibraryDay, source: str, *, regional: bool) -> DayFact | None:
    row = decide(policies(), place, day.category, day.name, regional=regional)
    cut = row.cut
    effect = row.effect
    if day.until is not None or day.shorter_by:
        cut = HoursCut(until=day.until, shorter_by=day.shorter_by)
        effect = Effect.REDUCED if effect in {Effect.LIKELY_CLOSED, Effect.CLOSED} else effect
    status = status_of(effect)
    if status is None:
        return None
    if effect is Effect.REDUCED and cut is None:
        cut = HoursCut(until=HALF_DAY_ENDS)
    reason = Reason(
        kind=kind_of(day.category, effect),
        name=day.name,
        local_name=day.local_name if day.local_name != day.name else None,
        category=day.category,
        estimated=day.estimated or _is_estimated(place.country, day),
        source=source,
    )
    return DayFact(status=status, reason=reason, cut=cut if effect is Effect.REDUCED else None)


def _is_estimated(country: str, day: LibraryDay) -> bool:
    """Whether the date is not announced yet though the library prints no label.

    Of the rows with that name the one for this very country decides; rows for every country come last.
    """
    rows = [
        row
        for row in announcements().lunar
        if row.countries & {country, EVERYWHERE}
        and any(day.name.startswith(name.rstrip("*")) for name in row.names)
    ]
    own = [row for row in rows if country in row.countries]
    lunar = any("*" not in row.countries for row in rows) or bool(rows)
    return lunar and day.on.year > max(row.announced_to for row in own or rows)


def _closed_dates(place: Place, subdivision: str | None, year: int) -> frozenset[date]:
    days = library_year(place.country, subdivision, year, with_local_names=False).days
    return frozenset(
        day.on
        for day in days
        if decide(policies(), place, day.category, day.name).effect is Effect.CLOSED
        or day.category == "public"
    )


def _add_regional(facts: _Facts, place: Place, subdivision: str | None, year: int, source: str) -> None:
    """Add days of only parts of the place: all regions when none is known, the cities of a known region."""
    parts = _parts_with_own_days(place, subdivision)
    closed_here = {
        on for on, found in facts.items() if any(fact.status is DayStatus.CLOSED for fact in found)
    }
    counted = counted_regions().get(place.country)
    whole = place.region is None and (counted is None or counted.whole)
    where: dict[date, dict[str, str]] = {}
    for code in parts:
        part = Place(place.country, f"{place.country}-{code}")
        for day in library_year(place.country, code, year, with_local_names=False).days:
            decision = decide(policies(), part, day.category, day.name, regional=True)
            if decision.effect is Effect.CLOSED and day.until is None and day.on not in closed_here:
                where.setdefault(day.on, {}).setdefault(code, day.name)
    for on, names in where.items():
        everywhere = whole and set(names) == set(parts)
        reason = Reason(
            kind=ReasonKind.PUBLIC_HOLIDAY if everywhere else ReasonKind.REGION_DEPENDENT,
            name=" / ".join(dict.fromkeys(names.values())),
            category="public",
            source=source,
            regions=() if everywhere else tuple(_region_label(place.country, code) for code in names),
        )
        status = DayStatus.CLOSED if everywhere else DayStatus.LIKELY_CLOSED
        facts.setdefault(on, []).append(DayFact(status=status, reason=reason))


def _parts_with_own_days(place: Place, subdivision: str | None) -> tuple[str, ...]:
    known = subdivisions(place.country)
    within = parts_of(place.country).within
    if place.region is None:
        counted = counted_regions().get(place.country)
        return tuple(
            code for code in known if (code not in within if counted is None else code in counted.codes)
        )
    bare = place.region.partition("-")[2]
    return tuple(name for name, region in within.items() if region == bare and name in known and subdivision)


def _region_label(country: str, code: str) -> str:
    return f"{country}-{code}" if code in parts_of(country).names else code


def _add_customs(facts: _Facts, place: Place, year: int, feasts: FeastDates) -> None:
    bare = place.region.partition("-")[2] if place.region else ""
    for custom in customs():
        if custom.country != place.country or (custom.regions and bare not in custom.regions):
            continue
        for on in dates_of(custom.on, year, feasts):
            found = facts.setdefault(on, [])
            if custom.status is None:
                name = custom.name.rstrip("*")
                facts[on] = [fact for fact in found if not fact.reason.name.startswith(name)]
            else:
                found.append(_custom_fact(custom, custom.status))
            if not facts[on]:
                del facts[on]


def _custom_fact(custom: DayCustom, status: DayStatus) -> DayFact:
    reason = Reason(
        kind=custom.kind,
        name=custom.name,
        local_name=custom.local_name,
        category="custom",
        source=custom.source,
    )
    return DayFact(status=status, reason=reason, cut=custom.cut)


def _without_repetition(found: Iterable[DayFact]) -> tuple[DayFact, ...]:
    """Drop facts that a closing one makes redundant; report each name once, with its strongest effect."""
    order = (DayStatus.CLOSED, DayStatus.LIKELY_CLOSED, DayStatus.REDUCED, DayStatus.WORKING)
    by_name: dict[str, DayFact] = {}
    for fact in sorted(found, key=lambda fact: order.index(fact.status)):
        known = by_name.setdefault(fact.reason.name, fact)
        if known.reason.local_name is None and fact.reason.local_name is not None:
            by_name[fact.reason.name] = replace(
                known, reason=replace(known.reason, local_name=fact.reason.local_name)
            )
    facts = tuple(by_name.values())
    closing = tuple(fact for fact in facts if fact.status is DayStatus.CLOSED)
    return closing or facts


def _feasts(country: str, days: Iterable[LibraryDay]) -> FeastDates:
    named = {f"day:{day.name}": (day.on,) for day in reversed(tuple(days))}
    return {**feast_dates(country), **named}


def _seasons(country: str, year: int, feasts: FeastDates) -> tuple[Season, ...]:
    ramadan_announced_to = announced_to("ramadan") or year
    found = []
    named: set[tuple[str, date]] = set()
    for row in usual_seasons(country):
        for first, last in spans_of(row.first, row.last, (year - 1, year), feasts):
            if last.year < year or (row.id, first) in named or (row.everywhere and _has(named, row.id)):
                continue
            named.add((row.id, first))
            found.append(
                Season(
                    id=row.id,
                    name=row.name,
                    days=DateRange(first, last),
                    status=row.status,
                    cut=row.cut,
                    local_name=row.local_name,
                    estimated=row.id == "ramadan" and first.year > ramadan_announced_to,
                    source=row.source,
                )
            )
    return tuple(found)


def _has(named: set[tuple[str, date]], season_id: str) -> bool:
    return any(known == season_id for known, _ in named)


def _work_weeks(place: Place, subdivision: str | None, year: int, source: str) -> tuple[WorkWeek, ...]:
    bare = place.region.partition("-")[2] if place.region else ""
    own = tuple(
        row.week
        for row in work_weeks()
        if row.country == place.country and (not row.regions or bare in row.regions)
    )
    library = tuple(
        WorkWeek(
            first=first,
            last=last,
            statuses=tuple(DayStatus.CLOSED if day in off else DayStatus.WORKING for day in range(7)),
            source=source,
        )
        for first, last, off in weekends(place.country, subdivision, year)
    )
    return (*own, *library)
