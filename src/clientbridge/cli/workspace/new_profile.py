"""What a new profile must know: from options, from questions where one may ask, else from the country."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ask_until, some_text
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import is_blank
from clientbridge.core.time.hours import parse_hours
from clientbridge.load.profiles import Gazetteer

Values: TypeAlias = Mapping[str, str | Sequence[str]]
"""Keys of a profile, in the order of its file, with their values."""

_MOST_ZONES_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the options say; None is left out."""

    name: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None
    timezone_option: str = "--timezone"
    """The option that gives the zone."""
    language: str | None = None
    hours: str | None = None


def client_values(context: Context, typed: Typed) -> Values:
    """The keys of a new client, in the order of its file.

    Raises UsageError for what is missing, UnknownNameError for what is not known.
    """
    names = Gazetteer()
    name = name_of(context, typed.name, "The client's name?", "NAME")
    country = _country(context, names, typed.country, "Its country? (name or code)", None, "--country")
    zone = zone_of(context, names, typed, country)
    may_ask = asks_for_more(context, typed)
    hours = hours_of(context, typed.hours, "Its working hours? (empty: not known yet)", may_ask=may_ask)
    values = {
        "name": name,
        "country": country,
        "region": typed.region,
        "timezone": zone,
        "language": names.main_language(country)
        if typed.language is None
        else names.language(typed.language),
        "hours": hours,
    }
    return {key: value for key, value in values.items() if value is not None}


def name_of(context: Context, typed: str | None, question: str, option: str) -> str:
    """A name, typed or asked."""
    if typed is not None and not is_blank(typed):
        return typed.strip()
    if not context.may_ask:
        raise UsageError("a name is needed", hint=f"give {option}, in quotes where it has spaces")
    return ask_until(context, question, some_text)


def my_country(context: Context, names: Gazetteer, typed: str | None, guess: str | None) -> str:
    """Your country: typed, asked, or the one that this machine's time zone is in."""
    if typed is None and guess is not None and not context.may_ask:
        known = names.country_name(guess)
        context.note(f"your country is taken to be {known}, from this machine's time zone")
        return guess
    return _country(context, names, typed, "Your country? (name or code)", guess, "--country")


def _country(
    context: Context, names: Gazetteer, typed: str | None, question: str, default: str | None, option: str
) -> str:
    if typed is not None:
        return names.country(typed)
    if not context.may_ask:
        raise UsageError("a country is needed", hint=f"give {option}, for example {option} JP")
    return ask_until(context, question, names.country, default=default)


def zone_of(
    context: Context, names: Gazetteer, typed: Typed, country: str, *, guess: str | None = None
) -> str:
    """The zone that was typed, that the place leaves no doubt about, or that is chosen from the country's."""
    if typed.timezone:
        return names.zone(typed.timezone)
    choice = names.zones_of(country, typed.region)
    if choice.only is not None:
        return choice.only
    zones = choice.zones
    shown = ", ".join(zones[:_MOST_ZONES_SHOWN]) + (" …" if len(zones) > _MOST_ZONES_SHOWN else "")
    if not context.may_ask:
        say = f"{choice.country} has {len(zones)} time zones, and none is given"
        raise UsageError(say, hint=f"give {typed.timezone_option} with one of: {shown}")
    default = guess if guess in zones else next(iter(zones), None)
    return ask_until(context, f"Which time zone? ({shown})", names.zone, default=default)


def asks_for_more(context: Context, typed: Typed) -> bool:
    """Whether what may be left out is asked for too: not where name and country came as options."""
    return context.may_ask and (typed.name is None or typed.country is None)


def hours_of(
    context: Context, typed: str | None, question: str, *, may_ask: bool, default: str | None = None
) -> str | None:
    """Working hours, typed or asked; None where nobody says."""
    if typed is not None or not may_ask:
        return typed
    return ask_until(context, question, _hours_or_nothing, default=default) or None


def _hours_or_nothing(answer: str) -> str:
    if answer:
        parse_hours(answer)
    return answer


def languages_of(
    context: Context, names: Gazetteer, typed: Sequence[str], country: str, *, may_ask: bool
) -> tuple[str, ...]:
    """The languages you work in: typed, asked, or the country's and English."""

    def understood(answer: str) -> tuple[str, ...]:
        return tuple(names.language(part.strip()) for part in answer.split(","))

    usual = ", ".join(dict.fromkeys((names.main_language(country) or "en", "en")))
    if not typed and may_ask:
        return ask_until(context, "Your languages, the best first?", understood, default=usual)
    return tuple(map(names.language, typed or usual.split(", ")))
