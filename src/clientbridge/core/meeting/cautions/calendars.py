"""Calendars that could not be read whole: who may be busy without our knowing it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from clientbridge.core.errors import Problem
from clientbridge.core.meeting.busy_times import CalendarCopy
from clientbridge.core.meeting.request import MeetingRequest, Party
from clientbridge.core.meeting.result import Caution
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.intervals import at_minute

CALENDAR_UNREAD = "calendar_unread"
CALENDAR_COPY = "calendar_copy"
_MOST_REASONS = 2
_MOST_FILES = 3
_HOUR = timedelta(hours=1)
_IN_HOURS = timedelta(hours=48)
"""Up to this age a copy is told in hours, then in days."""


def calendar_cautions(request: MeetingRequest) -> tuple[Caution, ...]:
    """A warning for each calendar file with entries that could not be read, and for each old copy in use."""
    return tuple(caution for party in request.parties for caution in _of(party, request))


def _of(party: Party, request: MeetingRequest) -> Iterator[Caution]:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in party.unread:
        by_file[problem.file].append(problem)
    for file, problems in list(by_file.items())[:_MOST_FILES]:
        yield Caution(code=CALENDAR_UNREAD, party=party.id, detail=_unread(file, problems))
    if len(by_file) > _MOST_FILES:
        detail = f"{len(by_file) - _MOST_FILES} more files of {party.name}'s calendar could not be read whole"
        yield Caution(code=CALENDAR_UNREAD, party=party.id, detail=detail)
    for copy in party.calendar_copies:
        detail = _copied(party, copy, request)
        yield Caution(code=CALENDAR_COPY, party=party.id, detail=detail)


def _unread(file: str, problems: list[Problem]) -> str:
    """What is wrong on the first line is wrong with the file: it is no calendar, or cut off."""
    reasons = [f"line {problem.line}: {problem.say}" for problem in problems[:_MOST_REASONS]]
    more = ["…"] if len(problems) > _MOST_REASONS else []
    why = "; ".join([*reasons, *more])
    if any(problem.line == 1 for problem in problems):
        return f"{file} could not be read whole; some of its times are not known ({why})"
    count = "1 event" if len(problems) == 1 else f"{len(problems)} events"
    theirs = "its" if len(problems) == 1 else "their"
    return f"{count} in {file} could not be read; {theirs} time is not known ({why})"


def _copied(party: Party, copy: CalendarCopy, request: MeetingRequest) -> str:
    fetched = copy.fetched.astimezone(request.me.schedule.zone)
    whose = "your" if party.is_me else f"{party.name}'s"
    return (
        f"{copy.failure}; {whose} busy times are as of {short_day(fetched.date())} {fetched:%H:%M}, "
        f"{_age(copy.fetched, at_minute(request.now))} ago"
    )


def _age(since: datetime, now: datetime) -> str:
    age = max(now - since, timedelta())
    if age < _HOUR:
        return f"{age // timedelta(minutes=1)} min"
    return f"{age // _HOUR} h" if age < _IN_HOURS else f"{age.days} days"
