"""A meeting that was called off: its invitation again, as the file that takes it out of everyone's calendar.

The times, the rule and the people stay as they were sent: by them programs find what to take out.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.render.meeting.invitations.invitation_id import sequence_of

_METHOD = "METHOD:"
_BEGIN_EVENT, _END_EVENT = "BEGIN:VEVENT", "END:VEVENT"
_CHANGED = ("SEQUENCE:", "DTSTAMP:", "STATUS:")
_CANCELLED = re.compile(r"^STATUS:CANCELLED\r?$", re.MULTILINE)
_ORGANIZER = re.compile(r"^ORGANIZER[;:]", re.MULTILINE)


_FOLD = re.compile(r"\r?\n[ \t]")
_INVITED = re.compile(r"^ATTENDEE[;:].*mailto:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(r"^UID:([^\r\n]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """The file, and what it says."""

    text: str
    uid: str
    sequence: int
    invited: tuple[str, ...]
    """The addresses that it is for; none where it names no organiser."""


def is_cancelled(invitation: str) -> bool:
    """Whether a file of ours says that the meeting was called off."""
    return _CANCELLED.search(invitation) is not None


def cancellation(invitation: str, stamp: datetime) -> Cancellation:
    """The next version of a file of ours, without the meeting; without an organiser nobody is told by it."""
    sequence = (sequence_of(invitation) or 0) + 1
    method = "CANCEL" if _ORGANIZER.search(invitation) else "PUBLISH"
    changes = (
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        "STATUS:CANCELLED",
    )
    lines = _changed(invitation.replace("\r\n", "\n").removesuffix("\n").split("\n"), method, changes)
    unfolded = _FOLD.sub("", invitation)
    uid = _UID.search(unfolded)
    return Cancellation(
        text="".join(f"{line}\r\n" for line in lines),
        uid="" if uid is None else uid[1],
        sequence=sequence,
        invited=tuple(dict.fromkeys(_INVITED.findall(unfolded))) if method == "CANCEL" else (),
    )


def _changed(lines: Iterable[str], method: str, changes: Iterable[str]) -> Iterator[str]:
    in_event = False
    for line in lines:
        if line.startswith(_METHOD) or (in_event and line.startswith(_CHANGED)):
            continue
        in_event = line == _BEGIN_EVENT or (in_event and line != _END_EVENT)
        yield line
        if line == "BEGIN:VCALENDAR":
            yield f"{_METHOD}{method}"
        elif line == _BEGIN_EVENT:
            yield from changes
