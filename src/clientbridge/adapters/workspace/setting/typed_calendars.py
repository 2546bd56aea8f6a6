"""What typed words say of calendars: places, each with what is said of it.

``calendars/lea.ics, save: yes; https://cal.example/team.ics, busy: likely``, or as it stands in a profile.
"""

import re

from clientbridge.adapters.web.web_address import is_address
from clientbridge.adapters.workspace.profiles.kinds import calendars as kinds
from clientbridge.adapters.yaml_files.edit import plain
from clientbridge.adapters.yaml_files.nodes import descend
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value
from clientbridge.core.errors import UsageError

_PLACES = (kinds.FILE.name, kinds.ADDRESS.name, kinds.CALDAV.name)
_SAID = (kinds.BUSY.name, kinds.TENTATIVE.name, kinds.SAVE.name)
_AFTER = re.compile(rf"(?:\s*,\s*|\s+)({'|'.join(_SAID)})\s*:\s*([\w-]+)\s*$", re.IGNORECASE)
_KIND = re.compile(rf"({'|'.join(_PLACES)})\s*:\s+", re.IGNORECASE)
_BETWEEN = re.compile(r";(?:\s+|$)")
EXAMPLE = "calendars/lea.ics, save: yes"


def typed_calendars(text: str) -> Value:
    """One calendar or several; raises UsageError for brackets that hold something else."""
    text = text.strip()
    if text.startswith(("[", "{")):
        return _in_brackets(text)
    found = [typed_calendar(part) for part in _BETWEEN.split(text) if part.strip()]
    return found[0] if len(found) == 1 else found


def typed_calendar(text: str) -> Value:
    """One calendar: its place alone, unless more is said of it."""
    if text.strip().startswith(("[", "{")):
        return _in_brackets(text.strip())
    rest, said = text.strip(), dict[str, str]()
    while (after := _AFTER.search(rest)) is not None:
        said = {after[1].casefold(): after[2], **said}
        rest = rest[: after.start()].strip()
    kind = _KIND.match(rest)
    place = rest[kind.end() :].strip() if kind else rest
    if not said and (kind is None or kind[1].casefold() != kinds.CALDAV.name):
        return place
    named = kind[1].casefold() if kind else kinds.ADDRESS.name if is_address(place) else kinds.FILE.name
    return {named: place, **said}


def _in_brackets(text: str) -> Value:
    document = parse(f"calendar: {text}\n".encode(), file="typed")
    node = descend(document.root, ("calendar",))
    if document.problems or node is None:
        raise UsageError(f"'{text}' cannot be understood", hint=f"write it like {EXAMPLE}")
    return plain(node)
