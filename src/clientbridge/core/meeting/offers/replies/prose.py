"""Which slot the sentences of a reply take, and whether nobody need be asked.

Sure is only what every word of the reply bears out: a slot beside words that agree, or bare but for
courtesies, and else nothing but what is refused or polite. One word, number or question that is not
understood leaves it in doubt.
"""

import re
from collections.abc import Iterator, Sequence

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.replies.mentions import (
    DayWords,
    Mention,
    SlotOnTheirClock,
    exact,
    mentions,
    possible,
)
from clientbridge.core.meeting.offers.replies.reply_words import ASKING, BUT
from clientbridge.core.meeting.offers.replies.vocabulary import (
    Phrases,
    Role,
    comparable,
    phrases_of,
    read_languages,
)

_DAY_HALVES = re.compile(r"\b([ap])\.\s?m\b\.?")
_ABBREVIATED_NUMBER = re.compile(r"\b(no|nr|num)\.?\s*(?=\d)")
_LINES = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•]|\(?\d{1,2}[.)]\s))")
_SENTENCES = re.compile(
    r"(?<=[!?。！？…;])|(?<=[^\W\d]\.)\s+|(?<=[\])]\.)\s+|(?<=\d\.)\s+(?=thank|merci|danke|grac|graz)"
)
_TAKEN_BACK = re.compile(r"^\W*(?:no|nope|nein|non|nao|nee|nei|nej|nie|ei)\s*[,.!:–—-]")
"""What follows may be refused, or be meant instead of what stands before."""
_LAST_WORD = re.compile(r"(\w+)\.$")
_LONGEST_SHORT = 4
"""``Sept.``"""
_TURNS = re.compile(rf"\b(?:{'|'.join(BUT)})\b|(?:て?すか|か|けと|のて)?[、,](?=\s*\S)|但是?")
_PIECES = re.compile(r"[,、，–—:]|\b(?:and|und|et|y|e|en|og|och|ja|i)\b")


@dataclass(frozen=True, slots=True)
class NamedSlots:
    """The slots that are taken, and whether nobody need be asked."""

    taken: tuple[int, ...]
    sure: bool
    refused: tuple[int, ...] = ()
    is_nothing: bool = False
    """Whether nothing is said but courtesies and that it is well."""


@dataclass(frozen=True, slots=True)
class _Clause:
    named: frozenset[int]
    """What it may name."""
    found: tuple[Mention, ...]
    roles: frozenset[Role]
    is_clear: bool
    """Whether every word of it is known, and asks nothing."""

    @property
    def refuses(self) -> bool:
        return Role.REFUSES in self.roles

    @property
    def is_sure(self) -> bool:
        """Whether it says nothing that could be meant in another way."""
        if not self.is_clear or Role.DOUBTS in self.roles:
            return False
        if self.refuses:
            return bool(self.found)
        if Role.AGREES in self.roles:
            return not self.found or len(exact(self.found)) == 1
        if self.found:
            return len(exact(self.found)) == 1 and self.roles <= {Role.LINKS, Role.PLEASES}
        return Role.FILLS not in self.roles


def named_slots(text: str, slots: Sequence[SlotOnTheirClock], words: DayWords) -> NamedSlots:
    """What the own words of a reply take."""
    phrases = phrases_of(words.languages, words.names)
    reader = _ReplyReader(slots, words, phrases)
    clauses = tuple(reader.clauses(text))
    refused = frozenset[int]().union(*(one.named for one in clauses if one.refuses))
    taken = frozenset[int]().union(*(one.named for one in clauses if not one.refuses))
    left = taken - refused
    return NamedSlots(
        taken=tuple(sorted(left)),
        sure=left == taken and all(one.is_sure for one in clauses),
        refused=tuple(sorted(refused)),
        is_nothing=all(one.is_sure and not one.found for one in clauses),
    )


class _ReplyReader:
    def __init__(self, slots: Sequence[SlotOnTheirClock], words: DayWords, phrases: Phrases) -> None:
        self._slots, self._words, self._phrases = slots, words, phrases
        openers = sorted(
            {
                word
                for language in read_languages(words.languages)
                for word in ASKING.get(language, "").split()
            }
        )
        self._asks = re.compile(rf"^\W*(?:{'|'.join(openers)})\b")

    def clauses(self, text: str) -> Iterator[_Clause]:
        for sentence in self._sentences(text):
            whole = self._clause(sentence)
            if whole.refuses:
                yield from self._divided(sentence, whole)
            else:
                yield whole

    def _sentences(self, text: str) -> Iterator[str]:
        lines = "\n".join(map(comparable, text.splitlines()))
        lines = _ABBREVIATED_NUMBER.sub(r"nr ", _DAY_HALVES.sub(r"\1m", lines))
        for block in _LINES.split(lines):
            yield from self._in_block(" ".join(block.split()))

    def _in_block(self, block: str) -> Iterator[str]:
        """A full stop after a shortened month or weekday ends nothing."""
        held = ""
        for piece in _SENTENCES.split(block):
            held = f"{held} {piece}".strip()
            if not self._is_shortened(held):
                yield from filter(None, [held])
                held = ""
        yield from filter(None, [held])

    def _is_shortened(self, sentence: str) -> bool:
        last = _LAST_WORD.search(sentence)
        names = {*self._words.months, *self._words.weekdays}
        return last is not None and last[1] in names and len(last[1]) <= _LONGEST_SHORT

    def _divided(self, sentence: str, whole: _Clause) -> Iterator[_Clause]:
        """What suits apart from what does not, where each part of the sentence names what it is about."""
        for pattern in (_TURNS, _PIECES):
            pieces = [piece for piece in pattern.split(sentence) if any(map(str.isalnum, piece))]
            parts = [self._clause(piece) for piece in pieces]
            if len(parts) > 1 and all(part.found or not part.refuses for part in parts):
                yield from parts
                return
        yield whole

    def _clause(self, clause: str) -> _Clause:
        found, rest = mentions(clause, self._slots, self._words)
        roles, is_known = self._phrases.read(rest)
        asks = "?" in clause or _TAKEN_BACK.match(clause) or (found and self._asks.match(clause))
        return _Clause(possible(found), found, roles, is_known and not asks)
