"""The page of ``cb clock``: everyone's time, and a picture of your day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from clientbridge.core.command_line import quoted
from clientbridge.core.days.day import DayStatus
from clientbridge.core.meeting.clock.world_clock import ClockRow, OffsetChange, WorldClock
from clientbridge.core.meeting.request import ME, is_place
from clientbridge.core.meeting.slots import Fit
from clientbridge.core.spelling import listed
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import clock_time, long_day, short_day, short_weekday
from clientbridge.render.meeting.pictures.day_picture import Marked, day_picture, short_name
from clientbridge.render.meeting.times import TONES
from clientbridge.render.page import (
    BlankLine,
    Column,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    TextRun,
    Title,
    careful,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

_WORDS = {
    Fit.WORKING: "at work",
    Fit.UNKNOWN: "office hours",
    Fit.STRETCH: "accepts calls",
    Fit.OUTSIDE: "not working",
    Fit.CLOSED: "day off",
}
_OFF = frozenset({Fit.OUTSIDE, Fit.CLOSED})
_CHANGE_IS_NEAR = timedelta(days=92)
_MINUTE = timedelta(minutes=1)


def page(result: WorldClock) -> Page:
    """A row for each party, then your day as a picture, and what is assumed."""
    mine = result.rows[0]
    return page_of(
        Title("World clock", aside=f"{long_day(mine.local)}, you in {mine.where}"),
        *_two_moments(result),
        BlankLine(),
        _table(result),
        BlankLine(),
        day_picture(
            [(_short_name(row), bar) for row, bar in zip(result.rows, result.day.bars, strict=True)],
            result.day,
            (mine.timezone, mine.where),
            _mark(result),
            tells_night=True,
        ),
        *_about(result),
        BlankLine(),
        _next(result.rows),
    )


def _two_moments(result: WorldClock) -> Iterator[Line]:
    if result.other_at is None:
        return
    yield Line(phrase(careful("careful: "), result.typed))
    why = "before and after it" if result.is_skipped else "the first and the second time"
    yield Line(phrase(quiet(f"both are shown, {why}: {_utc(result.at)} and {_utc(result.other_at)}")))


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%MZ}"


def _table(result: WorldClock) -> Table:
    mine = result.rows[0]
    columns = (
        Column("who", fold=False, spoken=""),
        Column("where"),
        Column("time there", fold=False),
        Column("from you", fold=False),
        Column("now" if result.is_now else "then"),
    )
    rows = tuple(
        (phrase(strong(_name(row))), phrase(_place(row)), _time(row), _ahead(row, mine), _fit(row))
        for row in result.rows
    )
    return _without(Table(columns, rows), "where", "from you")


def _without(table: Table, *columns: str) -> Table:
    """The table, which is the same without this column where it is too wide, then without the next one."""
    if not columns:
        return table
    kept = [at for at, column in enumerate(table.columns) if column.name != columns[0]]
    narrower = Table(
        tuple(table.columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in table.rows)
    )
    elsewhere = Line(phrase(quiet(f"{columns[0]}: on a wider screen, or with --plain")))
    return replace(table, narrow=(_without(narrower, *columns[1:]), elsewhere))


def _name(row: ClockRow) -> str:
    return "you" if row.party == ME else row.name


def _short_name(row: ClockRow) -> str:
    return "you" if row.party == ME else short_name(row.name, row.party)


def _place(row: ClockRow) -> str:
    return row.place if is_place(row.party) else row.where


def _time(row: ClockRow) -> Phrase:
    times = [_day_and_time(row.local)]
    if row.other_local is not None:
        same_day = row.other_local.date() == row.local.date()
        times.append(clock_time(row.other_local) if same_day else _day_and_time(row.other_local))
    return phrase(" or ".join(times))


def _day_and_time(moment: datetime) -> str:
    return f"{short_weekday(moment)} {clock_time(moment)}"


def _ahead(row: ClockRow, mine: ClockRow) -> Phrase:
    """``+8h``, ``-4h30``, with the day where it is another one; both where the two moments differ."""
    if row.party == ME:
        return phrase("")
    day = f", {'next day' if row.day_shift > 0 else 'day before'}" if row.day_shift else ""
    differences = [_difference(row.local, mine.local)]
    if row.other_local is not None and mine.other_local is not None:
        differences.append(_difference(row.other_local, mine.other_local))
    return phrase(f"{' or '.join(dict.fromkeys(differences))}{day}")


def _difference(theirs: datetime, mine: datetime) -> str:
    minutes = ((theirs.utcoffset() or timedelta()) - (mine.utcoffset() or timedelta())) // _MINUTE
    if minutes == 0:
        return "same time"
    return f"{'+' if minutes > 0 else '-'}{show_minutes(abs(minutes))}"


def _fit(row: ClockRow) -> Phrase:
    names = ", ".join(dict.fromkeys(reason.name for reason in row.day.named_by))
    said = f" ({names})" if names else ""
    word = "night" if row.is_night and row.fit in _OFF else _WORDS[row.fit]
    if row.fit is Fit.UNKNOWN and row.day.status is DayStatus.UNKNOWN:
        word = "not known"
    return phrase(TextRun(word, TONES[row.fit]), said)


def _mark(result: WorldClock) -> Marked | None:
    end = result.day.start + len(result.day.bars[0].cells) * timedelta(minutes=result.day.cell_minutes)
    if not result.day.start <= result.at < end:
        return None
    return Marked(result.at, result.at + _MINUTE, "now" if result.is_now else "then")


def _about(result: WorldClock) -> Iterator[BlankLine | Line]:
    lines = [*_changes(result), *_assumed(result.rows)]
    if lines:
        yield BlankLine()
        yield from lines


def _changes(result: WorldClock) -> Iterator[Line]:
    """The next change of each clock that is near, those of one moment together."""
    near: dict[tuple[datetime, int], list[str]] = {}
    for row in result.rows:
        change = row.next_change
        if change is not None and change.at - result.at <= _CHANGE_IS_NEAR:
            near.setdefault((change.at, change.shift), []).append(_name(row))
    for row in result.rows:
        change = row.next_change
        names = None if change is None else near.pop((change.at, change.shift), None)
        if change is not None and names:
            yield Line(phrase(f"{_changed(row, change)}: ", listed(names)))


def _changed(row: ClockRow, change: OffsetChange) -> str:
    local = change.at.astimezone(row.timezone)
    way = "forward" if change.shift > 0 else "back"
    return f"{short_day(local)}, clocks go {way} {show_minutes(abs(change.shift))}"


def _assumed(rows: Sequence[ClockRow]) -> Iterator[Line]:
    places = [row.place for row in rows if is_place(row.party)]
    if places:
        what = "office hours, week, holidays and seasons are those usual in"
        yield Line(phrase(quiet(f"assumed: {what} {'; '.join(places)}")))
    unknown = [_name(row) for row in rows if not row.hours_known and not is_place(row.party)]
    if unknown:
        yield Line(phrase(quiet(f"assumed: office hours there for {listed(unknown)}")))


def _next(rows: Sequence[ClockRow]) -> Next:
    if len(rows) == 1:
        return Next("cb clock @tokyo", "any place on earth")
    return Next(f"cb meet {quoted(rows[1].party)}", "when to meet")
