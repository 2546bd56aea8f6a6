"""The block of answers, whatever mail programs did to its lines."""

import pytest

from clientbridge.adapters.workspace.replies.ask_reply import ask_reply
from clientbridge.core.errors import FileFailedError

BLOCK = """\
Here are my answers.

Please keep the following lines.
cb-ask: hikari/sato
name: 佐藤%20健一
hours: mon%2Ctue%2009%3A00-17%3A30
feast: diwali
feast: easter
notes: Long%20text%20with%3A%20a%20colon
%20and%20more
cb-ask: end

Sent from my phone
"""
ANSWERS = (
    ("name", "佐藤 健一"),
    ("hours", "mon,tue 09:00-17:30"),
    ("feast", "diwali"),
    ("feast", "easter"),
    ("notes", "Long text with: a colon and more"),
)


def quoted(text: str, mark: str) -> str:
    return "".join(f"{mark}{line}\n" for line in text.splitlines())


def wrapped(text: str, width: int) -> str:
    """As a program does that breaks each line hard."""
    lines = (
        line
        for long in text.splitlines()
        for line in (long[at : at + width] for at in range(0, len(long) or 1, width))
    )
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        BLOCK,
        BLOCK.replace("\n", "\r\n"),
        quoted(BLOCK, "> "),
        quoted(BLOCK, "> > "),
        quoted(BLOCK, ">>"),
        quoted(BLOCK, "| "),
        wrapped(BLOCK, 30),
        quoted(wrapped(BLOCK, 24), "> "),
        BLOCK.replace("\n", "  \n"),
        BLOCK.replace("\n", "\n\n"),
        f"cb-ask: hikari/sato\nname: cut\n\n{BLOCK}",
    ],
)
def test_answers_survive_their_way(text: str) -> None:
    reply = ask_reply(["no block", text], file="reply.eml")
    assert reply.party == "hikari/sato"
    assert reply.answers == ANSWERS


def test_of_several_blocks_the_first_counts() -> None:
    older = BLOCK.replace("diwali", "passover")
    assert ask_reply([BLOCK + quoted(older, "> ")], file="x").answers == ANSWERS


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("Thank you!", "reply.eml holds no answers of a page of cb ask"),
        ("", "reply.eml holds no answers of a page of cb ask"),
        (BLOCK.partition("cb-ask: end")[0], "the answers in reply.eml are cut off"),
        ("cb-ask: a/b\n" + "x: y\n" * 500 + "cb-ask: end\n", "the answers in reply.eml are cut off"),
    ],
)
def test_without_a_whole_block_there_is_no_answer(text: str, say: str) -> None:
    with pytest.raises(FileFailedError) as failed:
        ask_reply([text], file="reply.eml")
    assert failed.value.say == say


def test_a_block_may_be_empty() -> None:
    assert ask_reply(["cb-ask: a/b\ncb-ask: end"], file="x").answers == ()
