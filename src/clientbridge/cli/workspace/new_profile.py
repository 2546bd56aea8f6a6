"""What a new client's profile must know: from options, from questions, else from the country."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from clientbridge.cli.context import Context
from clientbridge.cli.prompts import ask_until, some_text
from clientbridge.cli.workspace.questions.whereabouts import TypedPlace, whereabouts
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import is_blank
from clientbridge.core.time.hours import usual_form
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
    language = typed.language
    values = {
        "name": name,
        "country": place.country,
        "region": place.region,
        "timezone": place.timezone,
        "language": names.main_language(place.country) if language is None else names.language(language),
        "hours": None if typed.hours is None else usual_form(typed.hours),
    }
    return {key: value for key, value in values.items() if value is not None}


def name_of(context: Context, typed: str | None, question: str, option: str) -> str:
    """A name, typed or asked."""
    if typed is not None and not is_blank(typed):
        return typed.strip()
    if not context.may_ask:
        raise UsageError("a name is needed", hint=f"give {option}, in quotes where it has spaces")
    return ask_until(context, question, some_text)
