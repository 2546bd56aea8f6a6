"""Commands of a page of the sample work as they stand."""

import shlex

import pytest

from clientbridge.cli.guide import EXAMPLES
from clientbridge.render.page import (
    BlankLine,
    Column,
    Facts,
    Line,
    Next,
    Table,
    Title,
    offered,
    phrase,
    quiet,
)
from clientbridge.render.page import page as page_of
from clientbridge.render.sample_commands import for_sample
from clientbridge.render.writers.to_plain import to_plain
from conftest import Run

WHAT = "cb meet is what they asked for: cb today"


def test_every_offered_command_has_the_option_and_what_was_said_is_left_alone() -> None:
    page = page_of(
        Title("Acme"),
        Line(phrase(offered("cb meet acme"))),
        Line(phrase(quiet("the command for each: "), offered("cb today --all"))),
        Facts((("Said", phrase(WHAT)),)),
        BlankLine(),
        Table(
            (Column("what"),),
            ((phrase(offered("cb log acme")),),),
            narrow=(Line(phrase(offered("cb log acme"))),),
        ),
        Next("cb brief acme", "before a call"),
    )
    shown = for_sample(page)
    text = to_plain(shown)
    for command in ("cb --demo meet acme", "for each: cb --demo today --all", "cb --demo log acme", WHAT):
        assert command in text
    assert text.endswith(
        "Next: cb --demo brief acme (before a call)\n"
        "Next: cb init (files of your own: those of the sample stay as they are)\n"
    )
    (table,) = (block for block in shown.blocks if isinstance(block, Table))
    assert table.narrow == (Line(phrase(offered("cb --demo log acme"))),)


def test_the_next_command_of_the_sample_answers(run: Run) -> None:
    pages = (("meet",), ("holidays",), ("client", "list"), ("brief", "hikari"), ("client", "map", "hikari"))
    for words in pages:
        *_, last = run("--demo", *words, "--plain").out.splitlines()
        offered = last.removeprefix("Next: cb ").partition(" (")[0].split()
        assert offered[0] == "--demo"
        assert run(*offered).code == 0


def test_json_keeps_commands_as_they_are_typed(run: Run) -> None:
    assert "cb --demo" not in run("--demo", "today", "--json").out


def is_offered_in_the_sample(command: str) -> bool:
    """Whether a page of the sample has it as its next command, and not how to get files of one's own."""
    shown = for_sample(page_of(Title("Acme"), Next(command, "why")))
    return any(isinstance(block, Next) and block.command != "cb init" for block in shown.blocks)


FIRST_EXAMPLES = [rows[0][0] for name, rows in EXAMPLES.items() if name not in {"init", "client edit"}]


@pytest.mark.parametrize("command", FIRST_EXAMPLES)
def test_a_command_is_offered_where_the_sample_does_not_refuse_it(command: str, run: Run) -> None:
    answer = run("--demo", "--no-input", *shlex.split(command)[1:])
    is_refused = "the sample workspace is not changed" in answer.err
    assert is_offered_in_the_sample(command) is not is_refused, answer.err


@pytest.mark.parametrize(
    ("command", "writes"),
    [
        ("cb promise done n8fn3h", True),
        ("cb promise hikari", False),
        ("cb log acme", True),
        ("cb client set acme hours 9-17", True),
        ("cb client person acme add NAME", True),
        ("cb client person acme list", False),
        ("cb client show acme", False),
        ("cb data undo", True),
        ("cb data check", False),
        ("cb today", False),
    ],
)
def test_a_next_command_that_writes_gives_way_to_files_of_your_own(command: str, *, writes: bool) -> None:
    shown = for_sample(page_of(Title("Acme"), Next(command, "why")))
    (offered_next,) = (block.command for block in shown.blocks if isinstance(block, Next))
    assert offered_next == ("cb init" if writes else command.replace("cb ", "cb --demo "))
