"""A place as the calendar knows it: a country, perhaps a part of it, perhaps a city with days of its own."""

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A country by its ISO 3166-1 alpha-2 code, with an optional ISO 3166-2 region (``JP-13``)."""

    country: str
    region: str | None = None
    city: str | None = None
    """The city that was named for the region, where the region holds one that has days of its own."""

    def __str__(self) -> str:
        return self.region or self.country


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NamedPlace:
    """One place that a text may mean."""

    country: str
    region: str | None = None
    """The name of a region or of a big city, or a code."""
    zone: str | None = None
    """None where the place leaves it open."""
    name: str
    """In words: ``Tokyo, Japan``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOnClock:
    """A place that may stand for a party: its days, its zone, and its name in words."""

    place: Place
    zone: str
    name: str
