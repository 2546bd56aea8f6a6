"""What `cb today` says of remembered series: the dates that do not stand as they did."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.kept.series_folder import read_series
from clientbridge.core.command_line import command
from clientbridge.core.errors import FileFailedError, SourceFailedError, UnknownNameError, WrongFilesError
from clientbridge.core.meeting.request import Party, is_place
from clientbridge.core.meeting.search import search
from clientbridge.core.meeting.series.kept_series import KeptSeries, request_for, rules_of, starts_of
from clientbridge.core.meeting.series.moved_dates import NEAR_DAYS, TOLD_DAYS, MovedDate, moved_dates
from clientbridge.core.relationship.agenda.agenda import AgendaCode, AgendaItem
from clientbridge.core.time.hours import MINUTES_PER_DAY
from clientbridge.core.time.intervals import Span, minute_from
from clientbridge.load.meeting.meeting_loader import MeetingLoader

if TYPE_CHECKING:
    from clientbridge.load.session import Session


def series_items(session: "Session") -> tuple[AgendaItem, ...]:
    """An item for each date in the next four weeks that is moved; what cannot be judged is noted."""
    try:
        kept = read_series(session.workspace.folder)
    except FileFailedError as error:
        session.note(f"the series are left out: {error.say}")
        return ()
    for file in dict.fromkeys(problem.file for problem in kept.problems):
        session.note(f"{file} is left out, for it is wrong; see: cb data check")
    return tuple(item for series in kept.series for item in _items(session, series))


def _items(session: "Session", series: KeptSeries) -> Iterator[AgendaItem]:
    try:
        if not _is_going_on(session, series):
            return
        moved = _moved(session, series)
    except (FileFailedError, SourceFailedError, UnknownNameError, WrongFilesError) as error:
        session.note(f"the series {series.id} is left out: {error.say}")
        return
    for date in moved:
        near = date.instead or date.day
        words = series.words.with_option("--from", near.isoformat()).with_option("--to", near.isoformat())
        if dict(series.options).get("--duration") is None:
            words = words.with_option("--duration", f"{series.duration_minutes}m")
        yield AgendaItem(
            client=series.parties[0].partition("/")[0],
            code=AgendaCode.SERIES_MOVED,
            why=f"{date.why} (series {series.id})",
            when=date.day,
            command=command(*words.args),
        )


def _is_going_on(session: "Session", series: KeptSeries) -> bool:
    """Whether none of its clients is archived; raises UnknownNameError for one that is gone."""
    workspace = session.workspace
    clients = [workspace.party(party)[0] for party in series.parties if not is_place(party)]
    return all(client.archived is None for client in clients)


def _moved(session: "Session", series: KeptSeries) -> tuple[MovedDate, ...]:
    now = minute_from(session.now)
    told = (now, now + TOLD_DAYS * MINUTES_PER_DAY)
    starts = _starts_to_look_at(starts_of(series, session.workspace.zones.find(series.anchor)), told)
    if not starts:
        return ()
    loader = MeetingLoader(session)
    required = tuple(party for party in series.parties if party not in series.optional)
    parties = loader.parties(required, optional=series.optional)
    parties = loader.asking(parties, rules_of(series).asked)
    within = (min(starts[0], now), starts[-1] + (NEAR_DAYS + 2) * MINUTES_PER_DAY)
    plain = request_for(series, parties, within, now)
    request = loader.with_busy_times(replace(plain, not_counted=frozenset({series.uid})))
    result = search(request, loader.almanac(request))
    beside = search(loader.with_busy_times(plain), result.almanac) if _has_calendars(parties) else result
    return moved_dates(result, beside.grid, starts, told, in_turns=series.in_turns)


def _has_calendars(parties: tuple[Party, ...]) -> bool:
    return any(party.schedule.calendars for party in parties)


def _starts_to_look_at(starts: tuple[int, ...], told: Span) -> tuple[int, ...]:
    """Those of the weeks that are told, and the one before them; none where there is nothing to tell."""
    inside = tuple(start for start in starts if told[0] <= start < told[1])
    before = tuple(start for start in starts if start < told[0])[-1:]
    return (*before, *inside) if inside else ()
