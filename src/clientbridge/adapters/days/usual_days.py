"""What a country's notes say of its days: slow seasons, office hours, lunch (data/countries/XX.yaml)."""

from functools import cache

from clientbridge.adapters.culture.country_files import country_notes
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.day_tables import SeasonRow, seasons_in
from clientbridge.core.culture.country import CountryNotes, SlowSeason, Workday
from clientbridge.core.days.day import DayStatus, HoursCut
from clientbridge.core.time.hours import USUAL_LUNCH, ClockRange


@cache
def usual_seasons(country: str) -> tuple[SeasonRow, ...]:
    """The seasons of the country's notes, then those of the table that holds the rest."""
    notes = _notes(country)
    own = () if notes is None else tuple(_row(season, notes) for season in notes.slow_seasons)
    return (*own, *seasons_in(country))


def usual_office_hours(country: str) -> ClockRange | None:
    """Usual hours of offices; None where nothing is known."""
    office = usual_workday(country).hours
    return None if office is None else office.span


def usual_lunch(country: str) -> ClockRange:
    """Usual hours of lunch; noon to one where nothing is known."""
    lunch = usual_workday(country).lunch
    return USUAL_LUNCH if lunch is None else lunch.span


def usual_workday(country: str) -> Workday:
    """The ordinary day of an office; empty where nothing is known."""
    notes = _notes(country)
    return Workday() if notes is None else notes.workday


@cache
def _notes(country: str) -> CountryNotes | None:
    return country_notes(data_folder() / "countries", country)


def _row(season: SlowSeason, notes: CountryNotes) -> SeasonRow:
    return SeasonRow(
        id=season.id,
        name=season.name or season.id.replace("_", " ").capitalize(),
        local_name=season.local_name,
        first=season.first,
        last=season.last,
        status=season.day,
        cut=_cut(season, notes),
        source=next((source.url for source in notes.read(season.sources)), None),
    )


def _cut(season: SlowSeason, notes: CountryNotes) -> HoursCut | None:
    if season.day is not DayStatus.REDUCED:
        return None
    ramadan = notes.workday.ramadan if season.id == "ramadan" else None
    return HoursCut(usual=None if ramadan is None else ramadan.hours, shorter_by=season.shorter_by)
