"""Working days given for holidays that fall on the weekly day of rest."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SOON = 5
"""Days within which a holiday of the same name is its substitute."""


def substitutes(
    holidays: Mapping[date, Collection[str]], weekend: Collection[int], rest_day: int
) -> Iterator[tuple[date, date]]:
    """The holidays on `rest_day` for which no later day is given yet, each with the next working day.

    A day that is itself a holiday, or a substitute, is passed over. Weekdays are numbers, Monday being 0.
    """
    taken = set(holidays)
    for on in sorted(holidays):
        if on.weekday() != rest_day or _is_made_up_for(on, holidays):
            continue
        instead = on + _ONE_DAY
        while instead in taken or instead.weekday() in weekend:
            instead += _ONE_DAY
        taken.add(instead)
        yield on, instead


def _is_made_up_for(on: date, holidays: Mapping[date, Collection[str]]) -> bool:
    later = (holidays.get(on + ahead * _ONE_DAY, ()) for ahead in range(1, _SOON + 1))
    return any(name in names for names in later for name in holidays[on])
