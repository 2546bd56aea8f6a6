"""A place as the calendar knows it: a country and perhaps a part of it."""

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A country by its ISO 3166-1 alpha-2 code, with an optional ISO 3166-2 region (``JP-13``)."""

    country: str
    region: str | None = None

    def __str__(self) -> str:
        return self.region or self.country
