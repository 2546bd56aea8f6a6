"""What would help: the smallest changes of a search without windows that open a slot, each one tried.

A change is only told when the changed search finds a start; its `args` are the words that run it again.
Nobody is asked for the night while anything else helps.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.cost.sums import cost_sums
from clientbridge.core.meeting.no_slot.by_day import grid_by_day
from clientbridge.core.meeting.no_slot.extra_time import ExtraSide, ExtraTime
from clientbridge.core.meeting.no_slot.openings import Opening, openings
from clientbridge.core.meeting.no_slot.result import LongestGap, Relaxation
from clientbridge.core.meeting.party_view import PartyViews
from clientbridge.core.meeting.request import WEEKS_LATER, MeetingRequest, Party, RequestWords
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.working_time import Almanac
from clientbridge.core.time.durations import show_minutes
from clientbridge.core.time.formatting import short_day, short_weekday
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours
from clientbridge.core.time.intervals import at_minute, union

SHORTEST = 15
"""No meeting shorter than this, in minutes, is proposed."""
SHORTER_STEP = 5
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
    of_several: bool = False
    """Whether several parties are asked, which is told only where no single one opens the same slot."""


def relaxations(
    result: SearchResult, gap: LongestGap | None, almanac_of: Callable[[MeetingRequest], Almanac]
) -> tuple[Relaxation, ...]:
    """The changes that find a slot, each the smallest of its kind; at night only where nothing else helps."""
    almanacs: dict[tuple[int, int], Almanac] = {result.request.within: result.almanac}

    def searched(request: MeetingRequest) -> SearchResult:
        if request.within not in almanacs:
            almanacs[request.within] = almanac_of(request)
        return search(request, almanacs[request.within])

    by_night: dict[bool, list[Opening]] = {False: [], True: []}
    for opening in openings(result):
        by_night[opening.at_night].append(opening)
    tries = (
        _working(result, gap, opened, searched, at_night=at_night) for at_night, opened in by_night.items()
    )
    return next(filter(None, tries), ())


def _working(
    result: SearchResult,
    gap: LongestGap | None,
    opened: Sequence[Opening],
    searched: Callable[[MeetingRequest], SearchResult],
    *,
    at_night: bool,
) -> tuple[Relaxation, ...]:
    ladders = _ladders(result, gap, opened)
    tried = (_first_that_helps(ladder, searched, at_night=at_night) for ladder in ladders)
    working = [one for one in tried if one is not None]
    starts = {slot.start for change, slot, _ in working if not change.of_several}
    return tuple(
        _told(change, slot, count)
        for change, slot, count in working
        if not change.of_several or slot.start not in starts
    )


def _first_that_helps(
    ladder: Iterable[Candidate], searched: Callable[[MeetingRequest], SearchResult], *, at_night: bool
) -> tuple[Candidate, Slot, int] | None:
    """The smallest change of a kind with its best slot and the number of its starts.

    The slot is at night only where that is allowed. A better one at night is no reason to drop a change that
    opens one by day: whoever accepts more would be helped less.
    """
    for change in ladder:
        found = searched(change.request)
        starts = found.grid if at_night else grid_by_day(found)
        if starts:
            sums = cost_sums(found.request, found.almanac, found.attendances)
            best = min(map(sums.order, starts))[-1]
            return change, PartyViews(found).slot(best), len(found.grid)
    return None


def _told(change: Candidate, slot: Slot, starts: int) -> Relaxation:
    return Relaxation(
        say=f"{change.say}: {_everyones_time(slot)}",
        args=change.request.words.args,
        slots=starts,
        change=change.say,
        slot=slot,
    )


def _everyones_time(slot: Slot) -> str:
    """``Tue 24 Nov 16:00 in Brussels, Wed 00:00 in Tokyo``: your day, and each place once."""
    mine, *others = (time for time in slot.parties if time.id not in slot.missing)
    told = [f"{short_day(mine.start)} {mine.start:%H:%M} in {mine.where}"]
    for time in others:
        day = f"{short_weekday(time.start)} " if time.day_shift else ""
        if time.start.utcoffset() != mine.start.utcoffset():
            told.append(f"{day}{time.start:%H:%M} in {time.where}")
    return ", ".join(dict.fromkeys(told))


def _ladders(
    result: SearchResult, gap: LongestGap | None, opened: Sequence[Opening]
) -> Iterator[Iterable[Candidate]]:
    """One ladder per kind of change, each from the smallest change up."""
    request = result.request
    yield _finer_steps(request)
    for opening in _smallest(request, opened):
        yield [_stretched(result, opening)]
    yield _shorter(request, gap)
    if sum(party.required for party in request.others) > 1:
        for party in request.others:
            if party.required:
                yield [_without(request, party.id, party.name)]
    yield from ([change] for change in _fewer_limits(request))
    yield _later(request)


def _smallest(request: MeetingRequest, opened: Sequence[Opening]) -> Iterator[Opening]:
    """The smallest that you alone could do on each side, then each client alone, then the cheapest mix.

    A mix is worth telling only where it costs less than what one party could do alone.
    """
    alone: dict[tuple[str, tuple[ExtraSide, ...]], Opening] = {}
    mixed: list[Opening] = []
    for opening in sorted(opened, key=lambda one: (one.minutes, one.cost, one.start)):
        (party, extra), *others = opening.extras
        if others:
            mixed.append(opening)
        else:
            alone.setdefault((party.id, extra.sides), opening)
    positions = {party.id: at for at, party in enumerate(request.parties)}
    yield from sorted(
        alone.values(),
        key=lambda one: (positions[one.extras[0][0].id], *(side.value for side in one.extras[0][1].sides)),
    )
    cheapest = min(mixed, key=lambda one: (one.cost, one.minutes, one.start), default=None)
    if cheapest is not None and all(cheapest.cost < one.cost for one in alone.values()):
        yield cheapest


def _stretched(result: SearchResult, opening: Opening) -> Candidate:
    """The search with everyone asked for just what a start needs."""
    request, say = result.request, []
    for party, extra in opening.extras:
        if party.is_me:
            request = _with_my_stretch(result, request, extra)
            say.append(_what_you_do(extra))
    asked = {party.id: extra.minutes for party, extra in opening.extras if not party.is_me}
    if asked:
        request = _asking(request, asked)
        names = {party.id: party.name for party in request.parties}
        *most, last = (f"{names[party]} for {show_minutes(minutes)}" for party, minutes in asked.items())
        everyone = f"{', '.join(most)} and {last}" if most else last
        say.append(f"ask {everyone} beyond their hours")
    return Candidate(say=" and ".join(say), request=request, of_several=len(opening.extras) > 1)


def _what_you_do(extra: ExtraTime) -> str:
    words = []
    for side, hours in zip(extra.sides, extra.hours, strict=True):
        minutes = show_minutes(hours.end - hours.start)
        match side:
            case ExtraSide.EARLIER:
                words.append(f"start {minutes} earlier")
            case ExtraSide.LATER:
                words.append(f"stay {minutes} later")
            case ExtraSide.BETWEEN:
                words.append(f"accept {hours}")
    return f"you {' and '.join(words)}"


def _with_my_stretch(result: SearchResult, request: MeetingRequest, extra: ExtraTime) -> MeetingRequest:
    usual = request.stretch or _always_the_same(result)
    spans = union((part.start, part.end) for part in (*usual, *extra.hours))
    stretch: DayHours = tuple(ClockRange(start, end) for start, end in spans)
    words = request.words.with_option("--stretch", ", ".join(map(str, stretch)))
    return replace(request, stretch=stretch, words=words)


def _always_the_same(result: SearchResult) -> DayHours:
    """Your hours where they are one range and the same on every day: a stretch is then shown as one, too."""
    days = {meaning.hours for meaning in result.attendances[0].days.meanings if meaning.hours}
    hours = days.pop() if len(days) == 1 else ()
    return hours if len(hours) == 1 and hours[0].end <= MINUTES_PER_DAY else ()


def _asking(request: MeetingRequest, asked: Mapping[str, int]) -> MeetingRequest:
    """The search with some clients asked for other minutes; a client that is alone needs no name."""
    parties = tuple(replace(party, asked=asked.get(party.id, party.asked)) for party in request.parties)
    words = request.words.without("--client-stretch")
    if len(request.others) == 1:
        words = words.with_more("--client-stretch", show_minutes(*asked.values()))
    else:
        words = _named(words, request.client_stretch, parties)
    return replace(request, parties=parties, words=words)


def _named(words: RequestWords, everyone: int, parties: Sequence[Party]) -> RequestWords:
    if everyone:
        words = words.with_more("--client-stretch", show_minutes(everyone))
    for party in parties:
        if party.asked is not None:
            words = words.with_more("--client-stretch", f"{party.id}={show_minutes(party.asked)}")
    return words


def _finer_steps(request: MeetingRequest) -> Iterator[Candidate]:
    for minutes in FINER_STEPS:
        if minutes < request.step:
            words = request.words.with_option("--step", show_minutes(minutes))
            say = f"start every {minutes} min" if minutes > 1 else "start at any minute"
            yield Candidate(say=say, request=replace(request, step=minutes, words=words))


def _shorter(request: MeetingRequest, gap: LongestGap | None) -> Iterator[Candidate]:
    longest = min(request.duration - 1, gap.minutes if gap else 0) // SHORTER_STEP * SHORTER_STEP
    for minutes in range(longest, SHORTEST - 1, -SHORTER_STEP):
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
