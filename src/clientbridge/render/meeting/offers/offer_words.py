"""What became of an offer, in words: the same on every page that shows it."""

from datetime import timedelta

from clientbridge.core.meeting.offers.offer import Offer, OfferStatus
from clientbridge.render.meeting.times import day, span
from clientbridge.render.page import Phrase, careful, good, phrase, quiet


def status_words(offer: Offer) -> Phrase:
    """A sentence; times are on your clock."""
    match offer.status:
        case OfferStatus.WAITING:
            return phrase(careful("waiting"), f", held until {_moment(offer)}")
        case OfferStatus.ACCEPTED if offer.accepted is not None:
            mine = offer.slots[offer.accepted - 1].parties[0]
            return phrase(good("accepted"), f": {day(mine.start)} {span(mine.start, mine.end)} {mine.where}")
        case OfferStatus.EXPIRED:
            until = offer.expires_here or offer.expires
            return phrase(careful("expired"), f" on {day(until)} at {until:%H:%M}; nothing is held any more")
        case _:
            return phrase(quiet("withdrawn"), "; nothing is held any more")


def short_status(offer: Offer) -> Phrase:
    """As few words as a table has room for."""
    match offer.status:
        case OfferStatus.WAITING:
            return phrase(careful("waits"), f" until {_moment(offer, 'end of ')}")
        case OfferStatus.ACCEPTED:
            return phrase(good("accepted"), f": {offer.accepted}")
        case OfferStatus.EXPIRED:
            return phrase(careful("expired"))
        case _:
            return phrase(quiet("withdrawn"))


def _moment(offer: Offer, end_of: str = "the end of ") -> str:
    """The end of a day is told as that day."""
    until = offer.expires_here or offer.expires
    if f"{until:%H:%M}" == "00:00":
        return f"{end_of}{day(until - timedelta(minutes=1))}"
    return f"{day(until)} {until:%H:%M}"
