"""What could make this the wrong day to call, or the wrong tone."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.briefing.briefing import RedLine, WarningCode
from clientbridge.core.briefing.wording import capital, joined, seen_from
from clientbridge.core.culture.country import CountryNotes, SeasonEffect, SlowSeason
from clientbridge.core.days.closures import Break, break_around
from clientbridge.core.days.day import Day, DayStatus, Reason
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.clock_changes import clock_changes, is_shared
from clientbridge.core.time.date_rules import FeastDates, span_around
from clientbridge.core.time.formatting import full_day
from clientbridge.core.time.hours import MINUTES_PER_DAY, WEEKDAY_NAMES, clock
from clientbridge.core.time.intervals import minute_of
from clientbridge.core.time.offsets import local_time

DAYS_AHEAD = 7
SEASON_DAYS_AHEAD = 14
_ONE_DAY = timedelta(days=1)
_MUCH_SOONER = 60
"""Minutes before the usual end of work that make a day short."""
_OFF = frozenset({DayStatus.CLOSED, DayStatus.LIKELY_CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The moment, calendars and notes that red lines are derived from."""

    now: datetime
    today: date
    """Their date."""
    days: PartyCalendar
    here: ZoneInfo
    notes: CountryNotes | None
    feasts: FeastDates
    solemn: str | None
    """The name of today where it is a day of mourning or remembrance."""
    is_later: bool = False
    """`today` is the day of a call to come, and never told as today, tomorrow or yesterday."""


def red_lines(at: Horizon) -> tuple[RedLine, ...]:
    """Every red line, the most pressing first."""
    return (*_today(at), *_solemn(at), *_coming(at), *_before(at), *_seasons(at), *_clock_changes(at))


def _today(at: Horizon) -> Iterator[RedLine]:
    day = at.days.day(at.today)
    if day.status is not DayStatus.WORKING:
        yield RedLine(code=WarningCode.TODAY, on=at.today, say=_today_in_words(day, at))
        return
    if day.worked_through:
        names = " and ".join(dict.fromkeys(reason.name for reason in day.worked_through))
        yield RedLine(code=WarningCode.TODAY, on=at.today, say=f"It is {names}, which they work through.")
    if (usual := usual_end(at.days, at.today)) is not None:
        ends = f"work ends at {_closing(at)}, on other days at {clock(usual % MINUTES_PER_DAY)}"
        say = f"{_weekday(day)} is a short day there: {ends}."
        yield RedLine(code=WarningCode.TODAY, on=at.today, say=say)


def usual_end(days: PartyCalendar, on: date) -> int | None:
    """The minute at which most of its days end, where that date ends at least an hour sooner."""
    week = days.schedule.hours.by_weekday if days.schedule.hours is not None else None
    ends = [hours[-1].end for hours in week or () if hours]
    today = days.hours(on)
    if not ends or not today:
        return None
    usual = max(set(ends), key=lambda end: (ends.count(end), end))
    return usual if usual - today[-1].end >= _MUCH_SOONER else None


def _closing(at: Horizon) -> str:
    return clock(at.days.hours(at.today)[-1].end % MINUTES_PER_DAY)


def _today_in_words(day: Day, at: Horizon) -> str:
    why, today = _names(day), "that day" if at.is_later else "today"
    if day.status is DayStatus.UNKNOWN:
        return f"Whether {today} is worked there is not known: {why}. Ask."
    if day.status is DayStatus.REDUCED:
        until = f", work ends at {_closing(at)}" if at.days.hours(at.today) else ""
        return f"A short day there {today}{f' ({why})' if why else ''}{until}."
    if day.status is DayStatus.LIKELY_CLOSED:
        return _likely_in_words(day, today)
    if day.is_mere_weekend:
        return f"It is {_weekday(day)} there, a day off."
    back = _return_in_words(break_around(at.today, at.days), at)
    return f"{capital(today)} is a day off there: {why}. {back}."


def _return_in_words(around: Break | None, at: Horizon) -> str:
    if around is None or around.back is None:
        return "No day of work is in sight"
    tomorrow = around.back == at.today + _ONE_DAY and not at.is_later
    when = "tomorrow" if tomorrow else f"on {full_day(around.back)}"
    return f"Back at work {when}{_bridged(around)}"


def _likely_in_words(day: Day, today: str) -> str:
    why = _names(day)
    if day.is_off_in_regions_alone:
        return f"{capital(today)} is off in {_regions(day.reasons)} only: {why}. Ask where they work."
    return f"Many are off there {today}: {why}. Ask before you call."


def _weekday(day: Day) -> str:
    return WEEKDAY_NAMES[day.date.weekday()]


