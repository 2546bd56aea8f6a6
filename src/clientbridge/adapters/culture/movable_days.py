"""data/movable_days.yaml: days of other calendars, by name and year."""

from datetime import date

from clientbridge.adapters.data_files import read_mapping
from clientbridge.adapters.json_cache import NO_CACHE, JsonCache
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.culture.movable_days import ToldDays, not_by_rule


def told_days_for(notes: CountryNotes | None, cache: JsonCache = NO_CACHE) -> ToldDays:
    """The days of the table where a season or a greeting needs one; else nothing is read."""
    if notes is None or not any(not_by_rule(day) for day in notes.year_days):
        return {}
    return told_days(cache)


def told_days(cache: JsonCache = NO_CACHE) -> ToldDays:
    """Every day of the table."""
    days = read_mapping("movable_days.yaml", cache=cache).row("days")
    dates = ((name, date.fromisoformat(text)) for name in days.fields for text in days.texts(name))
    return {(name, day.year): day for name, day in dates}
