"""What differs from the country on nine scales: a number, perhaps with how and when you learned it."""

from typing import NamedTuple

from clientbridge.adapters.workspace.profiles import parsers as texts
from clientbridge.adapters.workspace.profiles.field_types import Words, object_schema
from clientbridge.adapters.workspace.profiles.reading import Json, Key, Reading, Section
from clientbridge.adapters.yaml_files.nodes import MappingNode, Node
from clientbridge.core.workspace.profiles import Learned

NUMBER = Words("1 to 5", "a number from 1 to 5", texts.scale_value, pattern="^[1-5]$")
LEARNED_VALUE = Key("value", NUMBER, "From 1 to 5.", "2", personal=True, required=True)
BECAUSE = Key(
    "because", Words("text", "a text", texts.text), "What showed it.", "said no outright", personal=True
)
SINCE = Key(
    "since", Words("date", "a date like 2026-11-26", texts.one_date), "When you learned it.", "2026-11-26"
)
LEARNED = Section("value on a scale", (LEARNED_VALUE, BECAUSE, SINCE))


class OnScale(NamedTuple):
    """A number from 1 to 5, alone or with what showed it and since when."""

    word: str = NUMBER.word

    def read(self, node: Node, reading: Reading) -> Learned | None:
        """The value; a mapping has its reason and its date beside it."""
        if not isinstance(node, MappingNode):
            alone = NUMBER.read(node, reading)
            return None if alone is None else Learned(value=alone)
        given = LEARNED.open(node, reading)
        value = None if given is None else given.get(LEARNED_VALUE)
        because, since = (None, None) if given is None else (given.get(BECAUSE), given.get(SINCE))
        return None if value is None else Learned(value=value, because=because, since=since)

    def editor_schema(self) -> Json:
        """A number, or an object."""
        return {"anyOf": [NUMBER.editor_schema(), object_schema(LEARNED)]}


ON_SCALE = OnScale()

SCALES = tuple(
    Key(scale, ON_SCALE, meaning, example, personal=True)
    for scale, meaning, example in (
        ("directness", "How a no is said: 1 outright, 5 to be read.", "2"),
        ("feedback", "How fault is named: 1 frankly, 5 softly and in private.", "4"),
        ("hierarchy", "What rank means: 1 little, 5 a lot.", "3"),
        ("decision_group", "Who decides: 1 one person, 5 the whole group.", "4"),
        ("decision_pace", "How long a decision takes: 1 days, 5 many rounds.", "4"),
        ("relationship", "What trust rests on: 1 the work, 5 the tie between people.", "5"),
        ("schedule", "How time is kept: 1 to the minute, 5 as it comes.", "2"),
        ("formality", "How people address each other: 1 first names, 5 titles.", "3"),
        ("expressiveness", "How much feeling is shown: 1 little, 5 a lot.", "4"),
    )
)
CULTURE = Section("culture", SCALES)
