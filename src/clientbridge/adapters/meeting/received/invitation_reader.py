"""One meeting out of the text of a calendar: the one it is about, in the version that was sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from clientbridge.adapters.meeting.calendars.busy_status import BusyStatus
from clientbridge.adapters.meeting.calendars.components import (
    CALENDAR,
    EVENT,
    CalendarComponent,
    component_tree,
)
from clientbridge.adapters.meeting.calendars.content_lines import ContentLine
from clientbridge.adapters.meeting.calendars.events import CalendarEvent, calendar_event, revision_of
from clientbridge.adapters.meeting.calendars.rule_dates import StepBudget
from clientbridge.adapters.meeting.calendars.series import first_span, spans_of
from clientbridge.adapters.meeting.calendars.values import FileClocks, UnreadValueError
from clientbridge.adapters.meeting.calendars.zones.file_zones import file_zones
from clientbridge.adapters.meeting.calendars.zones.zone_names import zone_called, zone_key
from clientbridge.adapters.meeting.received.written_values import guest_of, text_of, zone_text
from clientbridge.adapters.meeting.received.zone_doubts import known_clock, zone_doubts
from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.core.errors import Problem, WrongFilesError
from clientbridge.core.meeting.received.invitation import (
    Ask,
    ChangedDate,
    Occurrences,
    ReceivedInvitation,
    WrittenValue,
)

MOST_SHOWN = 60
"""Of a series; more than a year of weeks is nobody's plan yet."""
MOST_GUESTS = 200
_AHEAD = timedelta(days=366)
_BESIDES = frozenset({"SUMMARY", "ORGANIZER", "COMMENT"})
_UNITS = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "mo", "YEARLY": "y"}
_MOST_EVENTS = 2_000
_NEED_NO_TIME = frozenset({Ask.CANCEL, Ask.REPLY, Ask.REFRESH, Ask.DECLINE_COUNTER})
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)


def read_invitation(
    text: str, *, file: str, home: ZoneInfo, zones: ZoneDatabase, now: datetime, needs_time: bool = True
) -> ReceivedInvitation:
    """The meeting that the text is about; of a series the dates from `now` on.

    Raises WrongFilesError where it holds no meeting, or none whose time can be understood, if that is needed.
    """
    root, _ = component_tree(text, _BESIDES)
    calendars = sorted([*root.within(CALENDAR), root], key=lambda one: one.first("METHOD") is None)
    found = ((calendar, list(calendar.within(EVENT))) for calendar in calendars)
    calendar, events = next(((one, parts) for one, parts in found if parts), (root, []))
    if not events:
        raise _wrong(file, 1, "it holds no meeting")
    reader = _InvitationReader(text, file, home, zones, now)
    try:
        return reader.meeting(calendar, events[:_MOST_EVENTS], needs_time=needs_time)
    except UnreadValueError as error:
        raise _wrong(file, error.line, error.say) from None


def _wrong(file: str, line: int, say: str) -> WrongFilesError:
    return WrongFilesError(
        [Problem(file=file, line=line, column=1, say=say)],
        hint="answer it in the program that showed it to you; --decline needs no time",
        where="in the invitation",
    )


