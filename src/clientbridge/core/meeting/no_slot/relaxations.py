"""What would help: the smallest changes of a search without windows that open a slot, each one tried.

A change is only told when the changed search finds a start; its `args` are the words that run it again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.availability import attendances
from clientbridge.core.meeting.no_slot.result import LongestGap, Relaxation
from clientbridge.core.meeting.request import WEEKS_LATER, MeetingRequest
from clientbridge.core.meeting.search import SearchResult, framed, grid_starts, possible_starts
from clientbridge.core.meeting.working_time import Almanac, PartyDays
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import short_day
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours, clock
from clientbridge.core.time.intervals import at_minute
from clientbridge.core.time.offsets import local_time

STRETCH_STEP = 30
MOST_STRETCH = 6 * 60
"""The longest stretch tried, in minutes: nobody would accept more."""
EARLIEST = 5 * 60
"""No relaxation proposes a start before this minute of the day."""
SHORTEST = 15
FINER_STEPS = (5, 1)
_WEEK = 7 * MINUTES_PER_DAY
_RANGE_OPTIONS = ("--next", "--from", "--to")
_LIMITS = {
    "--strict": "also on days that are likely closed",
    "--on": "on any weekday",
    "--between": "at any hour of your day",
    "--notice": "at shorter notice",
    "--buffer": "without a pause around other appointments",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One changed search, not yet tried."""

    say: str
    request: MeetingRequest


def relaxations(
    result: SearchResult, gap: LongestGap | None, almanac_of: Callable[[MeetingRequest], Almanac]
) -> tuple[Relaxation, ...]:
    """The changes that find a slot, each the smallest of its kind."""
    almanacs: dict[tuple[int, int], Almanac] = {result.request.within: result.almanac}

    def starts(request: MeetingRequest) -> list[int]:
        if request.within not in almanacs:
            almanacs[request.within] = almanac_of(request)
        return _starts(request, almanacs[request.within])

    working: list[Relaxation] = []
    for ladder in _ladders(result, gap):
        for change in ladder:
            opened = starts(change.request)
            if opened:
                working.append(_told(change, opened, result.attendances[0].days))
                break
    return tuple(working)


def _starts(request: MeetingRequest, almanac: Almanac) -> list[int]:
    everyone = attendances(request, almanac)
    mine = everyone[0].days
    return grid_starts(request, mine, possible_starts(request, everyone, framed(request, almanac, mine)))


def _told(change: Candidate, starts: list[int], mine: PartyDays) -> Relaxation:
    first = local_time(starts[0], mine.piece_at(starts[0]).zone)
    return Relaxation(
        say=f"{change.say}: from {short_day(first)} {first:%H:%M}",
        args=change.request.words.args,
        slots=len(starts),
    )


def _ladders(result: SearchResult, gap: LongestGap | None) -> Iterator[Iterator[Candidate]]:
    """One ladder per kind of change, each from the smallest change up."""
    request = result.request
    yield _finer_steps(request)
    yield from _your_stretches(result)
    yield _client_stretches(request)
    yield _shorter(request, gap)
    if sum(party.required for party in request.others) > 1:
        for party in request.others:
            if party.required:
                yield iter([_without(request, party.id, party.name)])
    yield from (iter([change]) for change in _fewer_limits(request))
    yield _later(request)


def _your_stretches(result: SearchResult) -> Iterator[Iterator[Candidate]]:
    usual = _envelope(result)
    if usual is not None:
        yield _stretched(result.request, usual, earlier=True)
        yield _stretched(result.request, usual, earlier=False)


def _envelope(result: SearchResult) -> ClockRange | None:
    """From your earliest to your latest minute of any day, stretch included; None for overnight hours."""
    hours = [part for meaning in result.attendances[0].days.meanings for part in meaning.hours]
    hours.extend(result.request.stretch)
    if not hours or any(part.end > MINUTES_PER_DAY for part in hours):
        return None
    return ClockRange(min(part.start for part in hours), max(part.end for part in hours))


def _stretched(request: MeetingRequest, usual: ClockRange, *, earlier: bool) -> Iterator[Candidate]:
    for minutes in range(STRETCH_STEP, MOST_STRETCH + 1, STRETCH_STEP):
        start = usual.start - minutes if earlier else usual.start
        end = usual.end if earlier else usual.end + minutes
        if start < min(usual.start, EARLIEST) or end > MINUTES_PER_DAY:
            return
        stretch: DayHours = (ClockRange(start, end),)
        say = f"start {show_minutes(minutes)} earlier" if earlier else f"stay {show_minutes(minutes)} later"
        words = request.words.with_option("--stretch", f"{clock(start)}-{clock(end)}")
        yield Candidate(say=f"you {say}", request=replace(request, stretch=stretch, words=words))


def _finer_steps(request: MeetingRequest) -> Iterator[Candidate]:
    for minutes in FINER_STEPS:
        if minutes < request.step:
            words = request.words.with_option("--step", show_minutes(minutes))
            say = f"start every {minutes} min" if minutes > 1 else "start at any minute"
            yield Candidate(say=say, request=replace(request, step=minutes, words=words))


def _client_stretches(request: MeetingRequest) -> Iterator[Candidate]:
    for minutes in range(request.client_stretch + STRETCH_STEP, MOST_STRETCH + 1, STRETCH_STEP):
        words = request.words.with_option("--client-stretch", show_minutes(minutes))
        say = f"ask the clients for {show_minutes(minutes)} beyond their hours"
        yield Candidate(say=say, request=replace(request, client_stretch=minutes, words=words))


def _shorter(request: MeetingRequest, gap: LongestGap | None) -> Iterator[Candidate]:
    longest = min(request.duration - 1, gap.minutes if gap else 0) // SHORTEST * SHORTEST
    for minutes in range(longest, 0, -SHORTEST):
        words = request.words.with_option("--duration", show_minutes(minutes))
        yield Candidate(
            say=f"meet for {show_minutes(minutes)}", request=replace(request, duration=minutes, words=words)
        )


def _without(request: MeetingRequest, party_id: str, name: str) -> Candidate:
    parties = tuple(
        replace(party, required=False) if party.id == party_id else party for party in request.parties
    )
    words = request.words.with_more("--optional", party_id)
    return Candidate(say=f"without {name}", request=replace(request, parties=parties, words=words))


def _fewer_limits(request: MeetingRequest) -> Iterator[Candidate]:
    given = dict(request.words.options)
    freed: Mapping[str, MeetingRequest] = {
        "--strict": replace(request, strict=False),
        "--on": replace(request, weekdays=frozenset()),
        "--between": replace(request, between=()),
        "--notice": replace(request, notice=0),
        "--buffer": replace(request, buffer=0),
    }
    for option, say in _LIMITS.items():
        if option in given:
            words = request.words.without(option)
            yield Candidate(say=say, request=replace(freed[option], words=words))


def _later(request: MeetingRequest) -> Iterator[Candidate]:
    start, end = request.within
    for weeks in range(1, WEEKS_LATER + 1):
        moved = (start + weeks * _WEEK, end + weeks * _WEEK)
        words = request.words.without(*_RANGE_OPTIONS)
        for option, minute in zip(("--from", "--to"), moved, strict=True):
            words = words.with_option(option, f"{at_minute(minute):%Y-%m-%dT%H:%MZ}")
        say = f"{weeks} week{'' if weeks == 1 else 's'} later"
        yield Candidate(say=say, request=replace(request, within=moved, words=words))
