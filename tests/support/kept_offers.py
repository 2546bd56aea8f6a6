"""Offers as they are kept, to be changed in one thing at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypedDict, Unpack

from clientbridge.core.meeting.offers.kept_offer import KeptOffer, uid_of
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.time.hours import DayHours

MADE = datetime(2026, 11, 23, 7, 5, tzinfo=UTC)


class _Changed(TypedDict, total=False):
    id: OfferId
    clients: tuple[str, ...]
    optional: tuple[str, ...]
    names: tuple[str, ...]
    status: OfferStatus
    expires: datetime
    starts: tuple[datetime, ...]
    accepted: int | None
    sequence: int
    language: str | None
    stretch: DayHours
    asked: tuple[int, ...]


def kept(**changed: Unpack[_Changed]) -> KeptOffer:
    """An offer to Acme KK of three hours, Tuesday to Thursday at 08:00 UTC, that waits until Thursday."""
    offer = KeptOffer(
        id=OfferId("k3x9ab"),
        clients=("acme",),
        names=("Acme KK",),
        made=MADE,
        expires=datetime(2026, 11, 26, 23, 0, tzinfo=UTC),
        duration_minutes=60,
        starts=tuple(datetime(2026, 11, 24, 8, tzinfo=UTC) + timedelta(days=day) for day in range(3)),
        uid=uid_of(OfferId("k3x9ab"), MADE),
    )
    return replace(offer, **changed)
