"""Set a value of a profile, or take it out: what was typed, which file it belongs into, what became of it."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.calendars import Calendars
from clientbridge.adapters.workspace.profiles.kinds.scales import ON_SCALE, SINCE
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.setting.key_names import FoundKey, find_key
from clientbridge.adapters.workspace.setting.typed_values import TypedValues, typed_example
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.typed_option import read_from
from clientbridge.core.workspace.changes import ProfileChanged
from clientbridge.load.changes import check_writable
from clientbridge.load.workspace.profile_parts import ProfilePart, apply, part_named

if TYPE_CHECKING:
    from clientbridge.adapters.yaml_files.writing import Value
    from clientbridge.load.session import Session


class Act(StrEnum):
    """What to do with a value."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    UNSET = "unset"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedChange:
    """A change as it was typed."""

    key: str
    text: str | None = None
    act: Act = Act.SET
    because: str | None = None
    since: str | None = None


def change_value(session: "Session", name: str, typed: TypedChange) -> ProfileChanged:
    """Change one value of a client (``acme``), a person (``acme/sato``) or you (``me``).

    Raises UsageError for a key or a value that is not understood, WrongFilesError for a profile with other
    problems, UnknownNameError, AmbiguousNameError, FileFailedError.
    """
    check_writable(session)
    part = part_named(session, name)
    found = find_key(part.section, typed.key)
    splice = _splice(session, part, found, typed)
    done = apply(session, part.file, splice, f"{_verb(typed)} {part.typed} {found.name}")
    told = part.told(done, found.path)
    if not isinstance(found.key.kind, Calendars):
        return told
    from clientbridge.load.workspace.calendar_notes import calendar_notes

    notes = calendar_notes(session, done, (*part.at, *found.path), part.typed)
    return replace(told, notes=(*told.notes, *notes))


def _verb(typed: TypedChange) -> str:
    return "client set" if typed.act is Act.SET else f"client set --{typed.act}"


def _splice(session: "Session", part: ProfilePart, found: FoundKey, typed: TypedChange) -> change.Splice:
    path = (*part.at, *found.path)
    if found.key is schema.PEOPLE:
        again = f"cb client person {quoted(part.typed)} add NAME"
        raise UsageError("people are added and removed by their own command", hint=again)
    if typed.act is Act.UNSET:
        if found.key.required:
            raise UsageError(f"{found.name} is needed", hint=f"give it another value: {_call(part, found)}")
        return change.leaving_out(path)
    if not (typed.text or "").strip():
        raise UsageError(f"what is {found.name} to be?", hint=_call(part, found))
    return _with_text(session, part, found, typed)


def _with_text(session: "Session", part: ProfilePart, found: FoundKey, typed: TypedChange) -> change.Splice:
    path, text = (*part.at, *found.path), typed.text or ""
    values = TypedValues(session.workspace.zones, session.today)
    if typed.act is not Act.SET and not found.is_list:
        raise UsageError(f"{found.name} is one value, not a list", hint=_call(part, found))
    if typed.act is Act.ADD:
        return change.adding(path, values.item(found.key, text))
    if typed.act is Act.REMOVE:
        return change.removing(path, _first_word(values, found, text), text)
    value = values.value(found.key, text)
    return change.setting(path, _learned(values, found, value, typed))


def _first_word(values: TypedValues, found: FoundKey, text: str) -> str:
    """What tells an item of the list: the days of ``28 dec to 5 jan``, else the words."""
    try:
        item = values.item(found.key, text)
    except UsageError:
        return text
    while not isinstance(item, str):
        item = next(iter(item.values() if hasattr(item, "values") else item))
    return item


def _learned(values: TypedValues, found: FoundKey, value: "Value", typed: TypedChange) -> "Value":
    """A value on a scale with its reason and its date, where a reason is given."""
    if typed.because is None and typed.since is None:
        return value
    if found.key.kind is not ON_SCALE:
        raise UsageError("--because and --since belong to a value on a scale", hint="such as directness")
    with read_from("--since"):
        since = values.value(SINCE, typed.since or "today")
    because: dict[str, Value] = {"because": typed.because} if typed.because else {}
    return {"value": value, **because, "since": since}


def _call(part: ProfilePart, found: FoundKey) -> str:
    example = quoted(typed_example(found.key))
    return " ".join(("cb client set", quoted(part.typed), quoted(found.name), example))
