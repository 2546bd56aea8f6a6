"""What does this date mean for work, here? The one function every command asks.

Order of authority: the party's own days, the work week, the holidays of the place, the seasons, and where all
these end, "unknown". Each finding names the status it would give alone; the most closed one wins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from clientbridge.core.days.day import MOST_CLOSED_FIRST, Day, DayStatus, HoursCut, Reason, ReasonKind
from clientbridge.core.days.place_calendar import DayFact, PlaceCalendar, Season
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import OFFICE_HOURS, WEEKDAY_NAMES, ClockRange, DayHours, minutes_worked
from clientbridge.core.time.intervals import Span, intersection
from clientbridge.core.workspace.profiles import DateRange, Schedule, SeasonHours

_PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class _Finding:
    status: DayStatus
    reason: Reason
    cut: HoursCut | None = None


def assess_day(calendar: PlaceCalendar, schedule: Schedule, on: date) -> Day:
    """The status of one date for one party at the calendar's place, with every reason.

    The caller passes the calendar of where the party is on that date (`core.days.location`).
    """
    facts = () if schedule.works_public_holidays else calendar.facts.get(on, ())
    week = tuple(_week(calendar, schedule, on, facts))
    findings = [
        *_own_days(schedule, on),
        *week,
        *(_Finding(fact.status, fact.reason, fact.cut) for fact in facts),
        *_seasons(calendar, schedule, on, facts, week),
        *_missing_data(calendar, schedule, on),
    ]
    statuses = {finding.status for finding in findings}
    status = next((status for status in MOST_CLOSED_FIRST if status in statuses), DayStatus.WORKING)
    reasons = tuple(dict.fromkeys(finding.reason for finding in findings))
    return Day(
        date=on,
        place=calendar.place,
        status=status,
        reasons=reasons,
        asides=_without_that_status(findings, reasons, status),
        cut=_joined([finding.cut for finding in findings if finding.cut is not None]),
        office_hours=calendar.office_hours,
        lunch=calendar.lunch,
        worked_through=_worked_through(calendar, schedule, on, status),
    )


_AT_WORK = frozenset({DayStatus.WORKING, DayStatus.REDUCED})


def _worked_through(
    calendar: PlaceCalendar, schedule: Schedule, on: date, status: DayStatus
) -> tuple[Reason, ...]:
    """The holidays on which others at the place are off, for a party that works on them."""
    works = schedule.works_public_holidays and status in _AT_WORK
    facts = calendar.facts.get(on, ()) if works else ()
    return tuple(fact.reason for fact in facts if fact.status is DayStatus.CLOSED)


def _without_that_status(
    findings: Iterable[_Finding], reasons: tuple[Reason, ...], status: DayStatus
) -> tuple[Reason, ...]:
    """The reasons of which no finding alone gives that status."""
    making = {finding.reason for finding in findings if finding.status is status}
    return tuple(reason for reason in reasons if reason not in making)


def hours_on(day: Day, schedule: Schedule) -> DayHours:
    """The working hours of an assessed day, after its cut; empty when it is closed.

    `likely_closed` and `unknown` days keep their hours: a meeting there is allowed at a price.
    """
    if day.status is DayStatus.CLOSED:
        return ()
    usual = usual_hours(day, schedule)
    if day.cut is None:
        return usual
    if schedule.hours is None and day.cut.usual is not None and usual:
        return _after(replace(day.cut, within=day.cut.within or day.cut.usual, shorter_by=0), usual)
    return _after(day.cut, usual)


def hours_are_assumed(day: Day, schedule: Schedule) -> bool:
    """Whether the profile says nothing of that day's hours, not even by a season of its own."""
    return schedule.hours is None and (day.cut is None or day.cut.within is None)


def usual_hours(day: Day, schedule: Schedule) -> DayHours:
    """The hours of that weekday before any cut: the party's own, else the place's office hours."""
    if schedule.hours is not None or day.office_hours is None:
        return (schedule.hours or OFFICE_HOURS).on(day.date.weekday())
    return (day.office_hours,)


def _own_days(schedule: Schedule, on: date) -> Iterator[_Finding]:
    for off in schedule.days_off:
        if on in off.days:
            kind = ReasonKind.AWAY if off.away else ReasonKind.COMPANY
            name = off.name or ("Away" if off.away else "Closed")
            yield _Finding(DayStatus.CLOSED, Reason(kind=kind, name=name, source=_PROFILE))


def _week(
    calendar: PlaceCalendar, schedule: Schedule, on: date, facts: tuple[DayFact, ...]
) -> Iterator[_Finding]:
    weekday = on.weekday()
    name = WEEKDAY_NAMES[weekday]
    if schedule.hours is not None and schedule.hours.replaces_work_week:
        if not schedule.hours.on(weekday):
            yield _Finding(DayStatus.CLOSED, Reason(kind=ReasonKind.WEEKEND, name=name, source=_PROFILE))
        return
    if any(fact.reason.kind is ReasonKind.MAKE_UP_WORKDAY for fact in facts):
        return
    week = calendar.work_week_on(on)
    status = week.statuses[weekday]
    if status is not DayStatus.WORKING:
        # The note tells what is uncertain, which a weekday that is surely off is not.
        unsure = week.note if status is not DayStatus.CLOSED else None
        reason = Reason(kind=ReasonKind.WEEKEND, name=unsure or name, source=week.source)
        yield _Finding(status, reason, week.cuts.get(weekday))


