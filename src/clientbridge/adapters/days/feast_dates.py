"""data/feast_dates.yaml: the dates of feasts that follow other calendars than ours."""

from collections.abc import Iterable
from datetime import date

from clientbridge.adapters.data_files import TableRow, read_mapping
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.time.date_rules import FeastDates, is_feast

FEAST_TABLE = "feast_dates.yaml"


def feast_dates(country: str, cache: JsonCache = NO_CACHE) -> FeastDates:
    """First and last days of every feast as `country` keeps it."""
    table = read_mapping(FEAST_TABLE, cache=cache)
    dates: dict[str, tuple[date, ...]] = {}
    for feast in table.fields:
        days = [text.partition("..") for text in _texts(table.row(feast), country)]
        dates[feast] = tuple(date.fromisoformat(first) for first, _, _ in days)
        dates[f"{feast}_end"] = tuple(date.fromisoformat(last or first) for first, _, last in days)
    return dates


def feast_dates_for(rules: Iterable[str], country: str, cache: JsonCache = NO_CACHE) -> FeastDates:
    """The feasts as `country` keeps them where one of the rules names a feast; else nothing is read."""
    return feast_dates(country, cache) if any(map(is_feast, rules)) else {}


def announced_to(feast: str, cache: JsonCache = NO_CACHE) -> int | None:
    """The last year whose dates are announced; None for a feast that can be computed."""
    year = read_mapping(FEAST_TABLE, cache=cache).row(feast).maybe("announced_to")
    return None if year is None else int(year)


def _texts(feast: TableRow, country: str) -> tuple[str, ...]:
    elsewhere = (row for row in feast.rows("elsewhere") if country in row.texts("countries"))
    return next(elsewhere, feast).texts("dates")
