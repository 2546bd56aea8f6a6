"""You, question by question: what is answered is written at once, and what is written is not asked again."""

from collections.abc import Callable
from pathlib import Path

from clientbridge.cli.context import Context
from clientbridge.cli.workspace.new_profile import Values, hours_of, name_of
from clientbridge.cli.workspace.questions import days_and_words as questions
from clientbridge.cli.workspace.questions.whereabouts import PlaceGuess, TypedPlace, whereabouts
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import Weekday, parse_hours
from clientbridge.core.typed_option import read_from
from clientbridge.load.profiles import Gazetteer, already_said, complete_me, session_in, start
from clientbridge.load.session import Session

_WELCOME = (
    "A few questions make your files. Enter takes what stands in [brackets].",
    "Ctrl-C stops at any time; what you answered is kept.",
    "",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedMe:
    """What the options say of you; None is left out."""

    name: str | None = None
    place: TypedPlace = TypedPlace()
    languages: tuple[str, ...] = ()
    hours: str | None = None
    stretch: str | None = None
    calendar: str | None = None

    def asks_for_more(self, context: Context) -> bool:
        """Whether what may be left out is asked for: not where name and country came as options."""
        return context.may_ask and (self.name is None or self.place.country is None)

    @property
    def given(self) -> frozenset[str]:
        """The keys of ``me.yaml`` that options give."""
        options = {
            "name": self.name,
            "country": self.place.country,
            "region": self.place.region,
            "timezone": self.place.timezone,
            "languages": self.languages or None,
            "hours": self.hours,
            "stretch": self.stretch,
            "calendar": self.calendar,
        }
        return frozenset(key for key, value in options.items() if value is not None)


def start_you(context: Context, folder: Path, me: TypedMe) -> tuple[Session, tuple[str, ...]]:
    """Write ``me.yaml`` as soon as it can be valid; gives the call with that workspace, and the files made.

    Where it is there already, nothing is made; raises UsageError for an option that would change it.
    """
    said = already_said(folder)
    if said:
        known = sorted(said & me.given)
        if known:
            raise UsageError(
                f"'{known[0]}' stands in me.yaml already",
                hint=f"change it: cb client set me {quoted(known[0])} VALUE",
            )
        context.note(f"Going on with {folder}")
        return session_in(context.session, folder), ()
    if me.asks_for_more(context):
        for line in _WELCOME:
            context.note(line)
    return start(context.session, folder, _first_values(context, folder, me))


def _first_values(context: Context, folder: Path, me: TypedMe) -> Values:
    """Your name and place, and what options give besides: where nobody is asked, all of it."""
    names = Gazetteer()
    name = name_of(context, me.name, "Your name", "--name")
    zone_here, country_here = names.guess(context.environment)
    guess = PlaceGuess(country=country_here, timezone=zone_here)
    place = whereabouts(context, names, me.place, "Where do you work? City or country", guess)
    values = {
        "name": name,
        "country": place.country,
        "region": place.region,
        "timezone": place.timezone,
        "languages": _typed_languages(context, names, me, place.country),
        "hours": None if me.hours is None else hours_of(me.hours),
        "stretch": _of_option("--stretch", me.stretch, questions.understood_stretch),
        "calendar": _of_option(
            "--calendar", me.calendar, lambda typed: questions.named_calendar(context, folder, typed)
        ),
    }
    return {key: value for key, value in values.items() if value}


def _typed_languages(context: Context, names: Gazetteer, me: TypedMe, country: str) -> tuple[str, ...]:
    if me.languages:
        with read_from("--language"):
            return tuple(map(names.language, me.languages))
    return () if me.asks_for_more(context) else questions.usual_languages(names, country)


def _of_option(option: str, typed: str | None, understand: Callable[[str], str]) -> str | None:
    if typed is None:
        return None
    try:
        return understand(typed)
    except ValueError as error:
        say, _, hint = str(error).partition("; ")
        raise UsageError(f"{option}: {say}", hint=hint or None) from None


def complete_you(context: Context, folder: Path, me: TypedMe) -> None:
    """Ask for what ``me.yaml`` does not say yet, and write each answer at once."""
    if not me.asks_for_more(context):
        return
    names, said = Gazetteer(), already_said(folder)
    schedule = session_in(context.session, folder).workspace.me.schedule
    hours = parse_hours(names.usual_hours(schedule.place.country))
    if schedule.hours is not None:
        hours = next(filter(None, map(schedule.hours.on, Weekday)), hours)
    else:
        written = questions.ask_hours(context, hours)
        complete_me(folder, "hours", written)
        hours = parse_hours(written)
    if "languages" not in said:
        languages = questions.ask_languages(context, names, schedule.place.country)
        complete_me(folder, "languages", languages)
    if "stretch" not in said:
        _keep(folder, "stretch", questions.ask_stretch(context, names, schedule.zone.key, hours))
    if "calendar" not in said:
        _keep(folder, "calendar", questions.ask_calendar(context, folder))


def _keep(folder: Path, key: str, answer: str) -> None:
    if answer:
        complete_me(folder, key, answer)
