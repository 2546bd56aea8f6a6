"""How often a client should hear from you, and when the next contact of each kind is due.

A logged event resets its beat. A beat never falls due on a day off of the client, during their absence or in
a slow season; it moves to their next working day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.workspace.profiles import Rhythm

_LONGEST_WAIT_DAYS = 60
_DAYS_PER_WEEK = 7


class Beat(StrEnum):
    """The kinds of contact in a rhythm."""

    CHECKIN = "checkin"
    UPDATE = "update"
    FEEDBACK = "feedback"
    VISIT = "visit"


RESET_BY = {
    Beat.CHECKIN: CONTACTS,
    Beat.UPDATE: frozenset({EventKind.EMAIL, EventKind.CALL, EventKind.MEETING, EventKind.VISIT}),
    Beat.FEEDBACK: frozenset({EventKind.FEEDBACK}),
    Beat.VISIT: frozenset({EventKind.VISIT}),
}
"""The kinds of event that reset each beat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextBeat:
    """When one beat is due."""

    beat: Beat
    last: date | None
    """Date, in the client's zone, of the event that last reset it; None when there is none."""
    due: date
    latest: date | None = None
    """For check-ins with a maximum interval: the last acceptable date."""


_AFTER_FIRST_CONTACT = frozenset({Beat.FEEDBACK, Beat.VISIT})


def next_beats(rhythm: Rhythm, journal: Journal, days: PartyCalendar, today: date) -> tuple[NextBeat, ...]:
    """Return the next due date of every beat in the rhythm; `today` is the client's date.

    A check-in or an update with nothing logged yet is due at once, feedback and a visit only after the first
    contact.
    """
    beats: list[NextBeat] = []
    for beat, interval in _intervals(rhythm):
        last = _last_day(journal, RESET_BY[beat], days)
        since = _first_day(journal, days) if last is None and beat in _AFTER_FIRST_CONTACT else last
        if since is None and beat in _AFTER_FIRST_CONTACT:
            continue
        ideal = today if since is None else parse_time_span(interval).after(since)
        if beat is Beat.UPDATE:
            ideal = _on_weekday(ideal, rhythm.update_on)
        latest = _latest(rhythm, last) if beat is Beat.CHECKIN else None
        beats.append(NextBeat(beat=beat, last=last, due=_on_working_day(ideal, days, today), latest=latest))
    return tuple(beats)


def _intervals(rhythm: Rhythm) -> Iterator[tuple[Beat, str]]:
    """Yield each beat set in the client's file, with its interval as written."""
    for beat, interval in (
        (Beat.CHECKIN, rhythm.checkin),
        (Beat.UPDATE, rhythm.update),
        (Beat.FEEDBACK, rhythm.feedback),
        (Beat.VISIT, rhythm.visit),
    ):
        if interval is not None:
            yield beat, interval


def _on_weekday(day: date, weekday: int | None) -> date:
    """Return the first such weekday from `day` on, or `day` itself when `weekday` is None."""
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


def _on_working_day(ideal: date, days: PartyCalendar, today: date) -> date:
    """Return their first working day from `ideal` on; `ideal` itself when overdue and today is one."""
    start = max(ideal, today)
    for ahead in range(_LONGEST_WAIT_DAYS):
        day = start + timedelta(days=ahead)
        if days.day(day).status in {DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN}:
            return ideal if day == today and ideal < today else day
    return start
