"""What to know after calendars were set by typing: a place that is not there, what was said and is gone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clientbridge.adapters.meeting.calendar_files import missing_calendar
from clientbridge.adapters.workspace.profiles.kinds.calendars import BUSY, SAVE, TENTATIVE, named_places
from clientbridge.adapters.workspace.setting.profile_change import ChangedProfile, node_at
from clientbridge.adapters.yaml_files.nodes import Document, MappingNode, ScalarNode, SequenceNode, descend
from clientbridge.core.command_line import quoted

if TYPE_CHECKING:
    from clientbridge.adapters.yaml_files.edit import Path
    from clientbridge.load.session import Session

_SAID = (BUSY.name, TENTATIVE.name, SAVE.name)


def calendar_notes(session: "Session", done: ChangedProfile, path: "Path", name: str) -> tuple[str, ...]:
    """Notes on the calendars at that place of a profile, which belongs to whom `name` means."""
    return (*_missing(session, done.after, path), *_lost(done, path, name))


def _missing(session: "Session", document: Document, path: "Path") -> Iterator[str]:
    """One to save to is made when something is saved."""
    for at, place in _places(document, path):
        above = descend(document.root, at[:-1])
        is_made = isinstance(above, MappingNode) and above.get(SAVE.name) is not None
        missing = None if is_made else missing_calendar(place.text, session.workspace.folder)
        if missing is not None:
            yield f"there is no {missing} in your files yet; until there is, no time can be searched"


def _lost(done: ChangedProfile, path: "Path", name: str) -> Iterator[str]:
    after = _said(done.after, path)
    lost = [said for said in _said(done.before, path) if said not in after]
    places = [place.text for _, place in _places(done.after, path)]
    if lost and places:
        typed = ", ".join((places[0], *lost))
        again = f"cb client set {quoted(name)} calendar {quoted(typed)}"
        yield f"{' and '.join(lost)} went with what stood there; to say it again: {again}"


def _places(document: Document, path: "Path") -> list[tuple[tuple[str | int, ...], ScalarNode]]:
    return [one for one in named_places(document) if one[0][: len(path)] == tuple(path)]


def _said(document: Document, path: "Path") -> list[str]:
    """What is said of calendars besides their places: ``save: yes``."""
    node = node_at(document, path)
    items = node.items if isinstance(node, SequenceNode) else (node,)
    found = ((key, item.get(key)) for item in items if isinstance(item, MappingNode) for key in _SAID)
    return [f"{key}: {value.text}" for key, value in found if isinstance(value, ScalarNode)]
