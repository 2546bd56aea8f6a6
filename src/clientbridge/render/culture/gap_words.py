"""A gap as one or two sentences, with how far it can be trusted."""

from clientbridge.core.culture.gaps import CultureGap
from clientbridge.core.culture.lookup import SAID_BY_THEM, CultureLayer, NoteReason
from clientbridge.core.culture.statements import ScaleRow
from clientbridge.core.time.formatting import day_month_year
from clientbridge.render.page import Phrase, phrase, quiet, strong


def gap_phrase(gap: CultureGap) -> Phrase:
    """What to expect, one thing to do, and who says so."""
    return phrase(f"{gap.say} ", strong(gap.do), quiet(f" ({trust_in_words(gap)})"))


def trust_in_words(gap: CultureGap) -> str:
    """How far a gap can be trusted, and on whose word."""
    known = {
        CultureLayer.PERSON: own_note_in_words(gap),
        CultureLayer.CLIENT: own_note_in_words(gap),
        CultureLayer.REGION: f"{gap.confidence} confidence, for this region",
        CultureLayer.COUNTRY: f"{gap.confidence} confidence",
    }[gap.layer]
    return f"maybe, your own side is unsure; {known}" if gap.maybe else known


def own_note_in_words(known: CultureGap | ScaleRow) -> str:
    """On whom a value is your note; with its date and what showed it, where you said so."""
    on = "this client" if known.layer is CultureLayer.CLIENT else known.who or "this person"
    reason = known.reason or NoteReason()
    if reason.because == SAID_BY_THEM:
        on_day = f" on {day_month_year(reason.since)}" if reason.since is not None else ""
        return f"said by {known.who or 'them'}{on_day}"
    since = f" of {day_month_year(reason.since)}" if reason.since is not None else ""
    because = f": {reason.because}" if reason.because else ""
    return f"your note{since} on {on}{because}"
