"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest

from conftest import Run
from generated_docs import FORMATS, PAGE, commands_page, with_key_tables
from transcripts import Step, shown, steps

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = [step for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for step in steps(block)]


def test_the_commands_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == commands_page(), "run: make docs"


@pytest.mark.parametrize("step", SHOWN, ids=lambda step: step.command)
def test_every_command_of_the_readme_prints_what_the_readme_shows(step: Step, run: Run) -> None:
    answer = run(*step.words)
    assert shown(answer.code, answer.out, answer.err) == step.expected


def test_the_tables_of_keys_are_fresh() -> None:
    page = FORMATS.read_text(encoding="utf-8")
    assert page == with_key_tables(page), "run: make docs"


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_first_block_of_the_readme_is_two_commands() -> None:
    block = re.search(r"```\w*\n(.*?)```", README, re.DOTALL)
    assert block is not None
    assert len(block[1].strip().splitlines()) == 2
