"""``cb meet --cancel FILE``: an invitation that `cb` wrote, as the file that calls the meeting off."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.options import MeetOptions, MeetQuery
from clientbridge.cli.outputs import check_files
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.meeting.result import MeetingCancelled
from clientbridge.core.spelling import listed

if TYPE_CHECKING:
    from clientbridge.load.meeting.called_off import MeetingKnown
    from clientbridge.render.meeting.invitations.cancellation import Cancellation


def call_off(context: Context, query: MeetQuery, file: Path) -> None:
    """Write the cancellation over the file, or to the one of ``--ics``; nothing is sent.

    With ``--save`` your own calendar loses the meeting too, even where the file was called off before.
    Raises UsageError for a file that is no invitation of ours, that is called off already, or that came of
    an offer; FileFailedError, SourceFailedError.
    """
    _check(context, query)
    invitation = _invitation(context, file)
    made = _cancellation(context, invitation)
    is_done = made.text == invitation
    if is_done and not query.save:
        raise UsageError(f"{file} is called off already", hint="send it as it is, once more if need be")
    check_files(context, force=query.force, meeting=query.ics)
    known = _known(context, file, made.uid)
    if query.save:
        _take_out(context, invitation)
    if query.ics is not None or not is_done:
        context.save(query.ics or file, made.text)
    context.show(
        MeetingCancelled(
            file=str(query.ics or file),
            uid=made.uid,
            sequence=made.sequence,
            invited=made.invited,
            series=known.series,
            may_be_saved=known.may_be_saved and not query.save,
        )
    )


def _check(context: Context, query: MeetQuery) -> None:
    alone = replace(query, cancel=None, ics=None, force=False, save=False)
    if alone != MeetQuery(parties=(), options=MeetOptions()):
        raise UsageError(
            "--cancel takes nothing but --ics and --save beside it", hint="cb meet --cancel meeting.ics"
        )
    if query.save:
        from clientbridge.cli.meeting.saving import check_store

        check_store(context)


def _cancellation(context: Context, invitation: str) -> "Cancellation":
    """The file that calls the meeting off: itself where it does already."""
    from clientbridge.render.meeting.invitations.cancellation import cancellation, is_cancelled

    made = cancellation(invitation, context.now)
    if not is_cancelled(invitation):
        return made
    return replace(made, text=invitation, sequence=made.sequence - 1)


def _known(context: Context, file: Path, uid: str) -> "MeetingKnown":
    """Where else the meeting stands; raises UsageError where an offer has to be withdrawn for it."""
    from clientbridge.load.meeting.called_off import meeting_known

    known = meeting_known(context.session, uid)
    if known.offer is not None:
        raise UsageError(
            f"{file} is the meeting of the offer {known.offer}, which holds its time",
            hint=f"withdraw it: cb offer withdraw {quoted(known.offer)} --ics {quoted(str(file))}",
        )
    return known


def _take_out(context: Context, invitation: str) -> None:
    """Before the file is written, so that the same call can be typed again where either fails."""
    from clientbridge.load.meeting.called_off import taken_out

    places = taken_out(context.session, invitation)
    where = f"taken out of your calendar: {listed(places)}" if places else "your calendar does not have it"
    context.note(where)


def _invitation(context: Context, file: Path) -> str:
    from clientbridge.render.own_files import INVITATION

    text = context.session.saved(file)
    if text is None:
        raise FileFailedError(f"there is no file {file} that could be read", hint="name the one of --ics")
    if not INVITATION.recognises(text):
        raise UsageError(
            f"{file} is not {INVITATION.what} written by cb, so it stays as it is",
            hint="call the meeting off in the program that invited to it",
        )
    return text
