"""What to say on a feast, and when: only for feasts a client keeps, or that the whole nation keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from clientbridge.core.days.status import Day, ReasonKind
from clientbridge.core.names import fold


class Tone(StrEnum):
    """How a day is kept."""

    FESTIVE = "festive"
    NEUTRAL = "neutral"
    SOLEMN = "solemn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """One feast by the names it goes by."""

    id: str
    names: tuple[str, ...]
    """English names as holiday lists have them; one that ends with ``*`` is a beginning."""
    meaning: str
    tone: Tone
    say: str | None
    """None: a quiet day, better left without a greeting."""
    never: str | None
    religious: bool
    """Kept by one faith: greeted only where the client is known to keep it, or the nation does."""
    national_in: frozenset[str]
    """Countries that keep a religious feast as a whole nation."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """A line to send, and the moment that suits."""

    tone: Tone
    say: str | None
    send_at: datetime | None
    """Morning of the last working day before, on their clock; None where nothing is to be sent."""
    never: str | None = None


_MORNING = time(9, 30)
_NATIONAL_KINDS = frozenset({ReasonKind.PUBLIC_HOLIDAY})


def feast_named(name: str, feasts: Sequence[Feast]) -> Feast | None:
    """The feast of a holiday's English name; exact names before beginnings."""
    wanted = fold(name)
    for feast in feasts:
        if any(wanted == fold(known) for known in feast.names):
            return feast
    return next(
        (
            feast
            for feast in feasts
            if any(known.endswith("*") and wanted.startswith(fold(known[:-1])) for known in feast.names)
        ),
        None,
    )


def greeting_for(
    day: Day, feasts: Mapping[str, Feast], *, observes: Sequence[str], zone: ZoneInfo, send_on: date | None
) -> Greeting | None:
    """The greeting of a day; `feasts` are those of its reasons' names, `send_on` the last worked day before.

    A religious feast is greeted only where it is in `observes`, or where the whole nation keeps it: nothing
    is inferred about a person from the country.
    """
    for reason in day.reasons:
        feast = feasts.get(reason.name)
        if feast is None:
            continue
        kept = feast.id in {fold(each).replace(" ", "_") for each in observes}
        national = reason.kind in _NATIONAL_KINDS and (
            not feast.religious or day.place.country in feast.national_in
        )
        if kept or national:
            quiet = feast.tone is Tone.SOLEMN
            moment = (
                None
                if quiet or send_on is None
                else datetime.combine(send_on, _MORNING, zone).astimezone(UTC)
            )
            return Greeting(tone=feast.tone, say=feast.say, send_at=moment, never=feast.never)
    return None
