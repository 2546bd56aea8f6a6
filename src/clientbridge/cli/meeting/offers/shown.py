"""An offer on the screen, with the words to paste into a message for each of those it is made to."""

from typing import TYPE_CHECKING

from clientbridge.core.command_line import quoted
from clientbridge.core.meeting.cautions.zone_changes import ZONE_CHANGED
from clientbridge.core.meeting.offers.offer import OfferAnswer
from clientbridge.core.meeting.result import MeetingText
from clientbridge.core.meeting.slots import Slot

if TYPE_CHECKING:
    from clientbridge.cli.context import Context
    from clientbridge.cli.meeting.options import MeetQuery
    from clientbridge.load.meeting.offers.seen_by_all import SeenOffer


def show_offer(context: "Context", seen: "SeenOffer", query: "MeetQuery") -> None:
    """The offer with its texts, or with ``--text`` the texts alone."""
    from clientbridge.load.meeting.offers.readers import with_languages
    from clientbridge.render.meeting.offers.offer_text import offer_texts, together

    changed = any(warning.code == ZONE_CHANGED for warning in seen.warnings)
    texts = offer_texts(
        seen.offer,
        (seen.parties[0], *with_languages(seen.parties[1:])),
        query.lang or context.session.defaults.language,
        query.lang,
        with_utc=changed,
    )
    if not query.text:
        context.show(OfferAnswer(offer=seen.offer, texts=texts, warnings=seen.warnings))
        return
    slots = tuple(
        Slot(rank=slot.n, start=slot.start, end=slot.end, cost=0, reasons=(), parties=slot.parties)
        for slot in seen.offer.slots
    )
    text = MeetingText(language=texts[0].language, lines=together(texts), slots=slots)
    context.note_cautions(seen.warnings)
    context.note(
        f"held as offer {seen.offer.id}; when they have chosen: cb offer accept {quoted(seen.offer.id)} 1"
    )
    context.show(text)
    if query.copy:
        from clientbridge.cli.clipboard import copy

        copy(context, text)
