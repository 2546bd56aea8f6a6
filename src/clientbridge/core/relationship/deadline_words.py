"""The words of a promise after which its day stands: ``by``, ``on or before``, ``3 days before``."""

import re
from collections.abc import Iterator

from clientbridge.core.frozen_dataclass import dataclass

_UNIT = r"(?:days?|weeks?|fortnights?|months?|years?|hours?|hrs?|d|w|mo|h)"
_LENGTH = rf"(?:[\w-]+\s+|\d+\s?)(?:(?:working|business|calendar)\s+)?{_UNIT}"
_SHIFT = (
    rf"(?<!for )(?:at\s+least\s+)?(?P<length>{_LENGTH})\s+(?P<side>before|after|from(?=\s+(?:now|today)\b))"
    r"|(?P<weeks>[\w-]+\s+(?:weeks?|fortnight))\s+on"
)
"""``3 days before``, ``a week on``; "for 3 days before" says how long something lasts."""
_OR_BEFORE = r"(?:on|by)\s*(?:or|/)\s*before|before\s*(?:or|/)\s*(?:on|by)"
_NO_LATER = r"(?:by\s+)?(?:no|not)\s+later\s+than|(?:at\s+(?:the\s+)?)?latest\s+by"
_DUE = r"due(?:\s+(?:by|on|in|within|before))?"
_WORDS = rf"{_SHIFT}|{_NO_LATER}|(?P<or_before>{_OR_BEFORE})|{_DUE}|by|until|till|til|before|within|in|on"
_BEFORE_A_DAY = re.compile(rf"(?:^|(?<=[\s(\[,;:]))(?P<words>{_WORDS}):?\s+", re.IGNORECASE)
_THE_DAY = re.compile(r"the\s+(?=day\b)", re.IGNORECASE)
_COUNTING = frozenset({"before", "in", "within"})
_NEGATION = re.compile(
    r"\b(?:not|never|no|nothing|nobody|none|cannot|without|\w+n['\u2019]t)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[.,;:]")
_IN = re.compile(r"\b(?:with)?in\s+$", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\d)(?=[a-z])", re.IGNORECASE)
_TORN_OFF = re.compile(
    r"\b(?:(?:come|drop|go|pass|stop|swing)\s+by|(?:well|just|right|shortly|soon|long|some\s?time)\s+before)$",
    re.IGNORECASE,
)
"""They belong to what stands before them."""
_LOOKED_BACK = 200
"""Letters before the words, so that a long text is read in linear time."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Words after which a day may stand, and where."""

    start: int
    end: int
    word: str
    """What they come to: ``by`` or its like, ``before``, ``in``, ``within`` or ``on``."""
    shift: str
    """What is to be read with the day: ``3 days before``; else empty."""
    belongs_before: bool
    """Whether the promise makes no sense without them."""


def introductions(body: str) -> Iterator[Introduction]:
    """Every place after which a day may stand, from left to right.

    What is not to happen before a day has no deadline the day before.
    """
    for found in _BEFORE_A_DAY.finditer(body):
        word, shift = _word_and_shift(found)
        head = body[max(0, found.start() - _LOOKED_BACK) : found.start()]
        if word == "before" and _NEGATION.search(_CLAUSE_END.split(head)[-1]):
            continue
        if found["weeks"] and _IN.search(head):
            continue  # "in two weeks on friday" could be two days
        belongs_before = _TORN_OFF.search(head + found["words"]) is not None
        yield Introduction(found.start(), found.end(), word, shift, belongs_before)


def _word_and_shift(found: re.Match[str]) -> tuple[str, str]:
    length = found["length"] or found["weeks"]
    if length is not None:
        return "by", f"{_GLUED.sub(' ', _THE_DAY.sub('a ', length))} {found['side'] or 'after'} "
    words = found["words"].casefold().split()
    if found["or_before"] is not None:
        return "by", ""
    return (words[-1] if words[-1] in _COUNTING else words[0]), ""
