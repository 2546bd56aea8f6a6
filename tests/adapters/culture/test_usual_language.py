"""The usual language of work of every country with notes, and of the parts that differ."""

from typing import NamedTuple

import pytest

from clientbridge.adapters.culture.country_facts import language_name, main_language
from clientbridge.adapters.culture.country_files import codes_with_files, country_notes
from clientbridge.adapters.culture.usual_language import usual_language, written_language
from clientbridge.adapters.data_files import data_folder
from clientbridge.core.culture.phrases import LANGUAGE_NAMES, SpokenWords
from clientbridge.core.days.place import Place

FOLDER = data_folder() / "countries"
LANGUAGES = """
AE en; AR es; AT de; AU en; BE nl; BR pt; CA en; CH de; CL es; CN zh; CO es; CZ en;
DE de; DK en; EG ar; ES es; FI fi; FR fr; GB en; GR el; HU en; ID en; IE en; IL en;
IN en; IT it; JP ja; KE en; KR ko; KZ ru; MX es; MY en; NG en; NL nl; NO no; NZ en;
PH en; PL pl; PT pt; RO ro; SA en; SE en; SG en; TH th; TR tr; US en; VN vi; ZA en
"""
"""English where the notes say that work with foreigners runs in it, else the official language."""


class Row(NamedTuple):
    country: str
    language: str


ROWS = [Row(*row.split()) for row in LANGUAGES.replace("\n", " ").split(";")]


def test_every_country_with_notes_was_looked_at() -> None:
    assert [row.country for row in ROWS] == list(codes_with_files(FOLDER))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.country)
def test_the_usual_language_of_a_country(row: Row) -> None:
    usual, notes = usual_language(Place(row.country)), country_notes(FOLDER, row.country)
    assert usual is not None
    assert notes is not None
    assert (usual.code, usual.name) == (row.language, language_name(row.language))
    differs = row.language != main_language(row.country)
    assert (usual.works_in is not None) == differs == (notes.work_language is not None)
    if notes.work_language is not None:
        assert set(notes.work_language.sources) <= set(notes.sources)


@pytest.mark.parametrize(
    ("country", "region", "language", "said"),
    [
        ("CA", "CA-QC", "fr", "French (fr), the usual language of work in Quebec"),
        ("CA", "CA-ON", "en", "English (en)"),
        ("BE", "BE-VLG", "nl", "Dutch (nl), the usual language of work in Flanders"),
        ("BE", "BE-WAL", "fr", "French (fr), the usual language of work in Wallonia"),
        ("BE", "BE-BRU", "nl", "Dutch (nl)"),
        ("CH", "CH-TI", "it", "Italian (it), the usual language of work in Ticino"),
        ("CH", "CH-GE", "fr", "French (fr), the usual language of work in Geneva"),
        ("CH", "CH-ZH", "de", "German (de)"),
        ("IN", "IN-TS", "en", "English (en), the usual language of work in India"),
        ("IS", None, "is", "Icelandic (is)"),
    ],
)
def test_a_region_may_differ(country: str, region: str | None, language: str, said: str) -> None:
    usual = usual_language(Place(country, region))
    assert usual is not None
    assert usual.code == language
    ends = "; set 'language' to change it" if usual.works_in else ""
    assert usual.say == f"{said}{ends}"


def _words(country: str) -> tuple[SpokenWords, ...]:
    notes = country_notes(FOLDER, country)
    assert notes is not None
    return (*notes.phrases, *(greeting.words for greeting in notes.greetings))


def test_where_work_runs_in_another_language_every_phrase_tells_its_own() -> None:
    for country in codes_with_files(FOLDER):
        notes = country_notes(FOLDER, country)
        if notes is not None and notes.work_language is not None:
            assert all(words.language for words in notes.phrases), country


def test_the_languages_of_all_words_have_names() -> None:
    used = {words.language for country in codes_with_files(FOLDER) for words in _words(country)} - {None}
    assert used <= LANGUAGE_NAMES.keys()
    named = {code: language_name(code) for code in LANGUAGE_NAMES}
    assert named == {**LANGUAGE_NAMES, "tl": "Filipino (Philippines)"}, "Tagalog, as the file says"


@pytest.mark.parametrize(
    ("country", "region", "language"),
    [
        ("JP", None, "ja"),
        ("BR", None, "pt"),
        ("NO", None, "no"),
        ("IN", None, "en"),
        ("CA", "CA-QC", "fr"),
        ("BE", "BE-WAL", "fr"),
        # which of several it is nobody can know
        ("BE", None, None),
        ("CH", None, None),
        ("UG", None, None),
        ("FI", None, None),
    ],
)
def test_a_language_to_write_in_is_not_guessed(
    country: str, region: str | None, language: str | None
) -> None:
    assert written_language(Place(country, region)) == language
