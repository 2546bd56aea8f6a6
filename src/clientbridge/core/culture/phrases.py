"""A few words worth saying: what they mean, how they are written, how they sound."""

from clientbridge.core.culture.country import OccasionGreeting, Phrase
from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """A phrase or a greeting, as it is said."""

    en: str
    native: str
    romanised: str | None
    sounds: str | None
    when: str | None
    language: str | None = None
    occasion: str | None = None


def phrase_words(phrase: Phrase) -> SpokenWords:
    """A phrase as it is shown."""
    return SpokenWords(
        en=phrase.en,
        native=phrase.native,
        romanised=phrase.romanised,
        sounds=phrase.sounds,
        when=phrase.when,
        language=phrase.language,
    )


def greeting_words(greeting: OccasionGreeting) -> SpokenWords:
    """The greeting of an occasion as it is shown."""
    return SpokenWords(
        en=greeting.occasion.replace("_", " "),
        native=greeting.native,
        romanised=greeting.romanised,
        sounds=greeting.sounds,
        when=None,
        occasion=greeting.occasion,
    )
