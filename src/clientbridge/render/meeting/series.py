"""A meeting that comes again, on the page: everyone's times, occurrence by occurrence, and what moves."""

from collections import Counter
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.result import MeetingPlan, PartyFacts
from clientbridge.core.meeting.series.result import Burden, Drift, Series
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import city, short_day
from clientbridge.core.workspace.profiles import DateRange
from clientbridge.render.meeting.remarks import NumberedText, numbered, numbered_table
from clientbridge.render.meeting.times import legend, local_start
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
    """The occurrences, who misses them, and for a fixed time what moves and the anchors."""
    names = {party.id: party.id for party in plan.parties} | {plan.parties[0].id: "you"}
    word = "in turns" if series.rotation else _kept_at(series)
    rhythm = f"every {series.every} " if series.every else ""
    yield Line(phrase(strong(f"{rhythm}{word}, {series.times} times: "), _kept(series)))
    yield BlankLine()
    yield from _times(plan, series, names)
    yield from (
        Line(phrase(quiet(signs))) for signs in legend(time for slot in plan.slots for time in slot.parties)
    )
    yield from _not_kept(series, names)
    if series.rotation is not None:
        yield BlankLine()
        yield from _burdens(names, series.rotation)
    else:
        yield from _drift(names, series)
        yield from _anchors(names, series)


def _kept_at(series: Series) -> str:
    """The time on the anchor's clock; of dates that somebody moved, the one that most have."""
    times = Counter(f"{slot.start.astimezone(series.anchor):%H:%M}" for slot in series.occurrences)
    ((kept, often),) = times.most_common(1)
    place = city(series.anchor.key)
    if len(times) == 1:
        return f"at {kept} {place}"
    return f"mostly at {kept} {place}" if often > 1 else "at different times"


def _not_kept(series: Series, names: Mapping[str, str]) -> Iterator[Block]:
    if series.missed:
        yield BlankLine()
        yield numbered_table(list(_missed(series, names)))
    if series.left_out:
        yield BlankLine()
        yield from (
            Line(phrase(bad(f"No time for everyone: {_in_words(days)}."))) for days in series.left_out
        )


def _in_words(days: DateRange) -> str:
    return f"{short_day(days.first)} to {short_day(days.last)}"


def _missed(series: Series, names: Mapping[str, str]) -> Iterator[NumberedText]:
    """Who cannot be there and why, with the numbers of the dates."""
    numbers_of: dict[str, list[int]] = {}
    for missed in series.missed:
        say = f"without {names[missed.party]}: {missed.detail}"
        numbers_of.setdefault(say, []).append(missed.number)
    for say, of in numbers_of.items():
        yield numbered(of, bad(say))


def _kept(series: Series) -> TextRun:
    if series.kept == series.times:
        return good("everyone can, each time")
    return careful(f"everyone can on {series.kept} of {series.times} dates")


def _times(plan: MeetingPlan, series: Series, names: Mapping[str, str]) -> Iterator[Block]:
    """Local starts side by side, or a line a date for many places and on narrow screens."""
    lists = numbered_table([_list(plan, series, slot, names) for slot in series.occurrences])
    if len(series.drift) > _MOST_COLUMNS:
        yield lists
        return
    rows = [
        (
            phrase(strong(f"{slot.rank}")),
            _date(plan, slot),
            *(_cell(series, slot, at) for at in range(len(series.drift))),
        )
        for slot in series.occurrences
    ]
    heads = (
        Column(f"{names[drift.party]}, {_usual_place(party, drift)}", fold=False)
        for party, drift in zip(plan.parties, series.drift, strict=True)
    )
    columns = (Column("", right=True, fold=False), Column("", fold=False), *heads)
    yield Table(columns, tuple(rows), narrow=(lists,))


def _cell(series: Series, slot: Slot, at: int) -> Phrase:
    """A local start with its sign; a time that differs from the one before is marked."""
    time, drift = slot.parties[at], series.drift[at]
    moved = slot.rank in drift.by_clock and series.rotation is None
    return phrase(local_start(time), _elsewhere(time.timezone, drift), careful(" moved") if moved else "")


def _list(plan: MeetingPlan, series: Series, slot: Slot, names: Mapping[str, str]) -> NumberedText:
    pieces: list[TextRun] = [*_date(plan, slot), TextRun(": ")]
    for at, drift in enumerate(series.drift):
        pieces.extend((TextRun(f"{', ' if at else ''}{names[drift.party]} "), *_cell(series, slot, at)))
    return numbered([slot.rank], *pieces)


def _usual_place(party: PartyFacts, drift: Drift) -> str:
    return party.where if party.timezone.key == drift.usual.key else city(drift.usual.key)


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
    by_number: dict[int, list[str]] = {}
    for drift in moving:
        for number, old in zip(drift.by_clock, drift.was, strict=True):
            new = drift.starts[number - 1]
            by_number.setdefault(number, []).append(
                f"{names[drift.party]} {new:%H:%M} instead of {old:%H:%M}"
            )
    yield numbered_table([numbered([number], ", ".join(by_number[number])) for number in sorted(by_number)])


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
    if not any(burden.minutes or burden.fixed_minutes for burden in rotation):
        yield Line(phrase(good("Nobody is asked for time outside working hours.")))
        return
    yield Title("What it costs each outside working time", level=2)
    rows = tuple(
        (
            phrase(strong(names[burden.party])),
            phrase(f"{burden.minutes}"),
            phrase(TextRun(f"at one fixed time {burden.fixed_minutes}{_carried(burden)}", Emphasis.QUIET)),
        )
        for burden in rotation
    )
    yield Table((Column("", fold=False), Column("", right=True, fold=False), Column("")), rows)


def _carried(burden: Burden) -> str:
    """What the meetings of the last 13 weeks cost already, which the turns make up for."""
    return f", in the last 13 weeks {burden.before}" if burden.before else ""
