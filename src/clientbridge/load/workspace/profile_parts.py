"""The part of a profile that a name on the command line means, changed and told."""

from typing import TYPE_CHECKING

from clientbridge.adapters.workspace.profiles import schema
from clientbridge.adapters.workspace.profiles.kinds.in_words import in_words
from clientbridge.adapters.workspace.setting import profile_change as change
from clientbridge.adapters.workspace.undo_log import FileChange
from clientbridge.adapters.workspace.workspace import MY_ID
from clientbridge.core.errors import UsageError
from clientbridge.core.frozen_dataclass import dataclass
from clientbridge.core.spelling import fold
from clientbridge.core.workspace.changes import ProfileChanged
from clientbridge.load.changes import record_change

if TYPE_CHECKING:
    from clientbridge.adapters.workspace.profiles.reading import Section
    from clientbridge.adapters.yaml_files.edit import Path
    from clientbridge.adapters.yaml_files.nodes import Document
    from clientbridge.load.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePart:
    """What is said of a client, of a person or of you."""

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

    def told(self, done: change.ChangedProfile, key: "Path") -> ProfileChanged:
        """What became of the value of a key; of no key, of all that is said of a person."""
        path = (*self.at, *key)
        name = _in_words(done.after, (*self.at, schema.NAME.name)) or self.name
        return ProfileChanged(
            id=self.file.which,
            person=self.person,
            name=name,
            file=self.file.name,
            key=".".join(map(str, key)) or schema.PEOPLE.name,
            before=_in_words(done.before, path),
            after=_in_words(done.after, path),
            changed=done.is_changed,
            notes=done.notes,
        )


def part_named(session: "Session", name: str) -> ProfilePart:
    """The part that ``acme``, ``acme/sato`` or ``me`` means; raises as `Workspace.party`."""
    workspace = session.workspace
    if fold(name) == MY_ID:
        file = change.profile_file(workspace, MY_ID)
        return ProfilePart(file=file, section=schema.ME, name=MY_ID)
    client_name, slash, _ = name.partition("/")
    client_id = workspace.client_id(client_name)
    file = change.profile_file(workspace, client_id)
    if not slash:
        return ProfilePart(file=file, section=schema.CLIENT, name=client_id)
    client, person = workspace.party(name)
    if person is None:
        raise UsageError(f"'{name}' names nobody", hint=f"write {client.id}/ and a person")
    at = (schema.PEOPLE.name, [one.id for one in client.people].index(person.id))
    return ProfilePart(file=file, section=schema.PERSON, name=person.name, person=person.id, at=at)


def apply(
    session: "Session", file: change.ProfileFile, splice: change.Splice, what: str
) -> change.ChangedProfile:
    """Write what `splice` makes of a file, and remember it for undo as `what`; raises as `change_profile`."""
    done = change.change_profile(session.workspace, file, splice)
    if done.is_changed:
        files = {file.name: FileChange(before=done.content_before, after=done.content_after)}
        record_change(session, what, files=files)
    return done


def _in_words(document: "Document", path: "Path") -> str | None:
    node = change.node_at(document, path)
    return None if node is None else in_words(node)
