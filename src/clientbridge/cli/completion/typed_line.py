"""Which place of the command line is asked about: a command, an option, its value, or which argument.

The words that `cb` knows stand in a table that is made from the program (``make docs``).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FLAG = "-"
"""The kind of an option without a value."""
_EVERY = ""
"""The command whose options all commands have."""


class CommandTable:
    """Commands, options and arguments as the table has them: its lines are command, word, kind, meaning.

    A command itself has no word, an argument its number, with a plus where it may be repeated.
    """

    def __init__(self, lines: "Iterable[str]") -> None:
        self.commands: dict[str, str] = {}
        self.options: dict[str, dict[str, tuple[str, str]]] = {}
        self.arguments: dict[str, list[str]] = {}
        self.repeated: set[str] = set()
        for line in lines:
            command, word, kind, meaning = line.rstrip("\n").split("\t")
            if not word:
                self.commands[command] = meaning
            elif word.startswith("-"):
                self.options.setdefault(command, {})[word] = (kind, meaning)
            else:
                self.arguments.setdefault(command, []).append(kind)
                if word.endswith("+"):
                    self.repeated.add(command)

    def below(self, command: str) -> list[tuple[str, str]]:
        """The commands that may follow, each with its meaning."""
        start = f"{command} " if command else ""
        return [
            (name.removeprefix(start), meaning)
            for name, meaning in self.commands.items()
            if name and name.startswith(start) and " " not in name.removeprefix(start)
        ]

    def kind_of_option(self, command: str, option: str) -> str:
        """What its value is, `FLAG` for none; an option that nobody knows has none."""
        known = self.options.get(command, {}).get(option) or self.options.get(_EVERY, {}).get(option)
        return known[0] if known else FLAG

    def kind_of_argument(self, command: str, number: int) -> str:
        """What the argument of that number is, from 0; empty where the command takes no more."""
        kinds = self.arguments.get(command, [])
        if number < len(kinds):
            return kinds[number]
        return kinds[-1] if kinds and command in self.repeated else ""


class TypedLine:
    """The words before the one that is asked about, understood."""

    def __init__(self, words: "Sequence[str]", current: str, table: CommandTable) -> None:
        self.table = table
        self.command = ""
        self.arguments: list[str] = []
        self.given: dict[str, str] = {}
        """Each option with its value, empty for none."""
        self.waiting = ""
        """The option whose value comes next."""
        self.only_arguments = False
        for word in words:
            self._take(word)
        option, equals, value = current.partition("=")
        self.glued = ""
        """What stands before the value in the same word: ``--home=``."""
        if equals and not self.only_arguments and not self.waiting and option.startswith("--"):
            self.waiting, self.glued, current = option, f"{option}=", value
        self.current = current

    def _take(self, word: str) -> None:
        if self.waiting:
            self.given[self.waiting] = word
            self.waiting = ""
        elif self.only_arguments or not word.startswith("-") or word == FLAG:
            self._take_argument(word)
        elif word == "--":
            self.only_arguments = True
        else:
            option, equals, value = word.partition("=")
            self.given[option] = value
            if not equals and self.table.kind_of_option(self.command, option) != FLAG:
                self.waiting = option

    def _take_argument(self, word: str) -> None:
        below = f"{self.command} {word}".strip()
        if below in self.table.commands and not self.arguments:
            self.command = below
        else:
            self.arguments.append(word)

    @property
    def wants_option(self) -> bool:
        """Whether the name of an option is being typed."""
        return self.current.startswith("-") and not self.waiting and not self.only_arguments

    @property
    def kind(self) -> str:
        """What is being typed."""
        if self.waiting:
            kind = self.table.kind_of_option(self.command, self.waiting)
            return "" if kind == FLAG else kind
        return self.table.kind_of_argument(self.command, len(self.arguments))

    def commands(self) -> list[tuple[str, str]]:
        """The commands that may stand here."""
        return [] if self.waiting or self.arguments else self.table.below(self.command)

    def options(self) -> list[tuple[str, str]]:
        """The options that may stand here, those of the command first."""
        own = self.table.options.get(self.command, {}) if self.command else {}
        known = {**own, **self.table.options.get(_EVERY, {})}
        return [(name, meaning) for name, (_, meaning) in known.items()]
