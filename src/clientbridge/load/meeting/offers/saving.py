"""Offers in your own calendar: what they hold is written there, what they gave up is taken out.

The file of the offers is what counts. Where the calendar does not answer this is told, and the offer
remembers that, so that the next command that changes an offer brings both in step.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from clientbridge.core.errors import FileFailedError, SourceFailedError, UsageError
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.spelling import listed

if TYPE_CHECKING:
    from clientbridge.load.meeting.event_store import EventStore
    from clientbridge.load.session import Session

_MOST_PLACES = 3


def brought_in_step(session: "Session", offers: Iterable[KeptOffer], *, again: bool) -> Mapping[OfferId, str]:
    """Write what your calendar does not show yet, or with `again` all; what it then shows, of each written.

    A failure is noted, and nothing more is tried.
    """
    wanted = [one for one in offers if one.saved not in _right(session, one, again=again)]
    if not wanted:
        return {}
    from clientbridge.load.meeting.event_store import event_store

    shown: dict[OfferId, str] = {}
    places: list[str] = []
    try:
        store = event_store(session)
        for offer in wanted:
            shown[offer.id] = ""
            places += _write(session, store, offer)
            shown[offer.id] = offer.shown_as(session.now)
    except (SourceFailedError, FileFailedError, UsageError) as error:
        session.note(f"your calendar is not in step: {error.say}; to try again: cb offer expire")
    if places:
        session.note(f"your calendar is in step: {listed(tuple(dict.fromkeys(places)), most=_MOST_PLACES)}")
    return shown


def _right(session: "Session", offer: KeptOffer, *, again: bool) -> tuple[str | None, ...]:
    """What an offer may say of your calendar for nothing to be written there."""
    return (None,) if again else (None, offer.shown_as(session.now))


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
