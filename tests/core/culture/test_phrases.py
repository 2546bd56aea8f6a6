"""Which words are of a client's language."""

import pytest

from clientbridge.core.culture.phrases import SpokenWords, in_language


def words(en: str, language: str | None = None) -> SpokenWords:
    return SpokenWords(en=en, native=en, romanised=None, sounds=en, language=language)


WORDS = (words("thanks"), words("merci", "fr"), words("dank u", "nl"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ["thanks", "merci"]),
        ("nl", ["thanks", "dank u"]),
        ("de", ["thanks", "merci", "dank u"]),  # nothing in that language: all of them
        (None, ["thanks", "merci", "dank u"]),
    ],
)
def test_words_of_other_languages_are_left_out(language: str | None, said: list[str]) -> None:
    assert [one.en for one in in_language(WORDS, language)] == said


def test_words_for_every_language_alone_are_all_said() -> None:
    assert in_language((words("thanks"),), "fr") == (words("thanks"),)
    assert in_language((), "fr") == ()
