"""What is known of working cultures, read from the files that ship: only the countries asked for."""

from pathlib import Path

from clientbridge.adapters.country_files import country_notes
from clientbridge.adapters.culture_tables import read_scales, read_source_rules
from clientbridge.adapters.data_files import data_folder
from clientbridge.core.briefing.prepare import Lore
from clientbridge.core.culture.country import CountryNotes


def lore_for(*, you: str | None, them: str) -> Lore:
    """Scales, rules and the notes of both countries; raises WrongFilesError for a broken country file."""
    folder = data_folder()
    countries = folder / "countries"
    theirs = country_notes(countries, them)
    yours = theirs if you == them else _own(countries, you)
    return Lore(scales=read_scales(folder), rules=read_source_rules(folder), yours=yours, theirs=theirs)


def _own(countries: Path, code: str | None) -> CountryNotes | None:
    """Of your own country only where it sits on the scales matters."""
    return country_notes(countries, code, scales_only=True) if code is not None else None
