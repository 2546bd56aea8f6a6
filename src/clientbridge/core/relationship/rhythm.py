"""How often a client should hear from you, and when the next contact of each kind is due.

A logged event resets its beat; mail that they sent you resets no update, which is yours to give. Dates and
weekdays are those of your calendar, since you are the one who acts. A beat never falls due on a day off of
the client, during their absence or in a slow season; it moves to their next working day. Once due it stays
due, on that same date, until it is done. Where updates have a weekday, what was sent counts for the nearest
such day: one that came a day late does not put off the next.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from clientbridge.core.days.day import DayStatus
from clientbridge.core.days.party_calendar import LONGEST_BREAK_DAYS, PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.entries import Event
from clientbridge.core.relationship.journal.kinds import CONTACTS, EventKind
from clientbridge.core.relationship.journal.replay import Journal
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.workspace.profiles import Rhythm

_DAYS_PER_WEEK = 7


class Beat(StrEnum):
    """The kinds of contact in a rhythm."""

    CHECKIN = "checkin"
    UPDATE = "update"
    FEEDBACK = "feedback"
    VISIT = "visit"


BEAT_NAMES = {
    Beat.CHECKIN: "contact",
    Beat.UPDATE: "update",
    Beat.FEEDBACK: "feedback",
    Beat.VISIT: "visit",
}
"""What a page calls them."""

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
    """Your date of the event that last reset it; None when there is none."""
    due: date
    """The working day of theirs on which it was or will be due; a date alone, the same on both calendars."""
    latest: date | None = None
    """For check-ins with a maximum interval: the last acceptable date."""
    has_start: bool = field(default=True, metadata={"json": False})
    """False when nothing is logged to count from: it is due, and nobody knows since when."""

    def overdue_days(self, today: date) -> int:
        """Return how many days it is overdue; none where nobody knows since when it is due."""
        return max((today - self.due).days, 0) if self.has_start else 0


_AFTER_FIRST_CONTACT = frozenset({Beat.FEEDBACK, Beat.VISIT})


def next_beats(
    rhythm: Rhythm, journal: Journal, theirs: PartyCalendar, yours: PartyCalendar, today: date
) -> tuple[NextBeat, ...]:
    """Return the next due date of every beat in the rhythm; `today` is your date.

    With nothing logged yet, a check-in or an update is due by now, and stays so until the first contact;
    feedback and a visit are due only after that. From then on each interval counts, also that of what has
    not been done once.
    """
    first = _first_day(journal, yours)
    beats: list[NextBeat] = []
    for beat, interval in _intervals(rhythm):
        last = _last_day(journal, beat, yours)
        has_start = last is not None or first is not None
        if not has_start and beat in _AFTER_FIRST_CONTACT:
            continue
        weekday = rhythm.update_on if beat is Beat.UPDATE else None
        ideal = _ideal(interval, weekday, last or first)
        due = _latest_due(weekday, theirs, today) if ideal is None else _worked_from(ideal, theirs)
        latest = _latest(rhythm, last) if beat is Beat.CHECKIN else None
        beats.append(NextBeat(beat=beat, last=last, due=due, latest=latest, has_start=has_start))
    return tuple(beats)


def _ideal(interval: str, weekday: int | None, since: date | None) -> date | None:
    """Return when a beat would be due if they worked every day; None with nothing to count from."""
    if since is None:
        return None
    return _weekday_nearest(parse_time_span(interval).after(since), weekday, since)


def _latest_due(weekday: int | None, theirs: PartyCalendar, today: date) -> date:
    """Return the last day up to today on which it can have fallen due, so that it never lies ahead again."""
    step = timedelta(days=1 if weekday is None else _DAYS_PER_WEEK)
    ideal = _weekday_from(today + timedelta(days=1) - step, weekday)
    while (due := _worked_from(ideal, theirs)) > today:
        ideal -= step
    return due


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


def _weekday_from(day: date, weekday: int | None) -> date:
    """Return the first such weekday from `day` on, or `day` itself when `weekday` is None."""
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % _DAYS_PER_WEEK)


def _weekday_nearest(day: date, weekday: int | None, since: date) -> date:
    """Return such a weekday at most three days from `day`, but after `since`; `day` for None."""
    if weekday is None:
        return day
    return max(_weekday_from(day - timedelta(days=3), weekday), _weekday_from(since + timedelta(1), weekday))


def _latest(rhythm: Rhythm, last: date | None) -> date | None:
    if rhythm.checkin_max is None or last is None:
        return None
    return parse_time_span(rhythm.checkin_max).after(last)


def _last_day(journal: Journal, beat: Beat, yours: PartyCalendar) -> date | None:
    event = next((event for event in reversed(journal.events) if _resets(event, beat)), None)
    return None if event is None else yours.date_at(event.at)


def _resets(event: Event, beat: Beat) -> bool:
    """Whether the event starts the beat anew; an update is given by you, also in a call that they made."""
    theirs_alone = event.from_them and event.kind is EventKind.EMAIL
    return event.kind in RESET_BY[beat] and not (beat is Beat.UPDATE and theirs_alone)


def _first_day(journal: Journal, yours: PartyCalendar) -> date | None:
    first = next((event for event in journal.events if event.kind in CONTACTS), None)
    return None if first is None else yours.date_at(first.at)


def _worked_from(start: date, theirs: PartyCalendar) -> date:
    """Return their first working day from `start` on; `start` itself where none is near."""
    ahead = (start + timedelta(days=number) for number in range(LONGEST_BREAK_DAYS))
    return next((day for day in ahead if _is_worked(day, theirs)), start)


def _is_worked(day: date, theirs: PartyCalendar) -> bool:
    return theirs.day(day).status in {DayStatus.WORKING, DayStatus.REDUCED, DayStatus.UNKNOWN}
