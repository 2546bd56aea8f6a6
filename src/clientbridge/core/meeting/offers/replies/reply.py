"""Which slot of an offer a reply takes: by the line that the offer's page writes, else by its own words.

A choice by the line is sure. Words are sure where a sentence without a doubt names one slot alone; they never
take what a sentence refuses.
"""

import re
from collections.abc import Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.core.meeting.offers.replies.own_words import own_words
from clientbridge.core.meeting.offers.replies.prose import DayWords, SlotOnTheirClock, named_slots

NONE_OF_THEM = 0
_LINE = re.compile(r"^[\s>|*]*cb-offer\s*:\s*([a-z0-9]{6,40})\s+(\d{1,2})\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRead:
    """What a reply says."""

    number: int | None
    """The slot, `NONE_OF_THEM` where none suits; None where it cannot be told."""
    sure: bool = False
    """Whether nobody need be asked."""
    could_be: tuple[int, ...] = ()
    """Where it cannot be told, the slots that are named."""


def read_reply(text: str, offer: OfferId, slots: Sequence[SlotOnTheirClock], words: DayWords) -> ReplyRead:
    """What the text of a reply says of an offer; `slots` are on the clock of whoever wrote it."""
    by_line = {int(number) for found, number in _LINE.findall(text) if found.lower() == offer}
    if len(by_line) == 1:
        (number,) = by_line
        known = number == NONE_OF_THEM or any(slot.n == number for slot in slots)
        return ReplyRead(number=number if known else None, sure=known)
    if by_line:
        return ReplyRead(number=None, could_be=tuple(sorted(by_line)))
    named = named_slots(_LINE.sub("", own_words(text)), slots, words)
    if len(named.taken) == 1:
        return ReplyRead(number=named.taken[0], sure=named.sure)
    return ReplyRead(number=None, could_be=named.taken)


def other_offers(text: str, offer: OfferId) -> tuple[str, ...]:
    """The offers that lines of the text are about, if none is about this one."""
    found = {name.lower() for name, _ in _LINE.findall(text)}
    return () if offer in found else tuple(sorted(found))