class _InvitationReader:
    def __init__(self, text: str, file: str, home: ZoneInfo, zones: ZoneDatabase, now: datetime) -> None:
        self._text = text
        self._file = file
        self._home = home
        self._zones = zones
        self._now = now
        self._budget = StepBudget()
        self._unread: list[str] = []
        self._changed: tuple[ChangedDate, ...] = ()

    def meeting(
        self, calendar: CalendarComponent, events: Sequence[CalendarComponent], *, needs_time: bool
    ) -> ReceivedInvitation:
        """Raises UnreadValueError."""
        parts = _of_first_meeting(events)
        main = parts[0]
        ask = _ask(calendar, main)
        try:
            when = self._when(parts, self._clocks(calendar), ask)
        except UnreadValueError as error:
            if needs_time:
                raise
            when = None
            self._unread.append(error.say)
            self._changed = tuple(self._date_alone(part, None) for part in parts if _is_change(part))
        return ReceivedInvitation(
            ask=ask,
            uid=text_of(main, "UID"),
            sequence=revision_of(main) or 0,
            title=text_of(main, "SUMMARY"),
            organizer=next(map(guest_of, main.all("ORGANIZER")), None),
            guests=tuple(map(guest_of, main.all("ATTENDEE")[:MOST_GUESTS])),
            when=when,
            is_cancelled=_is_cancelled(ask, main),
            changed=self._changed,
            only_dates=_is_change(main),
            comment=text_of(main, "COMMENT"),
            more_meetings=len({text_of(event, "UID") for event in events}) - 1,
            unread=tuple(dict.fromkeys(self._unread)),
        )

    def _clocks(self, calendar: CalendarComponent) -> FileClocks:
        def known(key: str) -> tzinfo | None:
            return zone_called(key, self._zones)

        years = range(self._now.year - 1, self._now.year + 3)
        own = file_zones(calendar, self._budget, known, years)

        def named(name: str) -> tzinfo | None:
            key = zone_key(name)
            return own.get(key) or known(key)

        default = calendar.first("X-WR-TIMEZONE")
        floating = None if default is None else named(default.value)
        return FileClocks(self._home, floating or self._home, named)

    def _when(self, parts: Sequence[CalendarComponent], clocks: FileClocks, ask: Ask) -> Occurrences | None:
        """None where no start is given and none is needed; raises UnreadValueError."""
        main = parts[0]
        begins = main.first("DTSTART")
        if begins is None and ask in _NEED_NO_TIME and not _is_change(main):
            return None
        status = BusyStatus.FREE if ask in _NEED_NO_TIME else BusyStatus.BUSY
        event, *changes = (self._event(part, clocks, status) for part in parts)
        starts, regular = self._dates(event, changes, _moved(parts, changes))
        self._changed = self._dates_alone(parts, (event, *changes))
        self._unread += zone_doubts((event, *changes), self._zones, self._now)
        return Occurrences(
            first=event.start.instant,
            starts=tuple(starts[:MOST_SHOWN]),
            regular=regular,
            length=first_span(event).end - first_span(event).start,
            whole_day=event.start.whole_day,
            every=_every(event),
            goes_on=_goes_on(event, len(starts)),
            clock=known_clock(event.start.zone, self._zones),
            zone_name=None if begins is None else begins.parameters.get("TZID"),
        )

    def _event(self, part: CalendarComponent, clocks: FileClocks, status: BusyStatus) -> CalendarEvent:
        """An event with its time alone: what Apple keeps free before it is the receiver's own business."""
        event, faults = calendar_event(part, clocks, status, self._file)
        self._unread += [fault.say for fault in faults]
        return replace(event, travel=timedelta())

    def _dates(
        self, event: CalendarEvent, changes: Sequence[CalendarEvent], moved: Sequence[datetime]
    ) -> tuple[list[datetime], datetime | None]:
        """Those to come, or the last one; and of a series the next that is where its rule has it."""
        first = event.start.instant
        if not (event.rules or event.more or changes):
            return [first], None
        if event.replaces is not None and not event.and_later:
            alone = sorted({first, *moved})
            return _from(self._now, alone) or alone[-1:], None
        since = max(first, self._now)
        regular = _from(since, self._by_rule(event, changes, since))
        starts = _from(since, [*regular, *moved])
        if not starts:
            starts = _from(first, [*self._by_rule(event, changes, first), *moved, first])[-1:]
        return starts, next(iter(regular), None)

    def _by_rule(
        self, event: CalendarEvent, changes: Sequence[CalendarEvent], since: datetime
    ) -> list[datetime]:
        begin = min(since, _LATEST)
        reach = (begin.replace(tzinfo=None), begin.replace(tzinfo=None) + _AHEAD)
        spans = spans_of(event, changes, *reach, self._budget)
        return [span.start for span in islice(spans, _MOST_EVENTS)]

    def _dates_alone(
        self, parts: Sequence[CalendarComponent], events: Sequence[CalendarEvent]
    ) -> tuple[ChangedDate, ...]:
        """Those with an event of their own, each in its last version; beside their series those to come."""
        since = None if _is_change(parts[0]) else self._now
        found: dict[datetime | None, ChangedDate] = {}
        for part, event in sorted(zip(parts, events, strict=True), key=lambda one: one[1].sequence or 0):
            is_told = _is_change(part) and _takes_place(part, parts[0])
            if is_told and (since is None or first_span(event).end > since):
                found[event.replaced_at] = self._date_alone(part, event)
        return tuple(sorted(found.values(), key=lambda one: one.start or self._now)[:MOST_SHOWN])

    def _date_alone(self, part: CalendarComponent, event: CalendarEvent | None) -> ChangedDate:
        """A part with a RECURRENCE-ID, and what is understood of its time."""
        line, span = part.all("RECURRENCE-ID")[0], None if event is None else first_span(event)
        return ChangedDate(
            written=_as_written(line),
            at=None if event is None else event.replaced_at,
            zone_definition=self._zone_of(line),
            sequence=revision_of(part) or 0,
            start=None if span is None else span.start,
            length=timedelta() if span is None else span.end - span.start,
            whole_day=event is not None and event.start.whole_day,
        )

    def _zone_of(self, instance: ContentLine) -> str:
        name = instance.parameters.get("TZID", "")
        return zone_text(self._text, name) if name else ""


