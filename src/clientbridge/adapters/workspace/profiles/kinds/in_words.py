"""A value of a profile on one line, in words."""

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.scales import LEARNED_VALUE
from clientbridge.adapters.yaml_files.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode


def in_words(node: Node) -> str:
    """A value on one line, in words."""
    if isinstance(node, ScalarNode):
        return " ".join(node.text.split())
    if isinstance(node, SequenceNode):
        separator = ", " if all(isinstance(item, ScalarNode) for item in node.items) else "; "
        return separator.join(map(in_words, node.items))
    return _fields_in_words(node)


def _fields_in_words(node: MappingNode) -> str:
    first = node.get(schema.OFF_DAYS.name) or node.get(LEARNED_VALUE.name)
    said = _separator(node).join(_entry(entry) for entry in node.entries if entry.value is not first)
    return said if first is None else f"{in_words(first)} ({said})" if said else in_words(first)


def _entry(entry: Entry) -> str:
    if entry.key.text == schema.OFF_NAME.name:
        return in_words(entry.value)
    return f"{entry.key.text.replace('_', ' ')} {in_words(entry.value)}"


def _separator(fields: MappingNode) -> str:
    listed = any(
        isinstance(entry.value, SequenceNode) or "," in in_words(entry.value) for entry in fields.entries
    )
    return "; " if listed else ", "
