"""Load what the world clock needs: who is on it, where they are, and which moment is asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from clientbridge.adapters.days.places import place_name
from clientbridge.core.days.location import date_at, day_begins, day_ends, local_at, place_on, zone_on
from clientbridge.core.errors import TwoMomentsError
from clientbridge.core.meeting.clock.world_clock import MomentAsked, WorldClock, day_around, world_clock
from clientbridge.core.meeting.request import Party
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.time.parse import local_instant, read_date, read_moment
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.load.meeting.place_parties import is_place, place_meant

if TYPE_CHECKING:
    from clientbridge.load.session import Session


def clock_of(
    session: "Session", names: Sequence[str], *, at: str | None, zone: str | None, day: str | None
) -> WorldClock:
    """The clock of the named parties, else of you and all clients, at a typed moment on a typed day.

    Raises as `MeetingLoader.parties` for a name, UsageError for a moment or day that cannot be understood.
    """
    loader = MeetingLoader(session)
    parties = loader.parties(tuple(names), optional=()) if names else loader.everyone()
    you = parties[0].schedule
    asked = None if day is None else read_date(day, today=session.today, week=session.week)
    moment = _now(session, asked) if at is None else _typed(session, at, zone, asked)
    on = asked or date_at(you, moment.at)
    span = minute_of(day_begins(you, on)), minute_of(day_ends(you, on))
    request = day_around(parties, moment, span)
    return world_clock(request, loader.almanac(request), moment, on, _places(session, parties, on))


def _now(session: "Session", day: date | None) -> MomentAsked:
    """Now, or the same time of day on another day: the first of two, where the clock shows it twice."""
    you = session.workspace.me.schedule
    here = local_at(you, session.now)
    if day is None or day == here.date():
        return MomentAsked(at=session.now, is_now=True)
    try:
        return MomentAsked(at=local_instant(day, here.hour * 60 + here.minute, zone_on(you, day)))
    except TwoMomentsError as two:
        return MomentAsked(at=two.first)


def _typed(session: "Session", at: str, zone: str | None, day: date | None) -> MomentAsked:
    """A time without a day is of `day`, else of today, on the clock of the zone or city, else yours."""
    there = session.workspace.zones.find(zone) if zone else None
    you = session.workspace.me.schedule
    today = day or (session.today if there is None else session.now.astimezone(there).date())
    read = partial(read_moment, at, today=today, week=session.week)
    try:
        return MomentAsked(at=read(zone_on=lambda on: there or zone_on(you, on)))
    except TwoMomentsError as two:
        return MomentAsked(at=two.first, other=two.second, is_skipped=two.is_skipped, typed=two.say)


def _places(session: "Session", parties: Sequence[Party], on: date) -> Mapping[str, str]:
    return {
        party.id: place_meant(session, party.id).name
        if is_place(party.id)
        else place_name(place_on(party.schedule, on), session.cache)
        for party in parties
    }
