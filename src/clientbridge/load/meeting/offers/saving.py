"""Offers in your own calendar: what they hold is written there, what they gave up is taken out.

The file of the offers is what counts. Where the calendar does not answer this is told, and the offer
remembers that, so that the next command that changes an offer brings both in step. One process at a time
writes to the calendar, what the file says then: so what an offer says of the calendar is what stands there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.file_lock import locked_folder
from clientbridge.adapters.safe_write import make_folder
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.core.errors import FileFailedError, SourceFailedError, UsageError
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.spelling import listed
from clientbridge.load.changes import follow_change
from clientbridge.load.meeting.offers.kept_offers import holds_file

if TYPE_CHECKING:
    from clientbridge.load.meeting.event_store import EventStore
    from clientbridge.load.session import Session

_MOST_PLACES = 3
_LOCK = "saving"
"""A folder beside the list of changes, held by who writes to your calendar."""


def bring_in_step(
    session: "Session", *, again: Collection[OfferId] = (), gone: Sequence[KeptOffer] = ()
) -> None:
    """Write what your calendar does not show yet, those offers `again`, and take out what is `gone`.

    The offers then say what it shows; their last change ends with that. A failure of the calendar is noted.
    Raises WrongFilesError, FileFailedError where the offers cannot be read or written.
    """
    with _alone(session):
        file = holds_file(session)
        saved = _saved(file.offers()).values()
        wanted = [one for one in saved if one.id in again or one.saved != one.shown_as(session.now)]
        shown = _written(session, wanted, gone)
        if shown:
            written = file.change(lambda offers: [_marked(one, shown) for one in offers], session.now)
            follow_change(session, file.name, FileChange(before=written.before, after=written.after))


def follow(session: "Session", before: Iterable[KeptOffer], after: Iterable[KeptOffer]) -> None:
    """Bring your calendar in step where offers changed with other files: taken back, or without a client."""
    was, now = _saved(before), _saved(after)
    gone = [one for name, one in was.items() if name not in now]
    changed = [name for name, one in now.items() if _differ(session, one, was.get(name))]
    if gone or changed:
        bring_in_step(session, again=changed, gone=gone)


def _saved(offers: Iterable[KeptOffer]) -> Mapping[OfferId, KeptOffer]:
    return {one.id: one for one in offers if one.saved is not None}


@contextmanager
def _alone(session: "Session") -> Iterator[None]:
    """While it is written to your calendar, and the offers are told: one process at a time."""
    if session.folders.state is None:
        yield
        return
    folder = session.folders.state / _LOCK
    with suppress(FileFailedError):  # a folder that is not there is not held
        make_folder(folder, file=str(folder))
    with locked_folder(folder):
        yield


def _differ(session: "Session", one: KeptOffer, other: KeptOffer | None) -> bool:
    """Whether a calendar shows the two otherwise."""
    seen = [(offer.shown_as(session.now), offer.names) for offer in (one, other) if offer is not None]
    return seen != [seen[0]] * 2


def _marked(offer: KeptOffer, shown: Mapping[OfferId, str]) -> KeptOffer:
    return offer if offer.saved is None else replace(offer, saved=shown.get(offer.id, offer.saved))


def _written(
    session: "Session", wanted: Sequence[KeptOffer], gone: Sequence[KeptOffer]
) -> Mapping[OfferId, str]:
    """What your calendar then shows of each that was `wanted`, as far as it was tried.

    After a failure, which is noted, nothing more is.
    """
    if not wanted and not gone:
        return {}
    from clientbridge.load.meeting.event_store import event_store

    shown: dict[OfferId, str] = {}
    places: list[str] = []
    left = {one.id: one for one in gone}
    try:
        store = event_store(session)
        for offer in wanted:
            shown[offer.id] = ""
            places += _write(session, store, offer)
            shown[offer.id] = offer.shown_as(session.now)
        for offer in gone:
            places += _take_out(store, offer)
            del left[offer.id]
    except (SourceFailedError, FileFailedError, UsageError) as error:
        again = "; to try again: cb offer expire" if wanted else ""
        session.note(f"your calendar is not in step: {error.say}{again}")
    _tell(session, places, left)
    return shown


def _tell(session: "Session", places: Iterable[str], left: Iterable[OfferId]) -> None:
    """Where something was written, and of which offers something stays."""
    ids, where = listed(tuple(left)), listed(tuple(dict.fromkeys(places)), most=_MOST_PLACES)
    if ids:
        session.note(f"remove there by hand what was held in {ids}: nothing here knows of it now")
    if where:
        session.note(f"your calendar is in step: {where}")


def uids_of_saved(offers: Iterable[KeptOffer]) -> frozenset[str]:
    """Of what stands in a calendar of yours for an offer, and takes no time but through the offer."""
    from clientbridge.adapters.meeting.holds.hold_lines import hold_uids

    return frozenset(
        uid
        for offer in offers
        if offer.saved is not None
        for uid in hold_uids(offer)
        if uid != offer.uid or offer.status is not OfferStatus.ACCEPTED
    )


def _write(session: "Session", store: "EventStore", offer: KeptOffer) -> list[str]:
    """Where something was written; what is held is there before anything else goes."""
    from clientbridge.adapters.meeting.holds.hold_lines import hold_uid, hold_uids
    from clientbridge.adapters.meeting.holds.holds_text import hold_calendar
    from clientbridge.adapters.meeting.saving.entries import CalendarEntry

    held = {hold_uid(offer, number): number for number in offer.held_numbers(session.now)}
    entries = [CalendarEntry(uid, hold_calendar(offer, number)) for uid, number in held.items()]
    places: list[str | None] = [store.put(entry) for entry in entries]
    places += [store.remove(uid) for uid in hold_uids(offer) if uid not in held]
    return [place for place in places if place is not None]


def _take_out(store: "EventStore", offer: KeptOffer) -> list[str]:
    """Where something was taken out of an offer that is no more."""
    from clientbridge.adapters.meeting.holds.hold_lines import hold_uids

    places = [store.remove(uid) for uid in hold_uids(offer)]
    return [place for place in places if place is not None]
