import json

import pytest

from conftest import Run


def test_two_places_side_by_side_need_no_workspace(run: Run) -> None:
    answer = run("culture", "JP", "Brazil")
    assert (answer.code, answer.err) == (0, "")
    assert "Working with Japan  beside Brazil" in answer.out
    assert "○ Brazil   ● Japan   ◉ both" in answer.out


def test_plain_says_the_picture_in_words(run: Run) -> None:
    out = run("culture", "JP", "BR", "--plain").out
    assert "The clock, from 1 (to the minute) to 5 (loosely): Brazil 4, Japan 1, high confidence" in out
    assert not set(out) & set("○●◉─·")


def test_the_gaps_are_those_of_the_brief(run: Run) -> None:
    brief = json.loads(run("--demo", "brief", "hikari", "--json").out)
    culture = json.loads(run("--demo", "culture", "hikari", "--json").out)
    assert culture["kind"] == "culture"
    assert culture["gaps"] == brief["gaps"]
    assert culture["you"]["who"] == "you"


def test_another_home_country_can_be_asked_for(run: Run) -> None:
    answer = json.loads(run("culture", "JP", "--you", "NL", "--json").out)
    assert answer["you"] == {"code": "NL", "name": "Netherlands", "region": None, "who": None}


def test_one_topic(run: Run) -> None:
    answer = json.loads(run("culture", "JP", "--topic", "virtual meetings", "--json").out)
    assert {claim["topic"] for claim in answer["claims"]} == {"virtual_meetings"}


def test_a_topic_of_which_nothing_is_known_is_the_answer_none(run: Run) -> None:
    assert run("culture", "MG", "--topic", "email").code == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("culture", "Japn"), 3, "Japan"),
        (("culture", "JP", "--topic", "emial"), 3, "email"),
        (("culture", "JP", "BR", "--you", "NL"), 2, "leave out --you"),
    ],
)
def test_what_cannot_be_answered_says_why(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


@pytest.mark.parametrize("option", ["--full", "--why", "--phrases"])
def test_longer_answers_fit_the_screen(run: Run, option: str) -> None:
    answer = run("--demo", "culture", "hikari", option)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert all(len(line) <= 80 for line in lines if not line.startswith("  http"))


def test_a_topic_on_which_all_is_left_out_says_so(run: Run) -> None:
    """Ana's `call` is known, and Brazil's one claim on names tells of Senhor and Senhora."""
    answer = run("--demo", "culture", "solaris", "--topic", "names")
    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        "1 line is left out, as you noted otherwise; all of them:",
        "cb --demo culture BR --full",
    ]
    assert "Senhor" in run("--demo", "culture", "BR", "--topic", "names").out
