"""Set a value of a profile, or take it out: what was typed, which file it belongs into, what became of it."""

from enum import StrEnum
from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.in_words import in_words
from clientbridge.adapters.workspace.profiles.kinds.scales import ON_SCALE, SINCE
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.setting.key_names import FoundKey, find_key
from clientbridge.adapters.workspace.setting.typed_values import TypedValues, typed_example
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.adapters.workspace.workspace import MY_ID
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.changes import ProfileChanged
from clientbridge.load.changes import check_writable, record_change

if TYPE_CHECKING:
    from clientbridge.adapters.workspace.profiles.reading import Section
    from clientbridge.adapters.yaml_files.edit import Path
    from clientbridge.adapters.yaml_files.nodes import Document
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePart:
    """Whose value it is: a client's, a person's or yours."""

    file: change.ProfileFile
    section: "Section"
    name: str
    person: str | None = None
    at: "Path" = ()
    """Where the keys of the section stand in the file."""

    @property
    def typed(self) -> str:
        """As it is named on the command line."""
        return self.file.which if self.person is None else f"{self.file.which}/{self.person}"


def change_value(session: "Session", name: str, typed: TypedChange) -> ProfileChanged:
    """Change one value of a client (``acme``), a person (``acme/sato``) or you (``me``).

    Raises UsageError for a key or a value that is not understood, WrongFilesError for a profile with other
    problems, UnknownNameError, AmbiguousNameError, FileFailedError.
    """
    check_writable(session)
    subject = subject_of(session, name)
    found = find_key(subject.section, typed.key)
    splice = _splice(session, subject, found, typed)
    return changed(session, subject, found.path, splice, f"{_verb(typed)} {subject.typed} {found.name}")


def _verb(typed: TypedChange) -> str:
    return "client set" if typed.act is Act.SET else f"client set --{typed.act}"


def subject_of(session: "Session", name: str) -> ProfilePart:
    """Whom a name on the command line means."""
    workspace = session.workspace
    if fold(name) == MY_ID:
        return ProfilePart(
            file=change.profile_file(workspace, MY_ID), section=schema.ME, name=workspace.me.name
        )
    client_name, slash, _ = name.partition("/")
    client_id = workspace.client_id(client_name)
    file = change.profile_file(workspace, client_id)
    if not slash:
        return ProfilePart(file=file, section=schema.CLIENT, name=client_id)
    client, person = workspace.party(name)
    if person is None:
        raise UsageError(f"'{name}' names nobody", hint=f"write {client.id}/ and a person")
    index = [one.id for one in client.people].index(person.id)
    return ProfilePart(
        file=file, section=schema.PERSON, name=person.name, person=person.id, at=(schema.PEOPLE.name, index)
    )


def _splice(session: "Session", subject: ProfilePart, found: FoundKey, typed: TypedChange) -> change.Splice:
    path = (*subject.at, *found.path)
    if found.key is schema.PEOPLE:
        again = f"cb client person {quoted(subject.typed)} add NAME"
        raise UsageError("people are added and removed by their own command", hint=again)
    if typed.act is Act.UNSET:
        if found.key.required:
            raise UsageError(
                f"{found.name} is needed", hint=f"give it another value: {_call(subject, found)}"
            )
        return change.leaving_out(path)
    if not (typed.text or "").strip():
        raise UsageError(f"what is {found.name} to be?", hint=_call(subject, found))
    return _with_text(session, subject, found, typed)


def _with_text(
    session: "Session", subject: ProfilePart, found: FoundKey, typed: TypedChange
) -> change.Splice:
    path, text = (*subject.at, *found.path), typed.text or ""
    values = TypedValues(session.workspace.zones, session.today)
    if typed.act is not Act.SET and not found.is_list:
        raise UsageError(f"{found.name} is one value, not a list", hint=_call(subject, found))
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
    since = values.value(SINCE, typed.since or "today")
    because: dict[str, Value] = {"because": typed.because} if typed.because else {}
    return {"value": value, **because, "since": since}


def _call(subject: ProfilePart, found: FoundKey) -> str:
    example = quoted(typed_example(found.key))
    return " ".join(("cb client set", quoted(subject.typed), quoted(found.name), example))


def changed(
    session: "Session", subject: ProfilePart, path: "Path", splice: change.Splice, what: str
) -> ProfileChanged:
    """Write what `splice` makes of the file, and remember it for undo; `path` is told before and after."""
    done = change.change_profile(session.workspace, subject.file, splice)
    if done.is_changed:
        files = {subject.file.name: FileChange(before=done.content_before, after=done.content_after)}
        record_change(session, what, files=files)
    return ProfileChanged(
        id=subject.file.which,
        person=subject.person,
        name=_name(subject, done.after),
        file=subject.file.name,
        key=".".join(map(str, path)),
        before=_in_words(done.before, (*subject.at, *path)),
        after=_in_words(done.after, (*subject.at, *path)),
        changed=done.is_changed,
        notes=done.notes,
    )


def _name(subject: ProfilePart, document: "Document") -> str:
    """The name as it stands in the file."""
    return _in_words(document, (*subject.at, schema.NAME.name)) or subject.name


def _in_words(document: "Document", path: "Path") -> str | None:
    node = change.node_at(document, path)
    return None if node is None else in_words(node)
