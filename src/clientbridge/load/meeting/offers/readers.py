"""Who reads an offer: each party with its language, and you to whom the reply goes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.core.culture.client_pages.page_words import PageWords
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.correspondents import Correspondents

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """Every party but you; in `language`, else in theirs, else in English."""
    me, *others = (seen.parties[0], *with_languages(seen.parties[1:]))
    return tuple(
        PageReader(
            Correspondents(sender=me.name, address=me.email, party=one.id, reader=one.name),
            page_words(
                language or one.language or _ENGLISH,
                one.schedule.place.country,
                "offer",
                cache=session.cache,
            ),
        )
        for one in others
    )


def with_languages(parties: "Iterable[Party]") -> "tuple[Party, ...]":
    """The parties, with the language of their place where their profile names none and it has one."""
    from clientbridge.adapters.culture.usual_language import written_language

    return tuple(
        one if one.language else replace(one, language=written_language(one.schedule.place))
        for one in parties
    )
