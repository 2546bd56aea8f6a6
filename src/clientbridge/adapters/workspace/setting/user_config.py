"""``config.yaml`` in the user's own configuration folder: which keys there are, read and written.

The keys of other commands may stand in the same file; they are known here and read elsewhere.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from clientbridge.adapters.culture.language_tags import language_tag
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.safe_write import make_folder, write_whole
from clientbridge.adapters.time.zone_database import open_zone_database
from clientbridge.adapters.workspace.profiles.field_types import Words
from clientbridge.adapters.workspace.profiles.parsers import span_of_time
from clientbridge.adapters.workspace.profiles.reading import Given, Json, Key, Reading, Section
from clientbridge.adapters.workspace.setting.credentials import Credentials, FoundLogin
from clientbridge.adapters.yaml_files.edit import remove, set_value
from clientbridge.adapters.yaml_files.nodes import MappingNode, Node
from clientbridge.adapters.yaml_files.reader import MOST_BYTES, parse
from clientbridge.adapters.yaml_files.writing import scalar
from clientbridge.core.command_line import quoted
from clientbridge.core.errors import ClientbridgeError, FileMissingError, UsageError, WrongFilesError
from clientbridge.core.spelling import nearest
from clientbridge.core.time.durations import parse_minutes
from clientbridge.core.time.hours import parse_hours


class ReadElsewhere(NamedTuple):
    """The value of a key that another command reads: it may say anything here."""

    word: str = "anything"

    def read(self, _node: Node, _reading: Reading) -> None:
        """Nothing."""
        return

    def editor_schema(self) -> Json:
        """Whatever stands there."""
        return {}


def _length(written: str) -> str:
    if parse_minutes(written) < 1:
        raise ValueError(f"'{written}' is no time at all; write it like 45m")
    return written.strip()


def _hours(written: str) -> str:
    parse_hours(written)
    return written.strip()


DURATION = Key("duration", Words("length", "a length like 45m", _length), "How long a meeting is.", "45m")
NOTICE = Key(
    "notice", Words("length", "a length like 4h", span_of_time), "Nothing is offered sooner than this.", "4h"
)
LANGUAGE = Key(
    "language",
    Words("language", "a language like en or pt-BR", language_tag),
    "In which language text to paste is written.",
    "pt-BR",
)
STRETCH = Key(
    "stretch",
    Words("hours", "hours like 07:00-21:30", _hours),
    "Hours you accept for a client, where me.yaml says none.",
    "07:00-21:30",
)
DEFAULTS: tuple[Key[str], ...] = (DURATION, NOTICE, LANGUAGE, STRETCH)
"""What `cb config` shows and sets."""
CREDENTIALS = Key(
    "credentials",
    Credentials(),
    "Who logs in where.",
    '{"https://cal.example/": {user: lea, password_command: pass show cal}}',
)
IDENTITY: Key[None] = Key(
    "identity", ReadElsewhere(), "The file of your key for encrypted files.", "~/.age/key.txt"
)
CONFIG = Section("config", (*DEFAULTS, CREDENTIALS, IDENTITY))


class SetDefault(NamedTuple):
    """What a line of the file sets."""

    value: str
    line: int


def read_config(path: Path) -> Mapping[str, SetDefault]:
    """What is set, by key; nothing where there is no file.

    Raises WrongFilesError with every problem of the file, FileFailedError where it cannot be read.
    """
    return _read(_content(path), path)


def read_logins(path: Path) -> tuple[FoundLogin, ...]:
    """Who logs in where; raises as `read_config`.

    `check_private` says whether they may be used.
    """
    given = _given(_content(path), path)
    return () if given is None else given.get(CREDENTIALS) or ()


def set_default(path: Path, name: str, value: str) -> None:
    """Set one default; all else in the file stays byte for byte. Raises as `read_config`, and UsageError."""
    key = _known(name)
    written = _understood(key, value)
    content = _content(path)
    _read(content, path)
    if _says_nothing(content):
        before = content if content.endswith(b"\n") or not content else content + b"\n"
        content = before + f"{key.name}: {scalar(written)}\n".encode()
    else:
        content = set_value(parse(content, file=str(path)), (key.name,), written)
    make_folder(path.parent, file=str(path.parent))
    write_whole(path, content, file=str(path))


def unset_default(path: Path, name: str) -> None:
    """Take one default out; raises as `set_default`."""
    key = _known(name)
    content = _content(path)
    if key.name in _read(content, path):
        write_whole(path, _without(content, key.name, path), file=str(path))


def _without(content: bytes, name: str, path: Path) -> bytes:
    """The file without a key; of one that says nothing else the comments are left."""
    document = parse(content, file=str(path))
    if isinstance(document.root, MappingNode) and len(document.root.entries) > 1:
        return remove(document, (name,))
    return b"".join(line for line in content.splitlines(keepends=True) if _says_nothing(line))


def _content(path: Path) -> bytes:
    try:
        return read_regular_file(path, most_bytes=MOST_BYTES, file=str(path))
    except FileMissingError:
        return b""


def _says_nothing(content: bytes) -> bool:
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in content.splitlines())


def _read(content: bytes, path: Path) -> Mapping[str, SetDefault]:
    given = _given(content, path)
    if given is None:
        return {}
    values = ((key, given.get(key)) for key in DEFAULTS)
    return {key.name: SetDefault(value, given.spot(key).line) for key, value in values if value is not None}


def _given(content: bytes, path: Path) -> Given | None:
    """What the file gives, all of it right; None where it says nothing."""
    if _says_nothing(content):
        return None
    reading = Reading(document=parse(content, file=str(path)), zones=open_zone_database())
    root = reading.document.root
    given = None if root is None else CONFIG.open(root, reading)
    if given is not None:
        for key in CONFIG.keys:
            given.get(key)
    if reading.problems:
        raise WrongFilesError(reading.problems, hint="correct them, then: cb config")
    return given


def _known(name: str) -> Key[str]:
    names = {key.name: key for key in DEFAULTS}
    if name.casefold() not in names:
        close = nearest(name.casefold(), names, most=1)
        meant = f"did you mean {close[0]}? " if close else ""
        raise UsageError(f"there is no default '{name}'", hint=f"{meant}there are: {', '.join(names)}")
    return names[name.casefold()]


def _understood(key: Key[str], value: str) -> str:
    parse_value = key.kind.parse if isinstance(key.kind, Words) else str
    try:
        return str(parse_value(value))
    except ClientbridgeError as error:
        raise UsageError(f"{key.name}: {error.say}", hint=error.hint) from error
    except ValueError as error:
        say, _, _ = str(error).partition("; ")
        raise UsageError(
            f"{key.name}: {say}",
            hint=f"write it like: cb config set {quoted(key.name)} {quoted(key.example)}",
        ) from error
