"""A change touches the words it must and nothing else, and says to every reader what was meant."""

from copy import deepcopy

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from clientbridge.adapters.yaml_files.edit import Path, Plain, append_item, plain, remove, set_value
from clientbridge.adapters.yaml_files.nodes import Document, MappingNode, Style
from clientbridge.adapters.yaml_files.reader import parse
from clientbridge.adapters.yaml_files.writing import Value, in_brackets, scalar
from clientbridge.core.errors import FileFailedError, UsageError, WrongFilesError

CLIENT = """\
# Acme, since 2024
name: Acme KK   # legal name
country: "JP"
timezone:       # to ask
languages: [ja,  en]   # both

people:   # who we know
  - id: ana   # CTO
    name: 'Ana'
    culture: {directness: 2}
  - id: ken

    name: Ken
notes: |
  Two lines
  of text.

rhythm:
    checkin: 2w
"""


def document(source: str) -> Document:
    read = parse(source.encode(), file="f")
    assert read.problems == ()
    return read


def difference(before: str, after: str) -> tuple[str, str]:
    """The piece of each text that the other does not have, common starts and ends taken off."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end], after[start : len(after) - end]


SETS: list[tuple[Path, Value, tuple[str, str]]] = [
    (("name",), "Acme SA", ("KK", "SA")),
    (("name",), "NO", ("Acme KK", '"NO"')),
    (("country",), "NO", ("JP", "NO")),
    (("country",), 'a"b', ("JP", 'a\\"b')),
    (("timezone",), "Asia/Tokyo", ("", "Asia/Tokyo ")),
    (("languages", 1), "fr", ("en", "fr")),
    (("languages",), ["pt"], ("ja,  en", "pt")),
    (("people", 0, "name"), "O'Hara", ("An", "O''Har")),
    (("people", 0, "culture", "directness"), "3", ("2", '"3"')),
    (("people", 0, "culture", "schedule"), "3", ("", ', schedule: "3"')),
    (("people", 1, "email"), "k@example.com", ("", "    email: k@example.com\n")),
    (("people", 0, "role"), "CTO", ("", "  role: CTO\n  ")),
    (("notes",), "short", ("|\n  Two lines\n  of text.", "short")),
    (("rhythm", "visit"), "12mo", ("", "    visit: 12mo\n")),
    (("region",), "JP-13", ("", "region: JP-13\n")),
    (("context", "sector"), "solar", ("", "context: {sector: solar}\n")),
    (("rhythm",), {"visit": "1y"}, ("\n    checkin: 2w", " {visit: 1y}")),
]


@pytest.mark.parametrize(("path", "value", "changed"), SETS, ids=[".".join(map(str, one[0])) for one in SETS])
def test_setting_changes_only_the_words_it_must(path: Path, value: Value, changed: tuple[str, str]) -> None:
    assert difference(CLIENT, set_value(document(CLIENT), path, value).decode()) == changed


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (("languages",), "no", ("", ', "no"')),
        (("people",), {"id": "li", "name": "Li 李", "phone": "0478"}, None),
        (("observes",), "christmas", ("", "observes: [christmas]\n")),
    ],
)
def test_appending(path: Path, value: Value, changed: tuple[str, str] | None) -> None:
    after = append_item(document(CLIENT), path, value).decode()
    wanted = changed or ("", '  - id: li\n    name: Li 李\n    phone: "0478"\n')
    assert difference(CLIENT, after) == wanted


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        (("timezone",), ("timezone:       # to ask\n", "")),
        (("languages", 0), ("ja,  ", "")),
        (("languages", 1), (",  en", "")),
        (("people", 0, "id"), ("id: ana   # CTO\n    ", "")),
        (("people", 1), ("  - id: ken\n\n    name: Ken\n", "")),
        (("people", 0, "culture", "directness"), ("directness: 2", "")),
        (("notes",), ("notes: |\n  Two lines\n  of text.\n", "")),
        (("rhythm", "checkin"), ("checkin: 2w", "{}")),
    ],
)
def test_removing(path: Path, changed: tuple[str, str]) -> None:
    assert difference(CLIENT, remove(document(CLIENT), path).decode()) == changed


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    source = b"\xef\xbb\xbfname: x\r\npeople:\r\n- id: a\r\n"
    read = parse(source, file="f")
    assert set_value(read, ("country",), "BE") == source + b"country: BE\r\n"
    assert append_item(read, ("people",), {"id": "b", "name": "B"}) == source + b"- id: b\r\n  name: B\r\n"


def test_a_file_without_a_last_newline_gets_one() -> None:
    assert set_value(document("name: x"), ("country",), "BE") == b"name: x\ncountry: BE\n"


def test_a_change_that_would_come_out_wrong_is_not_given_back() -> None:
    """A dash in a comment leads the splice astray; reading the outcome again finds it."""
    source = "people:\n  - # at the front-desk\n    id: a\n  - id: b\n"
    with pytest.raises(FileFailedError, match="cannot be changed safely"):
        remove(document(source), ("people", 0))


def test_what_cannot_be_changed_is_refused() -> None:
    with pytest.raises(WrongFilesError):
        set_value(parse(b"a: 1\na: 2\n", file="f"), ("a",), "3")
    nowhere: list[Path] = [("languages", 5), ("name", "first"), ("name", 0)]
    for path in nowhere:
        with pytest.raises(FileFailedError):
            set_value(document(CLIENT), path, "x")
    with pytest.raises(FileFailedError, match="would be empty"):
        remove(document("a: 1\n"), ("a",))
    with pytest.raises(UsageError, match="cannot be saved"):
        set_value(document("a: 1\n"), ("a",), "\udc80")


NASTY = [
    *(
        "NO",
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "N",
        "true",
        "null",
        "~",
        "",
        " ",
        "a ",
        " a",
        "9:00",
        "22:15:30",
        "1:2:3.5",
    ),
    *(
        "0478123456",
        "+4791234567",
        "0712",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1.10",
        "1e3",
        ".5",
        "-1",
        ".inf",
        "-.NaN",
    ),
    *(
        "2026-02-30",
        "2026-11-23 10:00",
        "2026-11-23T10:00Z",
        "<<",
        "=",
        "@tanaka",
        "%10",
        "*b*",
        "&a",
        "!x",
        "`x`",
    ),
    *(
        "a: b",
        "a #b",
        "a:",
        "- a",
        "-",
        "? a",
        "[a]",
        "{a}",
        "a, b",
        "|",
        ">",
        "'a'",
        '"a"',
        "C:\\x",
        "a\nb",
        "a\tb",
    ),
    *(
        "：",
        "\u00a0",
        "\ufeff",
        "\x07",
        "\x85",
        "\u2028",
        "😀",
        "日本",
        "#",
        "a#b",
        "---",
        "...",
        "12e03",
        "0.",
        "1,000",
    ),
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("flow", [False, True])
def test_every_reader_takes_what_is_written_for_the_same_text(text: str, *, flow: bool) -> None:
    written = f"k: [{scalar(text, flow=True)}]\n" if flow else f"k: {scalar(text)}\n"
    expected: object = [text] if flow else text
    assert yaml.safe_load(written) == {"k": expected}
    assert plain_of(written) == {"k": expected}


def plain_of(source: str) -> Plain:
    root = document(source).root
    assert root is not None
    return plain(root)


TEXTS = st.sampled_from(NASTY) | st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12
)
KEYS = st.text(alphabet="abcdef", min_size=1, max_size=3)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A mapping as people write it: styles mixed, comments and blank lines in between."""

    def decoration() -> str:
        return draw(st.sampled_from(["", "", "", "  # why", "\n", "\n# more: x\n"]))

    def written(value: Value, indent: int) -> str:
        margin = " " * indent
        if isinstance(value, str):
            return " " + scalar(value, style=draw(st.sampled_from(Style)))
        if not value or draw(st.booleans()):
            return " " + in_brackets(value)
        if isinstance(value, dict):
            lines = [
                f"\n{margin}  {key}:{written(item, indent + 2)}{decoration()}" for key, item in value.items()
            ]
        else:
            assert isinstance(value, list)
            lines = [f"\n{margin}  -{written(item, indent + 2)}{decoration()}" for item in value]
        return "".join(lines)

    whole = draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
    return "".join(f"{key}:{written(value, 0)}{decoration()}\n" for key, value in whole.items())


