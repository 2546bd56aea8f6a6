"""A series that no clock's rule says, as one event all the same: a rule in UTC, and exceptions to it.

An invitation holds one meeting, so all its events have one UID (RFC 5546, section 3.2.2): calendar servers
refuse a file with several, and mail programs take the first alone. UTC asks nothing of the reader's zones.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.durations import TimeSpan
from clientbridge.render.meeting.invitations.series_rule import SeriesRule

_SHORTEST_MONTH_DAYS = 28
_DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesInUtc:
    """The dates of the rule, and which of them stand for which occurrence."""

    rule: SeriesRule
    dates: tuple[datetime, ...]
    """All that the rule gives; the first is where the event starts."""
    of_slots: tuple[datetime, ...]
    """For each slot the date of the rule that it takes the place of, perhaps the same."""

    @property
    def unused(self) -> tuple[datetime, ...]:
        """The dates at which nobody meets."""
        return tuple(date for date in self.dates if date not in self.of_slots)


def series_in_utc(slots: Sequence[Slot], every: TimeSpan | None) -> SeriesInUtc:
    """The rule of this rhythm from the first slot on; of slots without one a rule of days."""
    starts = [slot.start.astimezone(UTC) for slot in slots]
    if every is None:
        step = TimeSpan(days=max(1, (starts[1] - starts[0]).days))
        places = list(range(len(starts)))
    else:
        step = every
        places = _places(starts, every)
    dates = [_date(starts[0], step, number) for number in range(places[-1] + 1)]
    return SeriesInUtc(
        rule={**_rule(step), "count": len(dates)},
        dates=tuple(dates),
        of_slots=tuple(dates[place] for place in places),
    )


def _rule(every: TimeSpan) -> SeriesRule:
    if every.months:
        return {"freq": "monthly", "interval": every.months}
    if every.days % _DAYS_PER_WEEK == 0:
        return {"freq": "weekly", "interval": every.days // _DAYS_PER_WEEK}
    return {"freq": "daily", "interval": every.days}


def _date(first: datetime, every: TimeSpan, number: int) -> datetime:
    """The date of that number, on a day that every month has."""
    if not every.months:
        return first + timedelta(days=every.days * number)
    months = first.month - 1 + every.months * number
    day = min(first.day, _SHORTEST_MONTH_DAYS)
    return first.replace(year=first.year + months // 12, month=months % 12 + 1, day=day)


def _places(starts: Sequence[datetime], every: TimeSpan) -> list[int]:
    """For each start the number of the date of the rule that is nearest to it, each taken once, in order."""
    places = [0]
    for start in starts[1:]:
        place = places[-1] + 1
        while _is_nearer(start, _date(starts[0], every, place + 1), _date(starts[0], every, place)):
            place += 1
        places.append(place)
    return places


def _is_nearer(start: datetime, later: datetime, date: datetime) -> bool:
    return abs(later - start) < abs(date - start)
