"""An offer to a client anywhere, and its page, for the tests of pages."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.core.meeting.offers.correspondents import Correspondents
from clientbridge.core.meeting.offers.offer import Offer, OfferedSlot, OfferId, OfferStatus
from clientbridge.core.meeting.slots import Fit, PartyTime
from clientbridge.render.meeting.offers.offer_page import offer_page

STARTS = (
    datetime(2026, 11, 30, 8, tzinfo=UTC),
    datetime(2026, 12, 1, 23, 30, tzinfo=UTC),
    datetime(2026, 12, 3, 14, tzinfo=UTC),
)
HOUR = timedelta(hours=1)


def offered(zone: str, starts: tuple[datetime, ...] = STARTS) -> Offer:
    """Three slots for a client in `zone`, from Brussels; one of them falls on two dates for most."""
    return Offer(
        id=OfferId("k3f9"),
        clients=("acme",),
        status=OfferStatus.WAITING,
        made=datetime(2026, 11, 26, 7, tzinfo=UTC),
        expires=datetime(2026, 11, 29, 16, tzinfo=UTC),
        duration_minutes=60,
        slots=tuple(
            OfferedSlot(
                n=n,
                start=start,
                end=start + HOUR,
                parties=(_as_seen("me", start, "Europe/Brussels"), _as_seen("acme", start, zone)),
            )
            for n, start in enumerate(starts, start=1)
        ),
        uid="k3f9@clientbridge",
    )


def written(
    language: str,
    country: str,
    zone: str,
    *,
    address: str | None = "lea@example.com",
    sender: str = "Lea Peeters",
    reader: str = "Acme",
) -> str:
    """The page of that offer."""
    between = Correspondents(sender=sender, address=address, party="acme", reader=reader)
    return offer_page(offered(zone), page_words(language, country, "offer"), between)


def _as_seen(party: str, start: datetime, key: str) -> PartyTime:
    zone = ZoneInfo(key)
    return PartyTime(
        id=party,
        start=start.astimezone(zone),
        end=(start + HOUR).astimezone(zone),
        timezone=zone,
        day_shift=0,
        fit=Fit.WORKING,
        minutes_outside=0,
        cost=0,
        parts=(),
        notes=(),
        where="",
    )
