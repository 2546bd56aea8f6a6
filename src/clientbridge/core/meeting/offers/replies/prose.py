"""Which slots the sentences of a reply name: by number, weekday, date and time, and which they refuse.

A slot is named where all that a sentence says of number, day and time is true of it, on the clock of whoever
writes. A sentence that refuses takes nothing, but for what follows a "but" or agrees in so many words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.replies.reply_words import (
    AGREEING,
    BUT,
    DOUBTING,
    HARMLESS,
    LAST,
    ORDINALS,
    REFUSING,
    SLOT_WORDS,
)
from clientbridge.core.spelling import fold

_SENTENCES = re.compile(r"(?<=[!?。！？])|(?<=[.;])\s+|\n\s*\n|\n(?=\s*[-*•])")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*", re.UNICODE)
_NUMBERED = re.compile(
    rf"(?:\b(?:{SLOT_WORDS})\b\.?\s*(?:°|º)?\s*|#\s*|n\s?[°º]\s*)(\d{{1,2}})\b(?!\s*[:.h]\s*\d)"
)
_ALONE = re.compile(
    r"^\W*(?:(?:le|la|il|el|o|die|der|das|de|the)\s+)?(\d{1,2})\W*(?:please|bitte|merci|svp)?\W*$"
)
_CLOCK = re.compile(
    r"(?<![\d.:/])([01]?\d|2[0-4])(?:\s*[:.h時]\s*([0-5]\d)?)?\s*(a\.?m\.?|p\.?m\.?|uhr|heures?|時|點|点|시)?(?![\d/:])"
)
_BEFORE_CLOCK = re.compile(r"(?:\bat|\bum|\ba|\bas|\balle|\bom|\bkl\.?|\bklo|午前|午後|上午|下午)\s*$")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./](?:20)?\d\d)?(?!\d)")
_EAST_ASIAN_DATE = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]")
_ISO_DATE = re.compile(r"(?<!\d)20\d\d-(\d\d)-(\d\d)(?!\d)")
_NUMBER_SIGN = re.compile(r"\bno\.?\s*(?=\d)")
"""Not a refusal."""
_WITH_ARTICLE = re.compile(
    r"\b(?:le|la|the|die|der|das|den|il|el|o|de|am)\s+(\d{1,2})\b(?!\s*(?:[:h.]\s*\d|uhr|heures|[ap]\.?m\b))"
)
_DAY_OF_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:th\b|\.(?!\d))")
_HAS_SIGN = re.compile("[:.h時]")
_LATE, _EARLY = ("午後", "下午"), ("午前", "上午")
_NOON = 12


@dataclass(frozen=True, slots=True)
class SlotOnTheirClock:
    """One slot as whoever answers sees it."""

    n: int
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """The words of the languages in which a reply may be written; folded."""

    languages: tuple[str, ...]
    """Codes without a region."""
    weekdays: Mapping[str, int]
    """Monday is 0."""
    months: Mapping[str, int]

    @property
    def reads_refusals(self) -> bool:
        """Whether a refusal would be noticed in every language that it may be written in."""
        return all(language in REFUSING for language in self.languages)


@dataclass(frozen=True, slots=True)
class NamedSlots:
    """The slots that are taken, and whether nobody need be asked."""

    taken: tuple[int, ...]
    sure: bool


def named_slots(text: str, slots: Sequence[SlotOnTheirClock], words: DayWords) -> NamedSlots:
    """What the own words of a reply take."""
    taken: set[int] = set()
    refused: set[int] = set()
    sure = words.reads_refusals
    for part in _parts("\n".join(map(fold, text.splitlines())), words):
        named = _named(part, slots, words)
        if _says(part, REFUSING, words):
            refused |= named
            sure = sure and bool(named)
        elif named:
            taken |= named
            sure = sure and not _doubts(part, words)
    left = tuple(sorted(taken - refused))
    return NamedSlots(left, sure and len(left) == len(taken))


def _parts(text: str, words: DayWords) -> Iterator[str]:
    """The sentences; one that refuses is divided where it turns to what suits instead."""
    text = _NUMBER_SIGN.sub("nr ", text)
    for harmless in HARMLESS:
        text = text.replace(fold(harmless), "ok")
    for sentence in filter(None, _SENTENCES.split(text)):
        if not _says(sentence, REFUSING, words):
            yield sentence
            continue
        yield from _turned(sentence, words)


def _turned(sentence: str, words: DayWords) -> Iterator[str]:
    turns = re.split(rf"\b(?:{'|'.join(sorted(BUT))})\b|(?:、?が、|但是?)", sentence)
    if len(turns) > 1:
        yield from turns
        return
    yield from _divided(sentence, words)


def _divided(sentence: str, words: DayWords) -> Iterator[str]:
    """What agrees apart from what refuses, where one sentence does both."""
    pieces = re.split(r"[,、，–—]| and | und | et | y | e | en | og | och ", sentence)
    agreeing = [piece for piece in pieces if _agrees(piece, words)]
    others = ", ".join(piece for piece in pieces if piece not in agreeing)
    yield from (*agreeing, others) if _says(others, REFUSING, words) else (sentence,)


def _agrees(piece: str, words: DayWords) -> bool:
    return _says(piece, AGREEING, words) and not _says(piece, REFUSING, words)


def _says(part: str, table: Mapping[str, str], words: DayWords) -> bool:
    found = set(
        _WORD.findall(part.replace("n't", "nt").replace("n’t", "nt").replace("'", " ").replace("’", " "))
    )
    for language in dict.fromkeys((*words.languages, "en")):
        for word in table.get(language, "").split():
            if word in found or (not word.isascii() and fold(word) in part):
                return True
    return False


def _doubts(part: str, words: DayWords) -> bool:
    return "?" in part or _says(part, DOUBTING, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a part says of number, day and time; empty where it says nothing of it."""

    numbers: frozenset[int]
    dates: frozenset[tuple[int, int]]
    days_of_month: frozenset[int]
    weekdays: frozenset[int]
    clocks: frozenset[tuple[int, int]]

    def is_true_of(self, slot: SlotOnTheirClock) -> bool:
        at = slot.start
        facts: tuple[tuple[frozenset[object], object], ...] = (
            (frozenset[object](self.numbers), slot.n),
            (frozenset[object](self.dates), (at.month, at.day)),
            (frozenset[object](self.days_of_month), at.day),
            (frozenset[object](self.weekdays), at.weekday()),
            (frozenset[object](self.clocks), (at.hour, at.minute)),
        )
        return any(said for said, _ in facts) and all(fact in said for said, fact in facts if said)


