"""What typed words become in a profile, by the kind of the key: no YAML is needed, and none is understood.

A kind has one row here or none: without one, the words are checked by the kind and stand as they are.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from zoneinfo import ZoneInfo

from clientbridge.adapters.time.zone_database import ZoneDatabase
from clientbridge.adapters.workspace.profiles import parsers, schema
from clientbridge.adapters.workspace.profiles.field_types import DaysOrSeason, ListOf, MappingOf, Words
from clientbridge.adapters.workspace.profiles.kinds.calendars import Calendars
from clientbridge.adapters.workspace.profiles.kinds.hours import Hours, HoursInSeason
from clientbridge.adapters.workspace.profiles.reading import Key, Kind, Reading, Section
from clientbridge.adapters.workspace.setting.typed_calendars import typed_calendar, typed_calendars
from clientbridge.adapters.workspace.setting.weekly_hours import hours_by_weekday
from clientbridge.adapters.yaml_files.nodes import ScalarNode, Spot, Style
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.time.hours import usual_form
from clientbridge.core.time.parse import read_date

_NOWHERE = Spot(line=1, column=1, start=0, end=0)
_TO = re.compile(r"\s*\.\.+\s*|\s+(?:to|until|till|-|–|—)\s+")


@dataclass(frozen=True, slots=True)
class TypedValues:
    """Understands typed words; days are those of whoever types them."""

    zones: ZoneDatabase
    today: date

    def value(self, key: Key[object], text: str) -> Value:
        """What stands in the file for the words; raises UsageError with an example."""
        try:
            if isinstance(key.kind, Calendars):
                return typed_calendars(text)
            return self._value(key.kind, text.strip())
        except UsageError as error:
            before = f"{error.hint}; " if error.hint else ""
            raise UsageError(error.say, hint=f"{before}for example {typed_example(key)}") from None

    def item(self, key: Key[object], text: str) -> Value:
        """One value of a list, as a whole; raises as `value`."""
        if isinstance(key.kind, Calendars):
            return typed_calendar(text)
        of = key.kind.of if isinstance(key.kind, ListOf) else key.kind
        return self.value(key._replace(kind=of), text)

    def _value(self, kind: Kind[object], text: str) -> Value:
        match kind:
            case ListOf():
                marks = ";" if isinstance(kind.of, MappingOf) else ";,"
                parts = re.split(f"[{marks}]", text)
                return [self._value(kind.of, part.strip()) for part in parts if part.strip()]
            case MappingOf():
                return self._row(kind.section, text)
            case Hours() | HoursInSeason():
                return self._hours(kind, text)
            case _ if kind == schema.STRETCH.kind:
                return self._checked(kind, usual_form(text))
            case _ if kind in _DATES or (isinstance(kind, DaysOrSeason) and text[:1].isdigit()):
                return self._dates(kind, text)
            case _:
                return self._checked(kind, text)

    def _hours(self, kind: Kind[object], text: str) -> Value:
        """As people say them, ``9am to 5.30pm``, in the form of a profile."""
        by_weekday = hours_by_weekday(text)
        if by_weekday is None:
            return self._checked(kind, usual_form(text))
        return {days: usual_form(hours) for days, hours in by_weekday.items()}

    def _dates(self, kind: Kind[object], text: str) -> str:
        if kind == schema.MONTH_DAY:
            return self._month_day(text)
        return self._read_day(text, text).isoformat() if kind == schema.DATE else self._days(text)

    def _checked(self, kind: Kind[object], text: str) -> str:
        """The words as the kind understands them: a country by its code, a zone by its name."""
        reading = Reading(document=parse(b"typed: text", file="typed"), zones=self.zones)
        understood = kind.read(ScalarNode(_NOWHERE, text, Style.DOUBLE), reading)
        if reading.problems:
            problem = reading.problems[0]
            raise UsageError(problem.say, hint=problem.suggestion)
        match understood:
            case str():
                return understood
            case ZoneInfo():
                return understood.key
            case _:
                return text

    def _days(self, text: str) -> str:
        """``2026-12-28..2027-01-05`` of the same, and of ``28 dec to 5 jan``."""
        ends = _TO.split(text)
        if len(ends) > 2:  # noqa: PLR2004 - a range has two ends
            return self._checked(schema.DAYS, text)
        first = self._read_day(ends[0], text)
        if len(ends) == 1:
            return self._checked(schema.DAYS, first.isoformat())
        last = self._read_day(ends[1], text, today=max(first, self.today))
        return self._checked(schema.DAYS, f"{first}..{last}")

    def _month_day(self, text: str) -> str:
        """``05-17``, also of ``17 May``."""
        if any(char.isalpha() for char in text):
            return f"{self._read_day(text, text):%m-%d}"
        return self._checked(schema.MONTH_DAY, text)

    def _read_day(self, text: str, whole: str, today: date | None = None) -> date:
        try:
            return read_date(text, today=today or self.today)
        except UsageError as error:
            hint = error.hint or "write days like 2026-12-01..2026-12-09"
            say = error.say if whole in error.say else f"'{whole}': {error.say}"
            raise UsageError(say, hint=hint) from None

    def _row(self, section: Section, text: str) -> Value:
        """A mapping from words in the order of its keys; what no key can read belongs to the free text."""
        words, left = text.split(), list(section.keys)
        row: dict[str, Value] = {}
        while words and left:
            key, value, words = self._first_of(left, words, text)
            row[key.name] = value
            left.remove(key)
        if words:
            raise UsageError(f"'{' '.join(words)}' has no place here", hint=_form(section))
        if section is schema.STAY:
            row = _with_country(row)
        return {key.name: row[key.name] for key in section.keys if key.name in row}

    def _first_of(
        self, keys: Sequence[Key[object]], words: Sequence[str], text: str
    ) -> tuple[Key[object], Value, list[str]]:
        """The key that reads the longest start of the words, its value, and the words after these."""
        first, *_ = keys
        candidates = [first] if first.required else [key for key in keys if not _takes_any_text(key)]
        for number, key in product(range(min(len(words), _MOST_WORDS), 0, -1), candidates):
            value = self._if_understood(key, " ".join(words[:number]))
            if value is not None:
                return key, value, list(words[number:])
        return self._last_of(keys, words, text), " ".join(words), []

    def _last_of(self, keys: Sequence[Key[object]], words: Sequence[str], text: str) -> Key[object]:
        """The key of the free text; raises UsageError where there is none, or another must come first."""
        free = next((key for key in keys if _takes_any_text(key)), None)
        if keys[0].required or free is None:
            self._value(keys[0].kind, words[0])
            raise UsageError(f"'{text}' cannot be understood", hint="write its parts in their order")
        return free

    def _if_understood(self, key: Key[object], text: str) -> Value | None:
        try:
            return self._value(key.kind, text)
        except UsageError:
            return None


def _with_country(stay: Mapping[str, Value]) -> dict[str, Value]:
    """A stay with the country of its city, whose holidays then hold, where no other is named."""
    zone = stay.get(schema.STAY_ZONE.name)
    if schema.STAY_COUNTRY.name in stay or not isinstance(zone, str):
        return dict(stay)
    from clientbridge.adapters.time.machine_place import guessed_country

    country = guessed_country(zone)
    return dict(stay) if country is None else {**stay, schema.STAY_COUNTRY.name: country}


_MOST_WORDS = 8
"""Of a value that stands before others: more than a range of days or a city has."""
_DATES = (schema.DAYS, schema.DATE, schema.MONTH_DAY)


def _takes_any_text(key: Key[object]) -> bool:
    return isinstance(key.kind, Words) and key.kind.parse is parsers.text


def _form(section: Section) -> str:
    return "write " + ", then ".join(key.name.replace("_", " ") for key in section.keys)


def typed_example(key: Key[object]) -> str:
    """A value as it is typed."""
    match key.kind:
        case ListOf(of=MappingOf() as of):
            return _example_of(of.section)
        case MappingOf() as mapping:
            return _example_of(mapping.section)
        case _:
            return key.example.strip("[]")


def _example_of(section: Section) -> str:
    return " ".join(key.example for key in section.keys)
