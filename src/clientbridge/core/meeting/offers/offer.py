"""An offer: slots proposed to clients, held in your calendar until one is chosen.

Field names are the names of the JSON; instants are aware UTC datetimes.
"""

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NewType

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.slots import PartyTime
from clientbridge.core.results import AlwaysAnswered

if TYPE_CHECKING:
    from clientbridge.core.meeting.result import Caution

OfferId = NewType("OfferId", str)


class OfferStatus(StrEnum):
    """What became of an offer."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedSlot:
    """One of the times that a client may choose, ``[start, end)``."""

    n: int
    """What the client calls it: 1, 2, 3."""
    start: datetime
    end: datetime
    parties: tuple[PartyTime, ...]
    """You first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was offered to whom, until when, and what became of it."""

    id: OfferId
    clients: tuple[str, ...]
    """Party ids without yours: ``acme``, ``acme/ana``."""
    status: OfferStatus
    made: datetime
    expires: datetime
    duration_minutes: int
    slots: tuple[OfferedSlot, ...]
    accepted: int | None = None
    """The number of the slot that was chosen."""
    uid: str
    """Of the meeting, from the first invitation to the last change of it."""
    sequence: int = 0
    """The version of the invitation: it rises when the time changes, and when it is called off."""
    expires_here: datetime | None = field(default=None, metadata={"json": False})
    """The same as `expires` on the clock of where you are then, for people to read."""
    names: tuple[str, ...] = field(default=(), metadata={"json": False})
    """What the clients are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferText:
    """The words for some of those that an offer is made to."""

    whom: tuple[str, ...]
    """Their names."""
    language: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswer(AlwaysAnswered):
    """The answer of ``cb offer CLIENT…``, ``accept``, ``withdraw``: one offer as it is now."""

    kind: ClassVar[str] = "offer"

    offer: Offer
    texts: "tuple[OfferText, ...]" = ()
    """To paste into a message: one for all who read it in the same language on the same clock."""
    warnings: "tuple[Caution, ...]" = ()
    """What the search for its slots could not see, or others may show wrongly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers(AlwaysAnswered):
    """The answer of ``cb offer list``, the soonest to expire first, and of ``cb offer expire``."""

    kind: ClassVar[str] = "offers"

    offers: tuple[Offer, ...]
    others: int = field(default=0, metadata={"json": False})
    """How many are not listed."""
    waiting: int | None = field(default=None, metadata={"json": False})
    """How many wait still, where those were asked for that have just expired."""