def _seasons(
    calendar: PlaceCalendar,
    schedule: Schedule,
    on: date,
    facts: tuple[DayFact, ...],
    week: tuple[_Finding, ...],
) -> Iterator[_Finding]:
    here = calendar.seasons_on(on)
    own = next((season for season in schedule.seasons if _covers(season, here, on)), None)
    hours = _without_repetition(_season_hours(own, schedule, on.weekday()), week)
    if hours is None:
        own = None
    # Who knows that this very date is worked, if only until noon, knows more than the season.
    surely_worked = any(map(_is_worked, facts))
    for season in here:
        if season.status is not None and (own is None or own.days != season.id):
            yield _of_the_place(season, season.status, surely_worked=surely_worked, own=own)
    if hours is not None:
        yield _own_season(own, hours, here)


def _without_repetition(hours: DayHours | None, week: tuple[_Finding, ...]) -> DayHours | None:
    """The hours of a season; None where they are none and the weekday is off in every week as well."""
    off_anyway = any(finding.status is DayStatus.CLOSED for finding in week)
    return None if off_anyway and not hours else hours


def _of_the_place(
    season: Season, status: DayStatus, *, surely_worked: bool, own: SeasonHours | None
) -> _Finding:
    """A season of the place; hours that the party gives for these days replace its cut."""
    closes = status is DayStatus.LIKELY_CLOSED
    cut = season.cut if own is None else None
    return _Finding(DayStatus.WORKING if closes and surely_worked else status, _season_reason(season), cut)


def _season_hours(own: SeasonHours | None, schedule: Schedule, weekday: int) -> DayHours | None:
    """A party's hours on a weekday of its season; None where it has none, or does not name that weekday.

    Hours for every day cut a weekday that is shorter than others, and never lengthen it.
    """
    if own is None:
        return None
    if own.by_weekday is not None:
        return own.by_weekday[weekday]
    week = () if schedule.hours is None else schedule.hours.by_weekday or ()
    if not week or minutes_worked(week[weekday]) == max(map(minutes_worked, week)):
        return own.hours
    return _cut(own.hours, week[weekday])


def _cut(season: DayHours, usual: DayHours) -> DayHours:
    """What a season leaves of a short day: what they have in common, else hours no longer than the day's."""
    common = intersection(_spans(season), _spans(usual))
    if common:
        return tuple(ClockRange(start, end) for start, end in common)
    return _without_last_minutes(_spans(season), max(0, minutes_worked(season) - minutes_worked(usual)))


def _spans(hours: DayHours) -> list[Span]:
    return [(part.start, part.end) for part in hours]


def _own_season(own: SeasonHours | None, hours: DayHours, here: tuple[Season, ...]) -> _Finding:
    """The party's own hours in a season, which carries its name where the place has that season."""
    named = next((_season_reason(season) for season in here if own and own.days == season.id), None)
    reason = named or Reason(kind=ReasonKind.SEASON, name="Season hours", source=_PROFILE)
    return _Finding(DayStatus.REDUCED if hours else DayStatus.CLOSED, reason, HoursCut(within=hours))


def _is_worked(fact: DayFact) -> bool:
    return fact.status is DayStatus.REDUCED or fact.reason.kind is ReasonKind.MAKE_UP_WORKDAY


def _covers(own: SeasonHours, here: tuple[Season, ...], on: date) -> bool:
    if isinstance(own.days, DateRange):
        return on in own.days
    return any(season.id == own.days for season in here)


def _season_reason(season: Season) -> Reason:
    return Reason(
        kind=ReasonKind.SEASON,
        name=season.name,
        local_name=season.local_name,
        estimated=season.estimated,
        source=season.source,
    )


def _missing_data(calendar: PlaceCalendar, schedule: Schedule, on: date) -> Iterator[_Finding]:
    if not schedule.works_public_holidays and not calendar.knows(on):
        name = f"no holiday data for {calendar.place.country} in {on.year}"
        yield _Finding(DayStatus.UNKNOWN, Reason(kind=ReasonKind.NO_DATA, name=name, source=calendar.source))


def _joined(cuts: list[HoursCut]) -> HoursCut | None:
    """Combine cuts: the latest start, the earliest end, the largest shortening."""
    if not cuts:
        return None
    return HoursCut(
        within=_first(cut.within for cut in cuts),
        usual=_first(cut.usual for cut in cuts),
        begins=max((cut.begins for cut in cuts if cut.begins is not None), default=None),
        until=min((cut.until for cut in cuts if cut.until is not None), default=None),
        shorter_by=max(cut.shorter_by for cut in cuts),
    )


def _first(hours: Iterable[DayHours | None]) -> DayHours | None:
    return next((known for known in hours if known is not None), None)


def _after(cut: HoursCut, usual: DayHours) -> DayHours:
    hours = usual if cut.within is None or not usual else cut.within
    begins = 0 if cut.begins is None else cut.begins
    clipped = [
        (max(part.start, begins), part.end if cut.until is None else min(part.end, cut.until))
        for part in hours
    ]
    return _without_last_minutes([part for part in clipped if part[0] < part[1]], cut.shorter_by)


def _without_last_minutes(parts: Sequence[Span], minutes: int) -> DayHours:
    shortened: list[ClockRange] = []
    for start, end in reversed(parts):
        taken = min(minutes, end - start)
        minutes -= taken
        if start < end - taken:
            shortened.append(ClockRange(start, end - taken))
    return tuple(reversed(shortened))
