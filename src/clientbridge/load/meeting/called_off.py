"""Where a meeting that is called off is known besides its invitation: offers, series, your own calendar."""

from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError, WrongFilesError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferStatus

if TYPE_CHECKING:
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingKnown:
    """What of yours a meeting stands in."""

    offer: str | None = None
    """The id of the offer that was accepted for it."""
    series: tuple[str, ...] = ()
    """The ids of the series that are remembered for it."""
    may_be_saved: bool = False
    """Whether there is a calendar of yours that it may have been written to."""


def meeting_known(session: "Session", uid: str) -> MeetingKnown:
    """Where the meeting of that UID stands; what cannot be read is noted. Without a workspace, nowhere."""
    try:
        workspace = session.workspace
    except FileFailedError:
        return MeetingKnown()
    from clientbridge.adapters.meeting.kept.series_folder import read_series
    from clientbridge.load.meeting.offers.kept_offers import kept_offers

    offers: list[str] = []
    series: list[str] = []
    try:
        series += (one.id for one in read_series(workspace.folder).series if one.uid == uid)
        offers += (
            one.id for one in kept_offers(session) if one.uid == uid and one.status is OfferStatus.ACCEPTED
        )
    except (FileFailedError, WrongFilesError) as error:
        session.note(f"whether it came of an offer is not known: {error.say}; see: cb data check")
    return MeetingKnown(
        offer=next(iter(offers), None),
        series=tuple(series),
        may_be_saved=any(one.saves for one in workspace.me.schedule.calendars),
    )


def taken_out(session: "Session", invitation: str) -> tuple[str, ...]:
    """Take the appointments of a file of ours out of your calendar; where they stood, each place once.

    Raises as `event_store`, and FileFailedError, SourceFailedError.
    """
    from clientbridge.adapters.meeting.saving.entries import entries_of
    from clientbridge.load.meeting.event_store import event_store

    store = event_store(session)
    places = [store.remove(entry.uid) for entry in entries_of(invitation)]
    return tuple(dict.fromkeys(place for place in places if place is not None))
