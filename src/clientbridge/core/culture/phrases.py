"""A few words worth saying: what they mean, how they are written, how they sound."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """A phrase, or the greeting of an occasion, as a country file has it and as it is said."""

    en: str
    """What it means; of a greeting, the name of its occasion."""
    native: str
    romanised: str | None
    """Where the script is not Latin."""
    sounds: str | None
    when: str | None = None
    language: str | None = None
    """Where a country works in several languages."""
    occasion: str | None = None
    """Of a greeting: the id of its feast, or one of `OCCASIONS_WITHOUT_A_FEAST`."""
    formal: bool = field(default=False, metadata={"json": False})
    address: bool = field(default=False, metadata={"json": False})
    """It addresses people, as in Bonjour Madame."""


OCCASIONS_WITHOUT_A_FEAST = frozenset({"year_end"})
"""Times of the year that are greeted although no day of them is a feast."""


def in_language(words: Iterable[SpokenWords], language: str | None) -> tuple[SpokenWords, ...]:
    """Those in `language` or for every language; all of them where none is in that language."""
    every = tuple(words)
    if language not in {one.language for one in every if one.language is not None}:
        return every
    return tuple(one for one in every if one.language in {None, language})


LANGUAGE_NAMES: Mapping[str, str] = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gsw": "Swiss German",
    "ha": "Hausa",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "ig": "Igbo",
    "kk": "Kazakh",
    "mi": "Māori",
    "ms": "Malay",
    "nl": "Dutch",
    "pcm": "Nigerian Pidgin",
    "ru": "Russian",
    "st": "Southern Sotho",
    "sv": "Swedish",
    "sw": "Swahili",
    "tl": "Tagalog",
    "xh": "Xhosa",
    "yo": "Yoruba",
    "zh": "Chinese",
    "zu": "Zulu",
}
"""English names of the languages of such words; Babel would load a file for them."""
