"""Parse a typed promise into text and due date, and warn when that date is a day off.

A day is read only where all that follows ``by`` and the like is one ("by Tom" and "by 10%" stay in the text);
what surely means a day and is none is refused ("by firday", "by 31 feb").
"""

import re
from datetime import date, timedelta

from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.deadline_words import Introduction, introductions
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.time.formatting import long_day, short_day
from clientbridge.core.time.hours import clock
from clientbridge.core.time.parse import WeekOf, read_typed_day
from clientbridge.core.time.typed.calendar_week import CalendarWeek
from clientbridge.core.time.typed.day_words import DAY_ENDS, PERIOD_ENDS
from clientbridge.core.time.typed.near_misses import means_a_day, not_a_day
from clientbridge.core.time.typed.phrases import read_phrase
from clientbridge.core.time.typed.reading import Period, PeriodNotDayError, Phrase, TypedDay, TypingDay
from clientbridge.core.time.typed.shifts import is_amount, is_counted
from clientbridge.core.time.typed.words import words_of

_CLOSED = re.compile(r"(?<![\s.!)\]])[\s.!)\]]++\Z")
_POLITE = re.compile(r"[\s,;(](?:please|pls|thanks|thank you|thx|at the latest|latest)\Z", re.IGNORECASE)
_SEPARATED = re.compile(r"(?<![\s,;.!)\]-])[\s,;.!)\]-]++\Z")
"""Like `_CLOSED` looked for where such signs begin only: a row of blanks is gone through once."""
_OPENING = " \t\n,;:-\u2013\u2014(["
_NUMBER = re.compile(r"(?:[1-9]\d*|0)\.\d+", re.ASCII)
"""``1.5`` is a number, unless it can only be a day."""
_ALWAYS = "24/7"
_ALSO_OTHER_WORDS = frozenset({"sun", "sat", "wed", "mon"})
_GO_ON = frozenset({"of", "after", "before", "from", "to", "and", "or", "until"})
"""After one of these, what came before was not the whole of a date."""
_WEAK = frozenset({"in", "within", "on"})
_SMALL = frozenset({"the", "of", "on", "at", "in"})
_MOST_WORDS = 8
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedPromise:
    """The text and due date of a typed promise such as ``send the plan by fri``."""

    text: str
    due: date | None
    note: str | None = None
    """What to tell about the date."""


@dataclass(frozen=True, slots=True)
class _Deadline:
    """A day that was read, and whether the words that say it must stay in the text."""

    day: TypedDay
    stays: bool = False


def read_promise(typed: str, *, today: date, week: WeekOf = CalendarWeek) -> WordedPromise:
    """Split off the deadline at the end or at the start; `today` and `week` are the owner's.

    Words that are more than a day ("by fri 15:00", "on friday") stay in the text as well. Raises UsageError
    for what surely means a day and is none, and for an empty promise.
    """
    now = TypingDay(today, week)
    whole = typed.strip()
    text, deadline = _dated_at_the_end(whole, now)
    if deadline is None:
        text, deadline = _dated_at_the_start(whole, now)
    if deadline is None:
        _refuse_misspelt(whole, now)
    if deadline is None or deadline.stays:
        text = whole
    if not text.strip():
        raise UsageError("a promise needs a text", hint='say what is promised: "send the plan by fri"')
    if deadline is None:
        return WordedPromise(text=text, due=None)
    due = read_typed_day(deadline.day.day.isoformat(), today=today).day
    return WordedPromise(text=text, due=due, note=_note(deadline.day.note, due, today))


def read_due(when: str, *, today: date, week: WeekOf = CalendarWeek) -> TypedDay:
    """The day that `when` means, with what to tell about it; raises UsageError."""
    typed = read_typed_day(when, today=today, week=week)
    return TypedDay(typed.day, _note(typed.note, typed.day, today))


def _note(note: str | None, due: date, today: date) -> str | None:
    return note or (f"{long_day(due)} has passed" if due < today else None)


def _dated_at_the_end(whole: str, now: TypingDay) -> tuple[str, _Deadline | None]:
    """The text before the longest deadline that ends the promise, and that deadline."""
    body = _without_ending(whole)
    for found in introductions(body):
        deadline = _deadline(found, body[found.end :], now)
        if deadline is not None:
            return body[: found.start].rstrip(_OPENING), deadline
    return whole, None


def _without_ending(whole: str) -> str:
    """The text without a "please" and the signs at its end."""
    return _SEPARATED.sub("", _POLITE.sub("", _CLOSED.sub("", whole)))


def _dated_at_the_start(whole: str, now: TypingDay) -> tuple[str, _Deadline | None]:
    """The text after the longest deadline that begins the promise, and that deadline."""
    found = next(introductions(whole), None)
    if found is None or found.start > 0:
        return whole, None
    words = whole[found.end :].split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        when, after = " ".join(words[:count]), words[count:]
        apart = when[-1] in ",:;" or after[0][0] in "-\u2013\u2014"
        if apart or _ends_a_date(words[:count], after[0]):
            deadline = _deadline(found, when, now)
            if deadline is not None:
                return " ".join(after).lstrip(_OPENING), deadline
    return whole, None


