"""A picture of your day, of the hours you would accept, and of offices far away."""

from collections.abc import Sequence

from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange, clock
from clientbridge.core.workspace.far_offices import FarOffice

_LABEL = 12
_WIDE = 72
"""Columns from which a sign stands for half an hour instead of an hour."""


def picture(
    offices: Sequence[FarOffice], hours: Sequence[ClockRange], accepted: ClockRange, width: int
) -> tuple[str, ...]:
    """Lines of one day on your clock; each office with the time that the accepted hours share with it."""
    step = 30 if width >= _WIDE else 60
    hour_width = 60 // step
    scale = "".join(f"{hour:<{3 * hour_width}}" for hour in range(0, 24, 3))
    minutes = range(0, MINUTES_PER_DAY, step)
    yours = "".join("█" if _in(at, hours) else "▒" if _in(at, [accepted]) else "·" for at in minutes)
    rows = [f"{'':<{_LABEL}}{scale.rstrip()}", f"{'you':<{_LABEL}}{yours}"]
    for office in offices:
        bar = "".join(_sign(office, accepted, at) for at in minutes)
        rows.append(f"{office.city:<{_LABEL}}{bar} {_length(office.minutes_within([accepted]))}")
    return (*rows, "█ at work  ▒ you would accept  ░ out of your reach")


def sentences(offices: Sequence[FarOffice], accepted: ClockRange) -> tuple[str, ...]:
    """The same for those who have it read out."""
    return tuple(
        f"{office.city} works from {clock(office.open.start)} to {clock(office.open.end % MINUTES_PER_DAY)} "
        f"on your clock, {_length(office.minutes_within([accepted]))} of it within {accepted}"
        for office in offices
    )


def _sign(office: FarOffice, accepted: ClockRange, at: int) -> str:
    if not _in(at, [office.open]):
        return "·"
    return "█" if _in(at, [accepted]) else "░"


def _in(at: int, ranges: Sequence[ClockRange]) -> bool:
    """Whether a minute of the day lies in one of them, also in the part that runs into the next day."""
    return any(one.start <= at < one.end or at + MINUTES_PER_DAY < one.end for one in ranges)


def _length(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return f"{hours} h" if not left else f"{hours} h {left:02d}"
