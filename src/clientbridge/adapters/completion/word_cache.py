"""Lists of words with what each means, one a line, in your cache folder.

`json_cache` would do it as well, but reading JSON loads regular expressions, which alone takes as long as all
the rest of an answer to the Tab key. A damaged file is one that does not fit, and is written anew.
"""

import os

Word = tuple[str, str]
"""A word and what it means, which may be empty."""

_FIRST_LINE = "cb words 1"
_LAST_LINE = "end"


def stamp_of_files(paths: list[str]) -> str:
    """Another whenever one of the files changes, comes or goes."""
    return _digest([number for path in paths for number in (_number(path), *_status(path))])


def _status(path: str) -> tuple[int, ...]:
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _digest(numbers: list[int]) -> str:
    """A short text for the numbers: of numbers, unlike of texts, Python's hash is always the same.

    Loading a library for it would take a tenth of the whole answer.
    """
    return f"{hash(tuple(numbers)) & 0xFFFF_FFFF_FFFF_FFFF:016x}"


def _number(text: str) -> int:
    return int.from_bytes(text.encode("utf-8", "surrogateescape"), "big")


def files_in(folder: str, suffix: str) -> list[str]:
    """The files of a folder with that ending, sorted; none where there is no such folder."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(os.path.join(folder, name) for name in names if name.endswith(suffix))


def read_words(cache: str | None, name: str, stamp: str) -> list[Word] | None:
    """The words kept under a name; None where there are none of that stamp."""
    if cache is None:
        return None
    try:
        with open(_path(cache, name), encoding="utf-8", newline="\n") as file:
            lines = file.read().split("\n")
    except (OSError, ValueError):
        return None
    if lines[:2] != [_FIRST_LINE, f"{name}\t{stamp}"] or lines[-1] != _LAST_LINE:
        return None
    return [(word, meaning) for word, _, meaning in (line.partition("\t") for line in lines[2:-1])]


def write_words(cache: str | None, name: str, stamp: str, words: list[Word]) -> None:
    """Keep words for the next time; where that cannot be done, the next time is as slow as this one."""
    if cache is None:
        return
    path = _path(cache, name)
    unfinished = f"{path}.{os.getpid()}"
    lines = [_FIRST_LINE, f"{name}\t{stamp}", *(f"{word}\t{meaning}" for word, meaning in words), _LAST_LINE]
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(unfinished, flags, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines))
        os.replace(unfinished, path)
    except (OSError, ValueError):
        return


def _path(cache: str, name: str) -> str:
    return os.path.join(cache, "tab", f"{_digest([_number(name)])}.txt")
