"""The clocks of your clients: the time there, and whether now is a good moment to write or call."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.days.day import DayStatus
from clientbridge.core.relationship.client_clock import Clock
from clientbridge.core.time.formatting import city, clock_time, short_day, short_weekday
from clientbridge.render.page import Column, Phrase, Table, careful, good, phrase, strong

_NEAR = timedelta(days=6)
"""From here on a weekday alone might be taken for that of another week."""


def clock_table(clocks: Sequence[Clock], here: ZoneInfo) -> Table:
    """A row for each clock; `here` is the zone of where you are now."""
    return Table(
        (Column("", fold=False), Column("", fold=False), Column("", fold=False), Column("")),
        tuple(
            (
                phrase(strong(clock.client)),
                phrase(clock.where),
                phrase(f"{short_weekday(clock.local_time)} {clock_time(clock.local_time)}"),
                _may_write(clock, here),
            )
            for clock in clocks
        ),
    )


def _may_write(clock: Clock, here: ZoneInfo) -> Phrase:
    why = ", ".join(clock.names)
    if clock.may_write and clock.day is DayStatus.UNKNOWN:
        return phrase(careful(f"not known whether it is worked ({why}): ask"))
    if clock.may_write:
        at_work = "in office hours there" if clock.office_hours else f"at work{_through(clock)}"
        return phrase(good(f"{at_work}{_until(clock)}: write or call"), _on_such_a_day(clock, why))
    if clock.many_off:
        why = f"many are off ({why})"
    return _wait(clock, here, why)


def _through(clock: Clock) -> str:
    """The holidays that they work through."""
    return f" on {' and '.join(clock.worked_through)}" if clock.worked_through else ""


def _until(clock: Clock) -> str:
    """When work ends on a day shorter than the others, as long as that lies ahead."""
    early = clock.ends_early
    return "" if early is None or early <= clock.local_time else f" until {clock_time(early)}"


def _on_such_a_day(clock: Clock, why: str) -> str:
    """What is not ordinary about a day that is worked; likely closed, it is off in some regions only."""
    if clock.day is DayStatus.WORKING or not why:
        return ""
    return f" ({why} in some parts)" if clock.day is DayStatus.LIKELY_CLOSED else f" ({why})"


def _wait(clock: Clock, here: ZoneInfo, why: str) -> Phrase:
    """When to write instead; on a day when many are off one may ask."""
    reason = f"{why}: " if why else ""
    if clock.next_there is None or clock.next_here is None:
        return phrase(careful(f"{reason}no working time in sight"))
    first = "wait until "
    if clock.perhaps:
        first = "ask before you call, or wait until "
    elif clock.ends_early is not None and clock.ends_early <= clock.local_time:
        first = f"closed since {clock_time(clock.ends_early)}, until "
    elif why:
        first = "until "
    return phrase(careful(f"{reason}{first}"), _when(clock, clock.next_there, clock.next_here, here))


def _when(clock: Clock, there: datetime, yours: datetime, here: ZoneInfo) -> str:
    """The time on both clocks while the day is theirs of now, else that on yours alone, with its day.

    Up to five days ahead the weekday says which.
    """
    place = _here(yours, here)
    if there.date() != clock.local_time.date():
        is_near = there.date() - clock.local_time.date() < _NEAR
        return f"{short_weekday(yours) if is_near else short_day(yours)} {clock_time(yours)} {place}"
    day = "" if yours.date() == there.date() else f"{short_weekday(yours)} "
    early = f", to {clock_time(clock.ends_early)} only" if clock.ends_early is not None else ""
    return f"{clock_time(there)} there, {day}{clock_time(yours)} {place}{early}"


def _here(moment: datetime, here: ZoneInfo) -> str:
    """``here``, or the city where you will be by then."""
    zone = moment.tzinfo
    return f"in {city(zone.key)}" if isinstance(zone, ZoneInfo) and zone.key != here.key else "here"
