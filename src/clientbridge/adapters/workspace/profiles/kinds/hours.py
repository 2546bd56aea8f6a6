"""Hours in a profile: of every worked day, or of each weekday."""

from collections.abc import Mapping
from typing import NamedTuple

from clientbridge.adapters.workspace.profiles.field_types import one_text
from clientbridge.adapters.workspace.profiles.parsers import WEEKDAYS
from clientbridge.adapters.workspace.profiles.reading import Json, Reading
from clientbridge.adapters.yaml_files.nodes import Entry, MappingNode, Node, ScalarNode
from clientbridge.core.spelling import nearest
from clientbridge.core.time.hours import DayHours, HoursError, Weekday, WorkingHours, parse_hours

_CLOSED = frozenset({"closed", "off", "no", "-"})


class Hours(NamedTuple):
    """Hours of a day, or of each weekday."""

    word: str = "hours"

    def read(self, node: Node, reading: Reading) -> WorkingHours | None:
        """A text keeps the work week of the place, a mapping replaces it."""
        if not isinstance(node, MappingNode):
            ranges = DAY_HOURS.read(node, reading)
            return None if ranges is None else WorkingHours(every_working_day=ranges)
        by_weekday = _by_weekday(node, reading)
        return WorkingHours(by_weekday=tuple(by_weekday.get(weekday, ()) for weekday in Weekday))

    def editor_schema(self) -> Json:
        """Text, or texts by weekday."""
        return _TEXT_OR_BY_WEEKDAY


class SeasonWeek(NamedTuple):
    """What a season's hours say: those of every worked day, or those of some weekdays."""

    every_worked_day: DayHours = ()
    by_weekday: tuple[DayHours | None, ...] | None = None
    """Seven entries, Monday first; None for a weekday that is not named."""


class HoursInSeason(NamedTuple):
    """Hours of every worked day, or of some weekdays, in a part of the year."""

    word: str = "hours"

    def read(self, node: Node, reading: Reading) -> SeasonWeek | None:
        """A text is for every worked day, a mapping for the weekdays that it names."""
        if not isinstance(node, MappingNode):
            ranges = DAY_HOURS.read(node, reading)
            return None if ranges is None else SeasonWeek(every_worked_day=ranges)
        by_weekday = _by_weekday(node, reading)
        return SeasonWeek(by_weekday=tuple(by_weekday.get(weekday) for weekday in Weekday))

    def editor_schema(self) -> Json:
        """Text, or texts by weekday."""
        return _TEXT_OR_BY_WEEKDAY


_TEXT_OR_BY_WEEKDAY: Json = {
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
}


def _by_weekday(node: MappingNode, reading: Reading) -> Mapping[Weekday, DayHours]:
    by_weekday: dict[Weekday, DayHours] = {}
    for entry in node.entries:
        _read_days(entry, by_weekday, reading)
    return by_weekday


def _read_days(entry: Entry, by_weekday: dict[Weekday, DayHours], reading: Reading) -> None:
    weekdays = _weekdays(entry.key, reading)
    if isinstance(entry.value, ScalarNode) and entry.value.is_left_out:
        reading.wrong(
            entry.key.spot, f"'{entry.key.text}' has no hours", "write '9:00-17:00' after it, or closed"
        )
        return
    ranges = DAY_HOURS.read(entry.value, reading)
    for weekday in weekdays:
        if weekday in by_weekday:
            name = weekday.name.lower()
            reading.wrong(entry.key.spot, f"'{name}' is given twice", "name each weekday once")
        by_weekday[weekday] = ranges or ()


def _weekdays(key: ScalarNode, reading: Reading) -> tuple[Weekday, ...]:
    """``mon``, ``mon-thu``, ``fri-mon`` and ``sat,sun``."""
    weekdays: list[Weekday] = []
    for part in key.text.split(","):
        try:
            weekdays += Weekday.run(part)
        except KeyError as error:
            close = nearest(error.args[0], WEEKDAYS, most=1)
            hint = f"did you mean '{close[0]}'?" if close else "write mon, mon-thu or sat,sun"
            reading.wrong(key.spot, f"'{key.text}' is not a weekday", hint)
    return tuple(weekdays)


class HoursOfDay(NamedTuple):
    """The hours of one day."""

    word: str = "hours"

    def read(self, node: Node, reading: Reading) -> DayHours | None:
        """Ranges in order; a night of more than half a day is noted, for ``9:00-5:00`` means that."""
        text = one_text(node, reading, "hours like 09:00-17:00")
        if text is None:
            return None
        if text.text.strip().casefold() in _CLOSED:
            return ()
        try:
            ranges = parse_hours(text.text)
        except HoursError as error:
            say, _, suggestion = str(error).partition("; ")
            reading.wrong(node.spot, say, suggestion or "write hours like 09:00-12:30, 13:30-18:00")
            return None
        for doubt in filter(None, (one.doubt for one in ranges)):
            reading.note(node.spot, f"'{text.text}' {doubt}")
        return ranges

    def editor_schema(self) -> Json:
        """Text."""
        return {"type": "string"}


DAY_HOURS = HoursOfDay()
