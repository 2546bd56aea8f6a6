"""Export a meeting: as text on the screen, as a calendar file."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.options import MeetQuery
from clientbridge.cli.meeting.series import recurrence_of
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError
from clientbridge.core.meeting.cautions.zone_changes import ZONE_CHANGED
from clientbridge.core.meeting.result import MeetingPlan, MeetingText
from clientbridge.core.meeting.slots import Slot
from clientbridge.core.meeting.time_check import MeetingTime
from clientbridge.core.time.durations import TimeSpan
from clientbridge.load.meeting.meeting_loader import MeetingLoader
from clientbridge.render.formats import Format
from clientbridge.render.meeting.invitations.invitation_id import invitation_id, says_the_same

if TYPE_CHECKING:
    from clientbridge.render.meeting.invitations.invitation_ics import Invitation


def share(
    context: "Context",
    query: MeetQuery,
    loader: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    """Show the text where ``--text`` is given, else the usual answer; write the file where ``--ics`` is."""
    if query.writes_appointment:
        only = slots if isinstance(result, MeetingPlan) and result.series else slots[:1]
        _write(context, query, loader, result, only)
    if not query.text:
        context.show_or_save(result, None, {Format.HTML: query.html})
        return
    from clientbridge.render.meeting.meeting_text import ENGLISH, meeting_lines

    language = query.lang or ENGLISH
    lines = meeting_lines(slots, language, with_utc=_clocks_changed(result))
    text = MeetingText(language=language, lines=lines, slots=slots)
    context.note_cautions(result.warnings)
    context.show(text)
    if query.copy:
        from clientbridge.cli.clipboard import copy

        copy(context, text)


def _write(
    context: "Context",
    query: MeetQuery,
    loader: MeetingLoader,
    result: MeetingPlan | MeetingTime,
    slots: tuple[Slot, ...],
) -> None:
    """Write the slots to the file, and into your calendar."""
    from clientbridge.render.meeting.invitations.invitation_ics import Invitation, Method, invitation_ics

    before = None if query.ics is None else _before(context, query.ics)
    uid, sequence = invitation_id((party.id for party in result.parties), slots[0].start, before=before)
    invitation = Invitation(
        uid=uid,
        sequence=sequence,
        stamp=context.now,
        parties=result.parties,
        emails=tuple(loader.email(party.id) for party in result.parties),
        slots=slots,
        **_of_series(query, loader, result),
    )
    text = invitation_ics(invitation)
    if before and not says_the_same(text, before):
        text = invitation_ics(replace(invitation, sequence=sequence + 1))
    if query.ics is not None:
        context.save(query.ics, text)
        if invitation.method is Method.PUBLISH:
            note_nobody_invited(context, query.ics, invitation)
    if query.save:
        from clientbridge.cli.meeting.saving import keep

        keep(context, text, slots)


class _OfSeries(TypedDict, total=False):
    left_out: tuple[Slot, ...]
    every: TimeSpan
    anchor: ZoneInfo | None


def _of_series(query: MeetQuery, loader: MeetingLoader, result: MeetingPlan | MeetingTime) -> _OfSeries:
    if not isinstance(result, MeetingPlan) or result.series is None:
        return {}
    is_on_one_clock = not query.rotate and not _clocks_changed(result)
    return {
        "left_out": _left_out(result),
        "every": recurrence_of(query, loader.me.schedule.zone).every,
        "anchor": result.series.anchor if is_on_one_clock else None,
    }


def note_nobody_invited(context: "Context", file: Path, invitation: "Invitation") -> None:
    """Say that nobody is asked to come by a file, or told by it that they need not, and what to set."""
    other = invitation.parties[1].id if len(invitation.parties) > 1 else "the client"
    if invitation.emails[0] is None:
        why, todo = "your own address is not known", "cb client set me email name@example.com"
    elif "/" in other:
        why = f"the address of {other} is not known"
        todo = f"cb client set {quoted(other)} email name@example.com"
    else:
        why, todo = f"{other} has no mail address", "name people of theirs who have one, as acme/ana"
    does = "tells nobody" if invitation.is_cancelled else "invites nobody"
    context.note(f"{file} {does}, since {why}; {todo}")


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
