"""What a clause says of number, day and time, and of which slots each of it is true."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum, auto

from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.meeting.offers.replies.slot_words import (
    AFTERNOON,
    CARDINALS,
    COUNTED,
    LAST,
    MORNING,
    ORDINALS,
    SECOND_OR_MONDAY,
    SLOT_WORDS,
)
from clientbridge.core.meeting.offers.replies.vocabulary import comparable, has_spaces

_COUNTED = "|".join(COUNTED.split(", "))
_CARDINAL = {word: number for number, words in CARDINALS.items() for word in words.split()}
_NUMBERED = re.compile(
    rf"(?:\b(?:{SLOT_WORDS})s?\b\.?\s*(?:°|º)?\s*|#\s*|n\s?[°º]\s*)"
    rf"(\d{{1,2}}|(?:{'|'.join(_CARDINAL)})\b)(?!\d|\s*[:.h]\s*\d)"
)
_LISTED = re.compile(r"^\W*\(?(\d{1,2})[.)]\s+(?=[^\W\d])")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)\s*年?")
_ISO_DATE = re.compile(r"(?<!\d)-(\d\d)-(\d\d)(?!\d)")
"""Its year is taken out already."""
_EAST_ASIAN_DATE = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]")
_NUMERIC_DATE = re.compile(r"(?<![\d:])(\d{1,2})([./])(\d{1,2})(?:\2(\d\d))?[./]?(?![\d:])")
_AT = (
    r"(?:(?:\b(?:at|um|a|as|alle|om|kl|klo|kello|klockan|klokken|godz|a las|a la|ore)\b\.?"
    r"|午前|午後|上午|下午|@)\s*)"
)
_MARK = r"(?:a\.?m\b\.?|p\.?m\b\.?|uhr\b|heures?\b|uur\b|h\b|hrs\b|o clock\b|oclock\b|時から|時|点|點|시)"
_CLOCK = re.compile(
    rf"(?P<at>{_AT})?(?<![\d.:/])(?P<hour>[01]?\d|2[0-4])(?:\s*(?P<sign>[:.h時点點])\s*(?P<minute>[0-5]\d)(?:\s*分)?)?"
    rf"\s*(?P<mark>{_MARK})?(?![\d/:])"
)
_DAY_OF_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|eme|e|\.?[ºª])(?!\w)")
_NUMBER = re.compile(r"(?<![\d.,:/])(\d{1,2})\b(?!\s*[:/%]|[.,]\d)")
_OF_THE_MONTH = re.compile(r"(\d{1,2})\s*日")
_IN_BRACKETS = re.compile(r"\(\s*([月火水木金土日])\s*\)")
_LATE, _EARLY = ("午後", "下午"), ("午前", "上午")
_NOON = 12
_HOURS = 24
_SECOND = 2
_CENTURY = 2000


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
    names: tuple[str, ...] = ()
    """Of those who may greet or sign, as they are written: no word that says anything."""


class SaidOf(Enum):
    """What a mention is about."""

    NUMBER = auto()
    YEAR = auto()
    DATE = auto()
    WEEKDAY = auto()
    CLOCK = auto()
    DAY_HALF = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that is said, and the slots that it is true of; of none where it was not offered."""

    kind: SaidOf
    slots: frozenset[int]


def mentions(
    clause: str, slots: Sequence[SlotOnTheirClock], words: DayWords
) -> tuple[tuple[Mention, ...], str]:
    """What is said, and the clause without it."""
    finder = _Finder(clause, slots, words)
    finder.find()
    return tuple(finder.found), finder.rest


