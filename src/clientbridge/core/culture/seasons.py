"""The slow and busy parts of a place's year, with their next dates."""

from datetime import date

from clientbridge.core.culture.country import CountryNotes, SeasonEffect
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.date_rules import FeastDates, span_around


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonOfYear:
    """A slow or busy part of the year, with its next dates."""

    id: str
    first: date | None
    last: date | None
    effect: SeasonEffect
    say: str
    sources: tuple[str, ...]


def seasons_of(notes: CountryNotes | None, today: date, feasts: FeastDates) -> tuple[SeasonOfYear, ...]:
    """Every season, ordered by its next dates; those without known dates come last."""
    seasons = []
    for season in notes.slow_seasons if notes is not None else ():
        first, last = span_around(season.first, season.last, today, feasts) or (None, None)
        seasons.append(
            SeasonOfYear(
                id=season.id,
                first=first,
                last=last,
                effect=season.effect,
                say=season.say,
                sources=season.sources,
            )
        )
    return tuple(sorted(seasons, key=lambda season: (season.first or date.max, season.id)))
