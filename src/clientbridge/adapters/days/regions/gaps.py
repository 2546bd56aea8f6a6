"""What nobody has announced for a year of a place yet, or is not known here."""

from collections.abc import Mapping

from clientbridge.adapters.days.regions.lists import missing_list
from clientbridge.adapters.days.regions.local_days import has_days_of
from clientbridge.core.days.decrees.undecided_days import DecreeRow
from clientbridge.core.days.place import Place


def gaps(place: Place, year: int, decree: DecreeRow | None, *, code: str | None) -> Mapping[int, str]:
    """The notes of a year; `code` is the holidays package's own for the city or the region."""
    of_the_year = missing_list(place.region, year) or (None if decree is None else decree.say)
    note = "; ".join(filter(None, (of_the_year, _missing_city(place, code))))
    return {year: note} if note else {}


def _missing_city(place: Place, code: str | None) -> str | None:
    """What to say of a city whose days are not known, where others of its region have days of their own."""
    if place.city is None or place.city == code or has_days_of(place.region, place.city):
        return None
    return f"days that only {place.city} may have are not known here"
