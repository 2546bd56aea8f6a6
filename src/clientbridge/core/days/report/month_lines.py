"""The days of a range as marks, a line for each client or place."""

from collections.abc import Mapping, Sequence

from clientbridge.core.days.day import DayStatus, ReasonKind
from clientbridge.core.days.holiday_report import Subject, dates_of, with_calendars
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.workspace.profiles import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """The statuses of one client or place, one per day."""

    client: str | None
    name: str
    statuses: tuple[DayStatus, ...]
    weekend: tuple[bool, ...]
    """Whether the day is off in every week, so that a holiday on it changes nothing."""


def month_lines(
    asked: Sequence[Subject], calendars: Mapping[Place, PlaceCalendar], days: DateRange
) -> tuple[MonthLine, ...]:
    """The range as a calendar, one line per subject."""
    return tuple(_month_line(who, known, days) for who, known in with_calendars(asked, calendars))


def _month_line(who: Subject, days: PartyCalendar, shown: DateRange) -> MonthLine:
    judged = [days.day(on) for on in dates_of(shown)]
    return MonthLine(
        client=who.client,
        name=who.name,
        statuses=tuple(day.status for day in judged),
        weekend=tuple(any(reason.kind is ReasonKind.WEEKEND for reason in day.reasons) for day in judged),
    )
