"""What a day off is called, and what is said below it: how long, back when, how sure."""

from collections.abc import Iterator, Sequence

from clientbridge.core.days.day import DayStatus, Reason, ReasonKind
from clientbridge.core.days.holiday_report import DayRow
from clientbridge.core.time.hours import by_weekday_in_words
from clientbridge.render.days.day_runs import DayRun
from clientbridge.render.page import Phrase, TextRun, phrase, quiet

_MOST_REGIONS = 3
_SOON = 16
"""Working days within which it helps to know how many are left."""


def named(entry: DayRun) -> Phrase:
    """The names of a run of days, each with its local one."""
    names = [piece for reason in entry.first.named_by for piece in (TextRun("; "), *_name(reason))]
    if not names and entry.first.worked_through:
        through = ", ".join(dict.fromkeys(reason.name for reason in entry.first.worked_through))
        return phrase(f"they work through {through}")
    return tuple(names[1:]) or phrase("ordinary working day")


def _name(reason: Reason) -> Iterator[TextRun]:
    yield TextRun(reason.name)
    if reason.local_name:
        yield quiet(f", {reason.local_name}")


def lines_below(entries: Sequence[DayRun]) -> Iterator[Phrase]:
    """What is said below each of these runs, in their order; a break, and what is left before it, once."""
    told: set[tuple[tuple[str, ...], object]] = set()
    for entry in entries:
        around = entry.first.break_
        is_new = around is None or (entry.who, around.from_) not in told
        told.add((entry.who, around and around.from_))
        said = [*_doubts(entry), *(_times(entry) if is_new else ())]
        yield phrase(quiet("; ".join(said)))


def _times(entry: DayRun) -> Iterator[str]:
    row = entry.first
    before = row.working_days_until or 0
    if 0 < before < _SOON and row.status is not DayStatus.WORKING:
        yield f"{before} working day{'' if before == 1 else 's'} left before it"
    if row.break_ is not None:
        whole = (row.date, entry.last) == (row.break_.from_, row.break_.to)
        yield from row.break_.say_beside_its_days if whole else (row.break_.say,)


def _doubts(entry: DayRun) -> Iterator[str]:
    """Whether it changes work, by how much, and whether it is sure that the day is one, and where."""
    row = entry.first
    if entry.on_weekend:
        yield "on a weekend"
    if entry.hours:
        yield f"work {by_weekday_in_words(entry.hours)}"
    if any(reason.estimated for reason in row.named_by):
        yield "the date is an estimate"
    yield from _not_known(row)
    regions = [region for reason in row.named_by for region in reason.only_in]
    if regions:
        more = len(regions) - _MOST_REGIONS
        yield f"only in {', '.join(regions[:_MOST_REGIONS])}{f' and {more} more' if more > 0 else ''}"


def _not_known(row: DayRow) -> Iterator[str]:
    """What is not announced, beside what makes the day; of an unknown day it is the reason."""
    if row.status is not DayStatus.UNKNOWN:
        yield from (reason.name for reason in row.reasons if reason.kind is ReasonKind.NO_DATA)