def _ends_a_date(words: list[str], after: str) -> bool:
    """Whether a date can end here, before the word `after`."""
    last = words[-1].casefold()
    alone = len(words) == 1 and last in _ALSO_OTHER_WORDS
    return not alone and last not in _SMALL and after.casefold() not in _GO_ON


def _deadline(found: Introduction, when: str, now: TypingDay) -> _Deadline | None:
    """The deadline that the whole of `when` names after words like ``by``; None where it names none."""
    words = words_of(f"{found.shift}{when}")
    if not words or not _may_follow(found.word, words, when):
        return None
    try:
        phrase = read_phrase(f"{found.shift}{when}", now)
    except UsageError:
        return None
    if phrase is None or not _names_a_day(phrase, found.word, words):
        return None
    deadline = _of_phrase(phrase, found.word, words, now)
    return _Deadline(deadline.day, stays=True) if deadline and found.belongs_before else deadline


def _names_a_day(phrase: Phrase, before: str, words: tuple[str, ...]) -> bool:
    """Whether more is read than a number or, after ``on``, than an hour: "on Noon" is a place."""
    return phrase.when is not None or (before != "on" and not _NUMBER.fullmatch(words[0]))


def _may_follow(word: str, words: tuple[str, ...], when: str) -> bool:
    """Whether a length of time stands only after ``in`` and ``within``, and nothing else does."""
    first = when.split(maxsplit=1)[:1]
    if words[0] == _ALWAYS or (first and first[0].casefold() in _WEAK):
        return False
    if word in {"in", "within"}:
        return is_amount(words) or is_counted(words)
    return not is_amount(words)


def _of_phrase(phrase: Phrase, before: str, words: tuple[str, ...], now: TypingDay) -> _Deadline | None:
    when = phrase.when or TypedDay(now.today)
    if phrase.minute is not None or phrase.part is not None:
        return _with_hour(when if isinstance(when, TypedDay) else when.end, phrase)
    if before == "before" and not _names_an_end(words):
        return _Deadline(_day_before(when))
    if isinstance(when, Period):
        return None
    return _Deadline(when, stays=before == "on")


def _with_hour(when: TypedDay, phrase: Phrase) -> _Deadline:
    told = f"a promise is due at the end of its day: {_said(phrase)} stays in the text"
    return _Deadline(TypedDay(when.day, f"{when.note}; {told}" if when.note else told), stays=True)


def _said(phrase: Phrase) -> str:
    return phrase.part or clock(phrase.minute or 0)


def _names_an_end(words: tuple[str, ...]) -> bool:
    """Whether the words name an end: before the end of a month is by it."""
    return words[0] in {"end", "close", *PERIOD_ENDS} or any((word,) in DAY_ENDS for word in words)


def _day_before(when: TypedDay | Period) -> TypedDay:
    first = when.first if isinstance(when, Period) else when.day
    day = first - _ONE_DAY
    return TypedDay(day, f"before {long_day(first)} is by {long_day(day)}")


def _refuse_misspelt(whole: str, now: TypingDay) -> None:
    """Raise UsageError, saying what is wrong, where what follows ``by`` surely means a day."""
    body = _without_ending(whole)
    for found in introductions(body):
        if found.word in _WEAK or found.shift:
            continue
        at_start = re.split(r"[,:]\s", body[found.end :], maxsplit=1)[0] if found.start == 0 else ""
        for when in (body[found.end :], at_start):
            if _surely_a_day(when):
                phrase = read_phrase(when, now)  # raises for what does not exist or could be two days
                if phrase is not None and isinstance(phrase.when, Period):
                    raise PeriodNotDayError(when, phrase.when)
                raise not_a_day(when)


def _surely_a_day(when: str) -> bool:
    words = words_of(when)
    if len(words) == 1 and (_NUMBER.fullmatch(words[0]) or words[0] == _ALWAYS):
        return False
    return means_a_day(when) and not is_amount(words)


def day_off_note(due: date, days: PartyCalendar, owner: Owner, person: str | None = None) -> str | None:
    """Return a warning when the due date is a day off of its owner, with the working day before, or None.

    `days` is the owner's calendar, which knows the absences of `person` where one is named.
    """
    if days.is_worked(due):
        return None
    reasons = days.day(due).reasons
    why = ", ".join(days.day(due).names) or "a day off"
    where = "for you" if owner is Owner.ME else "there"
    what = f"{short_day(due)} is a day off {where} ({why})"
    if person is not None and any(reason.kind is ReasonKind.AWAY for reason in reasons):
        what = f"{person} is away on {short_day(due)} ({why})"
    return f"{what}; the working day before is {short_day(days.worked_until(due))}"