def _of_first_meeting(events: Sequence[CalendarComponent]) -> Sequence[CalendarComponent]:
    """What it is about first, then the dates of it that were changed."""
    uid = text_of(events[0], "UID")
    own = [event for event in events if text_of(event, "UID") == uid]
    main = next((event for event in own if not _is_change(event)), own[0])
    return [main, *(part for part in own if part is not main and _is_change(part))]


def _moved(parts: Sequence[CalendarComponent], changes: Sequence[CalendarEvent]) -> list[datetime]:
    """Where the changed dates take place now."""
    told = zip(parts[1:], changes, strict=True)
    return [first_span(change).start for part, change in told if _takes_place(part, parts[0])]


def _goes_on(event: CalendarEvent, dates: int) -> bool:
    return dates > MOST_SHOWN or any(
        dated.rule.count is None and dated.until is None for dated in event.rules
    )


def _from(since: datetime, starts: Sequence[datetime]) -> list[datetime]:
    return sorted({start for start in starts if start >= since})


def _every(event: CalendarEvent) -> str | None:
    """How often its first rule gives a date."""
    rule = event.rules[0].rule if event.rules else None
    unit = None if rule is None else _UNITS.get(rule.frequency)
    return None if rule is None or unit is None else f"{rule.interval}{unit}"


def _is_cancelled(ask: Ask, event: CalendarComponent) -> bool:
    return ask is Ask.CANCEL or text_of(event, "STATUS").upper() == "CANCELLED"


def _is_change(part: CalendarComponent) -> bool:
    return part.first("RECURRENCE-ID") is not None


def _takes_place(part: CalendarComponent, main: CalendarComponent) -> bool:
    """Whether a date of the series is there to be told: one that is called off beside its series is not."""
    return text_of(part, "STATUS").upper() != "CANCELLED" or _is_change(main)


def _as_written(line: ContentLine) -> WrittenValue:
    kept = {name: value for name, value in line.parameters.items() if name in {"TZID", "VALUE", "RANGE"}}
    return WrittenValue(text=line.value, parameters=kept)


def _ask(calendar: CalendarComponent, event: CalendarComponent) -> Ask:
    """What the file asks; without a word of it, whether it names people to be asked."""
    named = calendar.first("METHOD")
    said = "" if named is None else named.value.upper()
    if said in {*Ask}:
        return Ask(said)
    is_personal = event.first("ORGANIZER") is not None and event.first("ATTENDEE") is not None
    return Ask.REQUEST if is_personal else Ask.PUBLISH
