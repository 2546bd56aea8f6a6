import shlex

import pytest

from clientbridge.core.command_line import command
from clientbridge.render.command_text import typed, with_commands
from clientbridge.render.page import Emphasis, bad, offered, phrase
from clientbridge.render.writers.to_json import json_value


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("acme/ana", "acme/ana"),
        ("--client-stretch=1h30", "--client-stretch=1h30"),
        ("08:30-18:00", "08:30-18:00"),
        ("São", "São"),
        ("", '""'),
        ("São Paulo", '"São Paulo"'),
        ("O'Brien", '"O\'Brien"'),
        ("a;b", '"a;b"'),
        ("$HOME", "'$HOME'"),
        ('the "plan"', "'the \"plan\"'"),
        ("it's `now`", """'it'"'"'s `now`'"""),
    ],
)
def test_a_shell_reads_back_what_was_meant(word: str, written: str) -> None:
    assert typed(command("log", word)) == f"cb log {written}"
    assert shlex.split(written) == [word]


def test_arguments_with_spaces_are_quoted() -> None:
    line = command("log", "acme", "what was said", "--kind", "email")
    assert typed(line) == 'cb log acme "what was said" --kind email'
    assert json_value({"command": line}) == {"command": typed(line)}


def test_a_command_in_a_sentence_is_a_piece_of_its_own() -> None:
    said = "make them with: cb init   or look around with: cb --demo meet"
    assert with_commands(said) == phrase(
        "make them with: ", offered("cb init"), "   or look around with: ", offered("cb --demo meet")
    )
    assert with_commands("cb today", Emphasis.BAD) == (offered("cb today", Emphasis.BAD),)
    assert with_commands("files that cb wrote: mine", Emphasis.BAD) == (bad("files that cb wrote: mine"),)
