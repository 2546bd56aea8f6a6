"""Calendars in a profile: one place, or several with what their entries count as."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clientbridge.adapters.workspace.profiles import parsers as texts
from clientbridge.adapters.workspace.profiles.field_types import Choice, Words, object_schema
from clientbridge.adapters.workspace.profiles.reading import Given, Json, Key, Reading, Section
from clientbridge.adapters.yaml_files.nodes import (
    Document,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    descend,
)
from clientbridge.core.workspace.profiles import CalendarSource, Weight

PLACE = Words("file, folder or https address", "a file, a folder or an https address", texts.calendar_place)
WEIGHT = Choice(
    "busy, likely or ignore",
    {
        "busy": Weight.BUSY,
        "likely": Weight.LIKELY,
        "ignore": Weight.IGNORE,
        "free": Weight.IGNORE,
    },
)
FILE = Key("file", PLACE, "A file, or a folder of them.", "calendars/team")
ADDRESS = Key(
    "address", PLACE, "An address that answers with a whole calendar.", "https://cal.example/lea.ics"
)
CALDAV = Key(
    "caldav",
    Words("https address", "an address like https://cal.example/lea/work/", texts.collection_address),
    "A CalDAV collection, which is asked for the days in question alone.",
    "https://cal.example/lea/work/",
)
BUSY = Key("busy", WEIGHT, "What its firm entries count as.", "likely")
TENTATIVE = Key(
    "tentative", WEIGHT, "What its entries count as that are not firm; else as the profile says.", "ignore"
)
SAVE = Key(
    "save",
    Choice("yes or no", {"yes": True, "true": True, "no": False, "false": False}),
    "Whether appointments of yours are written there when you add `--save`; of one calendar at most.",
    "yes",
)
_PLACES: tuple[Key[str], ...] = (FILE, ADDRESS, CALDAV)
CALENDAR = Section("calendar", (*_PLACES, BUSY, TENTATIVE))
MY_CALENDAR = Section("calendar", (*CALENDAR.keys, SAVE))


class WrittenCalendar(NamedTuple):
    """One calendar as a profile names it."""

    place: str
    is_caldav: bool = False
    busy: Weight | None = None
    tentative: Weight | None = None
    saves: bool = False

    def source(self, tentative: Weight) -> CalendarSource:
        """What it is to a search, where the profile says that of entries that are not firm."""
        return CalendarSource(
            self.place,
            is_caldav=self.is_caldav,
            busy=self.busy or Weight.BUSY,
            tentative=self.tentative or tentative,
            saves=self.saves,
        )


class Calendars(NamedTuple):
    """One calendar, or a list of them; each a text alone, or a mapping."""

    section: Section
    word: str = "file, folder or https address, or a list of calendars"

    def read(self, node: Node, reading: Reading) -> tuple[WrittenCalendar, ...]:
        """Every calendar that can be understood, in order."""
        nodes = node.items if isinstance(node, SequenceNode) else (node,)
        read = [self._one(one, reading) for one in nodes]
        found = tuple(one for one in read if one is not None)
        if sum(one.saves for one in found) > 1:
            say = "two calendars say 'save: yes'"
            reading.wrong(node.spot, say, "appointments are written to one; take it out of the others")
        return found

    def editor_schema(self) -> Json:
        """A text, an object, or an array of these."""
        one: Json = {"anyOf": [PLACE.editor_schema(), object_schema(self.section)]}
        return {"anyOf": [one, {"type": ["array", "null"], "items": one}]}

    def _one(self, node: Node, reading: Reading) -> WrittenCalendar | None:
        if not isinstance(node, MappingNode):
            place = PLACE.read(node, reading)
            return WrittenCalendar(place) if place else None
        given = self.section.open(node, reading)
        return None if given is None else _of_mapping(given, reading)


def _of_mapping(given: Given, reading: Reading) -> WrittenCalendar | None:
    named = [key for key in _PLACES if given.has(key)]
    if len(named) != 1:
        several = " and ".join(f"'{key.name}'" for key in named)
        say = f"a calendar has one place, not {several}" if named else "a calendar needs its place"
        reading.wrong(given.fields.spot, say, "write 'file:', 'address:' or 'caldav:'")
    busy, tentative, saves = given.get(BUSY), given.get(TENTATIVE), _saves(given, reading)
    place = given.get(named[0]) if named else None
    if not place:
        return None
    return WrittenCalendar(place, named[0] is CALDAV, busy, tentative, saves)


def _saves(given: Given, reading: Reading) -> bool:
    saves = given.get(SAVE) is True
    if saves and given.has(ADDRESS):
        say = "nothing can be written to such an address"
        reading.wrong(given.spot(SAVE), say, "save to a file or caldav")
    return saves


Path = tuple[str | int, ...]


def named_places(document: Document) -> Iterator[tuple[Path, ScalarNode]]:
    """Every place of a calendar that a profile names, of its people too, with the way to it."""
    people = descend(document.root, ("people",))
    count = len(people.items) if isinstance(people, SequenceNode) else 0
    for above in ((), *(("people", at) for at in range(count))):
        path: Path = (*above, "calendar")
        found = descend(document.root, path)
        items = range(len(found.items)) if isinstance(found, SequenceNode) else ()
        for one in (path, *((*path, at) for at in items)):
            yield from _places_at(document, one)


def _places_at(document: Document, path: Sequence[str | int]) -> Iterator[tuple[Path, ScalarNode]]:
    for below in ((), *((key.name,) for key in _PLACES)):
        node = descend(document.root, (*path, *below))
        if isinstance(node, ScalarNode) and not node.is_left_out:
            yield (*path, *below), node
