"""What a shell hears when the Tab key is pressed: ``cb --tab SHELL …``, as ``data/completion`` asks.

A key must answer at once, so neither Typer nor anything else is loaded that the words do not need: strings
and `os`, and no regular expressions, dataclasses or paths (docs/decisions.md). bash hands over its line and
its breaks of words; the other shells the words before the cursor, the last being the one that is typed.

The answer is one line that says what follows (``words``, or ``files`` or ``folders`` that the shell knows
better), then a word a line, with its meaning behind a tab for shells that can show it.
"""

import os
import sys

from clientbridge.cli.completion.shell_words import BashLine
from clientbridge.cli.completion.typed_line import CommandTable, TypedLine
from clientbridge.cli.own_folders import own_folder
from clientbridge.load.completion.offered import Word, WordSource, fitting, printable, shipped_lines, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_EMPTY = "\u2400"
"""How PowerShell writes an argument without a sign, which older ones lose."""
_FOR_SHELLS = ("files", "folders")
_TABLE = "completion/words.tsv"


def answer_tab(asked: "Sequence[str]") -> None:
    """Answer the shell of this process; a key never complains."""
    folder = os.environ.get("PWD", os.sep)
    try:
        folder = os.getcwd()
        text = answer(asked, os.environ, folder)
    except (OSError, ValueError):
        return
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except OSError:  # the shell has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def answer(asked: "Sequence[str]", environment: "Mapping[str, str]", folder: str) -> str:
    """The whole answer to a shell: its name first, then what it hands over. Raises OSError, ValueError."""
    shell, *words = asked
    if shell == "bash":
        line, breaks = words
        typed = BashLine(line, breaks)
        kind, found = _offered(typed.words[1:], typed.current, environment, folder)
        return "\n".join([kind, *(typed.written(word) for word, _ in found), ""])
    if shell == "powershell":
        words = ["" if word == _EMPTY else word for word in words]
    *before, current = words
    kind, found = _offered(before, current, environment, folder)
    return "\n".join([kind, *(f"{word}\t{printable(meaning)}" for word, meaning in found), ""])


def _offered(
    words: "Sequence[str]", current: str, environment: "Mapping[str, str]", folder: str
) -> "tuple[str, list[Word]]":
    """What kind of thing fits, and the words that do, whole and safe to type."""
    line = TypedLine(words, current, _table())
    if line.wants_option:
        return "words", fitting(line.options(), line.current)
    kinds = line.kind.split(",")
    if kinds[0] in _FOR_SHELLS:
        return kinds[0], []
    found = fitting(line.commands(), line.current) if line.commands() else []
    for kind in filter(None, kinds):
        found += _words(kind, line, environment, folder)
    return "words", [
        (line.glued + word, meaning)
        for word, meaning in found
        if word.isprintable() and not word.startswith("-")
    ]


def _words(kind: str, line: TypedLine, environment: "Mapping[str, str]", folder: str) -> "list[Word]":
    if kind.startswith("="):
        return fitting([(word, "") for word in kind[1:].split("|")], line.current)
    if kind == "commands":
        return fitting(line.table.below(" ".join(line.arguments)), line.current)
    source = _source(line, environment, folder)
    about = _client(line, source) if kind == "people" else line.given.get("--country", "")
    return words_of(kind, line.current, about, source)


def _client(line: TypedLine, source: WordSource) -> str:
    """The client that the line is about: the only one that fits its first argument."""
    typed = line.arguments[0].partition("/")[0] if line.arguments else ""
    found = [word for word, _ in words_of("clients", typed, "", source)]
    return typed if typed in found else found[0] if typed and len(found) == 1 else ""


def _source(line: TypedLine, environment: "Mapping[str, str]", folder: str) -> WordSource:
    typed = _expanded(line.given.get("--home", ""), environment) or None

    def compute(kind: str, about: str) -> "list[Word]":
        from dataclasses import replace
        from pathlib import Path

        from clientbridge.cli.context import Context
        from clientbridge.cli.options import GlobalOptions
        from clientbridge.cli.surroundings import Surroundings
        from clientbridge.load.completion.computed import computed_words

        flags = frozenset({"--demo"} if "--demo" in line.given else ())
        options = GlobalOptions(flags=flags, home=typed)
        around = replace(Surroundings.of_this_process(), environment=environment, folder=Path(folder))
        context = Context(surroundings=around, options=options)
        return computed_words(kind, about, context.session)

    return WordSource(
        home=typed or environment.get("CB_HOME"),
        demo="--demo" in line.given,
        current=folder,
        data=own_folder(environment, "XDG_DATA_HOME"),
        cache=own_folder(environment, "XDG_CACHE_HOME"),
        compute=compute,
    )


def _expanded(typed: str, environment: "Mapping[str, str]") -> str:
    """A folder as the shell will hand it over, where it begins with a variable: ``$HOME/clients``."""
    if not typed.startswith("$"):
        return typed
    name, slash, rest = typed[1:].partition("/")
    return environment.get(name.strip("{}"), "") + slash + rest


def _table() -> CommandTable:
    return CommandTable(shipped_lines(_TABLE))
