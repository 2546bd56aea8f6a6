"""One place in one year: days of the library, judged by our tables, extra days, seasons and work weeks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from clientbridge.adapters.days.day_tables import (
    ExtraDay,
    extra_days,
    holiday_effects,
    work_weeks,
)
from clientbridge.adapters.days.decrees.announcements import announcements, is_estimated
from clientbridge.adapters.days.decrees.moved_days import with_moved_days
from clientbridge.adapters.days.feast_dates import announced_to, feast_dates
from clientbridge.adapters.days.holiday_library import (
    LibraryDay,
    has_year,
    library_year,
    subdivisions,
    weekends,
)
from clientbridge.adapters.days.known_days import known_days
from clientbridge.adapters.days.places import parts_of
from clientbridge.adapters.days.regions.gaps import gaps
from clientbridge.adapters.days.regions.lists import region_list
from clientbridge.adapters.days.regions.regional_days import (
    Facts,
    add_local_days,
    add_regional_days,
    listed_facts,
    named_days,
    substitutes_of_parts,
)
from clientbridge.adapters.days.usual_days import usual_lunch, usual_office_hours, usual_seasons
from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.decrees.undecided_days import DecreeRow, undecided_days
from clientbridge.core.days.holiday_effects import (
    HALF_DAY_ENDS,
    Effect,
    EffectRow,
    decide,
    kind_of,
    status_of,
)
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import (
    STANDARD_WEEK,
    DayFact,
    PlaceCalendar,
    Season,
    WorkWeek,
    without_repetition,
)
from clientbridge.core.spelling import fits_pattern
from clientbridge.core.time.date_rules import FeastDates, dates_of, spans_of
from clientbridge.core.workspace.profiles import DateRange


def place_year(place: Place, year: int, *, source: str) -> PlaceCalendar:
    """Compute the days of one place in one year; `source` names the library and its version."""
    subdivision = library_code(place)
    library = known_days(place.country, subdivision, year)
    days = with_moved_days(place.country, library.days)
    feasts = _feasts(place.country, days)
    weeks = _work_weeks(place, subdivision, year, source)
    facts: Facts = {}
    for on, fact in _public_days(place, subdivision, year, days, source):
        facts.setdefault(on, []).append(fact)
    add_local_days(facts, place, year, feasts)
    add_regional_days(facts, place, subdivision, year, source)
    _add_extra_days(facts, place, year, feasts)
    for on in library.make_up_workdays:
        reason = Reason(kind=ReasonKind.MAKE_UP_WORKDAY, name="Make-up workday", source=source)
        facts.setdefault(on, []).append(DayFact(status=DayStatus.WORKING, reason=reason))
    decree = announcements().awaited(place.country, year)
    if decree is not None:
        _add_undecided_days(facts, place, year, decree, weeks)
    return PlaceCalendar(
        place=place,
        days=DateRange(date(year, 1, 1), date(year, 12, 31)),
        facts={on: without_repetition(facts[on]) for on in sorted(facts)},
        work_weeks=weeks,
        seasons=_seasons(place.country, year, feasts),
        years_without_data=frozenset() if has_year(place.country, year) else frozenset({year}),
        office_hours=usual_office_hours(place.country),
        lunch=usual_lunch(place.country),
        source=source,
        notes=gaps(place, year, decree, code=subdivision),
    )


def _public_days(
    place: Place, subdivision: str | None, year: int, days: Sequence[LibraryDay], source: str
) -> Iterator[tuple[date, DayFact]]:
    """The days of the region's own list where it has one, else those of the library, as our tables judge."""
    own = region_list(place.region)
    if own is not None:
        yield from listed_facts(own, year, named_days(place.country, subdivision, year))
        return
    national = _closing_names(Place(place.country), None, year) if subdivision else {}
    here = {(day.on, day.name) for day in days}
    parted = substitutes_of_parts(place, year)
    for day in days:
        if day.on in parted:
            continue
        regional = bool(subdivision) and _is_of_the_region(day, national.get(day.on, frozenset()), here)
        fact = _judged(place, day, source, regional=regional)
        if fact is not None:
            yield day.on, fact


def library_code(place: Place) -> str | None:
    """The library's own code of the place's city or region; None where the library knows none of it."""
    if place.region is None:
        return None
    if place.city in subdivisions(place.country):
        return place.city
    bare = place.region.partition("-")[2]
    code = parts_of(place.country).library.get(bare, bare)
    return code if code in subdivisions(place.country) else None


def _judged(place: Place, day: LibraryDay, source: str, *, regional: bool) -> DayFact | None:
    """The fact that a day of the library is for work; None where it is none."""
    row = decide(holiday_effects(), place, day.category, day.name, regional=regional, on=day.on)
    effect, cut = _effect_of(row, day)
    status = status_of(effect)
    if status is None:
        return None
    told = effect in {Effect.UNKNOWN, Effect.NOTED}
    reason = Reason(
        kind=kind_of(day.category, effect),
        name=f"{day.name}: {row.why}" if told else day.name,
        local_name=day.local_name if day.local_name != day.name else None,
        category=day.category,
        estimated=day.estimated or is_estimated(place.country, day.on, day.name),
        source=source,
    )
    return DayFact(status=status, reason=reason, cut=cut)


