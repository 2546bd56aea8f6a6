"""Where you or a client work: country, region and time zone, from a country, a region or a city."""

from datetime import datetime

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ListedChoice, ask_until, choose, some_text
from clientbridge.core.days.place import NamedPlace
from clientbridge.core.errors import AmbiguousNameError, UnknownNameError, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.formatting import city, clock_time
from clientbridge.core.typed_option import read_from
from clientbridge.load.profiles import Gazetteer

_MOST_ZONES_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPlace:
    """What the options say of a place, and how they are called; None is left out."""

    country: str | None = None
    region: str | None = None
    timezone: str | None = None
    country_option: str = "--country"
    region_option: str = "--region"
    timezone_option: str = "--timezone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """A place as a profile keeps it."""

    country: str
    region: str | None
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGuess:
    """Where this machine seems to be."""

    country: str | None = None
    timezone: str | None = None


def whereabouts(
    context: Context, names: Gazetteer, typed: TypedPlace, question: str, guess: PlaceGuess | None = None
) -> Whereabouts:
    """Raises UsageError for what is missing, UnknownNameError, AmbiguousNameError for what is not clear."""
    guess = guess or PlaceGuess()
    place = _place(context, names, typed, question, guess)
    if typed.timezone:
        with read_from(typed.timezone_option):
            zone = names.zone(typed.timezone)
        return Whereabouts(country=place.country, region=typed.region or place.region, timezone=zone)
    if context.may_ask and _is_too_wide(names, place, was_typed=typed.country is not None):
        place = _part(context, names, place)
    zone = place.zone or _zone(context, names, place, typed, guess)
    return Whereabouts(country=place.country, region=place.region, timezone=zone)


def _place(
    context: Context, names: Gazetteer, typed: TypedPlace, question: str, guess: PlaceGuess
) -> NamedPlace:
    if typed.country is not None:
        return _of_options(names, typed.country, typed.region)
    default = None if guess.country is None else names.country_name(guess.country)
    if context.may_ask:
        answered = ask_until(context, question, lambda said: names.places(some_text(said)), default=default)
        found = _meant(context, answered)
        return found if typed.region is None else _of_options(names, found.country, typed.region)
    if guess.country is None:
        option = typed.country_option
        raise UsageError("a country is needed", hint=f"give {option}, for example {option} JP")
    context.note(f"your country is taken to be {default}, from this machine's time zone")
    return _of_options(names, guess.country, typed.region)


def _is_too_wide(names: Gazetteer, place: NamedPlace, *, was_typed: bool) -> bool:
    """Whether a part of it must be known: for its clock or, where all is asked, for its holidays."""
    if place.region is not None:
        return False
    return place.zone is None or (not was_typed and names.has_own_days(place.country))


def _of_options(names: Gazetteer, country: str, region: str | None) -> NamedPlace:
    try:
        code = names.country(country)
    except UnknownNameError as error:
        return _of_city(names, country, region, error)
    zone = names.zones_of(code, region).only
    return NamedPlace(country=code, region=region, zone=zone, name=names.country_name(code))


def _of_city(names: Gazetteer, text: str, region: str | None, error: UnknownNameError) -> NamedPlace:
    """A city given as a country; raises AmbiguousNameError where there are several of that name."""
    try:
        found = names.places(text if region is None else f"{text}, {region}")
    except UnknownNameError:
        raise error from None
    if len(found) > 1:
        raise AmbiguousNameError("place", text, candidates=[place.name for place in found])
    return found[0]


def _meant(context: Context, found: tuple[NamedPlace, ...]) -> NamedPlace:
    if len(found) == 1:
        return found[0]
    choices = [ListedChoice(value=place, label=place.name) for place in found]
    return choose(context, "Which of them?", choices, default=1)


def _part(context: Context, names: Gazetteer, place: NamedPlace) -> NamedPlace:
    """The same place, narrowed to the region that is named; as it is where none is."""
    question = f"Where in {names.country_name(place.country)}? State, region or city (Enter: not sure)"

    def understood(answer: str) -> NamedPlace:
        return names.place_within(place.country, answer) if answer else place

    part = ask_until(context, question, understood)
    if part.zone is not None or place.zone is None:
        return part
    return NamedPlace(country=part.country, region=part.region, zone=place.zone, name=part.name)


def _zone(context: Context, names: Gazetteer, place: NamedPlace, typed: TypedPlace, guess: PlaceGuess) -> str:
    choice = names.zones_of(place.country, place.region)
    zones = choice.zones
    if not context.may_ask:
        shown = ", ".join(zones[:_MOST_ZONES_SHOWN]) + (" …" if len(zones) > _MOST_ZONES_SHOWN else "")
        region = f"{typed.region_option}, or " if place.region is None else ""
        say = f"{choice.country} has {len(zones)} time zones, and none is given"
        raise UsageError(say, hint=f"give {region}{typed.timezone_option} with one of: {shown}")
    now = context.now
    choices = [ListedChoice(value=zone, label=_clock_in(names, zone, now), names=(zone,)) for zone in zones]
    default = zones.index(guess.timezone) + 1 if guess.timezone in zones else 1
    return choose(
        context, f"Which clock of {choice.country}?", choices, default=default, otherwise=names.zone
    )


def _clock_in(names: Gazetteer, zone: str, now: datetime) -> str:
    there = now.astimezone(names.zone_info(zone))
    area = zone.split("/")[1] if zone.count("/") > 1 else ""
    state = f" ({area.replace('_', ' ')})" if area else ""
    return f"{city(zone)}{state}, {clock_time(there)} now"
