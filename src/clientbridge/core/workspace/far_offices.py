"""Which of your hours are office hours far away, and how many of them you would accept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.formatting import city
from clientbridge.core.time.hours import MINUTES_PER_DAY, OFFICE_HOURS, ClockRange, DayHours

EARLIEST = 7 * 60
LATEST = 22 * 60
"""What is proposed to be accepted for a client far away, in minutes of your day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarOffice:
    """An office somewhere else."""

    city: str
    open: ClockRange
    """Its hours on your clock at the moment that was asked about."""

    def minutes_within(self, accepted: Sequence[ClockRange]) -> int:
        """How long it is open within hours of yours, in minutes of a day."""
        return sum(
            max(0, min(self.open.end, one.end + shift) - max(self.open.start, one.start + shift))
            for one in accepted
            for shift in (-MINUTES_PER_DAY, 0, MINUTES_PER_DAY)
        )


def far_offices(now: datetime, yours: ZoneInfo, zones: Iterable[ZoneInfo]) -> tuple[FarOffice, ...]:
    """The usual office of each zone, whose clocks stand as they do at `now`."""
    (hours,) = OFFICE_HOURS.every_working_day
    length = hours.end - hours.start
    offices = []
    for zone in zones:
        ahead = (_offset(now, zone) - _offset(now, yours)) % MINUTES_PER_DAY
        start = (hours.start - ahead) % MINUTES_PER_DAY
        offices.append(FarOffice(city=city(zone.key), open=ClockRange(start, start + length)))
    return tuple(offices)


def _offset(at: datetime, zone: ZoneInfo) -> int:
    offset = at.astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds()) // 60


def proposed_stretch(hours: DayHours) -> ClockRange:
    """From early morning to late evening, and at least your own hours."""
    start = min([EARLIEST, *(one.start for one in hours)])
    end = max([LATEST, *(one.end for one in hours)])
    return ClockRange(start, min(end, start + MINUTES_PER_DAY))