def _effect_of(row: EffectRow, day: LibraryDay) -> tuple[Effect, HoursCut | None]:
    """The effect of a policy on a day; hours named by the library shorten a day that would close."""
    effect, cut = row.effect, row.cut or HoursCut(until=HALF_DAY_ENDS)
    if day.until is not None or day.shorter_by:
        cut = HoursCut(until=day.until, shorter_by=day.shorter_by)
        effect = Effect.REDUCED if effect in {Effect.LIKELY_CLOSED, Effect.CLOSED} else effect
    if day.only_likely and effect is Effect.CLOSED:
        effect = Effect.LIKELY_CLOSED
    return effect, cut if effect is Effect.REDUCED else None


def _is_of_the_region(
    day: LibraryDay, national: AbstractSet[str], here: AbstractSet[tuple[date, str]]
) -> bool:
    """Whether the country as a whole lacks that day: it has none then, or another one that stands beside it.

    Alone on a date of the country's it is the same holiday by another name.
    """
    return day.name not in national and (not national or any((day.on, name) in here for name in national))


def _closing_names(place: Place, subdivision: str | None, year: int) -> Mapping[date, frozenset[str]]:
    """The names of the days that close a place, by date."""
    names: dict[date, frozenset[str]] = {}
    for day in library_year(place.country, subdivision, year, with_local_names=False).days:
        closes = decide(holiday_effects(), place, day.category, day.name).effect is Effect.CLOSED
        if closes or day.category == "public":
            names[day.on] = names.get(day.on, frozenset()) | {day.name}
    return names


def _add_undecided_days(
    facts: Facts, place: Place, year: int, decree: DecreeRow, weeks: tuple[WorkWeek, ...]
) -> None:
    """Add what a decree that has not come yet may decide; a weekend stays a day off until it does."""
    subdivision = library_code(place)
    around = (_closing_names(place, subdivision, near) for near in (year - 1, year + 1))
    first, last = date(year, 1, 1), date(year, 12, 31)
    week = next((week for week in weeks if week.holds_on(first)), STANDARD_WEEK)
    undecided = undecided_days(
        decree, first, last, weekend=week.days_off, holidays=_closed_by(facts).union(*around)
    )
    reason = Reason(kind=ReasonKind.NO_DATA, name=decree.say, source=decree.source)
    for on in (*undecided.worked, *undecided.off, *_likely_holidays(facts)):
        facts.setdefault(on, []).append(DayFact(status=DayStatus.UNKNOWN, reason=reason))


def _likely_holidays(facts: Facts) -> tuple[date, ...]:
    """Holidays whose day a decree must still confirm."""
    return tuple(
        on
        for on, known in facts.items()
        for fact in known
        if fact.status is DayStatus.LIKELY_CLOSED and fact.reason.kind is ReasonKind.PUBLIC_HOLIDAY
    )


def _closed_by(facts: Facts) -> frozenset[date]:
    return frozenset(
        on for on, known in facts.items() if any(fact.status is DayStatus.CLOSED for fact in known)
    )


def _add_extra_days(facts: Facts, place: Place, year: int, feasts: FeastDates) -> None:
    bare = place.region.partition("-")[2] if place.region else ""
    for extra in extra_days():
        of_the_place = extra.country == place.country and (not extra.regions or bare in extra.regions)
        if of_the_place and extra.first_year <= year <= extra.last_year:
            for on in dates_of(extra.on, year, feasts):
                _add_extra_day(facts, extra, on)


def _add_extra_day(facts: Facts, extra: ExtraDay, on: date) -> None:
    """Add a customary day, or drop the day of that name where the row corrects the library."""
    if extra.status is not None:
        facts.setdefault(on, []).append(_extra_fact(extra, extra.status))
        return
    left = [fact for fact in facts.pop(on, []) if not fits_pattern(fact.reason.name, extra.name)]
    if left:
        facts[on] = left


def _extra_fact(extra: ExtraDay, status: DayStatus) -> DayFact:
    reason = Reason(
        kind=extra.kind,
        name=extra.name,
        local_name=extra.local_name,
        category="custom",
        source=extra.source,
    )
    return DayFact(status=status, reason=reason, cut=extra.cut)


def _feasts(country: str, days: Iterable[LibraryDay]) -> FeastDates:
    named = {f"day:{day.name}": (day.on,) for day in reversed(tuple(days))}
    return {**feast_dates(country), **named}


def _seasons(country: str, year: int, feasts: FeastDates) -> tuple[Season, ...]:
    ramadan_announced_to = announced_to("ramadan") or year
    seasons = []
    named: set[tuple[str, date]] = set()
    for row in usual_seasons(country):
        for first, last in spans_of(row.first, row.last, (year - 1, year), feasts):
            if last.year < year or (row.id, first) in named or (row.everywhere and _has(named, row.id)):
                continue
            named.add((row.id, first))
            seasons.append(
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
    return tuple(seasons)


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