def _named(part: str, slots: Sequence[SlotOnTheirClock], words: DayWords) -> set[int]:
    """The slots of which everything is true that the part says; none where it says nothing."""
    dates, rest = _dates(part, words)
    numbers, rest = _numbers(rest, slots)
    days_of_month = {int(day) for day in _DAY_OF_MONTH.findall(rest) if int(day) > len(slots)}
    rest = _DAY_OF_MONTH.sub(" ", rest) if days_of_month else rest
    days = {day for name, day in words.weekdays.items() if _holds(rest, name)}
    said = _Said(
        numbers=frozenset(numbers),
        dates=frozenset(dates),
        days_of_month=frozenset(days_of_month),
        weekdays=frozenset(days),
        clocks=frozenset(_clocks(rest, certain=bool(days or dates))),
    )
    return {slot.n for slot in slots if said.is_true_of(slot)}


def _numbers(part: str, slots: Sequence[SlotOnTheirClock]) -> tuple[set[int], str]:
    """The numbers of slots, and the part without them."""
    found = {int(number) for number in _NUMBERED.findall(part)}
    rest = _NUMBERED.sub(" ", part)
    with_article = {int(number) for number in _WITH_ARTICLE.findall(rest)}
    if with_article and max(with_article) <= len(slots):
        found |= with_article
        rest = _WITH_ARTICLE.sub(" ", rest)
    alone = _ALONE.match(rest)
    if alone is not None:
        found.add(int(alone[1]))
        rest = ""
    return found | _counted(rest, len(slots)), rest


def _counted(part: str, last: int) -> set[int]:
    """The slots that are counted in words."""
    found = {number for number, names in ORDINALS.items() if _holds_any(part, names.split())}
    return found | {last} if _holds_any(part, LAST) else found


def _holds_any(part: str, names: Iterable[str]) -> bool:
    return any(_holds(part, fold(name)) for name in names)


def _dates(part: str, words: DayWords) -> tuple[set[tuple[int, int]], str]:
    """Months and days; a date in digits may be of either order, for both are written."""
    found: set[tuple[int, int]] = set()
    for pattern in (_ISO_DATE, _EAST_ASIAN_DATE):
        found |= {(int(month), int(day)) for month, day in pattern.findall(part)}
        part = pattern.sub(" ", part)
    for first, second in _NUMERIC_DATE.findall(part):
        found |= {(int(second), int(first)), (int(first), int(second))}
    part = _NUMERIC_DATE.sub(" ", part)
    for name, month in words.months.items():
        spelled = rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:of|de|d')?\s*{re.escape(name)}\b\.?"
        turned = rf"\b{re.escape(name)}\.?\s*(?:the\s*)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
        for pattern_text in (spelled, turned):
            found |= {(month, int(day)) for day in re.findall(pattern_text, part)}
            part = re.sub(pattern_text, " ", part)
    return found, part


def _clocks(part: str, *, certain: bool) -> Iterator[tuple[int, int]]:
    """Hours and minutes; one without its half of the day may be of either.

    Without a sign of time beside it a number is one only where a day is named, so that it is `certain`.
    """
    for match in _CLOCK.finditer(part):
        before = part[: match.start()].rstrip()
        if certain or match[3] or _HAS_SIGN.search(match[0]) or _BEFORE_CLOCK.search(f"{before} "):
            yield from _times(match, before)


def _times(match: re.Match[str], before: str) -> Iterator[tuple[int, int]]:
    hour, minute = int(match[1]), int(match[2] or 0)
    mark = (match[3] or "").replace(".", "")
    if before.endswith(_LATE) or mark == "pm":
        yield hour % _NOON + _NOON, minute
    elif before.endswith(_EARLY) or mark == "am":
        yield hour % _NOON, minute
    else:
        yield hour % 24, minute
        yield from [(hour + _NOON, minute)] if hour < _NOON and mark != "uhr" else []


def _holds(part: str, name: str) -> bool:
    if not name.isascii():
        return name in part
    return re.search(rf"\b{re.escape(name)}\b", part) is not None
