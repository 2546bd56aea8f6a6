"""What to say on a feast, and when: only for feasts a client keeps, or that the whole nation keeps."""

from collections.abc import Sequence
from dataclasses import field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import Day, Reason, ReasonKind
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fits_pattern, fold

_MORNING = time(9, 30)
_MOVED = "alternative holiday for "
"""How the holidays library calls a feast that is given back on another day."""


class GreetingTone(StrEnum):
    """The mood in which a feast is observed."""

    FESTIVE = "festive"
    NEUTRAL = "neutral"
    SOLEMN = "solemn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """One feast, whatever its names in holiday lists."""

    id: str
    names: tuple[str, ...]
    """English names; a ``*`` at either end matches any text."""
    meaning: str
    tone: GreetingTone
    say: str | None
    """None for a day better left without a greeting."""
    never: str | None
    of_one_faith: bool
    """Greeted only where the client is known to keep it, or where the whole nation does."""
    nations: frozenset[str]
    """Countries in which the whole nation observes it."""
    countries: frozenset[str]
    """Countries where a holiday of that name is this feast; empty means everywhere."""
    eve_of: str | None = None
    """The feast whose greetings are said on this day already."""

    def has_words_of(self, feast_id: str | None) -> bool:
        """Whether the words for that feast are said on this one."""
        return feast_id is not None and feast_id in {self.id, self.eve_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """A line to send, and the moment that suits."""

    tone: GreetingTone
    say: str | None
    send_at: datetime | None
    """The morning of the last worked day before, on their clock, in UTC; None where nothing is to be sent."""
    never: str | None = None
    send_on: date | None = field(default=None, metadata={"json": False})
    """The day of `send_at` on their calendar, at half past nine."""
    name: str = field(default="", compare=False, metadata={"json": False})
    """What the day is called that is greeted; a feast of several days has one greeting."""


class Feasts:
    """Feasts looked up by the names of holidays; each name is matched once."""

    def __init__(self, feasts: Sequence[Feast]) -> None:
        folded = [(fold(name), feast) for feast in feasts for name in feast.names]
        self._whole = [(name, feast) for name, feast in folded if "*" not in name]
        self._patterns = [(name, feast) for name, feast in folded if "*" in name]
        self._ids = {feast.id: feast for feast in feasts}
        self._known: dict[tuple[str, str], Feast | None] = {}

    def with_id(self, feast_id: str | None) -> Feast | None:
        """The feast of that id."""
        return None if feast_id is None else self._ids.get(feast_id)

    def of(self, day: Day) -> tuple[tuple[Reason, Feast], ...]:
        """The reasons of a day that are feasts, whoever keeps them."""
        named = ((reason, self.named(reason.name, day.place.country)) for reason in day.reasons)
        return tuple((reason, feast) for reason, feast in named if feast is not None)

    def solemn(self, day: Day) -> str | None:
        """The name of a day of mourning or remembrance, whoever keeps it; None for another day."""
        solemn = (reason.name for reason, feast in self.of(day) if feast.tone is GreetingTone.SOLEMN)
        return next(solemn, None)

    def named(self, name: str, country: str) -> Feast | None:
        """The feast that a holiday of that English name is in that country; whole names before patterns."""
        key = (name, country)
        if key not in self._known:
            self._known[key] = self._look_up(name, country)
        return self._known[key]

    def _look_up(self, name: str, country: str) -> Feast | None:
        wanted = fold(name).removeprefix(_MOVED)
        whole = (feast for known, feast in self._whole if known == wanted and _is_of(feast, country))
        alike = (
            feast for known, feast in self._patterns if fits_pattern(wanted, known) and _is_of(feast, country)
        )
        return next(whole, None) or next(alike, None)


def _is_of(feast: Feast, country: str) -> bool:
    return not feast.countries or country in feast.countries


def greeting_for(
    day: Day, feasts: Feasts, *, observes: Sequence[str], zone: ZoneInfo, send_on: date | None
) -> Greeting | None:
    """The greeting of the feast of a day; `send_on` is the last worked day before it."""
    feast = greeted_feast(day, feasts, observes)
    if feast is None:
        return None
    quiet = feast.tone is GreetingTone.SOLEMN or feast.say is None or send_on is None
    return Greeting(
        tone=feast.tone,
        say=feast.say,
        send_at=None if quiet or send_on is None else _morning(send_on, zone),
        never=feast.never,
        send_on=None if quiet else send_on,
        name=next(reason.name for reason, named in feasts.of(day) if named is feast),
    )


def greeted_feast(day: Day, feasts: Feasts, observes: Sequence[str]) -> Feast | None:
    """The one feast of a day that is greeted, for every command; None where none is.

    Nothing is inferred about a person from the country: a feast of one faith is greeted only where it is in
    `observes`, or where the whole nation keeps it. A solemn feast silences every other, whoever keeps it; a
    festive one comes before a neutral one, else the first reason decides.
    """
    country = day.place.country
    kept = [
        feast
        for reason, feast in feasts.of(day)
        if is_kept(feast, country, observes)
        or (not feast.of_one_faith and reason.kind is ReasonKind.PUBLIC_HOLIDAY)
    ]
    if feasts.solemn(day) is not None:
        kept = [feast for feast in kept if feast.tone is GreetingTone.SOLEMN]
    return min(kept, key=lambda feast: feast.tone is not GreetingTone.FESTIVE, default=None)


def is_kept(feast: Feast, country: str, observes: Sequence[str]) -> bool:
    """Whether the whole nation keeps the feast, or the client is known to."""
    return country in feast.nations or observes_feast(observes, feast)


def observes_feast(observes: Sequence[str], feast: Feast) -> bool:
    """Whether a profile names the feast, however it writes its id."""
    return feast.id in {fold(word).replace(" ", "_").replace("-", "_") for word in observes}


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, _MORNING, zone).astimezone(UTC)
