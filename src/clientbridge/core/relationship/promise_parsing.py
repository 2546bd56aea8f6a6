"""Parse a typed promise into text and due date, and warn when that date is a day off."""

import re
from datetime import date

from clientbridge.core.days.day import ReasonKind
from clientbridge.core.days.party_calendar import PartyCalendar
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.relationship.journal.kinds import Owner
from clientbridge.core.spelling import nearest
from clientbridge.core.time.formatting import month_named, short_day
from clientbridge.core.time.hours import WEEKDAY_NAMES
from clientbridge.core.time.parse import read_date

_DATE_HINT = "write it like: by fri, by 4 dec, by 2026-12-04, by +3d"
_DAY_WORDS = (*(name.casefold() for name in WEEKDAY_NAMES), "tomorrow", "today")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedPromise:
    """The text and due date of a typed promise such as ``send the SOW by fri``."""

    text: str
    due: date | None


def read_promise(typed: str, *, today: date) -> WordedPromise:
    """Split off the date after the last ``by`` or ``until``; `today` is the owner's date.

    Words after ``by`` that do not look like a date ("by mail") stay in the text. Raises UsageError for an
    invalid date and for an empty promise.
    """
    text, by, when = _last_by(typed)
    due = read_due(when, today=today) if by and _looks_like_a_day(when) else None
    text = text if due is not None else typed
    if not text.strip():
        raise UsageError("a promise needs a text", hint='say what is promised: "send the SOW by fri"')
    return WordedPromise(text=text.strip(), due=due)


def read_due(when: str, *, today: date) -> date:
    """Return the date meant by `when`: any form `read_date` accepts, ``4 dec`` or ``December 4 2026``.

    A date without a year is the next one from `today` on. Raises UsageError.
    """
    named = re.fullmatch(
        r"(?:(\d{1,2})\.? +([a-z]+)|([a-z]+) +(\d{1,2}))(?:,? +(\d{4}))?", when.strip().casefold()
    )
    if named is None:
        return read_date(when, today=today)
    month = month_named(named[2] or named[3])
    if month is None:
        raise UsageError(f"'{when.strip()}' is not a day", hint=_DATE_HINT)
    return _month_day(int(named[1] or named[4]), month, named[5], today, when)


def _month_day(day: int, month: int, year: str | None, today: date, when: str) -> date:
    try:
        if year is not None:
            return read_date(f"{year}-{month:02d}-{day:02d}", today=today)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        raise UsageError(f"there is no day {when.strip()}", hint=_DATE_HINT) from None


def _last_by(typed: str) -> tuple[str, str, str]:
    """Return the text before the last ``by``, that word, and the text after it; "" for missing parts."""
    match = re.fullmatch(
        r"(.*?)(?:^|\s)(by|until)\s+((?:(?!\s(?:by|until)\s).)*)", typed.strip(), re.IGNORECASE | re.DOTALL
    )
    return (match[1], match[2], match[3]) if match else (typed, "", "")


def _looks_like_a_day(when: str) -> bool:
    first = when.strip().partition(" ")[0].casefold().strip(".,")
    return (
        any(char.isdigit() for char in when)
        or month_named(first) is not None
        or first[:3] in {word[:3] for word in _DAY_WORDS}
        or bool(nearest(first, _DAY_WORDS, most=1) and len(first) > len("mon"))
    )


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
