"""Days of a city, or of a region, that the holidays package does not know (data/local_days.yaml)."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from clientbridge.adapters.data_files import TableRow, read_rows
from clientbridge.adapters.days.day_tables import hours_cut
from clientbridge.core.days.day import DayStatus, HoursCut
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import FeastDates, dates_of

LOCAL_TABLE = "local_days.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDay:
    """A day of one region or city, by a date rule."""

    region: str
    """ISO 3166-2."""
    city: str | None
    """None: the whole region has it."""
    on: str
    name: str
    local_name: str | None
    status: DayStatus | None
    """None: the package is wrong, and the day of that name is dropped."""
    cut: HoursCut | None
    first_year: int | None
    last_year: int | None
    announced_to: int | None
    """The last year for which it has been set; None where a law sets it for good."""
    source: str

    def dates_in(self, year: int, feasts: FeastDates) -> Iterator[date]:
        """Its dates in one year; none outside its years."""
        if (self.first_year or year) <= year <= (self.last_year or year):
            yield from dates_of(self.on, year, feasts)

    def is_estimated_in(self, year: int) -> bool:
        """Whether nobody has set the day for that year yet."""
        return self.announced_to is not None and year > self.announced_to


@cache
def local_days() -> tuple[LocalDay, ...]:
    """Every row of the table."""
    return tuple(map(_local_day, read_rows(LOCAL_TABLE)))


def has_days_of(region: str | None, city: str | None) -> bool:
    """Whether the table has a row of that city's own."""
    return any((day.region, day.city) == (region, city) for day in local_days())


def _local_day(row: TableRow) -> LocalDay:
    effect = row.text("effect")
    return LocalDay(
        region=row.text("region"),
        city=row.maybe("city"),
        on=row.text("on"),
        name=row.text("name"),
        local_name=row.maybe("local"),
        status=None if effect == "dropped" else DayStatus(effect),
        cut=hours_cut(row),
        first_year=_year(row, "first_year"),
        last_year=_year(row, "last_year"),
        announced_to=_year(row, "announced_to"),
        source=row.text("source"),
    )


def _year(row: TableRow, key: str) -> int | None:
    text = row.maybe(key)
    return None if text is None else int(text)
