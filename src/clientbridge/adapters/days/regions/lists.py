"""Lists of holidays that stand instead of the country's in one region (data/regional_lists.yaml)."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from clientbridge.adapters.data_files import TableRow, read_section
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import FeastDates, dates_of

LIST_TABLE = "regional_lists.yaml"
LISTING_COUNTRIES = frozenset({"IN"})
"""Countries in which every region orders a list of its own; a test holds that they are those of the table."""
_BY_CALENDAR = "day:"
"""Begins a rule whose dates follow the moon or an almanac."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDay:
    """One day of a region's list."""

    name: str
    on: date | None
    """Its date in the year of the list; None where it has none there."""
    rule: str | None
    """How it is dated in other years; None where no rule is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionList:
    """The list of one region, as it was announced for one year."""

    year: int
    source: str
    days: tuple[ListedDay, ...]

    def dates_in(self, year: int, feasts: FeastDates) -> Iterator[tuple[date, ListedDay, bool]]:
        """Each day with its date in `year`, and whether that date is an estimate.

        `feasts` has the days of the holidays package by name, as ``day:Holi``.
        """
        for day in self.days:
            if year == self.year:
                if day.on is not None:
                    yield day.on, day, False
            elif day.rule is not None:
                by_calendar = day.rule.startswith(_BY_CALENDAR)
                yield from ((on, day, by_calendar) for on in dates_of(day.rule, year, feasts))


@cache
def region_list(region: str | None) -> RegionList | None:
    """The list of an ISO 3166-2 region; None where the country's own days hold."""
    section = None if region is None else read_section(LIST_TABLE, region)
    if section is None:
        return None
    return RegionList(
        year=int(section.text("year")),
        source=section.text("source"),
        days=tuple(map(_listed, section.rows("days"))),
    )


def missing_list(region: str | None, year: int) -> str | None:
    """What to say where a region orders a list of its own and that of the year is not known."""
    if region is None or region.partition("-")[0] not in LISTING_COUNTRIES:
        return None
    own = region_list(region)
    if own is None:
        return f"the state's own list of {year} is not known here in full"
    if own.year == year:
        return None
    return f"the state's list of {year} is not known here; its days follow the list of {own.year}"


def _listed(row: TableRow) -> ListedDay:
    on = row.maybe("on")
    return ListedDay(
        name=row.text("name"), on=None if on is None else date.fromisoformat(on), rule=row.maybe("rule")
    )
