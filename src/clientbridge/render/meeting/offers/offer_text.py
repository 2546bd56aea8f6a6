"""An offer as text to paste: for each language and clock among those it is made to, with their time first."""

from collections.abc import Iterable, Sequence

from clientbridge.core.errors import UsageError
from clientbridge.core.meeting.offers.offer import Offer, OfferedSlot, OfferText
from clientbridge.core.meeting.request import Party
from clientbridge.core.meeting.slots import Slot
from clientbridge.render.meeting.meeting_text import ENGLISH, known_locale, meeting_lines


def offer_texts(
    offer: Offer, parties: Sequence[Party], usual: str | None, forced: str | None, *, with_utc: bool
) -> tuple[OfferText, ...]:
    """One text for all who read it in the same language on the same clock, in the order of the parties.

    The language is `forced`, else theirs, else `usual`, else English, which stands too for one whose words
    for dates are not known.
    """
    groups: dict[tuple[str, str], list[Party]] = {}
    zones = {time.id: time.timezone.key for time in offer.slots[0].parties}
    for party in parties[1:] or parties:
        language = _language(forced or party.language or usual or ENGLISH)
        groups.setdefault((language, zones[party.id]), []).append(party)
    return tuple(
        OfferText(
            whom=tuple(party.name for party in readers),
            language=language,
            lines=meeting_lines(_for(offer.slots, readers), language, with_utc=with_utc),
        )
        for (language, _), readers in groups.items()
    )


def together(texts: Sequence[OfferText]) -> tuple[str, ...]:
    """The lines of all texts, each headed by whom it is for where there are several."""
    lines: list[str] = []
    for text in texts:
        if len(texts) > 1:
            lines += [*([""] if lines else []), f"{', '.join(text.whom)}:"]
        lines += text.lines
    return tuple(lines)


def _language(wanted: str) -> str:
    try:
        known_locale(wanted)
    except UsageError:
        return ENGLISH
    return wanted


def _for(slots: Iterable[OfferedSlot], readers: Sequence[Party]) -> tuple[Slot, ...]:
    """The slots with the clock of the readers first, by which their dates are told."""
    ids = {reader.id for reader in readers}
    return tuple(
        Slot(
            rank=slot.n,
            start=slot.start,
            end=slot.end,
            cost=0,
            reasons=(),
            parties=tuple(sorted(slot.parties, key=lambda time: time.id not in ids)),
        )
        for slot in slots
    )
