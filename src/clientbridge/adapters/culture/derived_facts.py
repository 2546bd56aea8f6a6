"""Facts that Babel (CLDR) derives for any place: names, languages, currency, first weekday, formats."""

from datetime import date
from typing import TYPE_CHECKING

from clientbridge.adapters.data_files import read_mapping
from clientbridge.adapters.days.places import country_name, zones
from clientbridge.core.culture.place_facts import PlaceFacts
from clientbridge.core.time.hours import WEEKDAY_NAMES

if TYPE_CHECKING:
    from babel import Locale

_EXAMPLE_DATE = date(2026, 11, 24)
_EXAMPLE_NUMBER = 1234.5


def place_facts(code: str) -> PlaceFacts:
    """The facts of a country; what CLDR has no word for is left empty."""
    from babel import Locale
    from babel.dates import format_date
    from babel.languages import get_official_languages
    from babel.numbers import format_decimal, get_currency_name, get_territory_currencies

    languages = get_official_languages(code, de_facto=True)
    english = Locale("en")
    locale = _locale(languages, code)
    currency = next(iter(get_territory_currencies(code, start_date=_EXAMPLE_DATE)), None)
    return PlaceFacts(
        code=code,
        name=country_name(code),
        native_names=_native_names(languages, code),
        languages=tuple(english.languages.get(language, language) for language in languages),
        currency=currency,
        currency_name=get_currency_name(currency, locale="en") if currency is not None else None,
        first_weekday=WEEKDAY_NAMES[locale.first_week_day],
        zones=zones(code),
        date_example=format_date(_EXAMPLE_DATE, format="short", locale=locale),
        number_example=format_decimal(_EXAMPLE_NUMBER, locale=locale),
        order_of_names=_order_of_names(languages),
    )


def _locale(languages: tuple[str, ...], code: str) -> "Locale":
    """The first official language as it is written there, else English with the customs of the place."""
    return next(
        (locale for language in (*languages, "en") if (locale := _parsed(f"{language}_{code}")) is not None),
        _english(code),
    )


def _english(code: str) -> "Locale":
    from babel import Locale

    return (
        Locale("en", territory=code) if _parsed(f"en_{code}") is not None else Locale("en", territory="001")
    )


def _parsed(identifier: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


def _native_names(languages: tuple[str, ...], code: str) -> tuple[str, ...]:
    names = []
    for language in languages:
        locale = _parsed(f"{language}_{code}") or _parsed(language)
        name = locale.territories.get(code) if locale is not None else None
        names += [name] if name else []
    return tuple(dict.fromkeys(names))


def _order_of_names(languages: tuple[str, ...]) -> str | None:
    table = read_mapping("name_order.yaml")
    bare = {language.partition("_")[0] for language in languages}
    if bare & set(table.texts("surname_first")):
        return "The surname often comes first; ask which part it is."
    if bare & set(table.texts("fathers_name_first")):
        return "The first part may be a father's name; ask what to call people."
    return None