class _Finder:
    """Takes what it recognises out of a clause, the clearest first."""

    def __init__(self, clause: str, slots: Sequence[SlotOnTheirClock], words: DayWords) -> None:
        self.rest, self._slots, self._words = clause, slots, words
        self.found: list[Mention] = []

    def find(self) -> None:
        self._take(_YEAR, SaidOf.YEAR, lambda match: self._in_year(int(match[1])))
        for pattern in (_ISO_DATE, _EAST_ASIAN_DATE):
            self._take(pattern, SaidOf.DATE, lambda match: self._on(int(match[1]), int(match[2])))
        self._spelled_dates()
        self._take(_LISTED, SaidOf.NUMBER, lambda match: self._numbered(match[1]))
        self._take(_NUMBERED, SaidOf.NUMBER, lambda match: self._numbered(match[1]))
        self._take(_NUMERIC_DATE, SaidOf.DATE, self._numeric)
        self._ordinals()
        self._weekdays()
        self._take(
            _IN_BRACKETS, SaidOf.WEEKDAY, lambda match: self._on_weekday("月火水木金土日".index(match[1]))
        )
        self._take(_OF_THE_MONTH, SaidOf.DATE, lambda match: self._day_of_month(int(match[1])))
        for words, hours in ((MORNING, range(_NOON)), (AFTERNOON, range(_NOON, _HOURS))):
            self._take(_half_of_day(words), SaidOf.DAY_HALF, self._within(hours))
        self._take(_CLOCK, SaidOf.CLOCK, self._at, is_meant=_is_clock)
        self._take(_DAY_OF_MONTH, SaidOf.NUMBER, lambda match: self._bare(match[1], may_be_clock=False))
        self._take(_NUMBER, SaidOf.NUMBER, lambda match: self._bare(match[1], may_be_clock=True))

    def _take(
        self,
        pattern: re.Pattern[str],
        kind: SaidOf,
        slots_of: Callable[[re.Match[str]], frozenset[int]],
        *,
        is_meant: Callable[[re.Match[str]], bool] = bool,
    ) -> None:
        def taken(match: re.Match[str]) -> str:
            if not is_meant(match):
                return match[0]
            self.found.append(Mention(kind, slots_of(match)))
            return " "

        self.rest = pattern.sub(taken, self.rest)

    def _where(self, is_true: Callable[[SlotOnTheirClock], bool]) -> frozenset[int]:
        return frozenset(slot.n for slot in self._slots if is_true(slot))

    def _on(self, month: int, day: int) -> frozenset[int]:
        return self._where(lambda slot: (slot.start.month, slot.start.day) == (month, day))

    def _in_year(self, year: int) -> frozenset[int]:
        return self._where(lambda slot: slot.start.year == year)

    def _in_month(self, month: int) -> Callable[[re.Match[str]], frozenset[int]]:
        return lambda match: self._on(month, int(match[1]))

    def _always(self, number: int) -> Callable[[re.Match[str]], frozenset[int]]:
        return lambda _: self._numbered(str(number))

    def _within(self, hours: range) -> Callable[[re.Match[str]], frozenset[int]]:
        return lambda _: self._where(lambda slot: slot.start.hour in hours)

    def _day_of_month(self, day: int) -> frozenset[int]:
        return self._where(lambda slot: slot.start.day == day)

    def _numbered(self, word: str) -> frozenset[int]:
        number = _CARDINAL[word] if word in _CARDINAL else int(word)
        return self._where(lambda slot: slot.n == number)

    def _numeric(self, match: re.Match[str]) -> frozenset[int]:
        """Of either order, for both are written; with a point it may be a time too."""
        first, second = int(match[1]), int(match[3])
        dates = self._on(second, first) | self._on(first, second)
        if match[4]:
            return dates & self._in_year(_CENTURY + int(match[4]))
        return dates | (self._times(first, second) if match[2] == "." else frozenset())

    def _spelled_dates(self) -> None:
        for name in sorted(self._words.months, key=len, reverse=True):
            month, word = self._words.months[name], re.escape(name)
            if name not in self.rest:
                continue
            for pattern in (
                rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|[ºª]|a)?\s*(?:of\s+|de\s+|d\s+)?{word}(?!\w)\.?",
                rf"(?<!\w){word}\.?\s*(?:the\s*)?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?!\s*[ap]\.?m\b)",
            ):
                self._take(re.compile(pattern), SaidOf.DATE, self._in_month(month))

    def _weekdays(self) -> None:
        names = sorted(self._words.weekdays, key=len, reverse=True)
        pattern = re.compile("|".join(_word(name) for name in names) or r"(?!)")
        self._take(
            pattern,
            SaidOf.WEEKDAY,
            lambda match: self._called(match[0].removesuffix(".")),
        )

    def _called(self, weekday: str) -> frozenset[int]:
        """One name may count as well: of Monday or of the second nobody can tell which."""
        second = self._numbered(str(_SECOND)) if weekday == SECOND_OR_MONDAY else frozenset[int]()
        return second | self._on_weekday(self._words.weekdays[weekday])

    def _on_weekday(self, day: int) -> frozenset[int]:
        return self._where(lambda slot: slot.start.weekday() == day)

    def _ordinals(self) -> None:
        for number, names in (*ORDINALS.items(), (len(self._slots), LAST)):
            words = [comparable(name) for name in names.split(",")]
            words += [SECOND_OR_MONDAY] * (number == _SECOND and SECOND_OR_MONDAY not in self._words.weekdays)
            counting = "|".join(map(_word, sorted(words, key=len, reverse=True)))
            pattern = re.compile(rf"(?:{counting})(?:\s+(?:{_COUNTED})(?!\w))?")
            self._take(pattern, SaidOf.NUMBER, self._always(number))

    def _at(self, match: re.Match[str]) -> frozenset[int]:
        before = f"{self.rest[: match.start('hour')].rstrip()}"
        mark = (match["mark"] or "").replace(".", "").strip()
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if before.endswith(_LATE) or mark == "pm":
            return self._times_exactly(hour % _NOON + _NOON, minute)
        if before.endswith(_EARLY) or mark == "am":
            return self._times_exactly(hour % _NOON, minute)
        return self._times(hour, minute)

    def _times(self, hour: int, minute: int) -> frozenset[int]:
        """Without its half of the day an hour may be of either."""
        late = self._times_exactly(hour + _NOON, minute) if hour < _NOON else frozenset()
        return self._times_exactly(hour % _HOURS, minute) | late

    def _times_exactly(self, hour: int, minute: int) -> frozenset[int]:
        return self._where(lambda slot: (slot.start.hour, slot.start.minute) == (hour, minute))

    def _bare(self, digits: str, *, may_be_clock: bool) -> frozenset[int]:
        """A number by itself: that of a slot where no day is named, a day of the month, an hour."""
        number = int(digits)
        has_day = any(mention.kind not in {SaidOf.NUMBER, SaidOf.DAY_HALF} for mention in self.found)
        of_slot = frozenset[int]() if has_day else self._numbered(digits)
        hours = self._times(number, 0) if has_day and may_be_clock and number <= _HOURS else frozenset[int]()
        return of_slot | self._day_of_month(number) | hours


def _is_clock(match: re.Match[str]) -> bool:
    return bool(match["at"] or match["sign"] or match["mark"])


def _half_of_day(names: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<!good ){_word(comparable(name))}(?!\s*\d)" for name in names.split(", "))
    )


def _word(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)\.?" if has_spaces(name) else re.escape(name)


def possible(found: Iterable[Mention]) -> frozenset[int]:
    """The slots of which something of every kind is true that is said."""
    by_kind: dict[SaidOf, frozenset[int]] = {}
    for mention in found:
        by_kind[mention.kind] = by_kind.get(mention.kind, frozenset()) | mention.slots
    return frozenset.intersection(*by_kind.values()) if by_kind else frozenset()


def exact(found: Iterable[Mention]) -> frozenset[int]:
    """The slots of which all is true that is said."""
    said: Iterator[frozenset[int]] = (mention.slots for mention in found)
    every = tuple(said)
    return frozenset.intersection(*every) if every else frozenset()
