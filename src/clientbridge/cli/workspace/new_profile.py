"""What a new client's profile must know: from options, from questions, else from the country."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ask_until, some_text
from clientbridge.cli.workspace.questions.whereabouts import TypedPlace, Whereabouts, whereabouts
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import is_blank
from clientbridge.core.time.hours import parse_hours, usual_form
from clientbridge.core.typed_option import read_from
from clientbridge.load.profiles import Gazetteer

Values: TypeAlias = Mapping[str, str | Sequence[str]]
"""Keys of a profile, in the order of its file, with their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedClient:
    """What the options say of a client; None is left out."""

    name: str | None = None
    place: TypedPlace = TypedPlace()
    language: str | None = None
    hours: str | None = None


def client_values(context: Context, typed: TypedClient) -> Values:
    """The keys of a new client, in the order of its file.

    Raises UsageError for what is missing, UnknownNameError for what is not known.
    """
    names = Gazetteer()
    name = name_of(context, typed.name, "The client's name", "NAME")
    place = whereabouts(context, names, typed.place, f"Where is {name}? City or country")
    values = {
        "name": name,
        "country": place.country,
        "region": place.region,
        "timezone": place.timezone,
        "language": _language(names, typed.language, place),
        "hours": None if typed.hours is None else hours_of(typed.hours),
    }
    return {key: value for key, value in values.items() if value is not None}


def _language(names: Gazetteer, typed: str | None, place: Whereabouts) -> str | None:
    if typed is None:
        return names.usual_language(place.country, place.region)
    with read_from("--language"):
        return names.language(typed)


def hours_of(typed: str) -> str:
    """Hours given by an option, as a profile keeps them; raises UsageError."""
    with read_from("--hours", quoted("09:00-12:30, 13:30-18:00")):
        hours = usual_form(typed)
        parse_hours(hours)
    return hours


def name_of(context: Context, typed: str | None, question: str, option: str) -> str:
    """A name, typed or asked."""
    if typed is not None and not is_blank(typed):
        return typed.strip()
    if not context.may_ask:
        raise UsageError("a name is needed", hint=f"give {option}, in quotes where it has spaces")
    return ask_until(context, question, some_text)
