"""A zone as a calendar file defines it: by its yearly rules.

The icalendar package would list the dates of the changes, which Outlook leaves unread ([MS-STANOICAL]).
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.time.dst_rules import YearlyChange

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EPOCH = datetime.combine(date(1970, 1, 1), time())
"""On the zone's own clock, as all times in the definition of a zone."""


def zone_definition(zone: ZoneInfo, changes: Sequence[YearlyChange], at: datetime) -> "Timezone":
    """The zone by its yearly changes; without any, by its offset at that moment."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    timezone = Timezone()
    timezone.add("tzid", zone.key)
    if not changes:
        always = at.astimezone(zone).utcoffset() or timedelta(0)
        timezone.add_component(_observance(TimezoneStandard(), _EPOCH, always, always))
    for change in changes:
        rises = change.offset_after > change.offset_before
        clock = time(change.clock_minute // 60, change.clock_minute % 60)
        observance = _observance(
            TimezoneDaylight() if rises else TimezoneStandard(),
            datetime.combine(change.date_in(change.first.year - 1), clock),
            timedelta(minutes=change.offset_before),
            timedelta(minutes=change.offset_after),
        )
        by_day = f"{change.week}{_WEEKDAYS[change.weekday]}"
        observance.add("rrule", {"freq": "yearly", "bymonth": change.month, "byday": by_day})
        timezone.add_component(observance)
    return timezone


def _observance(
    made: "TimezoneStandard | TimezoneDaylight", begins: datetime, before: timedelta, after: timedelta
) -> "TimezoneStandard | TimezoneDaylight":
    made.add("dtstart", begins)
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", after)
    return made
