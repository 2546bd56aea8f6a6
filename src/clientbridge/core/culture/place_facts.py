"""What a well-kept library knows of any of the 249 places; never written by hand."""

from clientbridge.core.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """Facts without a claim about anybody."""

    code: str
    name: str
    native_names: tuple[str, ...]
    """In the official languages, the first first."""
    languages: tuple[str, ...]
    """English names of the official languages."""
    currency: str | None
    currency_name: str | None
    first_weekday: str
    """Of the calendar week, in English."""
    zones: tuple[str, ...]
    date_example: str
    """24 November 2026 as it is written there in figures."""
    number_example: str
    """One thousand two hundred and thirty-four and a half, as it is written there."""
    order_of_names: str | None
    """What to mind where an official language writes names in another order than English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualLanguage:
    """That of the region, else the country's language of work with foreigners, else its official one."""

    code: str
    name: str
    """In English."""
    works_in: str | None = None
    """The country or region whose language of work it is; None for an official language alone."""

    @property
    def say(self) -> str:
        """``English (en), the usual language of work in India; set 'language' to change it``."""
        why = f", the usual language of work in {self.works_in}; set 'language' to change it"
        return f"{self.name} ({self.code}){why if self.works_in else ''}"
