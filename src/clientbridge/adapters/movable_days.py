"""data/movable_days.yaml: days of other calendars, by name and year."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clientbridge.adapters.data_files import read_mapping


def told_days(folder: Path | None = None) -> Mapping[tuple[str, int], date]:
    """Every day of the table."""
    days = read_mapping("movable_days.yaml", folder).row("days")
    dates = ((name, date.fromisoformat(text)) for name in days.fields for text in days.texts(name))
    return {(name, day.year): day for name, day in dates}
