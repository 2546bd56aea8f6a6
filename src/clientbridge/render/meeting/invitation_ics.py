"""A meeting as an iCalendar file: UTC for single events, one rule for a series.

Where a series needs the clock of a zone, the zone's yearly rule is written out. Where a zone has no such
rule, or changed its rules lately, every occurrence is an event of its own in UTC: calendars that are not up
to date would show the others an hour wrong.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.core.meeting.result import PartyFacts
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.time.dst_rules import YearlyChange, yearly_changes
from clientbridge.core.time.durations import TimeSpan
from clientbridge.core.time.formatting import city, long_day
from clientbridge.core.values import dataclass
from clientbridge.render.meeting.times import offset, span

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LINE_BYTES = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What goes into the file."""

    uid: str
    sequence: int
    stamp: datetime
    parties: tuple[PartyFacts, ...]
    emails: tuple[str | None, ...]
    """In the order of the parties."""
    slots: tuple[Slot, ...]
    """One, or the occurrences of a series in order."""
    every: TimeSpan | None = None
    """None where the slots do not come again by a rule."""
    anchor: ZoneInfo | None = None


def invitation_ics(invitation: Invitation) -> str:
    """The whole file, with CRLF line ends and no line over 75 bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clientbridge//cb meet//EN", "CALSCALE:GREGORIAN"]
    rule = _rule(invitation)
    if rule is None:
        for number, slot in enumerate(invitation.slots):
            uid = invitation.uid if len(invitation.slots) == 1 else f"{number + 1}.{invitation.uid}"
            lines += _event(invitation, uid, [slot], _utc_times(slot))
    else:
        timezone, times = rule
        lines += [*timezone, *_event(invitation, invitation.uid, invitation.slots, times)]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _rule(invitation: Invitation) -> tuple[list[str], list[str]] | None:
    """The zone's definition and the times of a series by rule; None where there is none to rely on."""
    if invitation.every is None or invitation.anchor is None or len(invitation.slots) == 1:
        return None
    first, last = invitation.slots[0], invitation.slots[-1]
    changes = yearly_changes(invitation.anchor, first.start.year, last.end.year + 1)
    if changes is None:
        return None
    zone = invitation.anchor
    times = [
        f"DTSTART;TZID={zone.key}:{first.start.astimezone(zone):%Y%m%dT%H%M%S}",
        f"DTEND;TZID={zone.key}:{first.end.astimezone(zone):%Y%m%dT%H%M%S}",
        f"RRULE:{_frequency(invitation.every)};COUNT={len(invitation.slots)}",
    ]
    return list(_timezone(zone, changes, first.start)), times


def _frequency(every: TimeSpan) -> str:
    if every.months:
        return f"FREQ=MONTHLY;INTERVAL={every.months}"
    if every.days % 7 == 0:
        return f"FREQ=WEEKLY;INTERVAL={every.days // 7}"
    return f"FREQ=DAILY;INTERVAL={every.days}"


def _timezone(zone: ZoneInfo, changes: Sequence[YearlyChange], at: datetime) -> Iterator[str]:
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone.key}")
    if not changes:
        always = _ics_offset(at.astimezone(zone).utcoffset())
        yield from ("BEGIN:STANDARD", "DTSTART:19700101T000000")
        yield from (f"TZOFFSETFROM:{always}", f"TZOFFSETTO:{always}", "END:STANDARD")
    for change in changes:
        name = "DAYLIGHT" if change.offset_after > change.offset_before else "STANDARD"
        began = change.date_in(change.first.year - 1)
        clock = f"{change.clock_minute // 60:02d}{change.clock_minute % 60:02d}00"
        yield from (f"BEGIN:{name}", f"DTSTART:{began:%Y%m%d}T{clock}")
        yield f"TZOFFSETFROM:{_ics_offset(timedelta(minutes=change.offset_before))}"
        yield f"TZOFFSETTO:{_ics_offset(timedelta(minutes=change.offset_after))}"
        yield f"RRULE:FREQ=YEARLY;BYMONTH={change.month};BYDAY={change.week}{_WEEKDAYS[change.weekday]}"
        yield f"END:{name}"
    yield "END:VTIMEZONE"


def _ics_offset(difference: timedelta | None) -> str:
    minutes = 0 if difference is None else difference // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _utc_times(slot: Slot) -> list[str]:
    return [f"DTSTART:{_utc(slot.start)}", f"DTEND:{_utc(slot.end)}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _event(invitation: Invitation, uid: str, slots: Sequence[Slot], times: Sequence[str]) -> list[str]:
    names = ", ".join(party.name for party in invitation.parties)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{invitation.sequence}",
        f"DTSTAMP:{_utc(invitation.stamp)}",
        *times,
        f"SUMMARY:{_escaped(f'Meeting: {names}')}",
        f"DESCRIPTION:{_escaped(_local_times(invitation.parties, slots))}",
        *_people(invitation),
        "END:VEVENT",
    ]


def _local_times(parties: Sequence[PartyFacts], slots: Sequence[Slot]) -> str:
    """Everyone's time of every occurrence, with city and offset; the day where it is not yours."""
    lines = []
    for slot in slots:
        lines.append(long_day(slot.parties[0].start))
        for party, time in zip(parties, slot.parties, strict=True):
            day = f" {long_day(time.start)}" if time.day_shift else ""
            place = f"{city(time.timezone.key)} ({offset(time.start)})"
            lines.append(f"{span(time.start, time.end)}{day} {place}: {party.name}")
    return "\n".join(lines)


def _people(invitation: Invitation) -> Iterator[str]:
    """The organiser and whoever has an address; without an organiser nobody can be invited."""
    organiser, *others = zip(invitation.parties, invitation.emails, strict=True)
    if organiser[1] is None:
        return
    yield f"ORGANIZER;CN={_parameter(organiser[0].name)}:mailto:{organiser[1]}"
    for party, email in others:
        if email is not None:
            role = "REQ-PARTICIPANT" if party.required else "OPT-PARTICIPANT"
            name = _parameter(party.name)
            yield f"ATTENDEE;CN={name};ROLE={role};PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{email}"


def _escaped(text: str) -> str:
    for char, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(char, written)
    return text


def _parameter(text: str) -> str:
    """Quoted; a parameter cannot hold quotes or control characters at all."""
    return '"' + "".join(char for char in text if char != '"' and char.isprintable()) + '"'


def _folded(line: str) -> Iterator[str]:
    """Pieces of at most 75 bytes, every one after the first begun with a space, no character torn."""
    piece, room = "", _LINE_BYTES
    for char in line:
        size = len(char.encode())
        if size > room:
            yield piece
            piece, room = " ", _LINE_BYTES - 1
        piece += char
        room -= size
    yield piece
