"""A command of the user's own configuration: its words, and the program that is meant by the first.

Never one of the folder that the user stands in: that may hold what others have put there.
"""

import os
from pathlib import Path


def command_words(command: str, *, on_windows: bool = os.name == "nt") -> list[str]:
    """The words of a command, which no shell reads; on Windows a backslash belongs to a path.

    Raises ValueError for a quote that does not end.
    """
    import shlex

    reader = shlex.shlex(command, posix=True, punctuation_chars=False)
    reader.whitespace_split, reader.commenters = True, ""
    if on_windows:
        reader.escape = ""
    return list(reader)


def program_of(word: str, home: Path, *, path: str | None = None) -> Path | None:
    """The whole path of the program that a word means; None where there is none.

    A path is read from `home`, a bare word is looked up in `path`, or in the one of the environment. Raises
    PermissionError where it is found in the folder that the user stands in, or from there.
    """
    import shutil

    if os.path.dirname(word):  # noqa: PTH120 - what is written, not a place
        return home / word
    found = shutil.which(word, path=path)
    if found is not None and not os.path.isabs(found):  # noqa: PTH117 - likewise
        raise PermissionError(found)
    return None if found is None else Path(found)
