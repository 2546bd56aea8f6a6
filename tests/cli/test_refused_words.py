"""Words that no command has: a line that says what is wrong, one that says what to type, and exit code 2."""

from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from clientbridge.cli.app import COMMANDS, GROUPS, make_app
from conftest import Run

CASES = [
    # A command that there is not: the nearest one, or the ones below another word.
    (("frobnicate",), "there is no command 'frobnicate'", "see: cb help"),
    (("mett", "acme"), "there is no command 'mett'", "did you mean cb meet? see: cb help"),
    (("holiday",), "there is no command 'holiday'", "did you mean cb holidays? see: cb help"),
    (
        ("list",),
        "there is no command 'list'",
        "did you mean cb client list, cb offer list or cb promise list? see: cb help",
    ),
    (("undo",), "there is no command 'undo'", "did you mean cb data undo? see: cb help"),
    (
        ("client", "shwo"),
        "there is no command 'client shwo'",
        "did you mean cb client show? see: cb help client",
    ),
    (("client", "x"), "there is no command 'client x'", "see: cb help client"),
    (
        ("help", "client", "shwo"),
        "there is no command 'client shwo'",
        "did you mean cb client show? see: cb help client",
    ),
    (("promise", "dnoe", "x"), "cb promise list has no place for 'x'", "did you mean cb promise done?"),
    # An option that there is not.
    (("meet", "--nxt", "2w"), "cb meet has no --nxt", "did you mean --next? see: cb help meet"),
    (("meet", "--nxt=2w"), "cb meet has no --nxt", "did you mean --next? see: cb help meet"),
    (("meet", "--qurom", "80%"), "cb meet has no --qurom", "did you mean --quorum? see: cb help meet"),
    (("meet", "-n", "2w"), "cb meet has no -n", "did you mean --next or --notice? see: cb help meet"),
    (("meet", "-x"), "cb meet has no -x", "see: cb help meet"),
    (("meet", "–next", "2w"), "'–next' begins with a long dash", "type --next"),
    (("meet", "—json"), "'—json' begins with a long dash", "type --json"),
    (("today", "--country", "JP"), "cb today has no --country", "see: cb help today"),
    (("--verison",), "cb has no --verison", "did you mean --version? see: cb help"),
    (("--next", "2w", "meet"), "cb has no --next", "write it after the name of the command; see: cb help"),
    (
        ("log", "acme", "- budget ok"),
        "cb log has no '- budget ok'",
        "put -- before a text that begins with a hyphen; see: cb help log",
    ),
    # What belongs after an option, and is missing, too much or wrong.
    (
        ("meet", "--next"),
        "--next needs a word after it",
        "how far ahead to search, default 2w; see: cb help meet",
    ),
    (
        ("meet", "--next", "--count", "3"),
        "--next needs a word after it",
        "how far ahead to search, default 2w; see: cb help meet",
    ),
    (
        ("promise", "drop", "x", "--why", "--", "y"),
        "--why needs a word after it",
        "why it no longer holds; see: cb help promise drop",
    ),
    (
        ("--home",),
        "--home needs a word after it",
        "your workspace: the folder with me.yaml and clients/; see: cb --help",
    ),
    (("meet", "--strict=yes"), "--strict takes nothing after it", "see: cb help meet"),
    (("today", "--json=yes"), "--json takes nothing after it", "see: cb help today"),
    (
        ("meet", "--count", "x"),
        "--count: 'x' is not a whole number",
        "how many slots, default 5; see: cb help meet",
    ),
    (
        ("today", "--days", "1.5"),
        "--days: '1.5' is not a whole number",
        "how many days to look ahead; see: cb help today",
    ),
    (
        ("today", "--days", "-1"),
        "--days: -1 is not between 0 and 90",
        "how many days to look ahead; see: cb help today",
    ),
    (("config", "shwo"), "'shwo' is none of show, set, unset", "did you mean show? see: cb help config"),
    # Words without an option.
    (("today", "acme"), "cb today has no place for 'acme'", "see: cb help today"),
    (
        ("log", "acme", "budget", "is", "fine"),
        "cb log has no place for 'is fine'",
        "put what belongs together in quotes; see: cb help log",
    ),
    (
        ("culture",),
        "cb culture needs a country, or a client of yours: JP, Brazil, acme",
        "see: cb help culture",
    ),
    (("data", "schema"), "cb data schema needs 'me' or 'client'", "see: cb help data schema"),
]


@pytest.mark.parametrize(("words", "say", "hint"), CASES, ids=[" ".join(words) for words, _, _ in CASES])
def test_words_that_no_command_has(words: tuple[str, ...], say: str, hint: str, run: Run) -> None:
    answer = run(*words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"error: {say}\nhint: {hint}\n")


@pytest.mark.parametrize("words", [("meet", "--why"), ("mett",), ("log", "a", "b", "c")], ids=" ".join)
def test_it_is_the_same_with_json_and_at_a_terminal(words: tuple[str, ...], run: Run) -> None:
    assert run(*words, "--json") == run(*words) == run(*words, "--plain")
    assert run(*words, terminal=True, width=200).err == run(*words).err


def test_a_word_alone_that_has_others_below_it_shows_them(run: Run) -> None:
    answer = run("client")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Usage: cb client ")
    assert "unarchive" in answer.err


def test_help_is_an_answer(run: Run) -> None:
    for words in (("--help",), ("meet", "-h"), ("client", "--help"), ("help", "promise", "add")):
        answer = run(*words)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Usage: cb ")


def test_text_that_begins_with_a_hyphen_or_a_dash_can_be_logged(tmp_path: Path, run: Run) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", "utf-8")
    (tmp_path / "clients" / "acme.yaml").write_text("name: Acme\ncountry: JP\n", "utf-8")
    assert run("log", "acme", "--", "- budget ok").code == 0
    assert run("log", "acme", "—budget ok").code == 0
    assert run("log", "acme", "x", "--no-action=--on").code == 0


def test_every_option_says_what_belongs_after_it() -> None:
    """Its help is the hint where nothing does, in the middle of a sentence."""
    for name in COMMANDS:
        _check_helps((name,))
    for name, group in GROUPS.items():
        for inner in group.commands:
            _check_helps((name, inner))


def _check_helps(words: tuple[str, ...]) -> None:
    called = get_command(make_app(80, words))
    for word in words:
        assert isinstance(called, TyperGroup)
        called = called.commands[word]
    for param in called.params:
        help_ = getattr(param, "help", None)
        assert help_, (words, param.name)
        first = help_.split()[0].strip(":,")
        assert first not in {"French", "Europe/Brussels"}, (words, param.name)
