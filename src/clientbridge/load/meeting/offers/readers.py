"""Who reads an offer's page: each party with its language, and you to whom the reply goes."""

from typing import TYPE_CHECKING

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.adapters.culture.usual_language import usual_language
from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.correspondents import Correspondents

if TYPE_CHECKING:
    from clientbridge.core.meeting.request import Party
    from clientbridge.load.meeting.offers.seen_by_all import SeenOffer
    from clientbridge.load.session import Session

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class PageReader:
    """One party to whom an offer is made."""

    between: Correspondents
    words: PageWords


def page_readers(session: "Session", seen: "SeenOffer", language: str | None) -> tuple[PageReader, ...]:
    """Every party but you; in `language`, else in that of their profile, else in the usual one there."""
    me, *others = seen.parties
    return tuple(
        PageReader(
            Correspondents(sender=me.name, address=me.email, party=one.id, reader=one.name),
            page_words(
                language or one.language or _usual(one),
                one.schedule.place.country,
                "offer",
                cache=session.cache,
            ),
        )
        for one in others
    )


def _usual(party: "Party") -> str:
    usual = usual_language(party.schedule.place)
    return _ENGLISH if usual is None else usual.code
