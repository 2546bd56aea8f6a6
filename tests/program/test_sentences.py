"""Every sentence that the program can print stands on one page, and none of them speaks in jargon."""

import re

import pytest
from printed_sentences import PAGE, sentences, sentences_page

JARGON = (
    "decaying",
    "scalar",
    "regex",
    "stdin",
    "stdout",
    "traceback",
    "exception",
    "param",
    "iterable",
    "boolean",
    "invalid",
    "illegal",
    "fatal",
    "abort",
    "mapping",
    "null character",
    "parser",
    "unicode",
    "repeatable",
    "prefix",
    "occurrence",
    "instant",
    "fiscal year",
    "tie strength",
    "ties? strong",
    "at risk",
    "exclude each other",
    "lost patience",
    "relaxation",
    "SOW",
)
"""Words of programmers, of accountants and of the journal's insides, which say nothing to a consultant."""


def test_the_page_of_sentences_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == sentences_page(), "run: make docs, and read what is new"


def test_no_sentence_speaks_in_jargon() -> None:
    word = re.compile(rf"\b(?:{'|'.join(JARGON)})", re.IGNORECASE)
    printed = [line for line in sentences_page().splitlines() if line.startswith("  ")]
    assert [line for line in printed if word.search(line)] == []
    assert len(printed) > len(JARGON)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""Of a module."""\ndef f():\n    """Of a function."""\n    return "a real one"', ["a real one"]),
        ('say = f"{n} days{s} late by {who}"', ["… days… late by …"]),
        ('say = f"{a}: {b}"', []),
        ('say = "one" "two three"', ["onetwo three"]),
        ('x: "dict[str, a b]" = {}\ndef f(a: "b c d") -> "e f g": ...', []),
        ('def f(a: Annotated[bool, Option(help="Only the last one")]): ...', ["Only the last one"]),
        (r'PATTERN = re.compile(r"[a-z]+ of (\w+)")', []),
        ('NAMES = "id scope say do".split()', []),
        ('raise UsageError("no such day", hint="write it like fri")', ["no such day", "write it like fri"]),
        ('say = f"{\'the clock\' if x else \'all day long\'}, {y}"', ["the clock", "all day long"]),
    ],
)  # fmt: skip
def test_what_counts_as_a_sentence(source: str, found: list[str]) -> None:
    assert list(sentences(source)) == found
