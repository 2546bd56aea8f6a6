"""A meeting as an iCalendar file that programs obey: UTC for single events, one rule for a series.

Where a series needs the clock of a zone, the zone's yearly rule is written out. Where a zone has no such
rule, or changed its rules lately, or no rule says the dates of the series, the rule is one in UTC, and what
it misses is an exception: calendars that are not up to date would show the others an hour wrong.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.dst_rules import YearlyChange, yearly_changes
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.formatting import long_day
from clientbridge.render.calendar_file import add_text, calendar_file, ics
from clientbridge.render.meeting.invitations.series_in_utc import series_in_utc
from clientbridge.render.meeting.invitations.series_rule import SeriesRule, series_rule
from clientbridge.render.meeting.invitations.zone_definition import zone_definition
from clientbridge.render.meeting.times import offset, span
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

MEETING = "cb meet"
"""The kind of file."""
_NOT_IN_PARAMETERS = str.maketrans(dict.fromkeys('"\\'))


class Method(StrEnum):
    """What a file asks of the program that reads it (RFC 5546)."""

    REQUEST = "REQUEST"
    """Invite, or tell of a change."""
    PUBLISH = "PUBLISH"
    """Show it: nobody is asked to answer."""
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What goes into the file."""

    uid: str
    """The same for all versions of the meeting."""
    sequence: int
    """The number of the version."""
    stamp: datetime
    parties: tuple[PartyFacts, ...]
    emails: tuple[str | None, ...]
    """In the order of the parties; without yours, or with yours alone, nobody can be invited."""
    slots: tuple[Slot, ...]
    """One, or the occurrences of a series in order, as far as they are held."""
    left_out: tuple[Slot, ...] = ()
    """The occurrences that are not."""
    every: TimeSpan | None = None
    """None where the slots do not come again in a rhythm."""
    anchor: ZoneInfo | None = None
    """On whose clock a series stays; None where no zone's clock is to be relied on."""
    is_cancelled: bool = False
    title: str | None = None
    """None is the names of all."""

    @property
    def method(self) -> Method:
        """REQUEST or CANCEL; PUBLISH where there is nobody to invite, or nobody who invites."""
        mine, *others = self.emails
        if mine is None or not any(others):
            return Method.PUBLISH
        return Method.CANCEL if self.is_cancelled else Method.REQUEST


def invitation_ics(invitation: Invitation) -> str:
    """The whole file: one event, by a rule for a series, and the occurrences that are exceptions to it."""
    calendar = calendar_file(MEETING)
    calendar.add("method", str(invitation.method))
    if len(invitation.slots) == 1:
        calendar.add_component(_event(invitation, invitation.slots, UTC))
        return ics(calendar)
    rule, changes = _rule(invitation), _yearly_changes(invitation)
    if rule is None or changes is None or invitation.anchor is None:
        _add_in_utc(calendar, invitation)
    else:
        event = _event(invitation, invitation.slots, invitation.anchor)
        _add_rule(event, invitation, rule, invitation.anchor)
        calendar.add_component(zone_definition(invitation.anchor, changes, invitation.slots[0].start))
        calendar.add_component(event)
    return ics(calendar)


def _add_in_utc(calendar: "Calendar", invitation: Invitation) -> None:
    slots = invitation.slots
    series = series_in_utc(slots, invitation.every)
    event = _event(invitation, slots, UTC, start=series.dates[0])
    event.add("rrule", dict(series.rule))
    if series.unused:
        event.add("exdate", list(series.unused))
    calendar.add_component(event)
    for slot, date in zip(slots, series.of_slots, strict=True):
        if slot.start != date:
            moved = _event(invitation, [slot], UTC)
            moved.add("recurrence-id", date)
            calendar.add_component(moved)


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


def _event(
    invitation: Invitation, slots: Sequence[Slot], clock: tzinfo, *, start: datetime | None = None
) -> "Event":
    """The event of the first of these slots, or of its length at another start, told for all of them."""
    from icalendar import Event

    begins = (start or slots[0].start).astimezone(clock)
    length = slots[0].end - slots[0].start
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamp.astimezone(UTC))
    event.add("dtstart", begins)
    event.add("dtend", (begins.astimezone(UTC) + length).astimezone(clock))
    add_text(event, "summary", invitation.title or _title(invitation.parties))
    add_text(event, "description", *_local_times(invitation.parties, slots))
    event.add("status", "CANCELLED" if invitation.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE")
    if invitation.method is not Method.PUBLISH:
        _add_people(event, invitation)
    return event


def _title(parties: Sequence[PartyFacts]) -> str:
    return f"Meeting: {', '.join(party.name for party in parties)}"


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
    """You as the organiser, and whoever has an address."""
    (me, my_email), *others = zip(invitation.parties, invitation.emails, strict=True)
    if my_email is not None:
        event.add("organizer", _address(me.name, my_email))
    for party, email in others:
        if email is not None:
            attendee = _address(party.name, email)
            attendee.params["CUTYPE"] = "INDIVIDUAL"
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
