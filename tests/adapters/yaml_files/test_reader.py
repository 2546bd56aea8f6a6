"""What a consultant types is kept as text, and every mistake is told in their words, with its place."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientbridge.adapters.yaml_files.nodes import Document, ScalarNode, SequenceNode, Style, texts
from clientbridge.adapters.yaml_files.reader import MOST_BYTES, MOST_VALUES, parse, read
from clientbridge.adapters.yaml_files.syntax_errors import KEY
from clientbridge.core.errors import FileFailedError

SOURCE = Path(__file__).parents[3] / "src"
BOTH_PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])


def text_of(document: Document, key: str) -> str:
    assert document.root is not None
    value = document.root.get(key)
    assert isinstance(value, ScalarNode)
    return value.text


def told(source: str, *, pure: bool = False) -> list[str]:
    problems = parse(source.encode(), file="f", pure=pure).problems
    return [f"{problem.line}:{problem.column} {problem.say} -> {problem.suggestion}" for problem in problems]


@BOTH_PARSERS
@pytest.mark.parametrize(
    "typed",
    [
        *("NO", "on", "OFF", "yes", "y", "null", "~", "True", "9:00-17:00", "9:00", "18:00", "22:15:30"),
        *("+4791234567", "0478123456", "0712", "01234", "1.10", "1e3", "0x1F", "1_000", ".inf", "2026-02-30"),
        *("1980-05-04", "05-17", "=", "São Paulo", "東京都", "備考：あり", "bonjour\u00a0!", "C:\\path"),
    ],
)
def test_every_scalar_is_the_text_that_was_typed(typed: str, *, pure: bool) -> None:
    document = parse(f"surname: {typed}\nlist: [{typed}]\n".encode(), file="f", pure=pure)
    assert document.problems == ()
    assert text_of(document, "surname") == typed
    assert document.root is not None
    items = document.root.get("list")
    assert isinstance(items, SequenceNode)
    assert [item.text for item in items.items if isinstance(item, ScalarNode)] == [typed]


def test_keys_stay_text_too() -> None:
    document = parse(b"NO: 1\n2026-11-23: 2\non: 3\n", file="f")
    assert document.root is not None
    assert [entry.key.text for entry in document.root.entries] == ["NO", "2026-11-23", "on"]


IN_QUOTES = "put this text in quotes"
SYNTAX = [
    ("handle: @tanaka\n", f"1:9 a text cannot start with '@' -> {IN_QUOTES}: handle: \"@tanaka\""),
    ("disc: %10\n", f"1:7 a text cannot start with '%' -> {IN_QUOTES}: disc: \"%10\""),
    ("notes: *bold*\n", f"1:8 a text cannot start with '*' -> {IN_QUOTES}: notes: \"*bold*\""),
    ("a: `x`\n", f"1:4 a text cannot start with '`' -> {IN_QUOTES}: a: \"`x`\""),
    ("notes: >3 months\n", f"1:8 a text cannot start with '>' -> {IN_QUOTES}: notes: \">3 months\""),
    ("notes: - foo\n", f"1:8 a text cannot start with '-' -> {IN_QUOTES}: notes: \"- foo\""),
    ("notes: Call: ask\n", f"1:12 a ': ' inside a text -> {IN_QUOTES}: notes: \"Call: ask\""),
    ('name: "Acme" KK\n', f"1:14 more text after the closing quote -> {IN_QUOTES}: name: '\"Acme\" KK'"),
    ("n: 'It's'\n", f'1:8 more text after the closing quote -> {IN_QUOTES}: n: "It\'s"'),
    ('p: "C:\\path"\n', f"1:7 a backslash between double quotes -> {IN_QUOTES}: p: 'C:\\path'"),
    ('a: "abc\nb: 2\n', '1:4 this quote is opened and never closed -> close it with "'),
    ("a: [fr, nl\nb: 1\n", "1:4 this bracket is opened and never closed -> close it with ]"),
    ("a: {b: 1\nc: 2\n", "1:4 this bracket is opened and never closed -> close it with }"),
    ("country:JP\n", "1:9 there is no space after the colon -> write 'country: JP'"),
    ("a: 1\ncountry:JP\nb: 2\n", "2:9 there is no space after the colon -> write 'country: JP'"),
    ("a: 1\nname：Acme\nb: 2\n", "2:5 a full-width colon (U+FF1A) stands here -> write 'name: Acme'"),
    ("name：Acme\nb: 2\n", "1:5 a full-width colon (U+FF1A) stands here -> write 'name: Acme'"),
    ("a:\n  sector：x\n", "2:9 a full-width colon (U+FF1A) stands here -> write 'sector: x'"),
    ("name:\u00a0Acme\n", "1:6 a non-breaking space (U+00A0) stands here -> use an ordinary space"),
    ("a: b\n\u3000c: d\n", "2:1 a full-width space (U+3000) stands here -> indent with ordinary spaces"),
    ("a: b\u200b\n", "1:5 an invisible space (U+200B) stands here -> delete it"),
    ("a: b\u00a0\n", "1:5 a non-breaking space (U+00A0) stands here -> use an ordinary space"),
    ("a:\n\tb: 1\n", "2:1 a tab stands here -> indent with ordinary spaces"),
    ("a: 1\n\tb: 1\n", "2:1 a tab stands here -> indent with ordinary spaces"),
    ("a:\tb\n", "1:3 a tab stands here -> use an ordinary space"),
    ("a: b\n\x07c: d\n", "2:1 an invisible control character (U+0007) -> delete it"),
    ("a: &x 1\n", "1:4 '&x' would be a YAML anchor, not text -> put this text in quotes"),
    ("a: *x\n", "1:4 '*x' would be a YAML alias, not text -> put this text in quotes"),
    ("a: !x y\n", "1:4 text that starts with '!' would be a YAML tag -> put this text in quotes"),
    ("a: 1\nb: 2\na: 3\n", "3:1 'a' is given twice (first on line 1) -> keep one of them"),
    (
        "note: room #4\n",
        (
            "1:12 everything after ' #' is lost: the text ends at 'room' -> "
            "put it in quotes: \"room #4\", or write '# ' for a comment"
        ),
    ),
    ("a: 1\n---\nb: 2\n", "2:1 a second document starts here -> put it in a file of its own"),
    ("", "1:1 the file is empty -> write lines like 'name: Acme KK'"),
    ("# only a comment\n", "1:1 the file is empty -> write lines like 'name: Acme KK'"),
    ("- a\n", "1:1 a list where lines like 'name: Acme KK' belong -> None"),
    ("- a\nb: c\n", "2:1 this line stands in a list, without '- ' -> put the list under a key of its own"),
    (
        "a:\n    b: 1\n  c: 2\n",
        (
            "3:3 this line is indented differently -> line 2 above it starts after 4 spaces; "
            "give it as many spaces as the lines it belongs with"
        ),
    ),
    (
        "a: x\n  y\n  Call: z\n",
        "3:7 a ': ' inside a text -> put the whole text that starts on line 1 in quotes",
    ),
    ("a: " + "[" * 30 + "]" * 30, "1:23 nested deeper than 20 levels -> is it the right file?"),
    ("? [a]\n: b\n", "1:3 a key must be a word -> put this text in quotes"),
]


@BOTH_PARSERS
@pytest.mark.parametrize(("source", "expected"), SYNTAX, ids=[source[:20] for source, _ in SYNTAX])
def test_mistakes_are_told_in_plain_words(source: str, expected: str, *, pure: bool) -> None:
    assert told(source, pure=pure) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "a: b # a comment\n",
        "a: b  #comment after two spaces\n",
        'a: "room #4"\n',
        "a: |\n  one：two\n  #3\n",
        "a: {b: 1, c: [d]}\n",
        "notes: 備考：あり\n",
        "a: b   \n",
        "%YAML 1.2\n---\na: b\n",
        "a: b\r\nc: d\r\n",
    ],
)
def test_what_is_right_is_not_blamed(source: str) -> None:
    assert told(source) == []


@BOTH_PARSERS
def test_one_syntax_error_does_not_hide_the_next_mistakes(*, pure: bool) -> None:
    source = 'x: @a\ny: Call: b\nz: "abc\npeople:\n  - id: @ana\n    id: b\nz: 2\nw: 1\nw: 2\n'
    assert [line.split(" ")[0] for line in told(source, pure=pure)] == [
        "1:4",
        "2:8",
        "3:4",
        "5:9",
        "6:5",
        "9:1",
    ]


def test_what_was_set_aside_is_known() -> None:
    document = parse(b"name: @acme\ncountry: JP\n", file="f")
    assert document.damaged == {1}
    assert text_of(document, "country") == "JP"


def test_places_count_characters_and_survive_emoji_and_windows_line_ends() -> None:
    document = parse('é: "😀😀" # x\r\nb: c\r\n'.encode(), file="f")
    assert document.root is not None
    for written in texts(document.root):
        inside = document.text[written.spot.start : written.spot.end]
        assert inside.strip('"') == written.text
    value = document.root.get("b")
    assert value is not None
    assert (value.spot.line, value.spot.column) == (2, 4)


def test_encodings() -> None:
    assert parse("\ufeffname: é\n".encode(), file="f").problems == ()
    (latin,) = parse("a: b\nname: Café\n".encode("latin-1"), file="f").problems
    assert (latin.line, latin.column) == (2, 10)
    assert "Latin-1, where this character is 'é'" in latin.say
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        (wide,) = parse("name: x\n".encode(encoding), file="f").problems
        assert "UTF-16" in wide.say


def test_a_huge_file_is_refused_unread() -> None:
    (problem,) = parse(b"a" * (MOST_BYTES + 1), file="f").problems
    assert problem.say == "the file is larger than 1 MB"


def test_a_bomb_of_aliases_is_told_and_not_built() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(9)
    )
    assert len(told(bomb)) == 28


def test_missing_and_unreadable_files_are_our_error(tmp_path: Path) -> None:
    with pytest.raises(FileFailedError, match=r"there is no file clients/x\.yaml"):
        read(tmp_path / "x.yaml", file="clients/x.yaml")
    with pytest.raises(FileFailedError, match="cannot be read"):
        read(tmp_path, file="clients")


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "key",
                ": ",
                ":",
                "- ",
                "-",
                "\n",
                "\n  ",
                "\n    ",
                " ",
                "#",
                " #",
                "'",
                '"',
                "[",
                "]",
                "{",
                "}",
            ),
            *(
                ", ",
                "|",
                ">",
                "&x",
                "*x",
                "!",
                "%",
                "@",
                "?",
                "---",
                "...",
                "\t",
                "：",
                "\u00a0",
                "\r\n",
                "\\",
                "<<",
            ),
            *("é", "😀", "\x00", "\x85", "\u2028", "\ufeff", "9:00", "NO"),
        ]
    ),
    max_size=40,
).map("".join)


@given(source=YAML_LIKE | st.text(max_size=60))
def test_reading_never_raises_and_always_explains(source: str) -> None:
    for pure in (False, True):
        document = parse(source.encode("utf-8", errors="surrogatepass"), file="f", pure=pure)
        assert document.root is not None or document.problems
        lines = document.text.count("\n") + 1
        for problem in document.problems:
            assert 1 <= problem.line <= lines
            assert problem.column >= 1
            assert problem.say


@given(content=st.binary(max_size=80))
def test_reading_any_bytes_never_raises(content: bytes) -> None:
    document = parse(content, file="f")
    assert document.root is not None or document.problems


@given(
    values=st.dictionaries(
        st.text(alphabet="abcdefgh_", min_size=1, max_size=5),
        st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20),
        min_size=1,
    )
)
def test_quoted_text_comes_back_exactly(values: dict[str, str]) -> None:
    source = "".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in values.items())
    document = parse(source.encode(), file="f")
    assert document.problems == ()
    assert {key: text_of(document, key) for key in values} == values
    assert document.root is not None
    assert all(
        entry.value.style is Style.SINGLE
        for entry in document.root.entries
        if isinstance(entry.value, ScalarNode)
    )


HOSTILE = {
    "non-breaking spaces": "notes: x" + "\u00a0" * 300_000 + "y\n",
    "wide spaces after a text": "notes: a" + "\u3000" * 300_000 + "\n",
    "lines of wide spaces": "\u3000\n" * 200_000,
    "invisible spaces": "notes: a" + "\u200b" * 300_000 + "\n",
    "blanks between words": "a" + " " * 900_000 + "b\n c: d\n",
    "blanks before a colon": "a" + " " * 900_000 + ": b\n",
    "blanks in a wrong text": "handle: @" + " " * 400_000 + "a" + " " * 400_000 + "b\n",
    "wide colons": "a：" * 200_000 + "\n",
    "line feeds": "\n" * 900_000 + "a\n",
    "tabs": "\t\n" * 400_000,
    "deep lists": "a: " + "[" * 500_000,
    "many keys": "".join(f"{number}:\n" for number in range(130_000)),
    "one key": "a:\n" * 300_000,
    "a long list": "a: [" + "x," * 450_000 + "]\n",
    "lists in lists": "a:\n" + "- - - - - - a\n" * 60_000,
    "a long text": "notes: " + "x" * 900_000 + "\n",
    "an open quote": 'notes: "' + "x\n" * 400_000,
    "control characters": "\x01" * 900_000,
    "colons": "a" + ": b" * 300_000 + "\n",
}
READ = """
import resource, sys
from clientbridge.adapters.yaml_files.reader import parse
resource.setrlimit(resource.RLIMIT_CPU, (15, 15))
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
document = parse(b"name: Acme\\ncountry: JP\\n" + sys.stdin.buffer.read(), file="x")
assert len(document.problems) <= 210, len(document.problems)
"""


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_anything_is_read_in_a_moment(kind: str) -> None:
    subprocess.run(
        [sys.executable, "-c", READ],
        input=HOSTILE[kind].encode(),
        env={"PYTHONPATH": str(SOURCE)},
        check=True,
    )


@given(st.text(alphabet="ab:-# \"'\u3000[", max_size=30))
def test_a_key_is_found_as_by_trying_every_end(line: str) -> None:
    words = r"[^\s#:'\"\[\]{},][^#]*?"
    slow = re.compile(rf"\s*(?:- +)*(?P<key>\"[^\"]*\"|'[^']*'|{words})\s*:(?=\s|$)\s*")
    found, expected = KEY.match(line), slow.match(line)
    assert (found and (found["key"], found.end())) == (expected and (expected["key"], expected.end()))


def test_more_values_than_anybody_writes_are_told() -> None:
    document = parse(b"a: [" + b"x," * MOST_VALUES + b"]\n", file="x.yaml")
    assert [problem.say for problem in document.problems] == ["more than 50,000 words and values"]
