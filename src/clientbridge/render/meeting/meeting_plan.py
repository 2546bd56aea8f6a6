"""The page of ``cb meet PARTY…``: slots with everyone's local times, or what blocks and what would help."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.command_line import CommandLine
from clientbridge.core.days.location import date_at, local_at, where_at, zone_at
from clientbridge.core.meeting.cost.prices import CostCode
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import short_day
from clientbridge.core.workspace.profiles import Schedule
from clientbridge.render.command_text import typed
from clientbridge.render.meeting.remarks import (
    NumberedTimes,
    in_one_line,
    numbered_table,
    remark_rows,
    remarks_beyond_signs,
)
from clientbridge.render.meeting.times import cities, day, legend, local_span, span
from clientbridge.render.page import (
    BlankLine,
    Block,
    Column,
    Emphasis,
    Line,
    Next,
    Page,
    Phrase,
    Table,
    Title,
    bad,
    careful,
    offered,
    phrase,
    quiet,
    strong,
)
from clientbridge.render.page import page as page_of

if TYPE_CHECKING:
    from clientbridge.core.meeting.no_slot.result import Blocker

_MOST_COLUMNS = 4
_MINUTE = timedelta(minutes=1)
_MOST_BLOCKERS = 8
_MOST_REASONS = 3
_Group = tuple[int, ...]
"""Positions of parties that have the same times in every slot."""


def page(result: MeetingPlan) -> Page:
    """Slots first, then why each is as it is; without slots, the blockers and the ways out."""
    request = result.request
    first, last = date_at(request.here, request.from_), date_at(request.here, request.to - _MINUTE)
    days = short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"
    return page_of(
        Title(
            f"Meet {', '.join(party.name for party in result.parties[1:])}",
            aside=f"{show_minutes(request.duration_minutes)}, {days}",
        ),
        *_warnings(result),
        BlankLine(),
        *_answer(result),
    )


def _answer(result: MeetingPlan) -> Iterator[Block]:
    if result.series is not None and result.slots:
        from clientbridge.render.meeting.series import series_blocks

        yield from series_blocks(result, result.series)
    elif result.slots:
        yield from _slots(result)
        as_text = result.request.words.with_option("--text")
        yield Next(typed(CommandLine(as_text.args)), "to paste into a message")
    else:
        yield from _nothing(result)


def _warnings(result: MeetingPlan) -> Iterator[Block]:
    for warning in result.warnings:
        yield Line(phrase(careful("careful: "), warning.detail))
    assumed = [party.name for party in result.parties if not party.known]
    if assumed and not result.slots:
        say = f"no hours are given for {in_one_line(assumed)}: usual office hours there are assumed"
        yield Line(phrase(careful("careful: "), say))


def _slots(result: MeetingPlan) -> Iterator[Block]:
    groups = _groups(result.slots)
    lists = tuple(_lists(result, groups))
    yield from (_table(result, groups, lists),) if len(groups) <= _MOST_COLUMNS else lists
    for signs in legend(time for slot in result.slots for time in slot.parties):
        yield Line(phrase(quiet(signs)))
    if result.map is not None:
        from clientbridge.render.meeting.pictures.cost_picture import cost_blocks

        yield from cost_blocks(result, result.map)
    elif result.day is not None:
        from clientbridge.render.meeting.pictures.day_picture import day_blocks

        yield from day_blocks(result, result.day)
    remarks = remark_rows(_said(result, slot) for slot in result.slots)
    if remarks:
        yield BlankLine()
        yield numbered_table(remarks)


def _said(result: MeetingPlan, slot: Slot) -> NumberedTimes:
    """What is to be known of a slot, by whom it is about."""
    who = {party.id: party.id for party in result.parties} | {result.parties[0].id: "you"}
    times = slot.parties
    return NumberedTimes(
        slot.rank, tuple((who[time.id], remarks_beyond_signs(time, with_minutes=True)) for time in times)
    )


def _groups(slots: tuple[Slot, ...]) -> tuple[_Group, ...]:
    """You alone, then the others, those with the same times together."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for at in range(len(slots[0].parties)):
        times = tuple(
            (slot.parties[at].timezone.key, slot.parties[at].start, slot.parties[at].fit, at == 0)
            for slot in slots
        )
        alike.setdefault(times, []).append(at)
    return tuple(tuple(group) for group in alike.values())


def _table(result: MeetingPlan, groups: tuple[_Group, ...], narrow: tuple[Block, ...]) -> Table:
    first = result.slots[0]
    heads = [
        f"{'you' if group == (0,) else _who(result, group)}, {cities([first.parties[at] for at in group])}"
        for group in groups
    ]
    return Table(
        (
            Column("", right=True, fold=False),
            *(Column(head, fold=at > 0) for at, head in enumerate(heads)),
            Column("cost", right=True, fold=False),
        ),
        tuple(
            (
                phrase(strong(f"{slot.rank}")),
                *(_cell(slot, group, first.parties[group[0]].timezone) for group in groups),
                phrase(f"{slot.cost}"),
            )
            for slot in result.slots
        ),
        narrow=narrow,
    )


def _who(result: MeetingPlan, group: _Group) -> str:
    """By the id, as it was typed: names are long, and stand in the title and in the picture."""
    return result.parties[group[0]].id if len(group) == 1 else f"{len(group)} people"


