"""Rules by which events come again, as the text has them (RFC 5545 section 3.3.10)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from clientbridge.adapters.meeting.calendars.values import UnreadValueError, as_told
from clientbridge.core.frozen_dataclass import dataclass

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LIMITS: Mapping[str, tuple[int, int]] = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 60),
}
_NOT_FOLLOWED: Mapping[str, tuple[frozenset[str], str]] = {
    "MINUTELY": (frozenset({*_LIMITS, "BYDAY"}), "by the minute of some days only"),
    "HOURLY": (frozenset({"BYSETPOS"}), "by the hour with BYSETPOS"),
}
"""Parts that `dateutil` looks for hour by hour, to the end of time if need be."""
_MAY_BE_ZERO = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_LONGEST_RULE = 5_000
_HIGHEST_INTERVAL = 100_000
_NUMBER = re.compile(r"[+-]?\d{1,10}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurrenceRule:
    """A rule, without its UNTIL, which is kept as written."""

    frequency: str
    interval: int
    count: int | None
    """None where it does not end by counting, which some programs write as 0 or -1."""
    until: str | None
    week_start: int
    weekdays: tuple[tuple[int, int], ...]
    """Monday is 0; with 0 for every such day, else which of them, from the end where negative."""
    by: Mapping[str, tuple[int, ...]]
    unknown: tuple[str, ...]
    """Parts that cannot be followed; without them the rule gives more dates, not fewer."""
    line: int


def recurrence_rule(text: str, line: int) -> RecurrenceRule:
    """Parse the value of a rule in any case; raises UnreadValueError."""
    if len(text) > _LONGEST_RULE:
        raise UnreadValueError("its rule is too long", line)
    parts = _said_once(_parts(text.upper(), line), line)
    frequency = _frequency(parts, text, line)
    interval = _number(parts.pop("INTERVAL", "1"), line)
    impossible = [f"INTERVAL={interval}"] if interval < 1 else []
    impossible += _cut_off(parts)
    return RecurrenceRule(
        frequency=frequency,
        interval=min(max(interval, 1), _HIGHEST_INTERVAL),
        count=_count(parts.pop("COUNT", "0"), line),
        until=parts.pop("UNTIL", None),
        week_start=_weekday(parts.pop("WKST", "MO"), line)[0],
        weekdays=_weekdays(parts.pop("BYDAY", ""), _most_weeks(frequency, parts), line),
        by={name: values for name in _LIMITS if (values := _values(name, parts.pop(name, ""), line))},
        unknown=(*parts, *impossible),
        line=line,
    )


def _said_once(parts: Iterable[tuple[str, str]], line: int) -> dict[str, str]:
    """The parts by name; one that is said twice in two ways leaves open what is meant."""
    said: dict[str, str] = {}
    for name, value in parts:
        if said.setdefault(name, value) != value:
            raise UnreadValueError(f"it repeats by a rule that says {as_told(name)} twice", line)
    return said


def _count(text: str, line: int) -> int | None:
    """How many dates there are; some programs write 0 or -1 for no end."""
    count = _number(text, line)
    return count if count > 0 else None


def _cut_off(parts: Mapping[str, str]) -> Iterator[str]:
    """Lists that end in the middle: dates may be missing."""
    for name, value in parts.items():
        if name.startswith("BY") and "" in value.split(","):
            yield f"{name}={value}"


def _frequency(parts: dict[str, str], text: str, line: int) -> str:
    """Take what says how often out of the parts, with what would change the meaning of all others."""
    frequency = parts.pop("FREQ", "")
    if frequency not in _FREQUENCIES:
        what = "every second" if frequency == "SECONDLY" else f"'{as_told(frequency or text)}'"
        raise UnreadValueError(f"it repeats by a rule that cannot be followed, {what}", line)
    if parts.pop("RSCALE", "GREGORIAN") not in {"GREGORIAN", "GREGORY"}:
        raise UnreadValueError("it repeats by another calendar than the Gregorian", line)
    if parts.pop("SKIP", "OMIT") != "OMIT":
        raise UnreadValueError("it repeats by a rule with SKIP, which is not followed", line)
    not_followed, what = _NOT_FOLLOWED.get(frequency, (frozenset(), ""))
    if parts.keys() & not_followed:
        raise UnreadValueError(f"it repeats {what}, which is not followed", line)
    return frequency


def _parts(text: str, line: int) -> Iterator[tuple[str, str]]:
    for part in "".join(text.split()).split(";"):
        name, equals, value = part.partition("=")
        if part and not equals:
            raise UnreadValueError(f"it repeats by a rule that cannot be followed, '{as_told(text)}'", line)
        if part:
            yield name, value


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in text.split(",") if word))


def _number(text: str, line: int) -> int:
    if not _NUMBER.fullmatch(text):
        raise UnreadValueError(f"it repeats by a rule with '{as_told(text)}' for a number", line)
    return int(text)


def _values(name: str, text: str, line: int) -> tuple[int, ...]:
    lowest, highest = _LIMITS[name]
    numbers = [_number(word, line) for word in _listed(text)]
    for number in numbers:
        if not lowest <= number <= highest or (number == 0 and name not in _MAY_BE_ZERO):
            raise UnreadValueError(f"it repeats by a rule with {name}={number}, which is not possible", line)
    return tuple(dict.fromkeys(min(number, 59) if name == "BYSECOND" else number for number in numbers))


def _most_weeks(frequency: str, parts: Mapping[str, str]) -> int:
    """The highest number that a weekday may have: of the year, or of a month."""
    return 53 if frequency == "YEARLY" and "BYMONTH" not in parts else 5


def _weekdays(text: str, most_weeks: int, line: int) -> tuple[tuple[int, int], ...]:
    weekdays = tuple(_weekday(word, line) for word in _listed(text))
    if any(abs(nth) > most_weeks for _, nth in weekdays):
        raise UnreadValueError(
            f"it repeats by a rule with BYDAY={as_told(text)}, which is not possible", line
        )
    return weekdays


def _weekday(text: str, line: int) -> tuple[int, int]:
    nth, day = text[:-2], text[-2:]
    if day not in _WEEKDAYS:
        raise UnreadValueError(f"it repeats on '{as_told(text)}', which is no weekday", line)
    return _WEEKDAYS.index(day), _number(nth, line) if nth else 0
