"""The file that answers an invitation (RFC 5546, sections 3.2.3 and 3.2.7): REPLY, COUNTER, DECLINECOUNTER.

It says as little as it may: which meeting and which version, who answers, and what. What was written by the
organiser's program comes back as it was written, for by that it finds its meeting again.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.received.invitation import (
    Guest,
    Occurrences,
    Participation,
    ReceivedInvitation,
    WrittenValue,
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
    zone = _zone(reply.invitation)
    if zone is not None:
        calendar.add_component(zone)
    calendar.add_component(_event(reply, has_zone=zone is not None))
    return ics(calendar)


def is_reply(text: str) -> bool:
    """Whether a text is an answer written by this program."""
    lines = text.splitlines()
    return (
        lines[:1] == ["BEGIN:VCALENDAR"]
        and lines.count("BEGIN:VCALENDAR") == lines.count("BEGIN:VEVENT") == 1
        and f"PRODID:{product(ANSWER)}" in lines[: lines.index("BEGIN:VEVENT")]
    )


def _event(reply: Reply, *, has_zone: bool) -> "Event":
    from icalendar import Event

    invitation = reply.invitation
    event = Event()
    add_text(event, "uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", reply.stamp.astimezone(UTC))
    if invitation.when is not None:
        _add_times(event, reply, invitation.when)
    if invitation.instance is not None:
        _add_instance(event, invitation.instance, invitation.instance_at, has_zone=has_zone)
    elif reply.start is not None and invitation.when is not None and invitation.when.regular is not None:
        event.add("recurrence-id", invitation.when.regular)
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


def _add_times(event: "Event", reply: Reply, when: Occurrences) -> None:
    asked = when.regular or when.starts[0]
    start = when.first if reply.start is None else reply.start
    if when.whole_day and reply.start is None:
        return  # its day is the organiser's: the answer need not name it
    event.add("dtstart", start.astimezone(UTC))
    event.add("dtend", (start + when.length).astimezone(UTC))
    if reply.start is not None:
        for name, at in ((_PROPOSED_START, asked), (_PROPOSED_END, asked + when.length)):
            event.add(name, f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _zone(invitation: ReceivedInvitation) -> "Timezone | None":
    """As the organiser's program wrote it, for the date of a series that is answered alone."""
    from icalendar import Timezone

    if not invitation.zone_definition:
        return None
    try:
        read = Timezone.from_ical(invitation.zone_definition)
    except ValueError:
        return None
    return read if isinstance(read, Timezone) else None


def _add_instance(event: "Event", written: WrittenValue, at: datetime | None, *, has_zone: bool) -> None:
    """The date as it was written; in UTC where its zone cannot be given with it."""
    from icalendar import vText

    if "TZID" in written.parameters and not has_zone and at is not None:
        event.add("recurrence-id", at)
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
