"""The sentences of pages: every key in every language, and the language that a reader gets."""

import re

import pytest

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.adapters.data_files import data_folder, read_mapping
from clientbridge.core.workspace.asking.questions import FEASTS

TABLES = sorted(path.stem for path in (data_folder() / "page_words").iterdir())
PROMISED = "ar cs da de el en es fi fr he hi id it ja ko nb nl pl pt pt-BR ru sv th tr uk vi zh zh-Hant"


def table(language: str) -> dict[str, str]:
    """The sentences by section and key, those of the language before those of its region."""
    parts = language.split("-")
    wholes = [parts[0], language] if language == "pt-BR" else [language]
    rows: dict[str, str] = {}
    for name in wholes:
        sections = read_mapping(f"page_words/{name}.yaml")
        rows |= {
            f"{section}.{key}": sections.row(section).text(key)
            for section in sections.fields
            for key in sections.row(section).fields
        }
    return rows


def blanks(sentence: str) -> list[str]:
    return sorted(re.findall(r"\{(\w*)\}", sentence))


def test_the_languages_that_were_promised_have_a_table() -> None:
    assert " ".join(TABLES) == PROMISED


@pytest.mark.parametrize("language", TABLES)
def test_each_language_says_everything_with_the_same_blanks_and_no_markup(language: str) -> None:
    english, here = table("en"), table(language)
    assert here.keys() == english.keys()
    for key, sentence in here.items():
        assert blanks(sentence) == blanks(english[key]), key
        assert not set('<>&"\\\n') & set(sentence), key
        assert "{" not in re.sub(r"\{\w+\}", "", sentence), key
        assert sentence == sentence.strip(), key
        if language not in {"en", "pt-BR"} and key.partition(".")[2] not in FEASTS:
            assert sentence != english[key] or len(sentence) < len("Duration"), key


@pytest.mark.parametrize(
    ("language", "country", "written_in", "dates_as"),
    [
        ("de", "AT", "de", "de-AT"),
        ("pt", "BR", "pt-BR", "pt-BR"),
        ("pt", "PT", "pt", "pt-PT"),
        ("pt-BR", "PT", "pt-BR", "pt-BR"),
        ("zh", "CN", "zh", "zh-CN"),
        ("zh", "TW", "zh-Hant", "zh-TW"),
        ("zh-Hant", "SG", "zh-Hant", "zh-Hant"),
        ("zh-Hans", "SG", "zh", "zh-Hans"),
        ("no", "NO", "nb", "no-NO"),
        ("nn", "NO", "nb", "nn-NO"),
        ("sw", "KE", "en", "en-KE"),
        ("gsw", "CH", "en", "en-CH"),
    ],
)
def test_a_reader_gets_their_language_else_english(
    language: str, country: str, written_in: str, dates_as: str
) -> None:
    words = page_words(language, country, "offer")
    assert (words.language, words.reader) == (written_in, dates_as)
    assert words.sentences.keys() == page_words("en", "IE", "offer").sentences.keys()


def test_a_region_changes_what_differs_and_keeps_the_rest() -> None:
    brazil, portugal = page_words("pt", "BR", "offer"), page_words("pt", "PT", "offer")
    assert brazil.say("copy") == portugal.say("copy") == "Copiar o texto"
    assert brazil.say("answer") == "Sua resposta"
    assert portugal.say("answer") == "A sua resposta"


def test_what_is_put_into_a_sentence_is_not_read_again() -> None:
    assert page_words("en", "IE", "offer").say("for", client="{sender} {0}") == "For {sender} {0}"
