"""Where are they in their day? The local clock against the hours of that date."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.briefing.briefing import Moment, PartOfDay
from clientbridge.core.briefing.wording import capital, hours_apart
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, DayHours, clock

_NOON = 12 * 60
_EVENING = 18 * 60
_LAST = 60
"""Minutes before the end that count as the last hour."""
_SOON = 30


def moment_of(
    local: datetime,
    here: ZoneInfo,
    hours: DayHours,
    *,
    lunch: ClockRange | None,
    usual: bool,
    many_off: bool = False,
    yesterdays: DayHours = (),
) -> Moment:
    """Now on the clock of `local`; `hours` are those of its date, empty on a day off.

    On a day on which many are off the hours are those of whoever is at work.

    While `yesterdays` hours still run, past midnight, they are the ones that count.
    """
    minute, on = local.hour * 60 + local.minute, local.date()
    if yesterdays and minute + MINUTES_PER_DAY < yesterdays[-1].end:
        minute, on, hours = minute + MINUTES_PER_DAY, on - timedelta(days=1), yesterdays
    part = _part(minute, hours, lunch)
    ahead = _minutes_ahead(local, here)
    return Moment(
        part=part,
        minutes_ahead=ahead,
        opens=clock(hours[0].start) if hours else None,
        closes=_closing(hours) if hours else None,
        hours_are_usual=usual,
        say=_say(
            part,
            minute,
            hours,
            "those at work" if many_off else _OFFICES if usual else "work there",
            until=lambda clock: _real_minutes(local, on, clock),
        ),
    )


def _minutes_ahead(local: datetime, here: ZoneInfo) -> int:
    there_offset, here_offset = local.utcoffset(), local.astimezone(here).utcoffset()
    if there_offset is None or here_offset is None:
        raise ValueError("a local time needs its offset")
    return round((there_offset - here_offset).total_seconds() / 60)


def _part(minute: int, hours: DayHours, lunch: ClockRange | None) -> PartOfDay:
    if not hours:
        return PartOfDay.DAY_OFF
    first, last = hours[0].start, hours[-1].end
    if minute < first:
        return PartOfDay.BEFORE_WORK
    if minute >= last:
        return PartOfDay.AFTER_WORK
    if not any(span.start <= minute < span.end for span in hours) or _within(minute, lunch):
        return PartOfDay.LUNCH
    if minute >= last - _LAST:
        return PartOfDay.LAST_HOUR
    return PartOfDay.MORNING if minute % MINUTES_PER_DAY < _NOON else PartOfDay.AFTERNOON


def _within(minute: int, span: ClockRange | None) -> bool:
    return span is not None and span.start <= minute < span.end


def _real_minutes(local: datetime, on: date, clock_minute: int) -> int:
    """From now until the clock reads `clock_minute` of that date; clocks may change in between."""
    then = datetime.combine(on, time(), local.tzinfo) + timedelta(minutes=clock_minute)
    return round((then.astimezone(UTC) - local.astimezone(UTC)).total_seconds() / 60)


_OFFICES = "offices there usually"


def _say(part: PartOfDay, minute: int, hours: DayHours, whose: str, *, until: Callable[[int], int]) -> str:
    """`until` gives the real minutes until a minute of the day on which the hours began."""
    if not hours:
        return "A day off there."
    first, last = hours[0].start, hours[-1].end
    opens, closes = clock(first), _closing(hours)
    plural = whose != "work there"
    match part:
        case PartOfDay.BEFORE_WORK:
            ahead = hours_apart(until(first))
            return f"Before hours: {whose} {_verb(plural, 'start')} at {opens}, in {ahead}."
        case PartOfDay.AFTER_WORK:
            return f"After hours: {whose} {_verb(plural, 'end')} at {closes}."
        case PartOfDay.LUNCH:
            return f"Around lunch; {whose} {_verb(plural, 'end')} at {closes}."
        case PartOfDay.LAST_HOUR:
            left = hours_apart(until(last))
            return f"Late in the day: {whose} {_verb(plural, 'end')} at {closes}, in {left}."
        case _:
            evening = "evening" if minute % MINUTES_PER_DAY >= _EVENING else part.value
            begun = "the day has just begun" if minute - first < _SOON else evening
            return f"{capital(begun)} there; {whose} {_verb(plural, 'end')} at {closes}."


def _closing(hours: DayHours) -> str:
    return str(hours[-1]).partition("-")[2]


def _verb(plural: bool, verb: str) -> str:  # noqa: FBT001 - one word or the other
    return verb if plural else f"{verb}s"