def _solemn(at: Horizon) -> Iterator[RedLine]:
    if at.solemn is not None:
        say = f"{at.solemn} is a solemn day: keep the greeting plain."
        yield RedLine(code=WarningCode.SOLEMN, on=at.today, say=say)


def _coming(at: Horizon) -> Iterator[RedLine]:
    """The next day off that is neither a weekend nor part of a closure already reported for today.

    A day of only some regions is told where the week has none of the whole place.
    """
    told_until = at.today if at.days.day(at.today).is_mere_weekend else at.days.worked_from(at.today)
    week = (at.days.day(at.today + ahead * _ONE_DAY) for ahead in range(1, DAYS_AHEAD + 1))
    off = [day for day in week if day.date >= told_until and day.status in _OFF and not day.is_mere_weekend]
    if off:
        first = min(off, key=lambda day: (day.is_off_in_regions_alone, day.date))
        yield RedLine(code=WarningCode.DAY_OFF_SOON, on=first.date, say=_coming_in_words(first, at))


def _coming_in_words(first: Day, at: Horizon) -> str:
    when = full_day(first.date) if at.is_later else capital(seen_from(first.date, at.today))
    if first.is_off_in_regions_alone:
        return f"{when} is off in {_regions(first.reasons)} only: {_names(first)}."
    closed = "off" if first.status is DayStatus.CLOSED else "off for many"
    around = break_around(first.date, at.days)
    text = f"{when} is {closed} there: {_names(first)}"
    if around is not None and around.back is not None and around.back - first.date > 2 * _ONE_DAY:
        return f"{text}; back on {full_day(around.back)}{_bridged(around)}."
    return f"{text}."


def _bridged(around: Break) -> str:
    days = " and ".join(WEEKDAY_NAMES[day.weekday()] for day in around.bridge_after)
    return f", {days} likely taken off too" if days else ""


def _before(at: Horizon) -> Iterator[RedLine]:
    day = at.days.day(at.today - _ONE_DAY)
    if day.status is DayStatus.CLOSED and not day.is_mere_weekend and at.days.is_worked(at.today):
        before = "The day before is" if at.is_later else "Yesterday was"
        say = f"{before} a day off there ({_names(day)}); allow time to catch up."
        yield RedLine(code=WarningCode.DAY_OFF_BEFORE, on=day.date, say=say)


def _seasons(at: Horizon) -> Iterator[RedLine]:
    for season in at.notes.slow_seasons if at.notes is not None else ():
        span = span_around(season.first, season.last, at.today, at.feasts)
        if span is None or span[0] - at.today > timedelta(days=SEASON_DAYS_AHEAD):
            continue
        first, last = span
        running = first <= at.today
        yield RedLine(
            code=WarningCode.SEASON if running else WarningCode.SEASON_SOON,
            on=first,
            say=_season_in_words(season, first, last, running=running),
            effect=season.effect,
            sources=season.sources,
        )


def _season_in_words(season: SlowSeason, first: date, last: date, *, running: bool) -> str:
    what = {
        SeasonEffect.CLOSED: "Many offices close",
        SeasonEffect.THIN: "A slow season",
        SeasonEffect.BUSY: "A busy season",
    }[season.effect]
    until = f"{last.day} {full_day(last).rpartition(' ')[2]}"
    when = (
        f"until {until}" if running else f"from {first.day} {full_day(first).rpartition(' ')[2]} to {until}"
    )
    return f"{what} {when}: {season.say}"


def _clock_changes(at: Horizon) -> Iterator[RedLine]:
    """The next change on each side within a week; none where both sides change alike at one moment."""
    now = minute_of(at.now)
    week = (now + 1, now + DAYS_AHEAD * MINUTES_PER_DAY + 1)
    there = at.days.zone(at.today)
    for zone, other, where in ((there, at.here, "there"), (at.here, there, "here")):
        change = next((one for one in clock_changes(zone, week) if not is_shared(one, other)), None)
        if change is not None:
            on = local_time(change.at, zone).date()
            say = f"Clocks {where} change by {full_day(on)}: the hours between you shift."
            yield RedLine(code=WarningCode.CLOCK_CHANGE, on=on, say=say)


def _names(day: Day) -> str:
    return ", ".join(dict.fromkeys(_name(reason) for reason in day.named_by))


_MOST_REGIONS = 4


def _regions(reasons: tuple[Reason, ...]) -> str:
    regions = tuple(dict.fromkeys(region for reason in reasons for region in reason.only_in))
    more = len(regions) - _MOST_REGIONS
    if more <= 0:
        return joined(regions)
    return f"{', '.join(regions[:_MOST_REGIONS])} and {more} more region{'s' * (more > 1)}"


def _name(reason: Reason) -> str:
    return f"{reason.name} (date not yet certain)" if reason.estimated else reason.name
