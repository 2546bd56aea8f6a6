"""Runs of days off: the break around one of them, with the way back, and the closures of a range."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date, timedelta

from clientbridge.core.days.day import Day, DayStatus, ReasonKind
from clientbridge.core.days.party_calendar import LONGEST_BREAK_DAYS, PartyCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.formatting import days_in_words, short_day
from clientbridge.core.workspace.profiles import DateRange

_DAY = timedelta(days=1)
_SOFT = frozenset({ReasonKind.WEEKEND, ReasonKind.SEASON, ReasonKind.NO_DATA, ReasonKind.REGION_DEPENDENT})
"""What names no closure of a whole place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days off in a row, weekends included, and when work is taken up again."""

    from_: date
    to: date
    days: int
    bridge: tuple[date, ...]
    """Single working days between these days off and others, which many take off as well."""
    back: date | None = field(default=None, metadata={"json": False})
    """The first worked day after it that is no bridge; None in a break without end."""
    short: tuple[date, ...] = field(default=(), metadata={"json": False})
    """Those of the bridge days and the day of return on which work is shorter."""

    @property
    def say(self) -> str:
        """``off Wed 2 and Thu 3 Dec; Fri 4 Dec is short and likely taken off too; back Mon 7 Dec``."""
        return "; ".join(self._parts(f"off {days_in_words(self.from_, self.to)}"))

    @property
    def say_beside_its_days(self) -> tuple[str, ...]:
        """The parts of the same where the days themselves are told already."""
        return tuple(self._parts())

    @property
    def way_back(self) -> tuple[str, ...]:
        """Those of the parts that tell what comes after it."""
        return (*self._bridged(self.bridge_after), self._return)

    @property
    def bridge_after(self) -> tuple[date, ...]:
        """Those bridges that lie between it and the day of return."""
        return tuple(day for day in self.bridge if day > self.to)

    def left_on(self, today: date) -> "Break":
        """The break without the bridges before it that have passed; one that is over keeps them all."""
        if self.to < today:
            return self
        return replace(self, bridge=tuple(day for day in self.bridge if today <= day))

    def _parts(self, *off: str) -> Iterator[str]:
        yield from self._bridged([day for day in self.bridge if day < self.from_])
        yield from off
        yield from self.way_back

    def _bridged(self, bridge: Sequence[date]) -> Iterator[str]:
        for day in bridge:
            short = "short and " if day in self.short else ""
            yield f"{short_day(day)} is {short}likely taken off too"

    @property
    def _return(self) -> str:
        if self.back is None:
            return "no day of return is in sight"
        return f"back {short_day(self.back)}{', a short day' if self.back in self.short else ''}"


def break_around(on: date, days: PartyCalendar) -> Break | None:
    """The break that contains a day off, with its bridges and the day of return; None for a worked day."""
    if days.is_worked(on):
        return None
    first, last = _end_of_break(on, -_DAY, days), _end_of_break(on, _DAY, days)
    before, _ = _bridges(first, -_DAY, days)
    after, back = _bridges(last, _DAY, days)
    bridge = (*reversed(before), *after)
    beside = bridge if back is None else (*bridge, back)
    return Break(
        from_=first,
        to=last,
        days=(last - first).days + 1,
        bridge=bridge,
        back=back,
        short=tuple(filter(days.is_short, beside)),
    )


def _bridges(end: date, step: timedelta, days: PartyCalendar) -> tuple[list[date], date | None]:
    """The bridges from that end of a break on, and the first worked day that is none."""
    bridges: list[date] = []
    start = end
    while days.is_worked(end + step) and abs(end - start).days <= LONGEST_BREAK_DAYS:
        beside, beyond = end + step, end + 2 * step
        if days.is_worked(beyond) or _are_off_every_week(end, beyond, days):
            return bridges, beside
        bridges.append(beside)
        end = _end_of_break(beyond, step, days)
    return bridges, None


def _are_off_every_week(one: date, other: date, days: PartyCalendar) -> bool:
    """Whether the day between them is a single one in every week: nobody takes it as a bridge."""
    return all(
        any(reason.kind is ReasonKind.WEEKEND for reason in days.day(day).reasons) for day in (one, other)
    )


def _end_of_break(on: date, step: timedelta, days: PartyCalendar) -> date:
    end = on
    for _ in range(LONGEST_BREAK_DAYS):
        if days.is_worked(end + step):
            break
        end += step
    return end


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days off in a row that are more than a weekend."""

    first: date
    last: date
    names: tuple[str, ...]
    likely: frozenset[str]
    """The names of days that are only likely to be closed."""

    @property
    def say(self) -> str:
        """The names, with what is not certain: ``Christmas Eve (many are away); Christmas Day``."""
        if self.likely.issuperset(self.names):
            return f"{'; '.join(self.names)}, many are away"
        return "; ".join(f"{name} (many are away)" if name in self.likely else name for name in self.names)


def closures(days: PartyCalendar, within: DateRange) -> Iterator[Closure]:
    """Each closure that begins in the range or is under way at its start, in order.

    Slow seasons and days of only some regions are none.
    """
    on = within.first
    while on <= within.last:
        if not _is_named_day_off(days.day(on)):
            on += _DAY
            continue
        last = _end_of_run(days, on)
        run = [days.day(on + ahead * _DAY) for ahead in range((last - on).days + 1)]
        named = [day for day in run if _is_named_day_off(day)]
        yield Closure(
            first=on,
            last=last,
            names=tuple(dict.fromkeys(name for day in named for name in _names(day))),
            likely=_likely_names(named),
        )
        on = last + _DAY


def _likely_names(named: Sequence[Day]) -> frozenset[str]:
    likely, certain = (
        {name for day in named if (day.status is DayStatus.LIKELY_CLOSED) is wanted for name in _names(day)}
        for wanted in (True, False)
    )
    return frozenset(likely - certain)


def _end_of_run(days: PartyCalendar, on: date) -> date:
    """The last day off in a row that is more than a weekend."""
    last = end = on
    for _ in range(LONGEST_BREAK_DAYS):
        end += _DAY
        day = days.day(end)
        if _is_named_day_off(day):
            last = end
        elif days.is_worked(end):
            break
    return last


def _is_named_day_off(day: Day) -> bool:
    off = day.status in {DayStatus.CLOSED, DayStatus.LIKELY_CLOSED}
    return off and any(reason.kind not in _SOFT for reason in day.named_by)


def _names(day: Day) -> Iterator[str]:
    return (reason.name for reason in day.named_by if reason.kind not in _SOFT)
