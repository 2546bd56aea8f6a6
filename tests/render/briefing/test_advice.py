"""What a brief says to say: in which language, and how it sounds."""

import pytest

from clientbridge.core.culture.phrases import SpokenWords
from clientbridge.render.briefing.advice import spoken


@pytest.mark.parametrize(
    ("own", "en", "language", "said"),
    [
        ("hi", "Hello", "en", "Hello, in Hindi: नमस्ते"),
        ("hi", "Hello", "te-IN", "Hello, in Hindi: नमस्ते"),
        ("hi", "Hello", "hi", "Hello: नमस्ते"),
        ("hi", "Hello", "hi-IN", "Hello: नमस्ते"),
        ("hi", "Hello", None, "Hello: नमस्ते"),
        (None, "Hello", "en", "Hello: नमस्ते"),
        # the file may say it itself
        ("hi", "Hello (in Hindi)", "en", "Hello (in Hindi): नमस्ते"),
    ],
)
def test_words_in_another_language_than_the_call_tell_which(
    own: str | None, en: str, language: str | None, said: str
) -> None:
    words = SpokenWords(en=en, native="नमस्ते", romanised=None, sounds=None, language=own)
    assert spoken(words, language) == said
