"""What the documents say is what the program does."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from command_words import WORDS, command_words
from generated_docs import FORMATS, PAGE, commands_page, with_key_tables
from man_page import MAN_PAGE, man_page
from transcripts import PROMPT, Step, shown, steps
from word_table import DATES, with_word_table

from clientbridge.cli.app import COMMANDS, GROUPS
from clientbridge.core.time.typed.day_words import MONTHS, NUMBERS, VOCABULARY
from conftest import Run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = [step for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for step in steps(block)]


def test_the_readme_shows_what_the_program_prints(run: Run) -> None:
    """With REWRITE_GOLDEN (`make golden`) the README is written anew."""
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        fresh = "".join(f"{PROMPT}{step.command}\n{_answer(run, step)}\n" for step in steps(block))
        text = text.replace(block, fresh)
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "run: make golden"
    assert SHOWN


def _answer(run: Run, step: Step) -> str:
    answer = run(*step.words)
    return shown(answer.code, answer.out, answer.err)


def test_the_words_for_the_tab_key_are_fresh() -> None:
    assert WORDS.read_text(encoding="utf-8") == command_words(), "run: make docs"


def test_the_man_page_is_fresh() -> None:
    assert MAN_PAGE.read_text(encoding="utf-8") == man_page(), "run: make docs"


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_the_man_page_is_read_without_a_warning() -> None:
    read = subprocess.run(
        ["man", "--warnings", "--encoding=UTF-8", "--local-file", str(MAN_PAGE)],
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert read.stderr == ""
    for command in (*COMMANDS, *GROUPS):
        assert f"cb {command}" in read.stdout


def test_the_commands_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == commands_page(), "run: make docs"


def test_the_tables_of_the_file_formats_are_fresh() -> None:
    text = FORMATS.read_text(encoding="utf-8")
    assert text == with_key_tables(text), "run: make docs"


def test_the_words_of_dates_mean_what_their_page_says() -> None:
    text = DATES.read_text(encoding="utf-8")
    assert text == with_word_table(text), "run: make docs"


def test_the_page_of_dates_names_every_word() -> None:
    """Numbers, months and weekdays have one example each."""
    page = set(re.findall(r"\w+", DATES.read_text(encoding="utf-8").casefold()))
    assert VOCABULARY - set(NUMBERS) - set(MONTHS) - {"weeks", "days", "months", "years", "am", "pm"} <= page


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_files_that_the_readme_shows_are_right(run: Run, tmp_path: Path) -> None:
    """Each block names its file in its first line."""
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", README, re.DOTALL)
    assert {name for name, _ in blocks} == {"me.yaml", "clients/acme.yaml"}
    for folder in ("clients", "calendars"):
        (tmp_path / folder).mkdir()
    (tmp_path / "calendars" / "lea.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    for name, text in blocks:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("data", "check", folder=tmp_path).code == 0
    assert run("meet", "acme/sato", folder=tmp_path).code == 0


def test_what_the_readme_says_to_type_can_be_typed(run: Run, tmp_path: Path) -> None:
    """In the first five minutes: those that ask have their answers as options here."""
    section = README.partition("## The first five minutes")[2].partition("```sh\n")[2].partition("```")[0]
    lines = [line.partition("  #")[0].strip() for line in section.splitlines()]
    answers = {
        "cb init": 'cb init . --name "Lea Peeters" --country Brussels',
        'cb client add "Acme"': 'cb client add "Acme" --country Oslo',
    }
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "lea.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    moved = [lines[0], *lines[2:3], *lines[1:2], *lines[3:]]  # without a client there is no time to find
    for line in moved:
        answer = run(*shlex.split(answers.get(line, line))[1:], folder=tmp_path, SHELL="/bin/bash")
        assert answer.code == 0, f"{line}: {answer.err}"


def test_the_first_block_of_the_readme_is_two_commands() -> None:
    block = re.search(r"```\w*\n(.*?)```", README, re.DOTALL)
    assert block is not None
    assert len(block[1].strip().splitlines()) == 2
