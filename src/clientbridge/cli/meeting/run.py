"""What ``cb meet`` answers: the next slots, a plan, one time judged, or a series."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.cli.meeting.options import MeetQuery, range_around, request_of
from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.plan import plan
from clientbridge.core.meeting.request import MeetingRequest
from clientbridge.core.meeting.result import MeetingPlan
from clientbridge.core.meeting.search import SearchResult, search
from clientbridge.core.time.intervals import minute_of
from clientbridge.load.meeting import MeetingLoader

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.core.meeting.series.recurrence import Recurrence
    from clientbridge.core.meeting.time_check import MeetingTime


def _repeats(asked: MeetQuery) -> bool:
    return asked.every is not None or asked.rotate or asked.times is not None


def answer(context: "Context", asked: MeetQuery) -> None:
    """The answer that the options ask for."""
    table = MeetingLoader(context.session)
    repeats = _repeats(asked)
    if not asked.parties and not asked.options.optional:
        if asked.at or repeats or asked.text or asked.ics:
            raise UsageError("no client is named", hint="name a client: cb meet acme")
        _next_slots(context, asked, table)
    elif repeats:
        _show_plan(context, asked, table, _series(context, asked, table))
    elif asked.at:
        _show_time(context, asked, table, _judged(context, asked, table))
    else:
        _show_plan(context, asked, table, _plan(context, asked, table))


def _request(context: "Context", asked: MeetQuery, table: MeetingLoader) -> MeetingRequest:
    parties = table.parties(asked.parties, optional=asked.options.optional)
    if len(parties) == 1:
        raise UsageError("a meeting needs someone else", hint="name a client: cb meet acme")
    return request_of(asked.options, parties, asked.words, context.now)


def _next_slots(context: "Context", asked: MeetQuery, table: MeetingLoader) -> None:
    from clientbridge.core.meeting.next_slots import next_slots

    everyone = (table.me, *table.every_client())
    whole = table.with_busy_times(request_of(asked.options, everyone, asked.words, context.now))
    requests = [replace(whole, parties=(whole.me, client)) for client in whole.others]
    almanac = table.almanac(whole)
    found = [search(request, almanac) for request in requests]
    warnings = dict.fromkeys(caution for one in found for caution in table.cautions(one))
    context.show(next_slots(whole, found, tuple(warnings)))


def _plan(context: "Context", asked: MeetQuery, table: MeetingLoader) -> MeetingPlan:
    request = table.with_busy_times(_request(context, asked, table))
    return _planned(search(request, table.almanac(request)), table)


def _planned(found: SearchResult, table: MeetingLoader) -> MeetingPlan:
    result = plan(found, table.cautions(found))
    if result.answered:
        return result
    from clientbridge.core.meeting.no_slot.blockers import explained

    return explained(result, found, table.almanac)


def _judged(context: "Context", asked: MeetQuery, table: MeetingLoader) -> "MeetingTime":
    from clientbridge.core.meeting.time_check import judge
    from clientbridge.core.time.parse import read_moment

    at = minute_of(read_moment(asked.at or "", now=context.now, zone=table.zone(asked.zone)))
    request = _request(context, asked, table)
    request = table.with_busy_times(replace(request, within=range_around(at, request)))
    found = search(request, table.almanac(request))
    return judge(found, at, table.cautions(found))


def _series(context: "Context", asked: MeetQuery, table: MeetingLoader) -> MeetingPlan:
    from clientbridge.cli.meeting.series import range_of_series, repetition_of
    from clientbridge.core.meeting.plan import series_plan
    from clientbridge.core.meeting.series.fixed_series import fixed_series
    from clientbridge.core.meeting.series.week_slot import best_week_slots, first_start
    from clientbridge.core.time.parse import read_moment

    repetition = repetition_of(asked, table.zone(asked.zone))
    at = None
    if asked.at:
        at = minute_of(read_moment(asked.at, now=context.now, zone=repetition.anchor))
    request = _request(context, asked, table)
    request = table.with_busy_times(replace(request, within=range_of_series(at, request, repetition)))
    found = search(request, table.almanac(request))
    if asked.rotate:
        return _in_turns(
            found_request=request, table=table, repetition=repetition, past=table.past_burdens(request)
        )
    if at is None:
        places = best_week_slots(found, repetition)
        if not places:
            return _planned(found, table)
        at = first_start(found, repetition.anchor, places[0])
    series = fixed_series(found, at, repetition, table.zone("UTC"))
    return series_plan(found, series, table.cautions(found))


def _in_turns(
    *, found_request: MeetingRequest, table: MeetingLoader, repetition: "Recurrence", past: Mapping[str, int]
) -> MeetingPlan:
    from clientbridge.core.meeting.plan import series_plan
    from clientbridge.core.meeting.series.turns import turns, widest

    wide = widest(search(found_request, table.almanac(found_request)))
    return series_plan(wide, turns(wide, repetition, past), table.cautions(wide))


def _show_plan(context: "Context", asked: MeetQuery, table: MeetingLoader, result: MeetingPlan) -> None:
    if not (asked.text or asked.ics) or not result.answered:
        context.show(result)
        return
    from clientbridge.cli.meeting.export import share

    slots = result.slots if result.series or not asked.ics or asked.text else result.slots[:1]
    share(context, asked, table, result, slots)


def _show_time(context: "Context", asked: MeetQuery, table: MeetingLoader, result: "MeetingTime") -> None:
    if not (asked.text or asked.ics) or not result.answered:
        context.show(result)
        return
    from clientbridge.cli.meeting.export import share

    share(context, asked, table, result, (result.slot,))
