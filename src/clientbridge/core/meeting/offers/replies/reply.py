"""Which slot of an offer a reply takes: by the line that the offer's page writes, else by its own words.

A choice by the line is sure, unless the words beside it say something else; in a quote it counts where the
own words say nothing. Words are sure where every one of them is understood; they never take what is refused.
"""

import re
from collections.abc import Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.offer import OfferId
from clientbridge.core.meeting.offers.replies.letter_frame import without_frame
from clientbridge.core.meeting.offers.replies.mentions import DayWords, SlotOnTheirClock
from clientbridge.core.meeting.offers.replies.own_words import own_words
from clientbridge.core.meeting.offers.replies.prose import NamedSlots, named_slots

NONE_OF_THEM = 0
_LONGEST, _UNCLEAR = 2_000, "?"
"""Nobody accepts a time in more letters: such a mail is about more, and is asked about."""
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
    own = own_words(text)
    prose = without_frame(_LINE.sub("", own), words) if len(own) <= _LONGEST else _UNCLEAR
    said = named_slots(prose, slots, words)
    line, quoted = _numbers(own, offer), _numbers(text, offer)
    if line:
        return _open(line, said) if _contradicts(line, said) else _chosen(line, slots)
    if quoted and said.is_nothing:
        return _chosen(quoted, slots)
    if len(said.taken) == 1:
        return ReplyRead(number=said.taken[0], sure=said.sure and quoted <= set(said.taken))
    return _open(quoted, said)


def _numbers(text: str, offer: OfferId) -> frozenset[int]:
    return frozenset(int(number) for found, number in _LINE.findall(text) if found.lower() == offer)


def _contradicts(line: frozenset[int], said: NamedSlots) -> bool:
    """Whether the words beside the line refuse what it takes, or name another slot."""
    return bool(line & set(said.refused)) or (bool(said.taken) and not line & set(said.taken))


def _chosen(line: frozenset[int], slots: Sequence[SlotOnTheirClock]) -> ReplyRead:
    if len(line) > 1:
        return ReplyRead(number=None, could_be=tuple(sorted(line)))
    (number,) = line
    known = number == NONE_OF_THEM or any(slot.n == number for slot in slots)
    return ReplyRead(number=number if known else None, sure=known)


def _open(line: frozenset[int], said: NamedSlots) -> ReplyRead:
    return ReplyRead(number=None, could_be=tuple(sorted((line - set(said.refused)) | set(said.taken))))


def other_offers(text: str, offer: OfferId) -> tuple[str, ...]:
    """The offers that lines of the text are about, if none is about this one."""
    found = {name.lower() for name, _ in _LINE.findall(text)}
    return () if offer in found else tuple(sorted(found))
