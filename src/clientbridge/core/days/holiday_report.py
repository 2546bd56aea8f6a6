"""Which days are not ordinary, for whom, and what to do about each: the answer of `cb holidays`."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from typing import ClassVar, TypeAlias

from clientbridge.core.days.closures import Break, break_around
from clientbridge.core.days.day import Day, DayStatus, Reason, ReasonKind
from clientbridge.core.days.day_status import hours_on
from clientbridge.core.days.greetings import Feast, Feasts, Greeting, greeting_on
from clientbridge.core.days.party_calendar import LONGEST_BREAK_DAYS, PartyCalendar, what_decides
from clientbridge.core.days.place import Place
from clientbridge.core.days.place_calendar import PlaceCalendar
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.results import AlwaysAnswered
from clientbridge.core.workspace.profiles import DateRange, Schedule

_DAY = timedelta(days=1)
MARGIN = timedelta(days=LONGEST_BREAK_DAYS + 2)
"""How far calendars must reach beyond the range and today, for breaks and for the day of return."""
COUNTED_AHEAD = timedelta(days=3 * 366)
"""How far ahead working days until a day are counted; beyond, the calendars between are not needed."""
CivilDate: TypeAlias = date
"""So that a field can be called ``date``, as the JSON has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose days a report covers: a client, or a place without one."""

    schedule: Schedule
    client: str | None = None
    """The client's id."""
    name: str
    """For people to read: the client's name, or the place's."""
    observes: tuple[str, ...] = ()
    in_one_zone: bool = True
    """False for a place of several zones: the zone of the schedule then says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """Which days to show."""

    days: DateRange
    today: date
    now: datetime | None = None
    """For greetings: none is to be sent before it. None for the morning of `today`."""
    every_day: bool = False
    """Ordinary days and weekends too: one date was asked for."""
    only_work: bool = False
    """Only days that change work: nothing that falls on a weekend anyway."""
    only_bridges: bool = False
    """Only breaks that a bridge day makes longer, one that has not passed."""
    also_worked_through: bool = False
    """With `only_work`: also the holidays on which a party works that keeps none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day of one client or place, and what to do about it."""

    date: date
    client: str | None
    country: str
    region: str | None
    status: DayStatus
    reasons: tuple[Reason, ...]
    hours: str | None
    """Hours of a shortened or make-up day, as profiles write hours; None where they are as usual."""
    days_until: int
    working_days_until: int | None
    """Working days before it, today included; None for a day that has passed or is years away."""
    back_on: CivilDate | None
    """`Break.back`, where it is not worked itself."""
    break_: Break | None
    greeting: Greeting | None
    notes: tuple[str, ...]
    name: str = field(metadata={"json": False})
    """For people to read: the client's name, or the place's."""
    named_by: tuple[Reason, ...] = field(default=(), metadata={"json": False})
    """The reasons that name the day: those that make it, else the feast that it is all the same."""
    on_weekend: bool = field(default=False, metadata={"json": False})
    """Whether it is off in every week, whatever else it is."""
    worked_through: tuple[Reason, ...] = field(default=(), metadata={"json": False})
    """The public holidays of the place on which they work all the same; among the notes too."""
    not_known: str | None = field(default=None, metadata={"json": False})
    """What is not announced for its year, or not known here, unless a reason says so; among the notes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDayOff:
    """What comes after the range for someone with only ordinary days in it."""

    client: str | None
    country: str
    region: str | None
    date: CivilDate | None
    """The first day that changes work; None where none is known within a year."""
    status: DayStatus | None
    names: tuple[str, ...]
    name: str = field(metadata={"json": False})
    """For people to read: the client's name, or the place's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayReport(AlwaysAnswered):
    """The days of a range that are not ordinary, by date."""

    kind: ClassVar[str] = "days"

    from_: date
    to: date
    days: tuple[DayRow, ...]
    next_off: tuple[NextDayOff, ...] = ()
    """For those without a row in `days`."""
    today: date = field(metadata={"json": False})
    asked: int = field(default=0, metadata={"json": False})
    """The number of clients or places covered."""


def holiday_report(
    asked: Sequence[Subject],
    calendars: Mapping[Place, PlaceCalendar],
    wish: ReportOptions,
    feasts: Sequence[Feast] = (),
) -> HolidayReport:
    """Every day of the range that is not ordinary, for everyone asked; sorted by date, then as asked.

    The calendars must reach `MARGIN` beyond the range, and beyond today where the range begins within
    `COUNTED_AHEAD` of it.
    """
    alike: dict[Hashable, list[DayRow]] = {}
    known_feasts = Feasts(feasts)
    rows: list[DayRow] = []
    for who, days in with_calendars(asked, calendars):
        shown = (id(days), who.schedule.hours, who.schedule.zone.key, who.in_one_zone, who.observes)
        if shown not in alike:
            alike[shown] = [
                _row(who, days, day, wish, known_feasts)
                for day in map(days.day, dates_of(wish.days))
                if is_shown(day, wish)
            ]
        rows += (replace(row, client=who.client, name=who.name) for row in alike[shown])
    if wish.only_bridges:
        rows = [row for row in rows if _has_a_bridge(row)]
    return HolidayReport(
        from_=wish.days.first,
        to=wish.days.last,
        days=tuple(sorted(rows, key=lambda row: row.date)),
        today=wish.today,
        asked=len(asked),
    )


def _has_a_bridge(row: DayRow) -> bool:
    return row.break_ is not None and bool(row.break_.bridge)


def with_calendars(
    asked: Iterable[Subject], calendars: Mapping[Place, PlaceCalendar]
) -> Iterator[tuple[Subject, PartyCalendar]]:
    """Pair each subject with its calendar; subjects with the same days share one."""
    judged: dict[Hashable, PartyCalendar] = {}
    for who in asked:
        deciding = what_decides(who.schedule)
        days = judged.get(deciding)
        if days is None:
            days = judged[deciding] = PartyCalendar(schedule=who.schedule, calendars=calendars)
        yield who, days


def day_row(who: Subject, days: PartyCalendar, on: date, feasts: Feasts, *, now: datetime) -> DayRow:
    """The row of one day, as of that day, ordinary or not; the calendars reach `MARGIN` beyond a day off.

    Its greeting is never to be sent before `now`.
    """
    return _row(who, days, days.day(on), ReportOptions(days=DateRange(on, on), today=on, now=now), feasts)


def dates_of(days: DateRange) -> Iterable[date]:
    """Every date of a range, ends included."""
    return (days.first + shift * _DAY for shift in range(days.days))


def is_shown(day: Day, wish: ReportOptions) -> bool:
    """Whether the list has a row for that day."""
    if wish.every_day:
        return True
    kinds = {reason.kind for reason in day.reasons}
    if not kinds - {ReasonKind.WEEKEND}:
        return bool(day.worked_through) and (wish.also_worked_through or not wish.only_work)
    if wish.only_work:
        return not (ReasonKind.WEEKEND in kinds and day.status is DayStatus.CLOSED) and not _is_a_note(day)
    return not is_plain_weekend(day)


def is_plain_weekend(day: Day) -> bool:
    """Whether a day is off in every week, and no day of its own besides.

    A slow season, the day of some regions, or a year without data, says nothing about a weekend.
    """
    kinds = {reason.kind for reason in day.reasons}
    return ReasonKind.WEEKEND in kinds and kinds <= _NOTHING_ON_A_WEEKEND


_NOTHING_ON_A_WEEKEND = frozenset(
    {ReasonKind.WEEKEND, ReasonKind.SEASON, ReasonKind.NO_DATA, ReasonKind.REGION_DEPENDENT}
)


def _is_a_note(day: Day) -> bool:
    """Whether the day is worked by most, and only a few regions have it off."""
    kinds = {reason.kind for reason in day.reasons}
    return day.status is DayStatus.WORKING and kinds == {ReasonKind.REGION_DEPENDENT}


def _row(who: Subject, days: PartyCalendar, day: Day, wish: ReportOptions, feasts: Feasts) -> DayRow:
    on, today = day.date, wish.today
    around = break_around(on, days)
    countable = today <= on <= today + COUNTED_AHEAD
    return DayRow(
        date=on,
        client=who.client,
        country=day.place.country,
        region=day.place.region,
        status=day.status,
        reasons=day.reasons,
        hours=changed_hours(day, who.schedule),
        days_until=(on - today).days,
        working_days_until=days.worked_between(today - _DAY, on - _DAY) if countable else None,
        back_on=None if around is None else around.back,
        break_=None if around is None else around.left_on(today),
        greeting=greeting_on(
            on,
            days,
            feasts,
            observes=who.observes,
            today=today,
            in_zone=who.in_one_zone,
            now=wish.now,
        ),
        notes=notes_on(day, days),
        worked_through=day.worked_through,
        not_known=next(_not_announced(day, days.calendar(on)), None),
        name=who.name,
        named_by=day.told_by,
        on_weekend=day.status is DayStatus.CLOSED and ReasonKind.WEEKEND in {one.kind for one in day.reasons},
    )


def changed_hours(day: Day, schedule: Schedule) -> str | None:
    """The hours of a shortened or make-up day, as profiles write hours."""
    kinds = {reason.kind for reason in day.reasons}
    if day.cut is None and ReasonKind.MAKE_UP_WORKDAY not in kinds:
        return None
    hours = hours_on(day, schedule)
    return ", ".join(map(str, hours)) or None


def notes_on(day: Day, days: PartyCalendar) -> tuple[str, ...]:
    """What else is to be said of a day: how sure it is, and where."""
    notes = [f"they work through {one.name}" for one in day.worked_through]
    if any(reason.estimated for reason in day.told_by):
        notes.append("the date is an estimate and may move by a day")
    unsettled = "; a region in the profile would settle it" if day.place.region is None else ""
    notes += (
        f"only in {', '.join(reason.only_in)}{unsettled}"
        for reason in day.reasons
        if reason.kind is ReasonKind.REGION_DEPENDENT
    )
    return (*notes, *_not_announced(day, days.calendar(day.date)))


def _not_announced(day: Day, calendar: PlaceCalendar) -> Iterator[str]:
    """What is not announced for the year of a day that is more than a weekend, unless a reason says so."""
    missing = calendar.notes.get(day.date.year)
    said = {reason.name for reason in day.reasons}
    if missing and missing not in said and {reason.kind for reason in day.reasons} - {ReasonKind.WEEKEND}:
        yield missing
