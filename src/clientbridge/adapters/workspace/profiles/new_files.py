"""Write new `me.yaml` and client files: given values, and every other key as an explained comment.

The comments come from the table of keys, so a new file never explains a key that is not there any more.
"""

from collections.abc import Mapping

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.reading import Key, Section
from clientbridge.adapters.yaml_files.writing import Value, on_lines

_WIDTH = 34
"""Columns after which a comment starts, where the value leaves room."""

_LONGEST = 104

Known = Mapping[str, Value]


def new_me(known: Known) -> str:
    """The text of ``me.yaml``."""
    head = ["# You. Take the '# ' away in front of a line to use it; `cb data check` says what is wrong."]
    return _file("me", head, schema.ME, known)


def new_client(known: Known) -> str:
    """The text of a client's file; its name is the id of the client."""
    head = [
        "# One client. Take the '# ' away in front of a line to use it; `cb data check` says what is wrong."
    ]
    return _file("client", head, schema.CLIENT, known)


def _file(which: str, head: list[str], section: Section, known: Known) -> str:
    up = "" if which == "me" else "../"
    first = f"# yaml-language-server: $schema={up}.schema/{which}.json"
    given = [line for key in section.keys if key.name in known for line in _given(key, known[key.name])]
    left = [line for key in section.keys if key.name not in known for line in _left_out(key)]
    return "\n".join([first, *head, "", *given, "", *left]) + "\n"


def _given(key: Key[object], value: Value) -> list[str]:
    first, *rest = on_lines(key.name, value, indent=0)
    if not key.required and len(first) < _WIDTH:  # beside a long value there is no room to explain it
        first = _beside(first, key.meaning)
    return [first, *rest]


def _left_out(key: Key[object]) -> list[str]:
    if key.name == schema.PEOPLE.name:
        return [_beside("# people:", key.meaning), *_person()]
    line = f"# {key.name}: {key.example}"
    beside = _beside(line, key.meaning)
    return [beside] if len(line) < _WIDTH and len(beside) <= _LONGEST else [f"## {key.meaning}", line]


def _beside(line: str, meaning: str) -> str:
    return f"{line:<{_WIDTH}}# {meaning}"


def _person() -> list[str]:
    """One person as an example, with the keys most often needed."""
    shown = (
        *(schema.PERSON_ID, schema.PERSON_NAME, schema.CALL, schema.SAY, schema.ROLE, schema.LEVEL_KEY),
        *(schema.DECIDES, schema.TIMEZONE, schema.BIRTHDAY, schema.PERSON_EMAIL),
    )
    lines = []
    for key in shown:
        start = "#   - " if key is schema.PERSON_ID else "#     "
        lines.append(_beside(f"{start}{key.name}: {key.example}", key.meaning))
    return lines
