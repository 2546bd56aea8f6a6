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
