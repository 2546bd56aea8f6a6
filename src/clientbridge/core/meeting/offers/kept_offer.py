"""An offer as it is kept: what was proposed to whom, and what became of it.

Everything that changes an offer is a function here, so that each change can be tried without a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError, UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.spelling import fold, listed
from clientbridge.core.time.hours import DayHours
from clientbridge.core.time.intervals import Span, minute_of

KEPT_AFTER = timedelta(days=180)
"""How long after its last slot an offer is remembered."""
_LETTERS_OF_UID = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOffer:
    """One offer; instants are aware UTC datetimes on whole minutes."""

    id: OfferId
    clients: tuple[str, ...]
    """Party ids without yours, in the order in which they were named."""
    optional: tuple[str, ...] = ()
    """Those of them who may be missing."""
    names: tuple[str, ...]
    """What the clients are called."""
    status: OfferStatus = OfferStatus.WAITING
    """As it was written; see `status_at`."""
    made: datetime
    expires: datetime
    duration_minutes: int
    starts: tuple[datetime, ...]
    """Of the slots, in the order of their numbers."""
    accepted: int | None = None
    uid: str
    sequence: int = 0
    language: str | None = None
    """Of the text, where it was asked for."""
    stretch: DayHours = ()
    """Hours that you accepted for it beyond your working time."""
    asked: tuple[int, ...] = ()
    """Minutes that each client was asked to accept before and after its hours, in their order; or nothing."""
    saved: str | None = None
    """What your own calendar shows of it (see `shown_as`): "" where that is not known, None for never."""

    def shown_as(self, now: datetime) -> str:
        """Another whenever a calendar has to show something else of it."""
        return f"{self.status_at(now)} {self.accepted or 0} {self.sequence}"

    def status_at(self, now: datetime) -> OfferStatus:
        """What has become of it: one that waits has expired from the moment it ends, written or not."""
        over = self.status is OfferStatus.WAITING and self.expires <= now
        return OfferStatus.EXPIRED if over else self.status

    def times(self, number: int) -> tuple[datetime, datetime]:
        """From when to when the slot of that number is."""
        start = self.starts[number - 1]
        return start, start + timedelta(minutes=self.duration_minutes)

    def held_numbers(self, now: datetime) -> tuple[int, ...]:
        """The slots that take time of yours: all while it waits, then the one that was accepted."""
        match self.status_at(now):
            case OfferStatus.WAITING:
                return tuple(range(1, len(self.starts) + 1))
            case OfferStatus.ACCEPTED if self.accepted is not None:
                return (self.accepted,)
            case _:
                return ()

    def span(self, number: int) -> Span:
        """The slot in UTC minutes."""
        start, end = self.times(number)
        return minute_of(start), minute_of(end)

    @property
    def whom(self) -> str:
        """Those it was made to: ``Acme KK and Bolt``."""
        return listed(self.names)


def uid_of(offer_id: OfferId, made: datetime) -> str:
    """The UID of the meeting that may come of an offer, in the form of all our invitations."""
    made_of = sha256(f"offer {offer_id} {made.isoformat()}".encode()).hexdigest()
    return f"{made_of[:_LETTERS_OF_UID]}@clientbridge"


def accepted(offer: KeptOffer, number: int) -> KeptOffer:
    """The offer with that slot chosen: the same again changes nothing, another moves the meeting.

    Raises UsageError for a number that was not offered, and where it was withdrawn.
    """
    if not 1 <= number <= len(offer.starts):
        numbers = "1" if len(offer.starts) == 1 else f"1 to {len(offer.starts)}"
        raise UsageError(f"the offer {offer.id} has no slot {number}", hint=f"it has {numbers}")
    if offer.status is OfferStatus.WITHDRAWN:
        raise UsageError(f"the offer {offer.id} was withdrawn", hint="make another offer")
    if offer.accepted == number:
        return offer
    sequence = offer.sequence if offer.accepted is None else offer.sequence + 1
    return replace(offer, status=OfferStatus.ACCEPTED, accepted=number, sequence=sequence)


def withdrawn(offer: KeptOffer) -> KeptOffer:
    """The offer called off; where a slot was accepted the meeting is cancelled by the next version of it."""
    if offer.status is OfferStatus.WITHDRAWN:
        return offer
    sequence = offer.sequence if offer.accepted is None else offer.sequence + 1
    return replace(offer, status=OfferStatus.WITHDRAWN, sequence=sequence)


def expired(offer: KeptOffer) -> KeptOffer:
    """A waiting offer that waits no longer; raises UsageError for one that does not wait."""
    if offer.status is OfferStatus.EXPIRED:
        return offer
    if offer.status is not OfferStatus.WAITING:
        raise UsageError(
            f"the offer {offer.id} does not wait: it was {offer.status}",
            hint="withdraw it to call the meeting off",
        )
    return replace(offer, status=OfferStatus.EXPIRED)


def as_of(offers: Iterable[KeptOffer], now: datetime) -> tuple[KeptOffer, ...]:
    """The offers as they are to be written: what has expired says so, what is long past is dropped."""
    return tuple(
        replace(offer, status=offer.status_at(now))
        for offer in offers
        if max(offer.starts) + KEPT_AFTER > now
    )


def with_changed(offers: Iterable[KeptOffer], changed: KeptOffer) -> tuple[KeptOffer, ...]:
    """The offers with this one in place of the one with its id, or added at the end."""
    others = tuple(offers)
    if all(offer.id != changed.id for offer in others):
        return (*others, changed)
    return tuple(changed if offer.id == changed.id else offer for offer in others)


def offer_named(offers: Sequence[KeptOffer], name: str) -> KeptOffer:
    """The offer whose id begins so; raises UnknownNameError, AmbiguousNameError."""
    found = _beginning(offers, fold(name))
    if not found:
        raise UnknownNameError("offer", name, hint="take one from the list of all offers")
    if len(found) > 1:
        raise AmbiguousNameError("offer", name, candidates=[offer.id for offer in found])
    return found[0]


def _beginning(offers: Sequence[KeptOffer], start: str) -> list[KeptOffer]:
    """The offers whose ids begin so, or the one whose id is just that."""
    found = [offer for offer in offers if start and offer.id.startswith(start)]
    return [offer for offer in found if offer.id == start] or found


def clashes(
    offers: Iterable[KeptOffer], spans: Iterable[Span], now: datetime, *, but: OfferId | None = None
) -> Iterator[KeptOffer]:
    """The offers that hold a minute of these spans."""
    wanted = tuple(spans)
    for offer in offers:
        held = [offer.span(number) for number in offer.held_numbers(now)] if offer.id != but else []
        if any(start < last and first < end for start, end in held for first, last in wanted):
            yield offer
