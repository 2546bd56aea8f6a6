"""data/movable_days.yaml: days of other calendars, by name and year."""

from datetime import date
from pathlib import Path

from clientbridge.adapters.data_files import read_mapping
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.culture.movable_days import ToldDays, not_by_rule


def told_days_for(notes: CountryNotes | None, cache_folder: Path | None = None) -> ToldDays:
    """The days of the table where a season or a greeting needs one; else nothing is read."""
    if notes is None or not any(not_by_rule(day) for day in notes.year_days):
        return {}
    return told_days(cache_folder)


def told_days(cache_folder: Path | None = None) -> ToldDays:
    """Every day of the table."""
    days = read_mapping("movable_days.yaml", kept_in=cache_folder).row("days")
    dates = ((name, date.fromisoformat(text)) for name in days.fields for text in days.texts(name))
    return {(name, day.year): day for name, day in dates}
