"""Codes of languages: one form for what people write, and a sentence for what is none."""

import pytest
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.culture.language_tags import language_of, language_tag

_CODES = sorted({*locale_identifiers(), *Locale("en").languages, *get_global("language_aliases")})


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("ja", "ja"),
        (" PT_br ", "pt-BR"),
        ("en-UK", "en-GB"),
        ("en-USA", "en-US"),
        ("ZH-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("ca-ES-VALENCIA", "ca-ES-valencia"),
        ("es-IC", "es-IC"),
        ("jpn", "ja"),
        ("ger", "de"),
        ("cmn", "zh"),
        ("iw", "he"),
        ("sh", "sr-Latn"),
        ("sh-BA", "sr-BA"),
        ("haw", "haw"),
    ],
)
def test_one_form_for_what_people_write(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "write it like en, ja or pt-BR"),
        ("Japanese", "Japanese is 'ja'"),
        ("Portugese", "Portuguese is 'pt'"),
        ("und", "is not a language code"),
        ("root", "is not a language code"),
        ("xq", "is not a language code"),
        ("qaa", "is not a language code"),
        ("pt-", "'' is no country"),
        ("en-ZZ", "'ZZ' is no country"),
        ("pt-Latn-QQ", "'QQ' is no country"),
        ("pt-BR-x", "'x' is no script or region"),
        ("ｅｎ", "is not a language code"),
        ("en\0", "is not a language code"),
        ("日本語", "is not a language code"),
        ("x" * 10_000, "…' is not a language code"),
    ],
)
def test_what_is_none_is_refused_in_a_sentence(written: str, expected: str) -> None:
    with pytest.raises(ValueError, match=r"is not a language code; ") as refused:
        language_tag(written)
    assert expected in str(refused.value)
    assert len(str(refused.value)) < 200


def _answer(written: str) -> str:
    """The one form, or the sentence that refuses."""
    try:
        return language_tag(written)
    except ValueError as refused:
        return str(refused)


def _is_answered(written: str) -> bool:
    answer = _answer(written)
    return "is not a language code; " in answer or language_tag(answer) == answer


@given(code=st.sampled_from(_CODES), upper=st.booleans(), dashed=st.booleans())
def test_every_code_of_cldr_has_one_form_or_a_sentence(*, code: str, upper: bool, dashed: bool) -> None:
    written = code.upper() if upper else code
    assert _is_answered(written.replace("_", "-") if dashed else written)


@given(st.text(max_size=30))
def test_any_text_has_one_form_or_a_sentence(written: str) -> None:
    assert _is_answered(written)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("French", "fr"),
        ("FRENCH", "fr"),
        ("fr", "fr"),
        ("pt_br", "pt-BR"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Nederlands", "nl"),
        ("francais", "fr"),
        ("日本語", "ja"),
        ("Norwegian", "no"),
        ("Chinese", "zh"),
        ("jpn", "ja"),
    ],
)
def test_a_language_by_its_name_or_code(written: str, tag: str) -> None:
    assert language_of(written) == tag


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Frensh", "did you mean French"),
        ("Duch", "did you mean Dutch"),
        ("qqqqqqqq", "write it like French, ja or pt-BR"),
        ("xx", "'xx' is not a language code"),
        ("", "is not a language known here"),
    ],
)
def test_a_wrong_language_gets_a_near_one(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        language_of(written)
