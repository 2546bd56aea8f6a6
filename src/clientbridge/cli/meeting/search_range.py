"""From when to when `cb meet` searches, as ``--from``, ``--to`` and ``--next`` say it."""

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from clientbridge.core.days.location import date_at, day_begins, day_ends, zone_on
from clientbridge.core.errors import UsageError
from clientbridge.core.limits import LONGEST_RANGE
from clientbridge.core.meeting.request import DEFAULT_RANGE
from clientbridge.core.time.durations import TimeSpan, parse_time_span
from clientbridge.core.time.intervals import Span, minute_from, minute_of
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.profiles import Schedule

if TYPE_CHECKING:
    from clientbridge.cli.meeting.options import MeetOptions
    from clientbridge.core.time.parse import WeekOf


def range_of(options: "MeetOptions", now: datetime, you: Schedule, week: "WeekOf") -> Span:
    """From its first to its last minute; raises UsageError that blames the option which was typed."""
    if options.next_ is not None and options.to is not None:
        raise UsageError("--next and --to both say where the search ends", hint="give one of them")
    start, end = _given_range(options, now, you, week)
    if end is None:
        end = _later(start, _span(options.next_), you)
    if end <= start:
        raise _no_range(options)
    if end - start > LONGEST_RANGE:
        typed = "--next" if options.to is None else "--to"
        hint = "give a shorter --next" if options.to is None else "give an earlier --to"
        raise UsageError(f"{typed}: the search is longer than three years", hint=hint)
    return minute_from(start), minute_of(end)


def _span(typed: str | None) -> TimeSpan:
    if typed is None:
        return DEFAULT_RANGE
    with read_from("--next", "2w"):
        return parse_time_span(typed)


def _no_range(options: "MeetOptions") -> UsageError:
    if options.to is None:
        return UsageError(f"--next: '{options.next_}' is no time at all", hint="write it like --next 2w")
    if options.from_ is None:
        return UsageError(f"--to: '{options.to}' has passed", hint="give a later --to")
    return UsageError(
        f"--to: '{options.to}' is before --from '{options.from_}'",
        hint="give a later --to, or an earlier --from",
    )


def _given_range(
    options: "MeetOptions", now: datetime, you: Schedule, week: "WeekOf"
) -> tuple[datetime, datetime | None]:
    """Days are read where you are on them: ``--from`` is the start of one, ``--to`` the end of one."""
    if options.from_ is None and options.to is None:
        return now, None
    from clientbridge.core.time.parse import Edge, read_day_or_moment

    read = partial(read_day_or_moment, today=date_at(you, now), zone_on=partial(zone_on, you), week=week)
    with read_from("--from"):
        start = now if options.from_ is None else read(options.from_, edge=Edge.FIRST)
    with read_from("--to"):
        end = None if options.to is None else read(options.to, edge=Edge.LAST)
    return (
        start if isinstance(start, datetime) else day_begins(you, start),
        end if end is None or isinstance(end, datetime) else day_ends(you, end),
    )


def _later(start: datetime, span: TimeSpan, you: Schedule) -> datetime:
    """The end of ``--next``: that many of your civil days, today included, or that many minutes."""
    if span.whole_days:
        return day_ends(you, span.after(date_at(you, start)) - timedelta(days=1))
    return start + timedelta(minutes=span.minutes)
