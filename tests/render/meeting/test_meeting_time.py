"""One time judged: you are you, and a time that nothing near can replace leads to the whole question."""

from conftest import Run


def test_the_next_command_is_offered_where_nothing_near_works(run: Run) -> None:
    words = ("meet", "hikari", "bayside", "--at", "2026-12-15 16:00")
    answer = run("--demo", *words, terminal=True, width=80, NO_COLOR="1")
    assert answer.code == 1
    assert "No time within a week of it works.\n" in answer.out
    assert "Next: cb --demo meet hikari bayside  what is in the way, and what would help\n" in answer.out


def test_you_are_called_you(run: Run) -> None:
    shown = run("--demo", "meet", "hikari", "--at", "2026-12-15 15:00", terminal=True, width=80).out
    assert "Lea Peeters" not in shown
    assert "The nearest that works: " in shown
    assert "instead of" not in shown
