"""Which days: the words of ``cb holidays`` as a range of dates."""

from datetime import date, timedelta

from clientbridge.core.errors import UsageError
from clientbridge.core.limits import LONGEST_RANGE, YEARS
from clientbridge.core.time.durations import parse_time_span
from clientbridge.core.time.parse import Edge, WeekOf, read_date
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.profiles import DateRange


def range_asked(
    today: date,
    *,
    next_: str | None,
    from_: str | None,
    to: str | None,
    on: str | None,
    whole_month: bool,
    year: str | None = None,
    week: WeekOf = CalendarWeek,
) -> DateRange:
    """The days of ``--on``, ``--year`` or ``--from``, ``--to`` and ``--next``, with their ends.

    Raises UsageError.
    """
    if year is not None:
        return _year(year, today, stands_alone=not (whole_month or any((next_, from_, to, on))))
    if on is not None:
        if any((next_, from_, to)):
            raise _one_of_two("--on names one day, --from, --to and --next a range")
        with read_from("--on"):
            day = read_date(on, today=today, week=week)
        return DateRange(day, day)
    with read_from("--from"):
        first = today if from_ is None else read_date(from_, today=today, week=week, edge=Edge.FIRST)
    if to is None:
        return _not_too_long(
            *_open_range(first, next_, whole_month=whole_month), "--next", "give a shorter --next"
        )
    if next_ is not None:
        raise _one_of_two("--to and --next both say where the range ends")
    return _closed_range(today, first, from_, to, week)


def _closed_range(today: date, first: date, from_: str | None, to: str, week: WeekOf) -> DateRange:
    with read_from("--to"):
        last = read_date(to, today=today, week=week, edge=Edge.LAST)
    if last < first:
        starts = "today" if from_ is None else f"--from '{from_}'"
        raise UsageError(f"--to: '{to}' is before {starts}", hint="give a later --to, or an earlier --from")
    return _not_too_long(first, last, "--to", "give an earlier --to")


def _year(typed: str, today: date, *, stands_alone: bool) -> DateRange:
    if not stands_alone:
        raise _one_of_two("--year is a whole year; --month, --on, --from, --to and --next say other days")
    number = today.year if typed == "now" else int(typed) if typed.isdecimal() else 0
    if number not in YEARS:
        raise UsageError(
            f"--year: '{typed}' is not a year from {YEARS[0]} to {YEARS[-1]}",
            hint=f"write --year {today.year + 1}, or --year alone",
        )
    return DateRange(date(number, 1, 1), date(number, 12, 31))


def _open_range(first: date, next_: str | None, *, whole_month: bool) -> tuple[date, date]:
    """So long from the first day on, or the month in which it lies."""
    if whole_month and next_ is None:
        first, next_ = first.replace(day=1), "1mo"
    return first, _last_after(first, next_ or "30d")


def _one_of_two(say: str) -> UsageError:
    return UsageError(say, hint="give one of the two")


def _not_too_long(first: date, last: date, option: str, hint: str) -> DateRange:
    if last - first > LONGEST_RANGE:
        raise UsageError(f"{option}: more than three years are too many days to tell", hint=hint)
    return DateRange(first, last)


def _last_after(first: date, span_text: str) -> date:
    with read_from("--next", "30d"):
        span = parse_time_span(span_text)
    last = span.after(first) - timedelta(days=1)
    if last < first:
        raise UsageError(f"--next: '{span_text}' is shorter than a day", hint="write it like --next 30d")
    return last
