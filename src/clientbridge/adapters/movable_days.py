"""data/movable_days.yaml: days of other calendars, by name and year."""

from datetime import date
from pathlib import Path

from clientbridge.adapters.data_files import read_mapping
from clientbridge.core.culture.country import CountryNotes
from clientbridge.core.culture.movable_days import ToldDays, not_by_rule


def told_days_for(notes: CountryNotes | None) -> ToldDays:
    """The days of the table where a season or a greeting needs one; else nothing is read."""
    return told_days() if notes is not None and any(not_by_rule(day) for day in notes.year_days) else {}


def told_days(folder: Path | None = None) -> ToldDays:
    """Every day of the table."""
    days = read_mapping("movable_days.yaml", folder).row("days")
    dates = ((name, date.fromisoformat(text)) for name in days.fields for text in days.texts(name))
    return {(name, day.year): day for name, day in dates}
