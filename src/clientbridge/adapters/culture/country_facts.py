"""What follows from a country alone: its languages and its money, as the Unicode CLDR in Babel has them."""

from datetime import date


def main_language(country: str) -> str | None:
    """The official language that most people there speak, as a code; None where there is none on record."""
    from babel.languages import get_official_languages

    languages: tuple[str, ...] = get_official_languages(country, de_facto=True)
    return languages[0].replace("_", "-") if languages else None


def has_one_official_language(country: str) -> bool:
    """Whether nothing else is official there; the written forms of Norwegian are one language."""
    from babel.languages import get_official_languages

    codes: tuple[str, ...] = get_official_languages(country, de_facto=True)
    return len({_FORMS.get(code, code).partition("_")[0] for code in codes}) == 1


_FORMS = {"nb": "no", "nn": "no"}


def language_name(code: str) -> str:
    """``ja`` -> ``Japanese``; the code itself where it has no English name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def currency(country: str, on: date) -> str | None:
    """``JP`` -> ``Japanese Yen (JPY)`` on that day; None where there is none on record."""
    from babel.numbers import get_currency_name, get_territory_currencies

    codes = get_territory_currencies(country, start_date=on)
    return f"{get_currency_name(codes[0], locale='en')} ({codes[0]})" if codes else None
