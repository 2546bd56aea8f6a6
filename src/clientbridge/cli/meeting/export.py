"""A meeting to hand on: as text on the screen, as a calendar file."""

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.meeting.meeting_parties import MeetingLoader
from clientbridge.cli.meeting.options import MeetQuery
from clientbridge.cli.meeting.series import repetition_of
from clientbridge.core.errors import FileFailedError
from clientbridge.core.meeting.result import MeetingPlan, MeetingText
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.time_check import MeetingTime

if TYPE_CHECKING:
    from clientbridge.cli.context import Context


def share(
    context: "Context",
    asked: MeetQuery,
    table: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    """The text where it is asked for, else the usual answer; and the file."""
    if asked.ics is not None:
        only = slots if isinstance(result, MeetingPlan) and result.series else slots[:1]
        _write_file(context, asked, table, result, only)
    if not asked.text:
        context.show(result)
        return
    from clientbridge.render.meeting.meeting_text import ENGLISH, meeting_lines

    language = asked.lang or ENGLISH
    lines = meeting_lines(slots, language, with_utc=bool(result.warnings))
    context.show(MeetingText(language=language, lines=lines, slots=slots))


def _write_file(
    context: "Context",
    asked: MeetQuery,
    table: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    from clientbridge.adapters.safe_write import write_whole
    from clientbridge.render.meeting.invitation_ics import Invitation, invitation_ics

    file = asked.ics or Path()
    path = context.surroundings.folder / file
    repeats = isinstance(result, MeetingPlan) and result.series is not None and not asked.rotate
    by_rule = repeats and not result.warnings
    repetition = repetition_of(asked, table.me.schedule.zone) if by_rule else None
    anchor = result.series.anchor if isinstance(result, MeetingPlan) and result.series else None
    uid, sequence = _identity(path, result, slots)
    invitation = Invitation(
        uid=uid,
        sequence=sequence,
        stamp=context.now,
        parties=result.parties,
        emails=tuple(table.email(party.id) for party in result.parties),
        slots=slots,
        every=None if repetition is None else repetition.every,
        anchor=anchor,
    )
    write_whole(path, invitation_ics(invitation).encode(), file=str(file))
    context.note(f"written: {file}")


def _identity(path: Path, result: MeetingPlan | MeetingTime, slots: tuple[Slot, ...]) -> tuple[str, int]:
    """The id of the meeting and the number of its version.

    A file that is written again is the same meeting: it keeps the id, and gets the next number when its times
    are others. A new file has an id that follows from who meets and when.
    """
    who = " ".join(party.id for party in result.parties)
    made = sha256(f"{who} {slots[0].start.isoformat()}".encode()).hexdigest()[:24]
    try:
        before = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return f"{made}@clientbridge", 0
    except OSError as error:
        raise FileFailedError(f"{path} cannot be read: {error.strerror}") from error
    uid = re.search(r"^UID:(?:\d+\.)?(\S+@clientbridge)\s*$", before, re.MULTILINE)
    sequence = re.search(r"^SEQUENCE:(\d+)\s*$", before, re.MULTILINE)
    if uid is None or sequence is None:
        return f"{made}@clientbridge", 0
    same = f"{slots[0].start:%Y%m%dT%H%M%SZ}" in before or uid[1].startswith(made)
    return uid[1], int(sequence[1]) + (0 if same else 1)
