"""The library's days, each on the date on which the law of the country has it kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from clientbridge.adapters.days.decrees.announcements import announcements
from clientbridge.adapters.days.holiday_library import LibraryDay
from clientbridge.core.days.decrees.moved_holidays import MoveRow, stays_off


def with_moved_days(country: str, days: Sequence[LibraryDay]) -> tuple[LibraryDay, ...]:
    """The days of one year, with those that the law moves; days that leave the year are left out."""
    rows = [row for row in announcements().moves if row.country == country]
    if not rows:
        return tuple(days)
    taken = {day.on for day in days}
    kept = tuple(one for day in days for one in _kept(day, rows, taken) if one.on.year == day.on.year)
    return tuple(sorted(kept, key=lambda day: (day.on, day.category, day.name)))


def _kept(day: LibraryDay, rows: Sequence[MoveRow], taken: set[date]) -> Iterator[LibraryDay]:
    row = next((row for row in rows if row.moves(day.on, day.name)), None)
    if row is None:
        yield day
        return
    if stays_off(day.on):
        yield day
    on = row.kept_on(day.on, taken)
    if on is not None:
        taken.add(on)
        name = f"{day.name} (moved from {day.on})"
        yield replace(day, on=on, name=name, local_name=None, only_likely=row.likely)
