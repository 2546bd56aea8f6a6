"""What one may type after a list of days: a region that settles them, a time around them, the days after."""

from collections.abc import Iterator, Sequence

from clientbridge.core.command_line import command
from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.holiday_report import DayRow, HolidayReport
from clientbridge.render.command_text import typed
from clientbridge.render.days.day_runs import DayRun
from clientbridge.render.page import Next

_AT_WORK = frozenset({DayStatus.WORKING, DayStatus.REDUCED})


def following(entries: Sequence[DayRun], result: HolidayReport) -> Iterator[Next]:
    """The next command, where there is one; after one day there always is."""
    ahead = list(filter(_is_ahead, (entry.first for entry in entries)))
    unsettled = next(filter(_depends_on_region, ahead), None)
    closed = next(filter(_is_closed, ahead), None)
    if unsettled is not None:
        edit = typed(command("client", "edit", unsettled.client or ""))
        yield Next(edit, "give a region: some days differ by region")
    elif closed is not None:
        yield Next(typed(command("meet", closed.client or "")), "find a time around it")
    elif result.from_ == result.to:
        yield _after_one_day(result, next(filter(_is_at_work, ahead), None))


def _after_one_day(result: HolidayReport, at_work: DayRow | None) -> Next:
    """A time on it with a client, else what comes after it."""
    on = result.from_.isoformat()
    if at_work is not None:
        call = command("meet", at_work.client or "", "--from", on, "--next", "1d")
        return Next(typed(call), "a time on that day")
    row = result.days[0]
    whose = ("--country", row.region or row.country) if row.client is None else (row.client,)
    return Next(typed(command("holidays", *whose, "--from", on)), "the days after it")


def _is_ahead(row: DayRow) -> bool:
    return row.client is not None and row.days_until >= 0


def _is_at_work(row: DayRow) -> bool:
    return row.status in _AT_WORK


def _is_closed(row: DayRow) -> bool:
    return row.status is DayStatus.CLOSED


def _depends_on_region(row: DayRow) -> bool:
    """Whether a region would settle the day; where one is given, it is not asked for again."""
    return row.region is None and any(reason.kind is ReasonKind.REGION_DEPENDENT for reason in row.reasons)
