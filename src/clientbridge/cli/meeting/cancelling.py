"""``cb meet --cancel FILE``: an invitation that `cb` wrote, as the file that calls the meeting off."""

from dataclasses import replace
from pathlib import Path

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.options import MeetOptions, MeetQuery
from clientbridge.cli.outputs import check_files
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.meeting.result import MeetingCancelled


def call_off(context: Context, query: MeetQuery, file: Path) -> None:
    """Write the cancellation over the file, or to the one of ``--ics``; nothing is sent.

    Raises UsageError for a file that is no invitation of ours or called off already, FileFailedError.
    """
    from clientbridge.render.meeting.invitations.cancellation import cancellation, is_cancelled

    alone = replace(query, cancel=None, ics=None, force=False)
    if alone != MeetQuery(parties=(), options=MeetOptions()):
        raise UsageError("--cancel takes nothing but --ics beside it", hint="cb meet --cancel meeting.ics")
    invitation = _invitation(context, file)
    if is_cancelled(invitation):
        raise UsageError(f"{file} is called off already", hint="send it as it is, once more if need be")
    check_files(context, force=query.force, meeting=query.ics)
    made = cancellation(invitation, context.now)
    context.save(query.ics or file, made.text)
    context.show(
        MeetingCancelled(
            file=str(query.ics or file), uid=made.uid, sequence=made.sequence, invited=made.invited
        )
    )


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
