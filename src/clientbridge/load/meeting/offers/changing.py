"""What becomes of an offer: a slot is accepted, the meeting moves, it is withdrawn, it expires."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.core.command_line import quoted
from clientbridge.core.days.location import date_at
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.kept_offer import (
    KeptOffer,
    accepted,
    clashes,
    expired,
    offer_named,
    with_changed,
    withdrawn,
)
from clientbridge.core.meeting.offers.offer import OfferStatus
from clientbridge.core.time.formatting import short_day
from clientbridge.load.meeting.offers.kept_offers import change_offers

if TYPE_CHECKING:
    from clientbridge.load.session import Session


def accept(session: "Session", name: str, number: int, *, save: bool = False) -> KeptOffer:
    """Choose a slot of an offer, or another than before; raises UsageError for one that is gone.

    With `save` the meeting is to stand in your own calendar.
    """

    def choose(offer: KeptOffer, offers: Sequence[KeptOffer]) -> KeptOffer:
        chosen = accepted(offer, number)
        if chosen != offer:
            _check_possible(session, chosen, number, offers)
        return replace(chosen, saved=chosen.saved or "") if save else chosen

    return _changed(session, "accept", name, choose, save=save)


def withdraw(session: "Session", name: str, *, only_meeting: bool = False) -> KeptOffer:
    """Call an offer off, or the meeting that came of it: with `only_meeting` nothing but that.

    Raises UsageError where the meeting has taken place.
    """

    def call_off(offer: KeptOffer, _: Sequence[KeptOffer]) -> KeptOffer:
        if only_meeting and offer.accepted is None:
            say = f"the offer {offer.id} was never accepted: there is no meeting to call off"
            raise UsageError(say, hint="leave out --ics")
        _check_not_over(session, offer)
        return withdrawn(offer)

    return _changed(session, "withdraw", name, call_off)


def expire(session: "Session", name: str) -> KeptOffer:
    """Let an offer wait no longer; raises UsageError for one that was answered."""
    return _changed(session, "expire", name, lambda offer, _: expired(offer))


@dataclass(frozen=True, slots=True)
class ExpiredNow:
    """The offers that had not been written as expired before."""

    offers: tuple[KeptOffer, ...]
    waiting: int
    """How many others wait still."""


def expire_all(session: "Session") -> ExpiredNow:
    """Give up what is held in offers that have expired."""
    over: list[KeptOffer] = []

    def change(offers: Sequence[KeptOffer]) -> Sequence[KeptOffer]:
        over.extend(
            offer
            for offer in offers
            if offer.status is OfferStatus.WAITING and offer.status_at(session.now) is OfferStatus.EXPIRED
        )
        return offers

    offers = change_offers(session, "offer expire", change)
    waiting = sum(offer.status is OfferStatus.WAITING for offer in offers)
    return ExpiredNow(tuple(map(expired, over)), waiting)


def _changed(
    session: "Session",
    verb: str,
    name: str,
    change: Callable[[KeptOffer, Sequence[KeptOffer]], KeptOffer],
    *,
    save: bool = False,
) -> KeptOffer:
    changed: list[KeptOffer] = []

    def change_named(offers: Sequence[KeptOffer]) -> Sequence[KeptOffer]:
        changed.append(change(offer_named(offers, name), offers))
        return with_changed(offers, changed[0])

    change_offers(session, f"offer {verb} {name}", change_named, save=save)
    return changed[0]


def _check_not_over(session: "Session", offer: KeptOffer) -> None:
    if offer.status is not OfferStatus.ACCEPTED or offer.accepted is None:
        return
    _, end = offer.times(offer.accepted)
    if end <= session.now:
        day = short_day(date_at(session.workspace.me.schedule, end))
        raise UsageError(
            f"the meeting of {offer.id} with {offer.whom} was on {day}: there is nothing to call off",
            hint="see what came of each: cb offer list --all",
        )


def _check_possible(session: "Session", chosen: KeptOffer, number: int, offers: Sequence[KeptOffer]) -> None:
    start, _ = chosen.times(number)
    if start <= session.now:
        raise UsageError(
            f"slot {number} of {chosen.id} has passed", hint="see the others: cb offer list --all"
        )
    taken = next(clashes(offers, [chosen.span(number)], session.now, but=chosen.id), None)
    if taken is not None:
        raise UsageError(
            f"slot {number} of {chosen.id} is held for {taken.whom} now ({taken.id})",
            hint=f"withdraw that first: cb offer withdraw {quoted(taken.id)}",
        )
