"""A few words worth saying: what they mean, how they are written, how they sound."""

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
    """Of a greeting."""
    formal: bool = field(default=False, metadata={"json": False})
