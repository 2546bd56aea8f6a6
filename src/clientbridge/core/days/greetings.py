"""What to say on a feast, and when: only for feasts a client keeps, or that the whole nation keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.days.closures import break_around
from clientbridge.core.days.day import Day, Reason, ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fits_pattern, fold

_MORNING = time(9, 30)
_ONE_DAY = timedelta(days=1)
_LONG_WEEKEND_DAYS = 3
_OVER_A_WEEKEND = 3
_LONGEST_FEAST = timedelta(days=40)
"""Further back no first day is looked for: Ramadan is the longest."""
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
    say_in: Mapping[str, str] = field(default_factory=dict)
    """What is said instead in some countries."""
    say_alone: str | None = None
    """What is said instead where the day makes no long weekend."""

    @property
    def greeted_as(self) -> str:
        """The id of the feast that is greeted: the same for an eve and its feast."""
        return self.eve_of or self.id

    def words(self, country: str, *, long_weekend: bool) -> str | None:
        """What to say to someone there."""
        usual = self.say if long_weekend or self.say_alone is None else self.say_alone
        return self.say_in.get(country, usual)

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
    """What the day is called that is greeted."""
    feast: str = field(default="", compare=False, metadata={"json": False})
    """The id under which the feast is greeted: once for an eve, its feast and the days that follow."""
    first: date | None = field(default=None, compare=False, metadata={"json": False})
    """The first day of the feast, an eve included."""
    at_once: bool = field(default=False, compare=False, metadata={"json": False})
    """Whether that morning has passed there, so that `send_at` is now."""


class Feasts:
    """Feasts looked up by the names of holidays; each name is matched once."""

    def __init__(self, feasts: Sequence[Feast]) -> None:
        folded = [(fold(name), feast) for feast in feasts for name in feast.names]
        self._whole = [(name, feast) for name, feast in folded if "*" not in name]
        patterns = [(name, feast) for name, feast in folded if "*" in name]
        self._patterns = sorted(patterns, key=lambda one: one[1].tone is not GreetingTone.SOLEMN)
        self._ids = {feast.id: feast for feast in feasts}
        self._known: dict[tuple[str, str], Feast | None] = {}

    def with_id(self, feast_id: str | None) -> Feast | None:
        """The feast of that id."""
        return None if feast_id is None else self._ids.get(feast_id)

    def of(self, day: Day) -> tuple[tuple[Reason, Feast], ...]:
        """The reasons of a day that are feasts, whoever keeps them.

        A season is the feast whose name it has; that of a closure around one ("Christmas closure") goes on
        when the feast is over.
        """
        named = ((reason, self.named(reason.name, day.place.country)) for reason in day.reasons)
        return tuple(
            (reason, feast)
            for reason, feast in named
            if feast is not None and (reason.kind is not ReasonKind.SEASON or _has_its_name(feast, reason))
        )

    def solemn(self, day: Day) -> str | None:
        """The name of a day of mourning or remembrance, whoever keeps it; None for another day."""
        solemn = (reason.name for reason, feast in self.of(day) if feast.tone is GreetingTone.SOLEMN)
        return next(solemn, None)

    def named(self, name: str, country: str) -> Feast | None:
        """The feast that a holiday of that English name is in that country.

        Whole names come before patterns, and of patterns those of solemn feasts: a "National Day of
        Remembrance" is no national day.
        """
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


def _has_its_name(feast: Feast, season: Reason) -> bool:
    return fold(season.name) in {fold(name).strip("*") for name in feast.names}


def _is_of(feast: Feast, country: str) -> bool:
    return not feast.countries or country in feast.countries


def greeting_on(
    on: date,
    days: PartyCalendar,
    feasts: Feasts,
    *,
    observes: Sequence[str],
    today: date,
    in_zone: bool = True,
    now: datetime | None = None,
) -> Greeting | None:
    """The greeting for the feast of a day, to be sent on the last worked day before the feast begins.

    Where that has passed it is sent today if today is worked there and not after the day, else no more.
    `in_zone` is False for a country of several zones, of which no instant can be said. With `now` their
    date then counts as today, and nothing is to be sent before it.
    """
    if now is not None and in_zone:
        today = days.date_at(now)
    day = days.day(on)
    feast = greeted_feast(day, feasts, observes)
    if feast is None:
        return None
    first = _first_day(on, feast, days, feasts)
    send_on = _day_to_send(first, on, days, today)
    around = break_around(on, days)
    greeting = greeting_for(
        day,
        feasts,
        observes=observes,
        zone=None if send_on is None or not in_zone else days.zone(send_on),
        send_on=send_on,
        long_weekend=around is not None and around.days >= _LONG_WEEKEND_DAYS,
    )
    return None if greeting is None else replace(_not_before(now, greeting), first=first)


def _not_before(now: datetime | None, greeting: Greeting) -> Greeting:
    if now is None or greeting.send_at is None or greeting.send_at >= now:
        return greeting
    return replace(greeting, send_at=now.replace(second=0, microsecond=0), at_once=True)


def _day_to_send(first: date, on: date, days: PartyCalendar, today: date) -> date | None:
    before = days.worked_before(first)
    if before is None or before >= today:
        return before
    return today if today <= on and days.is_worked(today) else None


def _first_day(on: date, feast: Feast, days: PartyCalendar, feasts: Feasts) -> date:
    """The first of the days of a feast that lead up to this one; a weekend may lie between two of them."""
    first = on
    while first > on - _LONGEST_FEAST:
        before = (first - ahead * _ONE_DAY for ahead in range(1, _OVER_A_WEEKEND + 1))
        earlier = next((day for day in before if _is_day_of(feast, days.day(day), feasts)), None)
        if earlier is None:
            break
        first = earlier
    return first


def _is_day_of(feast: Feast, day: Day, feasts: Feasts) -> bool:
    return any(one.greeted_as == feast.greeted_as for _, one in feasts.of(day))


def greeting_for(
    day: Day,
    feasts: Feasts,
    *,
    observes: Sequence[str],
    zone: ZoneInfo | None,
    send_on: date | None,
    long_weekend: bool = True,
) -> Greeting | None:
    """The greeting of the feast of a day; `send_on` is the day to send it on, on the clock of `zone`."""
    feast = greeted_feast(day, feasts, observes)
    if feast is None:
        return None
    say = feast.words(day.place.country, long_weekend=long_weekend)
    quiet = feast.tone is GreetingTone.SOLEMN or say is None
    return Greeting(
        tone=feast.tone,
        say=say,
        send_at=None if quiet or send_on is None or zone is None else _morning(send_on, zone),
        never=feast.never,
        send_on=None if quiet else send_on,
        name=next(reason.name for reason, named in feasts.of(day) if named is feast),
        feast=feast.greeted_as,
        first=day.date,
    )


def greeted_feast(day: Day, feasts: Feasts, observes: Sequence[str]) -> Feast | None:
    """The one feast of a day that is greeted, for every command; None where none is.

    Nothing is inferred about a person from the country: a feast of one faith is greeted only where it is in
    `observes`, or where the whole nation keeps it, and a day that only some regions keep where it is in
    `observes`. A solemn feast silences every other, whoever keeps it; a festive one comes before a neutral
    one, else the first reason decides.
    """
    kept = [feast for reason, feast in feasts.of(day) if _is_greeted(feast, reason, day, observes)]
    if feasts.solemn(day) is not None:
        kept = [feast for feast in kept if feast.tone is GreetingTone.SOLEMN]
    return min(kept, key=lambda feast: feast.tone is not GreetingTone.FESTIVE, default=None)


def _is_greeted(feast: Feast, reason: Reason, day: Day, observes: Sequence[str]) -> bool:
    if reason.kind is ReasonKind.REGION_DEPENDENT:
        return observes_feast(observes, feast)
    public = not feast.of_one_faith and reason.kind is ReasonKind.PUBLIC_HOLIDAY
    return public or is_kept(feast, day.place.country, observes)


def is_kept(feast: Feast, country: str, observes: Sequence[str]) -> bool:
    """Whether the whole nation keeps the feast, or the client is known to."""
    return country in feast.nations or observes_feast(observes, feast)


def observes_feast(observes: Sequence[str], feast: Feast) -> bool:
    """Whether a profile names the feast, however it writes its id."""
    return feast.id in {fold(word).replace(" ", "_").replace("-", "_") for word in observes}


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, _MORNING, zone).astimezone(UTC)
