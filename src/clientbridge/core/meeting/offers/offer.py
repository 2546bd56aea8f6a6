"""An offer: slots proposed to clients, held in your calendar until one is chosen.

Field names are the names of the JSON; instants are aware UTC datetimes.
"""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NewType

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.slots import PartyTime
from clientbridge.core.results import AlwaysAnswered

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswer(AlwaysAnswered):
    """The answer of ``cb offer CLIENT…``, ``accept``, ``withdraw``: one offer as it is now."""

    kind: ClassVar[str] = "offer"

    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers(AlwaysAnswered):
    """The answer of ``cb offer list``: the soonest to expire first."""

    kind: ClassVar[str] = "offers"

    offers: tuple[Offer, ...]
