"""YAML as people write it: every scalar stays text with its place, and all mistakes are reported in one run.

Nothing is guessed from how a word looks: ``NO``, ``on``, ``9:00`` and ``1.10`` are the text that was typed
(docs/answers.md). Anchors, aliases and tags are refused, duplicate keys are reported. A syntax error does not
hide the others: what it touches is set aside, listed in `Document.damaged`, and the rest is read on.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from clientbridge.adapters.merge_conflicts import without_conflicts
from clientbridge.adapters.regular_file import read_regular_file
from clientbridge.adapters.yaml_files.nodes import (
    Document,
    Entry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Spot,
    Style,
)
from clientbridge.adapters.yaml_files.suspicious_characters import (
    decoded,
    odd_characters,
    without_control_characters,
)
from clientbridge.core.errors import FileMissingError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

MOST_BYTES = 1_000_000
MOST_DEPTH = 20
MOST_VALUES = 50_000
_MOST_SYNTAX_MISTAKES = 20
_MOST_PROBLEMS = 200


def read(path: Path, *, file: str) -> Document:
    """The document in `path`, called `file` in problems; raises FileFailedError when it cannot be read."""
    try:
        content = read_regular_file(path, most_bytes=MOST_BYTES, file=file)
    except FileMissingError:
        raise FileMissingError(f"there is no file {file}") from None
    return parse(content, file=file)


def parse(content: bytes, *, file: str, pure: bool = False) -> Document:
    """The document in these bytes; never raises, every mistake is in `problems`.

    `pure` takes the slow parser that needs no C library, as does a PyYAML without one.
    """
    if len(content) > MOST_BYTES:
        say = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
        return _unread(
            file, Problem(file=file, line=1, column=1, say=say, suggestion="is it the right file?")
        )
    text, wrong_encoding = decoded(content, file=file)
    if wrong_encoding is not None:
        return _unread(file, wrong_encoding)
    around = without_conflicts(text, file=file)
    source, odd = without_control_characters(around.text, file=file)
    root, more, damaged = _read_on(source, file, pure=pure)
    problems = (*around.problems, *odd)
    reported = {problem.line for problem in problems}
    unique = {(problem.line, problem.column): problem for problem in more if problem.line not in reported}
    return Document(
        file=file,
        text=text,
        byte_order_mark=content.startswith(b"\xef\xbb\xbf"),
        root=root,
        problems=tuple(sorted((*problems, *unique.values()))),
        damaged=damaged | reported | around.lines,
    )


def _unread(file: str, problem: Problem) -> Document:
    return Document(
        file=file, text="", byte_order_mark=False, root=None, problems=(problem,), damaged=frozenset()
    )


def _read_on(
    source: str, file: str, *, pure: bool
) -> tuple[MappingNode | None, list[Problem], frozenset[int]]:
    """The mapping of the file, what is wrong with it, and the lines that were set aside for it."""
    import yaml

    try:
        root, more = _Builder(source, file, pure=pure).document()
    except yaml.MarkedYAMLError as error:
        return _read_around(source, file, error, pure=pure)
    return root, [*more, *_odd(source, root, file)], frozenset()


def _read_around(
    source: str, file: str, error: "yaml.MarkedYAMLError", *, pure: bool
) -> tuple[MappingNode | None, list[Problem], frozenset[int]]:
    """Sets aside what a syntax error touches and reads on, again and again, until the text can be read."""
    import yaml

    from clientbridge.adapters.yaml_files.recovery import Mended, mend
    from clientbridge.adapters.yaml_files.syntax_errors import mistake_in

    problems: list[Problem] = []
    mended = Mended(source)
    for _ in range(_MOST_SYNTAX_MISTAKES):
        mistake = mistake_in(mended.text, error)
        if mistake.line not in mended.damaged:
            problems.append(mistake.as_problem(file))
        after = mend(mended, mistake)
        if after is None:
            break
        mended = after
        try:
            root, found = _Builder(mended.text, file, pure=pure).document()
        except yaml.MarkedYAMLError as next_error:
            error = next_error
            continue
        more = [] if root is None else [*found, *_odd(mended.text, root, file)]
        readable = [problem for problem in more if problem.line not in mended.damaged]
        return root, [*problems, *readable], mended.damaged
    return None, problems, mended.damaged


def _odd(source: str, root: MappingNode | None, file: str) -> list[Problem]:
    return [] if root is None else odd_characters(source, root, file=file)


class _TooMuchError(Exception):
    """Stops the reading of a file beyond the limits; its problem is recorded before."""


class _Builder:
    """Builds the nodes of one text from the parser's events and collects what is refused on the way."""

    def __init__(self, source: str, file: str, *, pure: bool) -> None:
        import yaml

        self._source = source
        self._file = file
        self._problems: list[Problem] = []
        self._values = 0
        self._yaml = yaml
        loader = yaml.SafeLoader if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader
        self._events: Iterator[yaml.Event] = yaml.parse(source, Loader=loader)

    def document(self) -> tuple[MappingNode | None, list[Problem]]:
        """The one mapping of the file; raises yaml.MarkedYAMLError at the first syntax error."""
        root: Node | None = None
        documents = 0
        try:
            for event in self._events:
                if isinstance(event, self._yaml.DocumentStartEvent):
                    documents += 1
                    if documents == 2:  # noqa: PLR2004 - the second one is reported, later ones add nothing
                        self._tell(event, "a second document starts here", "put it in a file of its own")
                elif isinstance(event, self._yaml.NodeEvent):
                    node = self._node(event, 1)
                    root = node if root is None else root
        except _TooMuchError:
            return None, self._problems
        return self._mapping_or_problem(root), self._problems

    def _mapping_or_problem(self, root: Node | None) -> MappingNode | None:
        if isinstance(root, MappingNode):
            return root
        if root is None or (isinstance(root, ScalarNode) and root.is_left_out):
            self._problem(1, 1, "the file is empty", "write lines like 'name: Acme KK'")
        elif isinstance(root, SequenceNode):
            self._problem(
                root.spot.line, root.spot.column, "a list where lines like 'name: Acme KK' belong", None
            )
        else:
            from clientbridge.adapters.yaml_files.syntax_errors import line_without_key

            mistake = line_without_key(self._source.splitlines()[root.spot.line - 1], root.spot.line)
            self._problems.append(mistake.as_problem(self._file))
        return None

    def _node(self, event: "yaml.NodeEvent", depth: int) -> Node:
        if depth > MOST_DEPTH:
            self._tell(event, f"nested deeper than {MOST_DEPTH} levels", "is it the right file?")
            raise _TooMuchError
        self._values += 1
        if self._values > MOST_VALUES:
            self._tell(event, f"more than {MOST_VALUES:,} words and values", "is it the right file?")
            raise _TooMuchError
        if isinstance(event, self._yaml.AliasEvent) or event.anchor is not None:
            return self._refused(event, depth)
        if isinstance(event, self._yaml.ScalarEvent):
            if event.tag is not None:
                self._tell_tag(event)
            return self._text(event)
        if isinstance(event, self._yaml.CollectionStartEvent) and event.tag is not None:
            self._tell_tag(event)
        return self._collection(event, depth)

    def _collection(self, event: "yaml.NodeEvent", depth: int) -> Node:
        if isinstance(event, self._yaml.SequenceStartEvent):
            items, end = self._items(depth)
            return SequenceNode(_spot(event, end), tuple(items), bool(event.flow_style))
        entries, end = self._entries(depth)
        flow = isinstance(event, self._yaml.MappingStartEvent) and bool(event.flow_style)
        return MappingNode(_spot(event, end), tuple(entries), flow)

    def _items(self, depth: int) -> tuple[list[Node], "yaml.Event"]:
        items: list[Node] = []
        for event in self._events:
            if not isinstance(event, self._yaml.NodeEvent):
                return items, event
            items.append(self._node(event, depth + 1))
        raise AssertionError("the parser ends every list it starts")

    def _entries(self, depth: int) -> tuple[list[Entry], "yaml.Event"]:
        entries: dict[str, Entry] = {}
        for event in self._events:
            if not isinstance(event, self._yaml.NodeEvent):
                return list(entries.values()), event
            key = self._node(event, depth + 1)
            value = self._node(self._next_node(), depth + 1)
            if not isinstance(key, ScalarNode):
                self._tell(event, "a key must be a word", "put this text in quotes")
                continue
            if (first := entries.get(key.text)) is not None:
                say = f"'{key.text}' is given twice (first on line {first.key.spot.line})"
                self._tell(event, say, "keep one of them")
                continue
            entries[key.text] = Entry(key, value)
        raise AssertionError("the parser ends every mapping it starts")

    def _next_node(self) -> "yaml.NodeEvent":
        event = next(self._events)
        if isinstance(event, self._yaml.NodeEvent):
            return event
        raise AssertionError("the parser gives every key a value")

    def _text(self, event: "yaml.ScalarEvent") -> ScalarNode:
        style = _STYLES.get(event.style or "", Style.PLAIN)
        spot = _spot(event, event)
        if style is Style.PLAIN and event.value and self._source.startswith(" #", spot.end):
            self._tell_lost_text(event)
        return ScalarNode(spot, event.value, style)

    def _tell_lost_text(self, event: "yaml.ScalarEvent") -> None:
        """One space, ``#`` and a letter or digit is more often a room number than a comment."""
        line, column, end = _place(event.end_mark)
        lost = self._source[end:].partition("\n")[0].rstrip()
        if lost[2:3].isalnum():
            say = f"everything after ' #' is lost: the text ends at '{event.value[-30:]}'"
            hint = f"put it in quotes: \"{event.value}{lost}\", or write '# ' for a comment"
            self._problem(line + 1, column + 2, say, hint)

    def _refused(self, event: "yaml.NodeEvent", depth: int) -> Node:
        """An anchor or alias: reported, and read on as if the mark were not there."""
        alias = isinstance(event, self._yaml.AliasEvent)
        mark = "*" if alias else "&"
        say = f"'{mark}{event.anchor}' would be a YAML {'alias' if alias else 'anchor'}, not text"
        self._tell(event, say, "put this text in quotes")
        if alias:
            return ScalarNode(_spot(event, event), f"*{event.anchor}", Style.DOUBLE)
        event.anchor = None
        return self._node(event, depth)

    def _tell_tag(self, event: "yaml.ScalarEvent | yaml.CollectionStartEvent") -> None:
        self._tell(event, "text that starts with '!' would be a YAML tag", "put this text in quotes")

    def _tell(self, event: "yaml.Event", say: str, suggestion: str | None) -> None:
        line, column, _ = _place(event.start_mark)
        self._problem(line + 1, column + 1, say, suggestion)

    def _problem(self, line: int, column: int, say: str, suggestion: str | None) -> None:
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(
                Problem(file=self._file, line=line, column=column, say=say, suggestion=suggestion)
            )


_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.BLOCK, ">": Style.BLOCK}


def _spot(first: "yaml.Event", last: "yaml.Event") -> Spot:
    start, end = first.start_mark, last.end_mark
    if start is None or end is None:
        raise AssertionError("the parser marks every event")
    return Spot(start.line + 1, start.column + 1, start.index, end.index)


def _place(mark: "Mark | CMark | None") -> tuple[int, int, int]:
    """Line, column and offset, each from 0."""
    if mark is None:
        raise AssertionError("the parser marks every event")
    return mark.line, mark.column, mark.index
