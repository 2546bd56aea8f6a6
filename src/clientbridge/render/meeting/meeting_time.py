"""The page of ``cb meet PARTY… --at WHEN``: who is where in their day, what is against it, what is better."""

from collections.abc import Iterator

from clientbridge.core.command_line import CommandLine
from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.slots import Fit, PartyTime, Slot
from clientbridge.core.meeting.time_check import MeetingTime
from clientbridge.core.time.durations import show_minutes
from clientbridge.render.command_text import typed
from clientbridge.render.meeting.remarks import said_once
from clientbridge.render.meeting.times import TONES, day, offset, span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Line,
    Next,
    Page,
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
from clientbridge.render.page import page as page_of

_WORDS = {
    Fit.WORKING: "working",
    Fit.UNKNOWN: "perhaps working",
    Fit.STRETCH: "accepts it",
    Fit.OUTSIDE: "outside working time",
    Fit.CLOSED: "closed",
    Fit.BUSY: "busy",
}


def page(result: MeetingTime) -> Page:
    """The verdict first, then everyone, then the better time."""
    return page_of(
        Title(when_of(result), aside=show_minutes(result.request.duration_minutes)),
        *(Line(phrase(careful("careful: "), warning.detail)) for warning in result.warnings),
        *_judgement(result),
        *_better(result),
    )


def judged_blocks(result: MeetingTime, when: str, verdict: TextRun | None = None) -> Iterator[Block]:
    """The time, the verdict, everyone, and what is against it: for pages that say more of the meeting."""
    yield Line(phrase(strong(when)))
    yield from _judgement(result, verdict)


def when_of(result: MeetingTime) -> str:
    """The time on your clock, with its day, year and place."""
    mine = result.slot.parties[0]
    return f"{day(mine.start)} {mine.start.year} {span(mine.start, mine.end)} {mine.where}"


def _judgement(result: MeetingTime, verdict: TextRun | None = None) -> Iterator[Block]:
    yield Line(phrase(verdict or _verdict(result)))
    yield BlankLine()
    yield Table(
        (Column("", fold=False), Column("", fold=False), Column("", fold=False)),
        tuple(_row(_name(result, party), time) for party, time in _pairs(result)),
    )
    yield from _against(result)


def _verdict(result: MeetingTime) -> TextRun:
    if not result.possible:
        return bad("This time does not work.")
    return good("This time is good.") if not result.slot.cost else careful("This time works, at a price.")


def _pairs(result: MeetingTime) -> Iterator[tuple[PartyFacts, PartyTime]]:
    return zip(result.parties, result.slot.parties, strict=True)


def _name(result: MeetingTime, party: PartyFacts) -> str:
    return "you" if party.id == result.parties[0].id else party.name


def _row(name: str, time: PartyTime) -> tuple[Phrase, ...]:
    local = f"{time.start:%H:%M} {time.where}"
    when = f"{day(time.start)} {local}" if time.day_shift else local
    return (
        phrase(strong(name)),
        phrase(when, quiet(f" {offset(time.start)}")),
        phrase(TextRun(_WORDS[time.fit], TONES[time.fit])),
    )


def _against(result: MeetingTime) -> Iterator[Block]:
    """What each party would say against it, reasons before costs."""
    lines = []
    for party, time in _pairs(result):
        name = _name(result, party)
        why = [blocker.detail for blocker in result.against if blocker.party == party.id]
        remarks = "; ".join(said_once(why, time.notes))
        if remarks:
            lines.append(Line(phrase(strong(f"{name}: "), remarks)))
    if lines:
        yield BlankLine()
        yield from lines


def _better(result: MeetingTime) -> Iterator[Block]:
    """The nearest time that works where this one does not, and the nearest one that costs less."""
    yield BlankLine()
    if result.nearest is not None:
        yield _line("The nearest that works: ", result.nearest, f", cost {result.nearest.cost}.")
    if result.better is not None and result.better != result.nearest:
        costs = f", cost {result.better.cost} instead of {result.slot.cost}."
        yield _line("The nearest that costs less: ", result.better, costs)
    if result.nearest is None and result.better is None:
        yield from _none_near(result)


def _none_near(result: MeetingTime) -> Iterator[Block]:
    says = "costs less" if result.possible else "works"
    yield Line(phrase(f"No time within a week of it {says}."))
    if not result.possible:
        call = CommandLine(("meet", *(party.id for party in result.parties[1:])))
        yield Next(typed(call), "what is in the way, and what would help")


def _line(before: str, slot: Slot, after: str) -> Line:
    mine = slot.parties[0]
    when = strong(f"{day(mine.start)} {span(mine.start, mine.end)}")
    return Line(phrase(before, when, f" {mine.where}{after}"))
