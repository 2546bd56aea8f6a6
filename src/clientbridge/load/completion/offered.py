"""The words that fit at a place of the command line. Nothing heavy is loaded where they are known already.

Clients are the names of files; all else is computed once (`load/completion/computed.py`) and kept until one
of the files it follows from changes.
"""

import os

from clientbridge import __version__
from clientbridge.adapters import shipped_folder
from clientbridge.adapters.completion.word_cache import (
    files_in,
    read_words,
    stamp_of_files,
    write_words,
)
from clientbridge.adapters.workspace.workspace_place import (
    CLIENT_SUFFIX,
    CLIENTS_FOLDER,
    JOURNAL_SUFFIX,
    JOURNALS_FOLDER,
    client_ids_in,
    looks_archived,
    workspace_place,
)

Word = tuple[str, str]
"""A word and what it means, which may be empty."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_OF_JOURNALS = ("promises", "entries")
_MOST_LOOKED_INTO = 200
"""Files of clients that are read while someone waits for the Tab key."""
_COUNTRIES = "country_names.tsv"


class WordSource:
    """Where the words are: a plain class, because a dataclass takes 10 ms to load."""

    def __init__(
        self,
        *,
        home: str | None,
        demo: bool,
        current: str,
        data: str | None,
        cache: str | None,
        compute: "Callable[[str, str], list[Word]]",
    ) -> None:
        self.cache = cache
        self.compute = compute
        self.workspace = (
            os.path.join(shipped_folder(), "demo")
            if demo
            else workspace_place(home=home, folder=current, data_folder=data)
        )


def words_of(kind: str, prefix: str, about: str, source: WordSource) -> list[Word]:
    """The words of a kind that go on from what was typed; `about` is the client or country they belong to."""
    match kind:
        case "parties":
            found = _with_parts(_clients(source), prefix, "/", lambda client: _people_of(client, source))
        case "places":
            found = _with_parts(_countries(), prefix, "-", lambda code: _kept("regions", code, source))
        case "clients":
            found = fitting(_clients(source), prefix)
        case "countries":
            found = fitting(_countries(), prefix)
        case "people" | "regions" if not about:
            found = []
        case _:
            found = fitting(_kept(kind, about, source), prefix)
    return found


def fitting(words: list[Word], prefix: str) -> list[Word]:
    """The words that begin so in any case; where none does, those whose meaning does."""
    wanted = prefix.casefold()
    by_word = [one for one in words if one[0].casefold().startswith(wanted)]
    return by_word or [one for one in words if one[1].casefold().startswith(wanted)]


def _with_parts(
    words: list[Word], prefix: str, sign: str, parts: "Callable[[str], list[Word]]"
) -> list[Word]:
    """The words that fit, and the parts of the only one; behind the sign only parts: ``acme/s``, ``DE-B``."""
    whole, behind, _ = prefix.partition(sign)
    found = fitting(words, whole)
    if behind:
        return [
            part
            for word in found
            if word[0].casefold() == whole.casefold()
            for part in fitting(parts(word[0]), prefix)
        ]
    return [*found, *parts(found[0][0])] if len(found) == 1 else found


def _clients(source: WordSource) -> list[Word]:
    if source.workspace is None:
        return []
    try:
        ids = client_ids_in(source.workspace)
        if len(ids) <= _MOST_LOOKED_INTO:
            ids = [client for client in ids if not looks_archived(source.workspace, client)]
        return [(client, "") for client in ids]
    except OSError:
        return []


def _people_of(client: str, source: WordSource) -> list[Word]:
    return [(f"{client}/{person}", name) for person, name in _kept("people", client, source)]


def _countries() -> list[Word]:
    return [(code, names[0]) for code, *names in (line.split("\t") for line in shipped_lines(_COUNTRIES))]


def shipped_lines(name: str) -> list[str]:
    """The lines of a table of ours that is no YAML, without remarks; raises OSError."""
    with open(os.path.join(shipped_folder(), name), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if not line.startswith("#")]


def _kept(kind: str, about: str, source: WordSource) -> list[Word]:
    """What was computed before, as long as the files behind it are the same."""
    name, files = f"{kind} {about}", []
    if kind == "people" or kind in _OF_JOURNALS:
        if source.workspace is None:
            return []
        name = f"{name} {source.workspace}"
        files = _files_behind(kind, about, source.workspace)
    stamp = f"{__version__} {stamp_of_files(files)}"
    kept = read_words(source.cache, name, stamp)
    if kept is not None:
        return kept
    words = [
        (word, printable(meaning)) for word, meaning in source.compute(kind, about) if word.isprintable()
    ]
    write_words(source.cache, name, stamp, words)
    return words


def _files_behind(kind: str, about: str, workspace: str) -> list[str]:
    if kind == "people":
        return [os.path.join(workspace, CLIENTS_FOLDER, f"{about}{CLIENT_SUFFIX}")]
    return files_in(os.path.join(workspace, JOURNALS_FOLDER), JOURNAL_SUFFIX)


def printable(text: str) -> str:
    """The text without anything that could move a cursor or reorder a line."""
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
