"""The calendar of a place: computed from the `holidays` library and our tables, and cached.

One file per country, region and year, keyed by the versions of the program, the library and the tables. A
file that cannot be read, or that another version wrote, is computed anew without a word; a folder that
cannot be written costs only time.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from itertools import chain
from typing import TypeAlias, TypeVar

from clientbridge import __version__
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.place_year_files import CachedFacts, read_year, write_year
from clientbridge.adapters.file_stamp import stamp_of
from clientbridge.adapters.json_cache import JsonCache
from clientbridge.adapters.library_versions import holidays_version
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.profiles import DateRange

_Known = TypeVar("_Known")
Facts: TypeAlias = Mapping[date, tuple[DayFact, ...]]

_TABLES = (
    "announcements.yaml",
    "extra_days.yaml",
    "holiday_effects.yaml",
    "day_regions.yaml",
    "feast_dates.yaml",
    "local_days.yaml",
    "region_population.yaml",
    "regional_lists.yaml",
    "regions.yaml",
    "seasons_elsewhere.yaml",
    "substitute_days.yaml",
    "workweeks.yaml",
)
"""The tables that a computed year depends on, besides the library."""

_LAYOUT = 14
"""Version of the cached form: increase it when the shape or meaning of an entry changes."""


def calendar_for(place: Place, first: date, last: date, cache: JsonCache) -> PlaceCalendar:
    """The calendar of the years from `first` to `last`, both included."""
    return calendars_for([place], first, last, cache)[place]


def calendars_for(
    places: Iterable[Place], first: date, last: date, cache: JsonCache
) -> dict[Place, PlaceCalendar]:
    """The calendars of several places at once; only these countries are loaded."""
    version = holidays_version()
    stamp = f"{_LAYOUT} {__version__} {version} {_tables_stamp()}"
    return {
        place: _joined(
            place,
            [
                _year(place, year, cache, stamp=f"{stamp} {notes}", source=f"holidays {version}")
                for year in range(first.year, last.year + 1)
            ],
        )
        for place in dict.fromkeys(places)
        for notes in (_notes_stamp(place.country),)
    }


def _tables_stamp() -> str:
    folder = data_folder()
    return stamp_of(*(folder / name for name in _TABLES))


def _notes_stamp(country: str) -> str:
    """Of the country's own file; none where there is no such file."""
    try:
        return stamp_of(data_folder() / "countries" / f"{country}.yaml")
    except FileNotFoundError:
        return ""


def _year(place: Place, year: int, cache: JsonCache, *, stamp: str, source: str) -> PlaceCalendar:
    city = "" if place.city is None else f"-{fold(place.city).replace(' ', '_')}"
    name = f"days/{place}{city}-{year}"
    stored = read_year(cache, name, stamp, place)
    if stored is not None:
        return stored
    from clientbridge.adapters.days.place_years import place_year

    computed = place_year(place, year, source=source)
    write_year(cache, name, stamp, computed)
    return computed


def _joined(place: Place, years: list[PlaceCalendar]) -> PlaceCalendar:
    if len(years) == 1:
        return years[0]
    return PlaceCalendar(
        place=place,
        days=DateRange(years[0].days.first, years[-1].days.last),
        facts=reduce(_with, (year.facts for year in years)),
        work_weeks=_once(chain.from_iterable(year.work_weeks for year in years)),
        seasons=_once(chain.from_iterable(year.seasons for year in years)),
        years_without_data=frozenset(chain.from_iterable(year.years_without_data for year in years)),
        source=years[0].source,
        office_hours=years[0].office_hours,
        lunch=years[0].lunch,
        notes=dict(chain.from_iterable(year.notes.items() for year in years)),
    )


def _with(facts: Facts, more: Facts) -> Facts:
    if isinstance(facts, CachedFacts) and isinstance(more, CachedFacts):
        return facts | more
    return {**facts, **more}


def _once(items: Iterable[_Known]) -> tuple[_Known, ...]:
    """The items in order, each once; they need not be hashable."""
    distinct: list[_Known] = []
    for item in items:
        if item not in distinct:
            distinct.append(item)
    return tuple(distinct)
