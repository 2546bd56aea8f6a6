"""The usual language of work at a place: by the notes on its country, else its official one in CLDR."""

from clientbridge.adapters.culture.country_facts import (
    has_one_official_language,
    language_name,
    main_language,
)
from clientbridge.adapters.culture.country_files import country_notes
from clientbridge.adapters.data_files import data_folder
from clientbridge.adapters.days.places import country_name, region_name
from clientbridge.core.culture.place_facts import UsualLanguage
from clientbridge.core.days.place import Place


def usual_language(place: Place) -> UsualLanguage | None:
    """None where nothing is known; raises WrongFilesError for a broken country file."""
    notes = country_notes(data_folder() / "countries", place.country)
    work = None if notes is None else notes.language_of_work(place.region)
    if notes is not None and work is not None:
        of_country = work == notes.work_language
        where = country_name(place.country) if of_country else region_name(place.region or "")
        return UsualLanguage(code=work.language, name=language_name(work.language), works_in=where)
    code = main_language(place.country)
    return None if code is None else UsualLanguage(code=code, name=language_name(code))


def written_language(place: Place) -> str | None:
    """The language in which to write to somebody there whose own is not known; None where that is a guess.

    Known is that of work in the notes on the country or region, and the only official one; raises as above.
    """
    usual = usual_language(place)
    if usual is None or not (usual.works_in or has_one_official_language(place.country)):
        return None
    return usual.code
