"""What ``cb meet`` answers: the next slots, a plan, one time judged, or a series."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.cli.meeting.defaults import with_defaults
from clientbridge.cli.meeting.options import MeetQuery, asked_of_clients, request_of
from clientbridge.cli.meeting.typed_places import with_places_chosen
from clientbridge.cli.outputs import check_files
from clientbridge.core.errors import UsageError
from clientbridge.core.limits import (
    MOST_EXPLAINED,
    check_list,
    check_search,
    check_series,
    check_times_shown,
    check_turns,
)
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.request import MeetingRequest, range_around
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.typed_option import read_from
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.render.formats import Format

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.meeting.series.recurrence import Recurrence
    from clientbridge.core.meeting.time_check import MeetingTime


def _repeats(query: MeetQuery) -> bool:
    return query.every is not None or query.rotate or query.times is not None


def answer(context: "Context", query: MeetQuery) -> None:
    """The answer that the options ask for."""
    if query.cancel is not None:
        from clientbridge.cli.meeting.cancelling import call_off

        call_off(context, query, query.cancel)
    elif query.forget is not None:
        from clientbridge.cli.meeting.keeping import forget_series

        forget_series(context, query, query.forget)
    else:
        _answer_search(context, query)


def _answer_search(context: "Context", query: MeetQuery) -> None:
    table = MeetingLoader(context.session, over_holds=query.over_holds)
    query = prepared(context, query, table)
    check_files(context, force=query.force, meeting=query.ics, html=query.html)
    _check_map(query)
    repeats = _repeats(query)
    _check_written(context, query, repeats=repeats)
    context.note_days(query.options.from_, query.options.to, query.at)
    if not query.parties and not query.options.optional:
        if query.at or repeats or query.text or query.writes_appointment:
            raise UsageError("no client is named", hint="name a client: cb meet acme")
        _next_slots(context, query, table)
    elif repeats:
        _show_series(context, query, table)
    elif query.at:
        _show_time(context, query, table, _judged(context, query, table))
    else:
        _show_plan(context, query, table, _plan(context, query, table))


def _show_series(context: "Context", query: MeetQuery, loader: MeetingLoader) -> None:
    series = _series(context, query, loader)
    _show_plan(context, query, loader, series)
    if query.keep:
        from clientbridge.cli.meeting.keeping import keep_series

        keep_series(context, query, series)


def _check_map(query: MeetQuery) -> None:
    """Raises UsageError where there is no range of starts to draw, or no picture in the answer."""
    if not query.map:
        return
    if not query.parties and not query.options.optional:
        raise UsageError(
            "--map draws one search, and no client is named", hint="name one: cb meet acme --map"
        )
    for option, given in (("--at", query.at), ("--every", _repeats(query)), ("--text", query.text)):
        if given:
            raise UsageError(f"--map and {option} do not go together", hint=f"leave out {option}")


def _check_written(context: "Context", query: MeetQuery, *, repeats: bool) -> None:
    """Raises UsageError where there is nothing to choose, or no calendar to save to."""
    if query.save:
        from clientbridge.cli.meeting.saving import check_store

        check_store(context)
    if query.keep:
        from clientbridge.cli.meeting.keeping import check_kept

        check_kept(context, repeats=repeats)
    if query.pick is None:
        return
    if not query.writes_appointment and not query.text:
        raise UsageError("--pick chooses what is written", hint="add --save, --ics meeting.ics, or --text")
    if repeats:
        raise UsageError("--pick chooses one slot, and a series is written whole", hint="leave it out")


def prepared(context: "Context", query: MeetQuery, loader: MeetingLoader) -> MeetQuery:
    """The query with your defaults, its places and its language as what they mean; raises as each of them."""
    return _with_known_places(context, _with_known_language(with_defaults(context, query, loader)))


def _with_known_places(context: "Context", query: MeetQuery) -> MeetQuery:
    """Places of a common name as the one that is meant; raises as `with_places_chosen`."""
    optional = query.options.optional
    return replace(
        query,
        parties=with_places_chosen(context, query.parties),
        options=replace(query.options, optional=with_places_chosen(context, optional)),
    )


def _with_known_language(query: MeetQuery) -> MeetQuery:
    """The language by its code of today; raises UsageError before anything is searched."""
    if query.lang is None:
        return query
    from clientbridge.load.profiles import Gazetteer
    from clientbridge.render.meeting.meeting_text import known_locale

    with read_from("--lang"):
        language = Gazetteer().language(query.lang)
        known_locale(language)
    return replace(query, lang=language)


def request_asked(context: "Context", query: MeetQuery, loader: MeetingLoader) -> MeetingRequest:
    """The search for the parties that are named; raises UsageError, UnknownNameError, AmbiguousNameError."""
    parties = loader.parties(query.parties, optional=query.options.optional)
    if len(parties) == 1:
        raise UsageError("a meeting needs someone else", hint="name a client: cb meet acme")
    parties = loader.asking(parties, asked_of_clients(query.options))
    request = request_of(query.options, parties, query.words, context.now, context.session.week)
    check_times_shown(request.count, len(parties))
    return request


def _next_slots(context: "Context", query: MeetQuery, loader: MeetingLoader) -> None:
    from clientbridge.core.meeting.next_slots import NOTICE, next_slots

    everyone = loader.asking((loader.me, *loader.every_client()), asked_of_clients(query.options))
    whole = request_of(query.options, everyone, query.words, context.now, context.session.week)
    check_list(len(whole.others), whole.days, whole.step)
    whole, left_out = loader.with_known_busy_times(whole)
    if query.options.notice is None:
        whole = replace(whole, notice=NOTICE)
    requests = [replace(whole, parties=(whole.me, client)) for client in whole.others]
    almanac = loader.almanac(whole)
    results = [search(request, almanac) for request in requests]
    told = (caution for one in results for caution in loader.cautions(one))
    warnings = dict.fromkeys((*left_out, *told))
    answer = next_slots(whole, results, tuple(warnings))
    if any(client.slot is None for client in answer.clients):
        from clientbridge.core.meeting.no_slot.list_relaxations import with_relaxations

        answer = with_relaxations(answer, results, loader.almanac)
    context.show_or_save(answer, None, {Format.HTML: query.html})


def _plan(context: "Context", query: MeetQuery, loader: MeetingLoader) -> MeetingPlan:
    request = request_asked(context, query, loader)
    check_search(len(request.parties), request.days)
    request = loader.with_busy_times(request)
    result = search(request, loader.almanac(request))
    answer = planned(context, result, loader)
    if not query.map or not answer.answered:
        return answer
    from clientbridge.core.meeting.cost.cost_map import cost_map

    return replace(answer, map=cost_map(result))


def planned(context: "Context", result: SearchResult, loader: MeetingLoader) -> MeetingPlan:
    """The plan of a search; one without a slot says what blocks and what would help."""
    answer = plan(result, loader.cautions(result))
    if answer.answered:
        return answer
    from clientbridge.core.meeting.no_slot.blockers import explain

    return explain(answer, _to_explain(context, result, loader), loader.almanac)


def _to_explain(context: "Context", result: SearchResult, loader: MeetingLoader) -> SearchResult:
    """The search, or the same for its first days where there are too many to say what blocks on each."""
    request = result.request
    days = max(1, MOST_EXPLAINED // len(request.parties))
    if request.days <= days:
        return result
    context.note(f"who blocks and what would help is told for the first {days} of {request.days} days")
    start, _ = request.within
    shorter = replace(request, within=(start, start + days * MINUTES_PER_DAY))
    return search(shorter, loader.almanac(shorter))


def _judged(context: "Context", query: MeetQuery, loader: MeetingLoader) -> "MeetingTime":
    from clientbridge.core.meeting.time_check import judge
    from clientbridge.load.typed_moment import moment_typed

    at = minute_of(moment_typed(context.session, query.at or "", query.zone))
    request = request_asked(context, query, loader)
    request = loader.with_busy_times(replace(request, within=range_around(at, request)))
    result = search(request, loader.almanac(request))
    return judge(result, at, loader.cautions(result))


def _series(context: "Context", query: MeetQuery, loader: MeetingLoader) -> MeetingPlan:
    from clientbridge.cli.meeting.series import range_of_series, recurrence_of
    from clientbridge.core.meeting.plan import series_plan
    from clientbridge.core.meeting.series.fixed_series import fixed_series
    from clientbridge.core.meeting.series.week_slot import best_week_slots, first_start
    from clientbridge.load.typed_moment import moment_typed

    with read_from("--zone"):
        zone = loader.zone(query.zone)
    recurrence = recurrence_of(query, zone)
    at = minute_of(moment_typed(context.session, query.at, query.zone)) if query.at else None
    request = request_asked(context, query, loader)
    request = replace(request, within=range_of_series(at, request, recurrence))
    if query.rotate:
        check_turns(len(request.parties), request.days, request.step)
    else:
        check_series(len(request.parties), request.days)
    request = loader.with_busy_times(request)
    result = search(request, loader.almanac(request))
    if query.rotate:
        return _in_turns(
            request=request, loader=loader, recurrence=recurrence, past=loader.past_burdens(request)
        )
    if at is None:
        places = best_week_slots(result, recurrence)
        if not places:
            return planned(context, result, loader)
        at = first_start(result, recurrence.anchor, places[0])
    series = fixed_series(result, at, recurrence, loader.zone("UTC"))
    return series_plan(result, series, loader.cautions(result))


def _in_turns(
    *, request: MeetingRequest, loader: MeetingLoader, recurrence: "Recurrence", past: Mapping[str, int]
) -> MeetingPlan:
    from clientbridge.core.meeting.plan import series_plan
    from clientbridge.core.meeting.series.turns import turns, widest

    wide = widest(search(request, loader.almanac(request)))
    return series_plan(wide, turns(wide, recurrence, past), loader.cautions(wide))


def _show_plan(context: "Context", query: MeetQuery, loader: MeetingLoader, result: MeetingPlan) -> None:
    if not (query.text or query.writes_appointment) or not result.answered:
        context.show_or_save(result, None, {Format.HTML: query.html})
        return
    from clientbridge.cli.meeting.export import share

    share(context, query, loader, result, _shared_slots(query, result))


def _shared_slots(query: MeetQuery, result: MeetingPlan) -> tuple[Slot, ...]:
    if query.pick is not None:
        return (_picked(query.pick, result.held),)
    is_whole = result.series or not query.writes_appointment or query.text
    return result.held if is_whole else result.held[:1]


def _picked(number: int, slots: tuple[Slot, ...]) -> Slot:
    if 1 <= number <= len(slots):
        return slots[number - 1]
    said = "there is only one slot" if len(slots) == 1 else f"there are {len(slots)} slots"
    hint = "leave it out" if len(slots) == 1 else f"choose one of 1 to {len(slots)}"
    raise UsageError(f"--pick {number}: {said}", hint=hint)


def _show_time(context: "Context", query: MeetQuery, loader: MeetingLoader, result: "MeetingTime") -> None:
    if not (query.text or query.writes_appointment) or not result.answered:
        context.show_or_save(result, None, {Format.HTML: query.html})
        return
    from clientbridge.cli.meeting.export import share

    slots = (result.slot,)
    share(context, query, loader, result, slots if query.pick is None else (_picked(query.pick, slots),))
