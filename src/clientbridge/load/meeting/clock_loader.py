"""Load what the world clock needs: who is on it, where they are, and which moment is asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from clientbridge.adapters.days.places import place_name
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.core.days.location import date_at, day_begins, day_ends, local_at, place_on, zone_on
from clientbridge.core.errors import NoWorkspaceError, TwoMomentsError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.limits import check_clocks
from clientbridge.core.meeting.clock.world_clock import MomentAsked, WorldClock, day_around, world_clock
from clientbridge.core.meeting.request import Party, is_place
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.profiles import Schedule
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.place_parties import place_meant, place_party, you_by_machine

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockAsked:
    """What is typed for the clock; None is left out."""

    names: tuple[str, ...] = ()
    at: str | None = None
    zone: str | None = None
    day: str | None = None


def clock_of(session: "Session", asked: ClockAsked, environment: Mapping[str, str]) -> WorldClock:
    """The clock of the named parties, else of you and all clients, at a typed moment on a typed day.

    Places alone need no files: you are then where this machine seems to be, which is noted.
    Raises as `MeetingLoader.parties` for a name, UsageError for a moment or day that cannot be understood.
    """
    loader = MeetingLoader(session)
    parties = _parties(session, loader, asked.names, environment)
    check_clocks(len(parties))
    you = parties[0].schedule
    today = date_at(you, session.now)
    day = None if asked.day is None else _day(session, asked.day, today)
    moment = _now(session, you, day) if asked.at is None else _typed(session, you, asked.at, asked.zone, day)
    on = day or date_at(you, moment.at)
    span = minute_of(day_begins(you, on)), minute_of(day_ends(you, on))
    request = day_around(parties, moment, span)
    return world_clock(request, loader.almanac(request), moment, on, _places(session, parties, on))


def _parties(
    session: "Session", loader: MeetingLoader, names: tuple[str, ...], environment: Mapping[str, str]
) -> tuple[Party, ...]:
    if not names:
        return loader.everyone()
    try:
        return loader.parties(names, optional=())
    except NoWorkspaceError:
        you = you_by_machine(session, environment) if all(map(is_place, names)) else None
        if you is None:
            raise
    places = (place_party(session, name) for name in names)
    return (you, *{party.id: party for party in places}.values())


def _day(session: "Session", text: str, today: date) -> date:
    from clientbridge.core.time.parse import read_date

    with read_from("--day"):
        return read_date(text, today=today, week=session.week)


def _now(session: "Session", you: Schedule, day: date | None) -> MomentAsked:
    """Now, or the same time of day on another day: the first of two, where the clock shows it twice."""
    here = local_at(you, session.now)
    if day is None or day == here.date():
        return MomentAsked(at=session.now, is_now=True)
    from clientbridge.core.time.parse import local_instant

    try:
        return MomentAsked(at=local_instant(day, here.hour * 60 + here.minute, zone_on(you, day)))
    except TwoMomentsError as two:
        return MomentAsked(at=two.first)


def _typed(session: "Session", you: Schedule, at: str, zone: str | None, day: date | None) -> MomentAsked:
    """A time without a day is of `day`, else of today, on the clock of the zone or city, else yours."""
    from clientbridge.core.time.parse import read_moment

    there = None if zone is None else _zone(zone)
    today = day or (date_at(you, session.now) if there is None else session.now.astimezone(there).date())
    read = partial(read_moment, at, today=today, week=session.week)
    with read_from("--at"):
        try:
            return MomentAsked(at=read(zone_on=lambda on: there or zone_on(you, on)))
        except TwoMomentsError as two:
            return MomentAsked(at=two.first, other=two.second, is_skipped=two.is_skipped, typed=two.say)


def _zone(name: str) -> "ZoneInfo":
    with read_from("--zone"):
        return open_zone_database().find(name)


def _places(session: "Session", parties: Sequence[Party], on: date) -> Mapping[str, str]:
    return {
        party.id: place_meant(session, party.id).name
        if is_place(party.id)
        else place_name(place_on(party.schedule, on), session.cache)
        for party in parties
    }
