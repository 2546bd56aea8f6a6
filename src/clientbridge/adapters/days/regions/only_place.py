"""The one place that a name means, for commands that cannot ask which: a country before a part of another."""

from clientbridge.adapters.days.places import country_code, place_of
from clientbridge.adapters.days.regions.named_places import named_places
from clientbridge.core.days.place import NamedPlace, Place
from clientbridge.core.errors import UnknownNameError

_MOST_PROPOSED = 5


def only_place(text: str) -> Place:
    """The place of ``JP``, ``Scotland``, ``上海`` or ``Fargo``.

    Raises UnknownNameError, with the places of that name where several have one, else with those that are
    spelled like it.
    """
    try:
        return Place(country_code(text))
    except UnknownNameError as error:
        try:
            found = named_places(text)
        except UnknownNameError as unknown:
            close = tuple(f"{name} ({of_named(named_places(name)[0])})" for name in unknown.nearest)
            hint = None if close else error.hint
            raise UnknownNameError("country", text, nearest=close or error.nearest, hint=hint) from None
    by_place = {of_named(one): one.name for one in found}
    if len(by_place) == 1:
        return next(iter(by_place))
    close = tuple(f"{name} ({place})" for place, name in by_place.items())
    raise UnknownNameError("place", text, nearest=close[:_MOST_PROPOSED])


def of_named(named: NamedPlace) -> Place:
    """The same place as calendars know it."""
    return Place(named.country) if named.region is None else place_of(named.country, named.region)
