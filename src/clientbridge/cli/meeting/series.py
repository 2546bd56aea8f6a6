"""How often a series comes, as the options of `cb meet` say it, and the range that it needs."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from clientbridge.cli.meeting.options import LONGEST_RANGE, MeetQuery, parsed_span
from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.series.recurrence import Recurrence
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.intervals import Span, at_minute
from clientbridge.core.time.offsets import start_of_day

DEFAULT_EVERY = "1w"
DEFAULT_TIMES = 6
_MOST_TIMES = 160
_SHORTEST_MONTH = 28


def _every(word: str) -> TimeSpan:
    span = parsed_span("--every", word)
    if span is None or not span.whole_days or span == TimeSpan():
        raise UsageError(f"--every: '{word}' is not in days, weeks or months", hint="write it like 1w")
    return span


def repetition_of(asked: MeetQuery, anchor: ZoneInfo) -> "Recurrence":
    """The recurrence, by default weekly and six times; raises UsageError."""
    from clientbridge.core.meeting.series.recurrence import Recurrence

    word = asked.every or DEFAULT_EVERY
    every = _every(word)
    times = DEFAULT_TIMES if asked.times is None else asked.times
    if not 1 <= times <= _MOST_TIMES:
        raise UsageError(f"--times: {times} is not between 1 and {_MOST_TIMES}")
    if every.months and (asked.at is None or asked.rotate):
        raise UsageError("a series by months needs its time", hint='add --at "2026-12-03 15:00"')
    return Recurrence(every=every, word=word, times=times, anchor=anchor)


def range_of_series(at: int | None, request: MeetingRequest, repetition: "Recurrence") -> Span:
    """From the first occurrence, or where the search begins, to after the last."""
    start = request.within[0] if at is None else at
    first = at_minute(start).date()
    every, times = repetition.every, repetition.times
    if (every.months * _SHORTEST_MONTH + every.days) * times > LONGEST_RANGE.days:
        raise _too_long_a_series()
    last = TimeSpan(months=every.months * times).after(first) + timedelta(days=every.days * times + 1)
    end = start_of_day(last, repetition.anchor) + request.duration
    if end - start > LONGEST_RANGE // timedelta(minutes=1):
        raise _too_long_a_series()
    return start, end


def _too_long_a_series() -> UsageError:
    return UsageError("the series is longer than three years", hint="give fewer --times")