def _cell(slot: Slot, group: _Group, usual: ZoneInfo) -> Phrase:
    time = slot.parties[group[0]]
    elsewhere = f" {time.where}" if time.timezone is not usual else ""
    if group[0] == 0:
        return phrase(f"{day(time.start)} ", local_span(time), elsewhere)
    return phrase(local_span(time), elsewhere)


def _lists(result: MeetingPlan, groups: tuple[_Group, ...]) -> Iterator[Block]:
    """For many places, and narrow screens: a slot a line, and everyone's times under it."""
    for slot in result.slots:
        mine = slot.parties[0]
        when = local_span(mine)
        head = phrase(strong(f"{slot.rank}  {day(mine.start)} "), when, " ")
        yield Line((*head, *phrase(f"{mine.where}, cost {slot.cost}")))
        for group in groups:
            if group[0] != 0:
                times = [slot.parties[at] for at in group]
                who = _who(result, group)
                yield Line(phrase(local_span(times[0]), f"  {cities(times)}, {who}"), indent=3)


def _nothing(result: MeetingPlan) -> Iterator[Block]:
    yield Line(phrase(bad("No time fits everyone.")))
    if result.longest_gap is not None:
        gap = result.longest_gap
        here = result.request.here
        start, zone = local_at(here, gap.start), zone_at(here, gap.start)
        yield Line(
            phrase(
                f"The longest time in common is {show_minutes(gap.minutes)}: ",
                f"{day(start)} {span(start, gap.end.astimezone(zone))} {where_at(here, gap.start)}.",
            )
        )
    yield BlankLine()
    yield Title("In the way", level=2)
    yield _blockers(result)
    if result.relaxations:
        yield BlankLine()
        yield from _helps(result)


def _helps(result: MeetingPlan) -> Iterator[Block]:
    """Each change with everyone's time and the command; it is said where somebody would be up at night."""
    at_night = any(_is_at_night(relaxation.slot) for relaxation in result.relaxations)
    yield Title("What would help, at night for someone" if at_night else "What would help", level=2)
    for relaxation in result.relaxations:
        starts = f"{relaxation.slots} {'start' if relaxation.slots == 1 else 'starts'}"
        yield Line(phrase(f"{relaxation.say} ({starts})"))
        yield Line(phrase(offered(typed(CommandLine(relaxation.args)), Emphasis.STRONG)), indent=2)


def _is_at_night(slot: Slot) -> bool:
    there = (time for time in slot.parties if time.id not in slot.missing)
    return any(part.code is CostCode.NIGHT for time in there for part in time.parts)


def _blockers(result: MeetingPlan) -> Table:
    """A row for each party with its reasons, each once with its days; weekends only where they are all."""
    from clientbridge.core.meeting.no_slot.result import BlockerCode

    names = {party.id: party.name for party in result.parties} | {result.parties[0].id: "you"}
    telling = [blocker for blocker in result.blockers if blocker.code is not BlockerCode.WEEKEND]
    by_party: dict[str, dict[str, list[Blocker]]] = {}
    for blocker in telling or result.blockers:
        by_party.setdefault(blocker.party, {}).setdefault(blocker.detail, []).append(blocker)
    clocks = {party.id: party.timezone for party in result.parties[1:]}
    rows = [
        (phrase(strong(names[party])), _reasons(by_detail, result.request.here, clocks.get(party)))
        for party, by_detail in by_party.items()
    ]
    more = len(rows) - _MOST_BLOCKERS
    if more > 0:
        rows[_MOST_BLOCKERS:] = [(phrase(quiet(f"and {more} more: --json")), phrase(""))]
    return Table((Column("", fold=False), Column("")), tuple(rows))


def _reasons(by_detail: "dict[str, list[Blocker]]", here: Schedule, there: ZoneInfo | None) -> Phrase:
    """What blocks most first."""
    longest = sorted(by_detail.items(), key=lambda one: -len(one[1]))
    told = [f"{detail} ({_days(blockers, here, there)})" for detail, blockers in longest[:_MOST_REASONS]]
    more = [f"and {len(longest) - _MOST_REASONS} more"] if len(longest) > _MOST_REASONS else []
    return phrase(careful("; ".join([*told, *more])))


def _days(blockers: "list[Blocker]", here: Schedule, there: ZoneInfo | None) -> str:
    """The days on the clock of the party whose hours are told; one appointment by its time on yours."""
    mine = [local_at(here, blocker.from_) for blocker in blockers]
    if _is_told_by_the_hour(blockers[0]):
        if len({start.date() for start in mine}) == 1:
            return f"{day(mine[0])} {span(mine[0], blockers[-1].to.astimezone(mine[-1].tzinfo))}"
        return _first_and_last(mine)
    return _first_and_last(
        mine if there is None else [blocker.from_.astimezone(there) for blocker in blockers]
    )


def _is_told_by_the_hour(blocker: "Blocker") -> bool:
    from clientbridge.core.meeting.no_slot.result import BlockerCode

    return blocker.code in {BlockerCode.BUSY, BlockerCode.REQUEST}


def _first_and_last(starts: "list[datetime]") -> str:
    dates = list(dict.fromkeys(day(start) for start in starts))
    if len(dates) == 1:
        return dates[0]
    joined = "and" if len(dates) == len(("first", "last")) else "to"
    count = f", {len(dates)} days" if joined == "to" else ""
    return f"{dates[0]} {joined} {dates[-1]}{count}"
