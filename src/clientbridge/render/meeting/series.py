"""A meeting that comes again, on the page: everyone's times, occurrence by occurrence, and what moves."""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.series.result import Burden, Drift, Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import city, short_day
from clientbridge.render.meeting.times import local_span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Emphasis,
    Line,
    Phrase,
    Table,
    TextRun,
    Title,
    bad,
    careful,
    good,
    phrase,
    quiet,
    strong,
)

_MOST_COLUMNS = 5


def series_blocks(plan: MeetingPlan, series: Series) -> Iterator[Block]:
    """The occurrences, who misses them, and for a fixed time the drift and the anchors."""
    names = {party.id: party.name for party in plan.parties}
    kept = series.occurrences[0].start.astimezone(series.anchor)
    word = "in turns" if series.rotation else f"at {kept:%H:%M} {city(series.anchor.key)}"
    yield Line(phrase(strong(f"every {series.every} {word}, {series.times} times: "), _kept(series)))
    yield BlankLine()
    yield _times(plan, series)
    if series.missed:
        yield BlankLine()
        for missed in series.missed:
            yield Line(phrase(bad(f"{missed.number}  "), f"without {names[missed.party]}: {missed.detail}"))
    if series.rotation is not None:
        yield BlankLine()
        yield from _burdens(names, series.rotation)
    else:
        yield from _drift(names, series)
        yield from _anchors(names, series)


def _kept(series: Series) -> TextRun:
    if series.kept == series.times:
        return good("everyone can, each time")
    return careful(f"everyone can {series.kept} times out of {series.times}")


def _times(plan: MeetingPlan, series: Series) -> Table:
    """Local starts; a time that differs from the one before is marked."""
    shown = series.drift[:_MOST_COLUMNS]
    names = {party.id: party.name for party in plan.parties}
    rows = []
    for slot in series.occurrences:
        cells: list[Phrase] = [phrase(strong(f"{slot.rank}")), _date(plan, slot)]
        for at, drift in enumerate(shown):
            moved = slot.rank in drift.by_clock and series.rotation is None
            time = slot.parties[at]
            start = (
                f"{time.start:%H:%M}"
                if not time.day_shift
                else f"{short_day(time.start)[:3]} {time.start:%H:%M}"
            )
            cells.append(
                phrase(
                    TextRun(start, local_span(time).emphasis),
                    _elsewhere(time.timezone, drift),
                    careful(" moved") if moved else "",
                )
            )
        rows.append(tuple(cells))
    heads = (
        Column(f"{'you' if at == 0 else names[drift.party]}, {city(drift.usual.key)}", spoken=None)
        for at, drift in enumerate(shown)
    )
    return Table((Column("", right=True, fold=False), Column("", fold=False), *heads), tuple(rows))


def _elsewhere(zone: ZoneInfo, drift: Drift) -> str:
    """The city of an occurrence during travel."""
    return "" if zone.key == drift.usual.key else f" {city(zone.key)}"


def _date(plan: MeetingPlan, slot: Slot) -> Phrase:
    """Your date of an occurrence, marked where it cannot be held."""
    return phrase(short_day(slot.parties[0].start), "" if plan.can_be_held(slot) else bad(" not possible"))


def _drift(names: Mapping[str, str], series: Series) -> Iterator[Block]:
    moving = [drift for drift in series.drift if drift.by_clock]
    if not moving:
        return
    yield BlankLine()
    yield Title("Clocks that change on the way", level=2)
    for drift in moving:
        times = " ".join(
            f"{start:%H:%M}{_elsewhere(zone, drift)}"
            for start, zone in zip(drift.starts, drift.zones, strict=True)
        )
        yield Line(phrase(strong(f"{names[drift.party]}, {city(drift.usual.key)}: "), times))


def _anchors(names: Mapping[str, str], series: Series) -> Iterator[Block]:
    if not any(anchor.moved for anchor in series.anchors):
        return
    yield BlankLine()
    yield Title("On whose clock it could be kept", level=2)
    rows = []
    for anchor in series.anchors:
        here = "this one" if anchor.timezone.key == series.anchor.key else ""
        rows.append(
            (
                phrase(strong(city(anchor.timezone.key)), quiet(f" {here}")),
                phrase(f"{anchor.kept} of {series.times}"),
                phrase(show_minutes(anchor.client_minutes_outside)),
                phrase(", ".join(names[party] for party in anchor.moved) or "nobody"),
            )
        )
    columns = (
        Column("clock", fold=False),
        Column("everyone can", fold=False),
        Column("clients outside", right=True, fold=False),
        Column("whose local time moves"),
    )
    yield Table(columns, tuple(rows))


def _burdens(names: Mapping[str, str], rotation: tuple[Burden, ...]) -> Iterator[Block]:
    yield Title("What it costs each outside working time", level=2)
    rows = tuple(
        (
            phrase(strong(names[burden.party])),
            phrase(f"{burden.minutes}"),
            phrase(TextRun(f"at one fixed time {burden.fixed_minutes}", Emphasis.QUIET)),
        )
        for burden in rotation
    )
    yield Table((Column("", fold=False), Column("", right=True, fold=False), Column("")), rows)
