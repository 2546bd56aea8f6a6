"""Our own tables of days, read into core values: work weeks, effects of holidays, extra days, seasons."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from clientbridge.adapters.data_files import TableRow, read_rows
from clientbridge.core.days.day import DayStatus, HoursCut, ReasonKind
from clientbridge.core.days.holiday_effects import EVERYWHERE, Effect, EffectRow
from clientbridge.core.days.place_calendar import WorkWeek
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import Weekday, parse_clock, parse_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkWeekRow:
    """A work week of a country or of some of its regions (bare codes; none: all)."""

    country: str
    regions: frozenset[str]
    week: WorkWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraDay:
    """A day on which work is less than usual though no list says so, or a correction of the library."""

    country: str
    regions: frozenset[str]
    on: str
    """A date rule (`core.time.date_rules`)."""
    name: str
    local_name: str | None
    status: DayStatus | None
    """None: the library is wrong, and the day of that name is dropped."""
    kind: ReasonKind
    cut: HoursCut | None
    source: str
    first_year: int
    last_year: int
    """The years for which the row holds, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonRow:
    """A season by its date rules; without a status it is only a name for profiles.

    A country with notes has its seasons there (`usual_days`), any other in data/seasons_elsewhere.yaml.
    """

    id: str
    name: str
    local_name: str | None
    everywhere: bool = False
    """A name that counts where the country has no season of that id."""
    first: str
    last: str
    status: DayStatus | None
    cut: HoursCut | None
    source: str | None


@cache
def work_weeks() -> tuple[WorkWeekRow, ...]:
    """Where the work week is not the library's; the first row that fits decides."""
    return tuple(
        WorkWeekRow(
            country=row.text("country"), regions=frozenset(row.texts("regions")), week=_work_week(row)
        )
        for row in read_rows("workweeks.yaml")
    )


@cache
def holiday_effects() -> tuple[EffectRow, ...]:
    """What a category means for work; the first row that fits decides."""
    return tuple(
        EffectRow(
            country=row.text("country"),
            regions=frozenset(row.texts("regions")),
            categories=frozenset(row.texts("categories")),
            names=row.texts("names"),
            only_regional="regional" in row,
            only_without_region="without_region" in row,
            first=_date(row.maybe("first")) or date.min,
            last=_date(row.maybe("last")) or date.max,
            effect=Effect(row.text("effect")),
            cut=hours_cut(row),
            why=row.text("why"),
        )
        for row in read_rows("holiday_effects.yaml")
    )


@cache
def extra_days() -> tuple[ExtraDay, ...]:
    """Customary short days and corrections."""
    return tuple(
        ExtraDay(
            country=row.text("country"),
            regions=frozenset(row.texts("regions")),
            on=row.text("on"),
            name=row.text("name"),
            local_name=row.maybe("local"),
            status=None if row.text("effect") == "dropped" else DayStatus(row.text("effect")),
            kind=ReasonKind(row.text("kind")),
            cut=hours_cut(row),
            source=row.text("source"),
            first_year=int(row.maybe("first_year") or date.min.year),
            last_year=int(row.maybe("last_year") or date.max.year),
        )
        for row in read_rows("extra_days.yaml")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRegions:
    """Which of the library's regions of a country count where no region is known."""

    codes: frozenset[str]
    whole: bool
    """Whether they make up the whole country."""


@cache
def counted_regions() -> Mapping[str, CountedRegions]:
    """By country; of a country that is missing, all regions count, and make up the whole."""
    return {
        row.text("country"): CountedRegions(codes=frozenset(row.texts("regions")), whole="whole" in row)
        for row in read_rows("day_regions.yaml")
    }


def seasons_in(country: str) -> tuple[SeasonRow, ...]:
    """The rows of the table for a country, then those for every country."""
    rows = _season_rows()
    return (*rows.get(country, ()), *rows.get(EVERYWHERE, ()))


def season_ids() -> frozenset[str]:
    """The ids in the table."""
    return frozenset(row.id for rows in _season_rows().values() for row in rows)


@cache
def _season_rows() -> Mapping[str, tuple[SeasonRow, ...]]:
    rows: dict[str, tuple[SeasonRow, ...]] = {}
    for row in read_rows("seasons_elsewhere.yaml"):
        for country in row.texts("countries"):
            rows[country] = (*rows.get(country, ()), _season(row, everywhere=country == EVERYWHERE))
    return rows


def _season(row: TableRow, *, everywhere: bool) -> SeasonRow:
    return SeasonRow(
        id=row.text("id"),
        name=row.text("name"),
        local_name=row.maybe("local"),
        everywhere=everywhere,
        first=row.text("first"),
        last=row.text("last"),
        status=None if (status := row.maybe("day")) is None else DayStatus(status),
        cut=hours_cut(row),
        source=row.text("source"),
    )


def _work_week(row: TableRow) -> WorkWeek:
    statuses = [DayStatus.WORKING] * 7
    for word in row.texts("likely"):
        statuses[Weekday.named(word)] = DayStatus.LIKELY_CLOSED
    for word in row.texts("closed"):
        statuses[Weekday.named(word)] = DayStatus.CLOSED
    until = row.row("until")
    cuts = {int(Weekday.named(word)): HoursCut(until=parse_clock(until.text(word))) for word in until.fields}
    for weekday in cuts:
        statuses[weekday] = DayStatus.REDUCED
    return WorkWeek(
        first=_date(row.maybe("first")),
        last=_date(row.maybe("last")),
        statuses=tuple(statuses),
        cuts=cuts,
        note=row.maybe("note"),
        source=row.text("source"),
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def hours_cut(row: TableRow) -> HoursCut | None:
    """How a row shortens the hours of its day; None where it does not."""
    begins, until, shorter_by = row.maybe("begins"), row.maybe("until"), row.maybe("shorter_by")
    hours = row.maybe("hours")
    if begins is None and until is None and shorter_by is None:
        return None
    return HoursCut(
        usual=None if hours is None else parse_hours(hours),
        begins=None if begins is None else parse_clock(begins),
        until=None if until is None else parse_clock(until),
        shorter_by=int(shorter_by or 0),
    )
