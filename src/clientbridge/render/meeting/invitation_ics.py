"""A meeting as an iCalendar file: UTC for single events, one rule for a series.

Where a series needs the clock of a zone, the zone's yearly rule is written out. Where a zone has no such
rule, or changed its rules lately, or no rule says the dates of the series, every occurrence is an event of
its own in UTC: calendars that are not up to date would show the others an hour wrong.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.dst_rules import YearlyChange, yearly_changes
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.formatting import long_day
from clientbridge.render.calendar_file import add_text, calendar_file, ics
from clientbridge.render.meeting.series_rule import SeriesRule, series_rule
from clientbridge.render.meeting.times import offset, span
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress

MEETING = "cb meet"
"""The kind of file."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NOT_IN_PARAMETERS = str.maketrans(dict.fromkeys('"\\'))
_EPOCH = datetime.combine(date(1970, 1, 1), time())
"""On the zone's own clock, as all times in the definition of a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What goes into the file."""

    uid: str
    sequence: int
    stamp: datetime
    parties: tuple[PartyFacts, ...]
    emails: tuple[str | None, ...]
    """In the order of the parties; without yours nobody can be invited."""
    slots: tuple[Slot, ...]
    """One, or the occurrences of a series in order, as far as they are held."""
    left_out: tuple[Slot, ...] = ()
    """The occurrences that are not."""
    every: TimeSpan | None = None
    """None where the slots do not come again by a rule."""
    anchor: ZoneInfo | None = None


def invitation_ics(invitation: Invitation) -> str:
    """The whole file: one event by rule where there is a rule to rely on, else one event a slot in UTC."""
    calendar = calendar_file(MEETING)
    rule, changes = _rule(invitation), _yearly_changes(invitation)
    if rule is None or changes is None or invitation.anchor is None:
        for uid, slot in zip(_uids(invitation), invitation.slots, strict=True):
            calendar.add_component(_event(invitation, uid, [slot], UTC))
    else:
        event = _event(invitation, invitation.uid, invitation.slots, invitation.anchor)
        _add_rule(event, invitation, rule, invitation.anchor)
        calendar.add_component(_timezone(invitation.anchor, changes, invitation.slots[0].start))
        calendar.add_component(event)
    return ics(calendar)


def _uids(invitation: Invitation) -> list[str]:
    """One for each slot, by its number among all occurrences: it stays when another is left out."""
    if len(invitation.slots) == 1:
        return [invitation.uid]
    starts = sorted(slot.start for slot in (*invitation.slots, *invitation.left_out))
    return [f"{starts.index(slot.start) + 1}.{invitation.uid}" for slot in invitation.slots]


def _left_out_between(invitation: Invitation) -> list[Slot]:
    """The occurrences that are not held between the first and the last that are."""
    first, last = invitation.slots[0].start, invitation.slots[-1].start
    return [slot for slot in invitation.left_out if first < slot.start < last]


def _rule(invitation: Invitation) -> SeriesRule | None:
    if invitation.every is None or invitation.anchor is None or len(invitation.slots) == 1:
        return None
    every_one = sorted(
        (*invitation.slots, *_left_out_between(invitation)),
        key=lambda slot: slot.start,
    )
    return series_rule(every_one, invitation.every, invitation.anchor)


def _add_rule(event: "Event", invitation: Invitation, rule: SeriesRule, anchor: ZoneInfo) -> None:
    """The rule from the first slot to the last, without the occurrences between them that are not held."""
    between = _left_out_between(invitation)
    event.add("rrule", {**rule, "count": len(invitation.slots) + len(between)})
    if between:
        event.add("exdate", [slot.start.astimezone(anchor) for slot in between])


def _yearly_changes(invitation: Invitation) -> tuple[YearlyChange, ...] | None:
    """How the anchor's clocks change during a series by rule; None where there is no rule to rely on."""
    if invitation.anchor is None:
        return None
    first, last = (invitation.slots[at].start.astimezone(invitation.anchor) for at in (0, -1))
    return yearly_changes(invitation.anchor, first.year, last.year + 1)


def _timezone(zone: ZoneInfo, changes: Sequence[YearlyChange], at: datetime) -> "Timezone":
    """The zone by yearly rules. icalendar would list dates, which Outlook leaves unread ([MS-STANOICAL])."""
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


def _event(invitation: Invitation, uid: str, slots: Sequence[Slot], clock: tzinfo) -> "Event":
    """The event of the first of these slots, told for all of them."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamp.astimezone(UTC))
    event.add("dtstart", slots[0].start.astimezone(clock))
    event.add("dtend", slots[0].end.astimezone(clock))
    add_text(event, "summary", f"Meeting: {', '.join(party.name for party in invitation.parties)}")
    add_text(event, "description", *_local_times(invitation.parties, slots))
    _add_people(event, invitation)
    return event


def _local_times(parties: Sequence[PartyFacts], slots: Sequence[Slot]) -> list[str]:
    """Everyone's time of every occurrence, with city and offset; the day where it is not yours."""
    lines = []
    for slot in slots:
        lines.append(long_day(slot.parties[0].start))
        for party, part in zip(parties, slot.parties, strict=True):
            day = f" {long_day(part.start)}" if part.day_shift else ""
            place = f"{part.where} ({offset(part.start)})"
            lines.append(f"{span(part.start, part.end)}{day} {place}: {party.name}")
    return lines


def _add_people(event: "Event", invitation: Invitation) -> None:
    """The organiser and whoever has an address; without an organiser nobody can be invited."""
    (me, my_email), *others = zip(invitation.parties, invitation.emails, strict=True)
    if my_email is None:
        return
    event.add("organizer", _address(me.name, my_email))
    for party, email in others:
        if email is not None:
            attendee = _address(party.name, email)
            attendee.params["ROLE"] = "REQ-PARTICIPANT" if party.required else "OPT-PARTICIPANT"
            attendee.params["PARTSTAT"] = "NEEDS-ACTION"
            attendee.params["RSVP"] = "TRUE"
            event.add("attendee", attendee)


def _address(name: str, email: str) -> "vCalAddress":
    """A parameter cannot hold quotes, and for some readers a backslash takes away what ends it."""
    from icalendar import vCalAddress

    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = safe(name).translate(_NOT_IN_PARAMETERS)
    return address
