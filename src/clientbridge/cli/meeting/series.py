"""How often a series comes, as the options of `cb meet` say it, and the range that it needs."""

from zoneinfo import ZoneInfo

from clientbridge.cli.meeting.options import MeetQuery, parsed_span
from clientbridge.core.errors import UsageError
from clientbridge.core.limits import MOST_OCCURRENCES
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.series.recurrence import Recurrence, series_range
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import Span

DEFAULT_EVERY = "1w"
DEFAULT_TIMES = 6


def _every(word: str) -> TimeSpan:
    span = parsed_span("--every", word, "1w")
    if span is None or not span.whole_days or span == TimeSpan():
        raise UsageError(
            f"--every: '{word}' is not in days, weeks or months", hint="write it like --every 1w"
        )
    return span


def recurrence_of(query: MeetQuery, anchor: ZoneInfo) -> Recurrence:
    """The recurrence, by default weekly and six times; raises UsageError."""
    word = query.every or DEFAULT_EVERY
    every = _every(word)
    times = DEFAULT_TIMES if query.times is None else query.times
    if not 1 <= times <= MOST_OCCURRENCES:
        raise UsageError(
            f"--times: {times} is not between 1 and {MOST_OCCURRENCES}", hint="write it like --times 6"
        )
    if every.months and (query.at is None or query.rotate):
        raise UsageError("a series by months needs its time", hint='add --at "2026-12-03 15:00"')
    return Recurrence(every=every, word=word, times=times, anchor=anchor)


def range_of_series(at: int | None, request: MeetingRequest, recurrence: Recurrence) -> Span:
    """From the first occurrence, or where the search begins, to after the last; raises UsageError."""
    within = series_range(request.within[0] if at is None else at, request.duration, recurrence)
    if within is None:
        raise UsageError("the series is longer than three years", hint="give fewer --times")
    return within
