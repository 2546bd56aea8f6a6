"""The file that answers an invitation (RFC 5546, sections 3.2.3 and 3.2.7): REPLY, COUNTER, DECLINECOUNTER.

It says as little as it may: which meeting and which version, who answers, and what. What was written by the
organiser's program comes back as it was written, for by that it finds its meeting again.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.received.invitation import (
    ChangedDate,
    Guest,
    Occurrences,
    Participation,
    ReceivedInvitation,
)
from clientbridge.render.calendar_file import add_text, calendar_file, ics, product
from clientbridge.render.safe_text import safe

if TYPE_CHECKING:
    from icalendar import Event, Timezone, vCalAddress

ANSWER = "cb answer"
"""The kind of file."""
_NOT_IN_PARAMETERS = str.maketrans(dict.fromkeys('"\\'))
_PROPOSED_START, _PROPOSED_END = "X-MS-OLK-ORIGINALSTART", "X-MS-OLK-ORIGINALEND"
"""By these Outlook shows the time that was asked for beside the one proposed."""


class ReplyMethod(StrEnum):
    """What the file is."""

    REPLY = "REPLY"
    COUNTER = "COUNTER"
    DECLINE_COUNTER = "DECLINECOUNTER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes into the file."""

    invitation: ReceivedInvitation
    method: ReplyMethod
    me: Guest
    """You, at the address to which the invitation came."""
    participation: Participation
    stamp: datetime
    start: datetime | None = None
    """The proposed start; None is the time that was asked for."""
    comment: str = ""


def reply_ics(reply: Reply) -> str:
    """The whole file."""
    calendar = calendar_file(ANSWER)
    calendar.add("method", str(reply.method))
    dates = _answered(reply)
    zones = _zones(date.zone_definition for date in dates if date is not None)
    for zone in zones.values():
        calendar.add_component(zone)
    for date in dates:
        calendar.add_component(_event(reply, date, {*zones}))
    return ics(calendar)


def _answered(reply: Reply) -> Sequence[ChangedDate | None]:
    """What gets an event of its own: the meeting (None) and each date that the file tells alone.

    A date that was moved keeps its own list of guests, which an answer to the series leaves as it is. Another
    time is proposed for one date.
    """
    invitation = reply.invitation
    whole = () if invitation.only_dates else (None,)
    if reply.method is ReplyMethod.REPLY or (invitation.only_dates and reply.start is None):
        return (*whole, *invitation.changed)
    asked = None if invitation.when is None else invitation.when.starts[0]
    first = [date for date in invitation.changed if date.start == asked]
    return (first or [*whole, *invitation.changed])[:1]


def is_reply(text: str) -> bool:
    """Whether a text is an answer written by this program."""
    lines = text.splitlines()
    return (
        lines[:1] == ["BEGIN:VCALENDAR"]
        and lines.count("BEGIN:VCALENDAR") == 1
        and "BEGIN:VEVENT" in lines
        and f"PRODID:{product(ANSWER)}" in lines[: lines.index("BEGIN:VEVENT")]
    )


def _event(reply: Reply, date: ChangedDate | None, zones: set[str]) -> "Event":
    from icalendar import Event

    invitation = reply.invitation
    event = Event()
    add_text(event, "uid", invitation.uid)
    event.add("sequence", invitation.sequence if date is None else date.sequence)
    event.add("dtstamp", reply.stamp.astimezone(UTC))
    if date is not None:
        _add_date(event, reply, date)
        _add_instance(event, date, has_zone=date.zone_definition in zones)
    elif invitation.when is not None:
        _add_meeting(event, reply, invitation.when)
    add_text(event, "summary", invitation.title)
    if reply.comment:
        add_text(event, "comment", reply.comment)
    if invitation.organizer is not None:
        event.add("organizer", _address(invitation.organizer))
    if reply.method is not ReplyMethod.DECLINE_COUNTER:
        me = _address(reply.me)
        me.params["PARTSTAT"] = str(reply.participation)
        event.add("attendee", me)
    return event


def _add_meeting(event: "Event", reply: Reply, when: Occurrences) -> None:
    """The whole meeting, or of a series the next date, for which another time is proposed."""
    if reply.start is None:
        if not when.whole_day:  # a day is the organiser's: the answer need not name it
            _add_times(event, when.first, when.length)
        return
    _add_proposal(event, reply.start, when.regular or when.starts[0], when.length)
    if when.regular is not None:
        event.add("recurrence-id", when.regular)


def _add_date(event: "Event", reply: Reply, date: ChangedDate) -> None:
    if date.start is None:
        return
    if reply.start is not None:
        _add_proposal(event, reply.start, date.start, date.length)
    elif not date.whole_day:
        _add_times(event, date.start, date.length)


def _add_times(event: "Event", start: datetime, length: timedelta) -> None:
    event.add("dtstart", start.astimezone(UTC))
    if length:
        event.add("dtend", (start + length).astimezone(UTC))


def _add_proposal(event: "Event", start: datetime, asked: datetime, length: timedelta) -> None:
    _add_times(event, start, length)
    for name, at in ((_PROPOSED_START, asked), (_PROPOSED_END, asked + length)):
        event.add(name, f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _zones(definitions: Iterable[str]) -> "Mapping[str, Timezone]":
    """Those of the dates that are answered alone, as the organiser's program wrote them, each once."""
    from icalendar import Timezone

    read: dict[str, Timezone] = {}
    for definition in filter(None, definitions):
        try:
            zone = read.get(definition) or Timezone.from_ical(definition)
        except ValueError:
            continue
        if isinstance(zone, Timezone):
            read[definition] = zone
    return read


def _add_instance(event: "Event", date: ChangedDate, *, has_zone: bool) -> None:
    """The date as it was written; in UTC where its zone cannot be given with it."""
    from icalendar import vText

    written = date.written
    if "TZID" in written.parameters and not has_zone and date.at is not None:
        event.add("recurrence-id", date.at)
        return
    value = vText(safe(written.text))
    for name, parameter in written.parameters.items():
        value.params[name] = safe(parameter).translate(_NOT_IN_PARAMETERS)
    event["RECURRENCE-ID"] = value


def _address(guest: Guest) -> "vCalAddress":
    from icalendar import vCalAddress

    address = vCalAddress(safe(guest.address))
    if guest.name:
        address.params["CN"] = safe(guest.name).translate(_NOT_IN_PARAMETERS)
    return address
