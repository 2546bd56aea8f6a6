"""The form in which a computed year of a place is cached: small JSON, read in a fraction of a millisecond."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clientbridge.adapters.json_cache import Json, JsonCache
from clientbridge.core.days.day import DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season, WorkWeek
from clientbridge.core.time.hours import ClockRange, DayHours
from clientbridge.core.workspace.profiles import DateRange

_STATUS = {status.value: status for status in DayStatus}
_KIND = {kind.value: kind for kind in ReasonKind}


class _WrongShapeError(ValueError):
    """The entry does not have the shape that this program writes."""


class CachedFacts(Mapping[date, tuple[DayFact, ...]]):
    """The facts of a cached year, each decoded on first access: a month needs a twelfth of them."""

    def __init__(self, cached: Mapping[str, Json]) -> None:
        self._cached = cached
        self._made: dict[date, tuple[DayFact, ...]] = {}

    def __getitem__(self, on: date) -> tuple[DayFact, ...]:
        known = self._made.get(on)
        if known is None:
            known = self._made[on] = tuple(map(_fact, _list(self._cached[on.isoformat()])))
        return known

    def __iter__(self) -> Iterator[date]:
        return map(date.fromisoformat, self._cached)

    def __len__(self) -> int:
        return len(self._cached)

    def __or__(self, later: "CachedFacts") -> "CachedFacts":
        return CachedFacts({**self._cached, **later._cached})


def read_year(cache: JsonCache, name: str, stamp: str, place: Place) -> PlaceCalendar | None:
    """The year stored under `name`; None when it is missing, damaged or of another stamp."""
    entry = cache.read(name, stamp)
    try:
        return None if entry is None else _calendar(_mapping(entry), place)
    except (ValueError, LookupError):
        return None


def write_year(cache: JsonCache, name: str, stamp: str, calendar: PlaceCalendar) -> None:
    """Store a year for `read_year`."""
    cache.write(name, stamp, _written(calendar))


def _written(calendar: PlaceCalendar) -> dict[str, Json]:
    return {
        "days": _range_written(calendar.days),
        "facts": {
            on.isoformat(): [
                [fact.status.value, _reason_written(fact.reason), _cut_written(fact.cut)] for fact in facts
            ]
            for on, facts in calendar.facts.items()
        },
        "weeks": [_week_written(week) for week in calendar.work_weeks],
        "seasons": [_season_written(season) for season in calendar.seasons],
        "office": _clock_range_written(calendar.office_hours),
        "lunch": _clock_range_written(calendar.lunch),
        "missing": sorted(calendar.years_without_data),
        "source": calendar.source,
        "notes": {str(year): note for year, note in calendar.notes.items()},
    }


def _calendar(table: Mapping[str, Json], place: Place) -> PlaceCalendar:
    return PlaceCalendar(
        place=place,
        days=_range(table["days"]),
        facts=CachedFacts(_mapping(table["facts"])),
        work_weeks=tuple(_week(week) for week in _list(table["weeks"])),
        seasons=tuple(_season(season) for season in _list(table["seasons"])),
        office_hours=None if table["office"] is None else _clock_range(table["office"]),
        lunch=_clock_range(table["lunch"]),
        years_without_data=frozenset(_int(year) for year in _list(table["missing"])),
        source=_text(table["source"]),
        notes={int(year): str(note) for year, note in _mapping(table["notes"]).items()},
    )


def _fact(entry: Json) -> DayFact:
    status, reason, cut = _list(entry)
    return DayFact(status=_STATUS[_str(status)], reason=_reason(reason), cut=_cut(cut))


def _reason_written(reason: Reason) -> Json:
    return [
        reason.kind.value,
        reason.name,
        reason.local_name,
        reason.category,
        reason.estimated,
        reason.source,
        list(reason.regions),
        list(reason.region_names),
    ]


def _reason(entry: Json) -> Reason:
    kind, name, local_name, category, estimated, source, regions, names = _list(entry)
    return Reason(
        kind=_KIND[_str(kind)],
        name=_str(name),
        local_name=_text(local_name),
        category=_text(category),
        estimated=estimated is True,
        source=_text(source),
        regions=tuple(_str(region) for region in _list(regions)),
        region_names=tuple(_str(name) for name in _list(names)),
    )


def _cut_written(cut: HoursCut | None) -> Json:
    if cut is None:
        return None
    return [_hours_written(cut.within), _hours_written(cut.usual), cut.begins, cut.until, cut.shorter_by]


def _hours_written(hours: DayHours | None) -> Json:
    return None if hours is None else [_clock_range_written(part) for part in hours]


def _cut(entry: Json) -> HoursCut | None:
    if entry is None:
        return None
    within, usual, begins, until, shorter_by = _list(entry)
    return HoursCut(
        within=_hours(within),
        usual=_hours(usual),
        begins=None if begins is None else _int(begins),
        until=None if until is None else _int(until),
        shorter_by=_int(shorter_by),
    )


def _hours(entry: Json) -> DayHours | None:
    return None if entry is None else tuple(_clock_range(part) for part in _list(entry))


def _clock_range_written(part: ClockRange | None) -> Json:
    return None if part is None else [part.start, part.end]


def _clock_range(entry: Json) -> ClockRange:
    start, end = _list(entry)
    return ClockRange(_int(start), _int(end))


def _week_written(week: WorkWeek) -> Json:
    return [
        week.first.isoformat() if week.first else None,
        week.last.isoformat() if week.last else None,
        [status.value for status in week.statuses],
        {str(weekday): _cut_written(cut) for weekday, cut in week.cuts.items()},
        week.note,
        week.source,
    ]


def _week(entry: Json) -> WorkWeek:
    first, last, statuses, cuts, note, source = _list(entry)
    return WorkWeek(
        first=date.fromisoformat(_str(first)) if first else None,
        last=date.fromisoformat(_str(last)) if last else None,
        statuses=tuple(_STATUS[_str(status)] for status in _list(statuses)),
        cuts={int(weekday): cut for weekday, each in _mapping(cuts).items() if (cut := _cut(each))},
        note=_text(note),
        source=_text(source),
    )


def _season_written(season: Season) -> Json:
    return [
        season.id,
        season.name,
        _range_written(season.days),
        season.status.value if season.status else None,
        _cut_written(season.cut),
        season.local_name,
        season.estimated,
        season.source,
    ]


def _season(entry: Json) -> Season:
    season_id, name, days, status, cut, local_name, estimated, source = _list(entry)
    return Season(
        id=_str(season_id),
        name=_str(name),
        days=_range(days),
        status=_STATUS[_str(status)] if status else None,
        cut=_cut(cut),
        local_name=_text(local_name),
        estimated=estimated is True,
        source=_text(source),
    )


def _range_written(days: DateRange) -> Json:
    return [days.first.isoformat(), days.last.isoformat()]


def _range(entry: Json) -> DateRange:
    first, last = _list(entry)
    return DateRange(date.fromisoformat(_str(first)), date.fromisoformat(_str(last)))


def _mapping(entry: Json) -> Mapping[str, Json]:
    if not isinstance(entry, dict):
        raise _WrongShapeError
    return entry


def _list(entry: Json) -> Sequence[Json]:
    if not isinstance(entry, list):
        raise _WrongShapeError
    return entry


def _str(entry: Json) -> str:
    if not isinstance(entry, str):
        raise _WrongShapeError
    return entry


def _text(entry: Json) -> str | None:
    return None if entry is None else _str(entry)


def _int(entry: Json) -> int:
    if not isinstance(entry, int):
        raise _WrongShapeError
    return entry
