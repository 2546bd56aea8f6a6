"""The library's days, each on the date on which the law of the country has it kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clientbridge.adapters.days.decrees.announcements import announcements
from clientbridge.adapters.days.holiday_library import LibraryDay
from clientbridge.core.days.decrees.moved_holidays import MoveRow, stays_off

_NAMELESS = "Public Holiday"
"""What the library calls a day that an order of the government adds."""
_DAYS_AHEAD = frozenset(timedelta(days=ahead) for ahead in range(1, 7))
"""How long after a moved holiday the day comes that the library adds for it."""


def with_moved_days(country: str, days: Sequence[LibraryDay]) -> tuple[LibraryDay, ...]:
    """The days of one year, with those that the law moves; days that leave the year are left out.

    A nameless day that the library adds for a moved holiday has the name of that holiday.
    """
    rows = [row for row in announcements().moves if row.country == country]
    if not rows:
        return tuple(days)
    taken = {day.on for day in days}
    kept = tuple(
        one
        for day in _named_days(days, rows)
        for one in _kept(day, rows, taken)
        if one.on.year == day.on.year
    )
    return tuple(sorted(kept, key=lambda day: (day.on, day.category, day.name)))


def _named_days(days: Sequence[LibraryDay], rows: Sequence[MoveRow]) -> list[LibraryDay]:
    replaced = [day for day in days if _is_replaced_by_the_library(day, rows)]
    return [_named(day, replaced) for day in days]


def _is_replaced_by_the_library(day: LibraryDay, rows: Sequence[MoveRow]) -> bool:
    row = _row_for(day, rows)
    return row is not None and row.is_added_by_the_library(day.on)


def _named(day: LibraryDay, replaced: Sequence[LibraryDay]) -> LibraryDay:
    if day.name != _NAMELESS:
        return day
    holiday = next((one for one in replaced if day.on - one.on in _DAYS_AHEAD), None)
    return day if holiday is None else replace(day, name=_moved_name(holiday), local_name=None)


def _kept(day: LibraryDay, rows: Sequence[MoveRow], taken: set[date]) -> Iterator[LibraryDay]:
    row = _row_for(day, rows)
    if row is None:
        yield day
        return
    if stays_off(day.on):
        yield day
    on = row.kept_on(day.on, taken)
    if on is not None:
        taken.add(on)
        yield replace(day, on=on, name=_moved_name(day), local_name=None, only_likely=row.likely)


def _row_for(day: LibraryDay, rows: Sequence[MoveRow]) -> MoveRow | None:
    return next((row for row in rows if row.moves(day.on, day.name)), None)


def _moved_name(day: LibraryDay) -> str:
    return f"{day.name} (moved from {day.on})"