def paths(root: Plain) -> list[Path]:
    """Every place in a file."""
    members = enumerate(root) if isinstance(root, list) else root.items() if isinstance(root, dict) else ()
    return [path for key, value in members for path in [(key,), *((key, *rest) for rest in paths(value))]]


@given(source=files(), value=TEXTS, data=st.data())
def test_what_is_set_is_read_back_and_comments_survive(source: str, value: str, data: st.DataObject) -> None:
    read = parse(source.encode(), file="f")
    assume(not read.problems)
    before = plain_of(source)
    path = data.draw(st.sampled_from(paths(before)))
    after = set_value(read, path, value).decode()
    assert at(plain_of(after), path) == value
    if isinstance(at(before, path), str):
        assert after.count("# why") >= source.count("# why")
        assert after.count("# more") >= source.count("# more")
    assert set_value(document(after), path, value).decode() == after


@given(source=files(), key=KEYS, value=VALUES)
def test_what_is_added_leaves_every_line_alone(source: str, key: str, value: Value) -> None:
    read = parse(source.encode(), file="f")
    assume(not read.problems)
    root = read.root
    assert isinstance(root, MappingNode)
    assume(root.get(key) is None)
    after = set_value(read, (key,), value).decode()
    assert plain_of(after) == {**dict_of(plain(root)), key: value}
    assert set(source.splitlines()) <= set(after.splitlines())


@given(source=files(), value=VALUES, data=st.data())
def test_items_are_appended_and_removed_again(source: str, value: Value, data: st.DataObject) -> None:
    read = parse(source.encode(), file="f")
    assume(not read.problems)
    before = plain_of(source)
    lists = [path for path in paths(before) if isinstance(at(before, path), list)]
    assume(lists)
    path = data.draw(st.sampled_from(lists))
    longer = document(append_item(read, path, value).decode())
    items = at(before, path)
    assert isinstance(items, list)
    assert longer.root is not None
    assert at(plain(longer.root), path) == [*items, value]
    assert plain_of(remove(longer, (*path, len(items))).decode()) == before


@given(source=files(), data=st.data())
def test_what_is_removed_is_gone_and_nothing_else(source: str, data: st.DataObject) -> None:
    read = parse(source.encode(), file="f")
    assume(not read.problems)
    before = plain_of(source)
    path = data.draw(st.sampled_from(paths(before)))
    assume(len(path) > 1 or len(dict_of(before)) > 1)
    after = plain_of(remove(read, path).decode())
    assert after == without(before, path)


def without(whole: Plain, path: Path) -> Plain:
    """The value without what stands at `path`."""
    left = deepcopy(whole)
    parent = at(left, path[:-1])
    if isinstance(parent, list):
        del parent[int(path[-1])]
    else:
        del dict_of(parent)[str(path[-1])]
    return left


def at(whole: Plain, path: Path) -> Plain:
    for step in path:
        whole = (
            whole[step] if isinstance(whole, list) and isinstance(step, int) else dict_of(whole)[str(step)]
        )
    return whole


def dict_of(value: Plain) -> dict[str, Plain]:
    assert isinstance(value, dict)
    return value
