"""How often a client is to hear from you, and when it is time again.

Each beat starts anew with what is logged. It never falls due on a day off of the client, their absence or a
slow season: then it waits for the next day they work.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.status import DayStatus
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.values import dataclass
from clientbridge.core.workspace.profiles import Rhythm

_LONGEST_WAIT_DAYS = 60
_DAYS_PER_WEEK = 7


class Beat(StrEnum):
    """The four beats of a rhythm."""

    CHECKIN = "checkin"
    UPDATE = "update"
    FEEDBACK = "feedback"
    VISIT = "visit"


STARTED_ANEW_BY = {
    Beat.CHECKIN: CONTACTS,
    Beat.UPDATE: frozenset({EventKind.EMAIL, EventKind.CALL, EventKind.MEETING, EventKind.VISIT}),
    Beat.FEEDBACK: frozenset({EventKind.FEEDBACK}),
    Beat.VISIT: frozenset({EventKind.VISIT}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBeat:
    """When one beat is due."""

    beat: Beat
    last: date | None
    """The day, in the client's zone, of what started it anew; None when nothing has yet."""
    due: date
    latest: date | None = None
    """The day after which it is too long, for check-ins with a maximum."""


_AFTER_FIRST_CONTACT = frozenset({Beat.FEEDBACK, Beat.VISIT})


def next_beats(rhythm: Rhythm, journal: Journal, days: PartyCalendar, today: date) -> tuple[NextBeat, ...]:
    """The next day of every beat in the rhythm; `today` is the client's.

    A check-in or an update with nothing logged yet is due at once, feedback and a visit only after the first
    contact.
    """
    found: list[NextBeat] = []
    for beat, every in _wanted(rhythm):
        last = _last_day(journal, STARTED_ANEW_BY[beat], days)
        since = _first_day(journal, days) if last is None and beat in _AFTER_FIRST_CONTACT else last
        if since is None and beat in _AFTER_FIRST_CONTACT:
            continue
        ideal = today if since is None else parse_time_span(every).after(since)
        if beat is Beat.UPDATE:
            ideal = _on_weekday(ideal, rhythm.update_on)
        latest = _latest(rhythm, last) if beat is Beat.CHECKIN else None
        found.append(NextBeat(beat=beat, last=last, due=_on_a_good_day(ideal, days, today), latest=latest))
    return tuple(found)


def _wanted(rhythm: Rhythm) -> Iterator[tuple[Beat, str]]:
    """Each beat that the client's file asks for, with its interval."""
    for beat, every in (
        (Beat.CHECKIN, rhythm.checkin),
        (Beat.UPDATE, rhythm.update),
        (Beat.FEEDBACK, rhythm.feedback),
        (Beat.VISIT, rhythm.visit),
    ):
        if every is not None:
            yield beat, every


def _on_weekday(day: date, weekday: int | None) -> date:
    """That day, or the next one that is such a weekday where there is one to keep to."""
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % _DAYS_PER_WEEK)


def _latest(rhythm: Rhythm, last: date | None) -> date | None:
    if rhythm.checkin_max is None or last is None:
        return None
    return parse_time_span(rhythm.checkin_max).after(last)


def _last_day(journal: Journal, kinds: frozenset[EventKind], days: PartyCalendar) -> date | None:
    event = journal.last(*kinds)
    return None if event is None else event.at.astimezone(days.schedule.zone).date()


def _first_day(journal: Journal, days: PartyCalendar) -> date | None:
    first = next((event for event in journal.events if event.kind in CONTACTS), None)
    return None if first is None else first.at.astimezone(days.schedule.zone).date()


def _on_a_good_day(ideal: date, days: PartyCalendar, today: date) -> date:
    """The first day from the ideal one on which they work as usual; an overdue beat looks from today on."""
    start = max(ideal, today)
    for ahead in range(_LONGEST_WAIT_DAYS):
        day = start + timedelta(days=ahead)
        if days.day(day).status in {DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN}:
            return ideal if day == today and ideal < today else day
    return start
