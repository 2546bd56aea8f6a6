"""``cb meet … --every 1w --keep``: a series is remembered; ``cb meet --forget ID``: no longer."""

from dataclasses import replace
from datetime import datetime

from clientbridge.cli.context import Context
from clientbridge.cli.meeting.options import MeetOptions, MeetQuery
from clientbridge.cli.meeting.series import recurrence_of
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import FileFailedError, UsageError
from clientbridge.core.meeting.result import MeetingPlan, PartyFacts, SeriesForgotten
from clientbridge.core.meeting.series.kept_series import KeptSeries
from clientbridge.core.meeting.slots import Slot
from clientbridge.load.changes import check_writable
from clientbridge.load.meeting.kept.keeping import forget, keep
from clientbridge.render.meeting.invitations.invitation_id import invitation_id


def check_kept(context: Context, *, repeats: bool) -> None:
    """Raises UsageError where there is no series, or no workspace that could hold one."""
    if not repeats:
        raise UsageError("--keep remembers a series, and this is one meeting", hint="add --every 1w")
    check_writable(context.session)


def keep_series(context: Context, query: MeetQuery, plan: MeetingPlan) -> None:
    """Remember the series that was found, and say so; one without any date is not remembered."""
    if plan.series is None or not plan.answered:
        context.note("nothing is kept: there is no date on which everyone can meet")
        return
    uid, _ = invitation_id(
        (party.id for party in plan.parties), plan.held[0].start, before=_invitation(context, query)
    )
    dates = plan.series.occurrences
    others = plan.parties[1:]
    series = KeptSeries(
        id="",
        parties=tuple(party.id for party in others),
        optional=_optional(others),
        start=dates[0].start,
        duration_minutes=plan.request.duration_minutes,
        every=recurrence_of(query, plan.series.anchor).word,
        times=len(dates),
        anchor=plan.series.anchor.key,
        starts=_starts(dates) if query.rotate else (),
        options=query.words.options,
        uid=uid,
        made=context.now.replace(second=0, microsecond=0),
    )
    kept, replaced = keep(context.session, series, invited=query.writes_appointment)
    instead = ", in place of the one before" if replaced else ""
    context.note(
        f"kept as series {kept.id}{instead}: cb today tells what moves a date; to end: "
        f"cb meet --forget {quoted(kept.id)}"
    )


def _optional(parties: tuple[PartyFacts, ...]) -> tuple[str, ...]:
    return tuple(party.id for party in parties if not party.required)


def _starts(slots: tuple[Slot, ...]) -> tuple[datetime, ...]:
    return tuple(slot.start for slot in slots)


def _invitation(context: Context, query: MeetQuery) -> str | None:
    """What was just written to the file of ``--ics``."""
    if query.ics is None:
        return None
    try:
        return context.session.saved(query.ics)
    except FileFailedError:
        return None


def forget_series(context: Context, query: MeetQuery, name: str) -> None:
    """Forget a series, and say which; raises UsageError for an id that is not kept."""
    if replace(query, forget=None) != MeetQuery(parties=(), options=MeetOptions()):
        raise UsageError("--forget takes nothing beside it", hint="cb meet --forget abc234")
    series = forget(context.session, name)
    context.show(SeriesForgotten(id=series.id, parties=series.parties, every=series.every))
