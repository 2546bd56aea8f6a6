"""An offer as one line of JSON, and back; whatever else stands there is refused with what is wrong."""

import json
import re

from clientbridge.adapters.meeting.kept_record import KeptRecord, check, instant, reading
from clientbridge.core.limits import MOST_OFFERED
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferId, OfferStatus
from clientbridge.core.time.hours import MINUTES_PER_DAY, ClockRange

VERSION = 1
OFFER_ID = re.compile(r"[a-z0-9]{6,40}")


def written(offer: KeptOffer) -> str:
    """The offer as JSON on one line, in ASCII."""
    return json.dumps(
        {
            "version": VERSION,
            "id": offer.id,
            "clients": offer.clients,
            "optional": offer.optional,
            "names": offer.names,
            "status": offer.status.value,
            "made": instant(offer.made),
            "expires": instant(offer.expires),
            "duration_minutes": offer.duration_minutes,
            "starts": [instant(start) for start in offer.starts],
            "accepted": offer.accepted,
            "uid": offer.uid,
            "sequence": offer.sequence,
            "language": offer.language,
            "stretch": [[part.start, part.end] for part in offer.stretch],
            "asked": offer.asked,
            **({} if offer.saved is None else {"saved": offer.saved}),
        },
        separators=(",", ":"),
    )


def read(text: str) -> KeptOffer:
    """The offer of that line; raises WrongRecordError."""
    with reading(text, what="the offer", newest=VERSION) as record:
        return _offer(record)


def _offer(record: KeptRecord) -> KeptOffer:
    starts, minutes = record.moments("starts"), record.given("duration_minutes", int)
    check("starts", 1 <= len(starts) <= MOST_OFFERED)
    check("duration_minutes", 1 <= minutes <= MINUTES_PER_DAY)
    accepted, status = record.maybe("accepted", int), _status(record)
    check("accepted", accepted is None or 1 <= accepted <= len(starts))
    check("status", status is not OfferStatus.ACCEPTED or accepted is not None)
    sequence, clients, names = record.given("sequence", int), record.texts("clients"), record.texts("names")
    check("clients", clients)
    check("names", len(names) == len(clients))
    check("sequence", 0 <= sequence < 10**9)
    return KeptOffer(
        id=OfferId(record.matching("id", OFFER_ID)),
        clients=clients,
        optional=record.texts("optional"),
        names=names,
        status=status,
        made=record.moment("made"),
        expires=record.moment("expires"),
        duration_minutes=minutes,
        starts=starts,
        accepted=accepted,
        uid=record.uid,
        sequence=sequence,
        language=record.maybe("language", str),
        saved=record.maybe("saved", str),
        stretch=tuple(map(_hours, record.given("stretch", list, default=[]))),
        asked=_asked(record, len(clients)),
    )


def _status(record: KeptRecord) -> OfferStatus:
    written = record.given("status", str)
    check("status", written in tuple(OfferStatus))
    return OfferStatus(written)


def _hours(part: object) -> ClockRange:
    match part:
        case [int(start), int(end)] if (
            0 <= start < MINUTES_PER_DAY and start < end <= start + MINUTES_PER_DAY
        ):
            return ClockRange(start, end)
        case _:
            raise ValueError("'stretch'")


def _asked(record: KeptRecord, clients: int) -> tuple[int, ...]:
    given: list[object] = record.given("asked", list, default=[])
    minutes = tuple(one for one in given if isinstance(one, int) and 0 <= one <= MINUTES_PER_DAY)
    check("asked", len(minutes) == len(given) and len(minutes) in {0, clients})
    return minutes
