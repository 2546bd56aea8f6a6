"""The lines of the holds file that are ours: a hold for each slot, and a record for each offer.

Written here and not by a library, which would take longer to load than all the rest of the command.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from clientbridge.adapters.meeting.holds.offer_record import written
from clientbridge.core.meeting.offers.kept_offer import KeptOffer
from clientbridge.core.meeting.offers.offer import OfferStatus

RECORD = "X-CLIENTBRIDGE-OFFER"
HOLD = "X-CLIENTBRIDGE-HOLD"
_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NOT_IN_A_LINE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def hold_uid(offer: KeptOffer, number: int) -> str:
    """The UID of the hold of a slot; that of the meeting once it is agreed."""
    if offer.status is OfferStatus.ACCEPTED:
        return offer.uid
    return f"{offer.id}.{number}.hold@clientbridge"


def hold_uids(offer: KeptOffer) -> tuple[str, ...]:
    """Every UID that an offer may ever hold time under, that of the meeting last."""
    held = (f"{offer.id}.{number}.hold@clientbridge" for number in range(1, len(offer.starts) + 1))
    return (*held, offer.uid)


def lines_of(offer: KeptOffer, now: datetime) -> Iterator[str]:
    """The components of an offer, each line as it stands before it is folded."""
    for number in offer.held_numbers(now):
        yield from hold_lines(offer, number)
    yield from (
        "BEGIN:VJOURNAL",
        f"UID:{offer.id}.offer@clientbridge",
        f"DTSTAMP:{_instant(offer.made)}",
        f"DTSTART:{_instant(offer.made)}",
        f"SUMMARY:{_text(f'Offer to {offer.whom} ({offer.id})')}",
        f"{RECORD}:{_text(written(offer))}",
        "END:VJOURNAL",
    )


def hold_lines(offer: KeptOffer, number: int) -> Iterator[str]:
    """The event of a slot: tentative, or firm where it is the one that was chosen."""
    start, end = offer.times(number)
    agreed = offer.status is OfferStatus.ACCEPTED
    summary = f"Meeting with {offer.whom}" if agreed else f"Held for {offer.whom} ({offer.id}, {number})"
    yield from (
        "BEGIN:VEVENT",
        f"UID:{hold_uid(offer, number)}",
        f"DTSTAMP:{_instant(offer.made)}",
        f"DTSTART:{_instant(start)}",
        f"DTEND:{_instant(end)}",
        f"SUMMARY:{_text(summary)}",
        f"SEQUENCE:{offer.sequence}",
        f"STATUS:{'CONFIRMED' if agreed else 'TENTATIVE'}",
        "TRANSP:OPAQUE",
        f"{HOLD}:{offer.id}",
        "END:VEVENT",
    )


def folded(line: str) -> str:
    """The line as it is written: of at most 75 octets, no letter taken apart, with its line end."""
    parts, octets = [""], 0
    for char in line:
        size = len(char.encode())
        if octets + size > _MOST_OCTETS:
            parts.append(" ")
            octets = 1
        parts[-1] += char
        octets += size
    return "".join(f"{part}\r\n" for part in parts)


def _text(value: str) -> str:
    return _NOT_IN_A_LINE.sub(" ", value).translate(_ESCAPES)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
