"""Export a meeting: as text on the screen, as a calendar file."""

from dataclasses import replace
from pathlib import Path

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.options import MeetQuery
from clientbridge.cli.meeting.series import recurrence_of
from clientbridge.core.errors import FileFailedError
from clientbridge.core.meeting.cautions.zone_changes import ZONE_CHANGED
from clientbridge.core.meeting.result import MeetingPlan, MeetingText
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.time_check import MeetingTime
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.render.formats import Format
from clientbridge.render.meeting.invitation_id import invitation_id


def share(
    context: "Context",
    query: MeetQuery,
    loader: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    """Show the text where ``--text`` is given, else the usual answer; write the file where ``--ics`` is."""
    if query.ics is not None:
        only = slots if isinstance(result, MeetingPlan) and result.series else slots[:1]
        _write_file(context, query, loader, result, only)
    if not query.text:
        context.show_or_save(result, None, {Format.HTML: query.html})
        return
    from clientbridge.render.meeting.meeting_text import ENGLISH, meeting_lines

    language = query.lang or ENGLISH
    lines = meeting_lines(slots, language, with_utc=_clocks_changed(result))
    text = MeetingText(language=language, lines=lines, slots=slots)
    context.show(text)
    if query.copy:
        from clientbridge.cli.clipboard import copy

        copy(context, text)


def _write_file(
    context: "Context",
    query: MeetQuery,
    loader: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    from clientbridge.render.meeting.invitation_ics import Invitation, invitation_ics

    file = query.ics or Path()
    uid, sequence = invitation_id(
        (party.id for party in result.parties), slots[0].start, before=_before(context, file)
    )
    invitation = Invitation(
        uid=uid,
        sequence=sequence,
        stamp=context.now,
        parties=result.parties,
        emails=tuple(loader.email(party.id) for party in result.parties),
        slots=slots,
    )
    if isinstance(result, MeetingPlan) and result.series is not None:
        every = recurrence_of(query, loader.me.schedule.zone).every
        by_rule = not query.rotate and not _clocks_changed(result)
        invitation = replace(
            invitation,
            left_out=_left_out(result),
            every=every if by_rule else None,
            anchor=result.series.anchor,
        )
    context.save(file, invitation_ics(invitation))


def _before(context: "Context", file: Path) -> str | None:
    """What is replaced; what cannot be read was no invitation, and comes here only by --force."""
    try:
        return context.session.saved(file)
    except FileFailedError:
        return None


def _left_out(plan: MeetingPlan) -> tuple[Slot, ...]:
    return tuple(slot for slot in plan.slots if not plan.can_be_held(slot))


def _clocks_changed(result: MeetingPlan | MeetingTime) -> bool:
    """Whether someone's calendar may show a time of it an hour wrong."""
    return any(warning.code == ZONE_CHANGED for warning in result.warnings)
