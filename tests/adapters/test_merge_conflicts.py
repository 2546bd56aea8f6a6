"""What git leaves in a file that it could not merge."""

from clientbridge.adapters.merge_conflicts import without_conflicts
from clientbridge.adapters.yaml_files.reader import parse

TWO_SIDES = "name: A\n<<<<<<< HEAD\ncountry: JP\n=======\ncountry: XX\n>>>>>>> theirs\nlanguage: ja\n"


def test_the_first_side_is_read_and_lines_keep_their_numbers() -> None:
    around = without_conflicts(TWO_SIDES, file="clients/a.yaml")
    assert around.text.splitlines() == ["name: A", "", "country: JP", "", "", "", "language: ja"]
    assert around.lines == frozenset(range(2, 7))


def test_each_conflict_is_told_once_with_what_to_do() -> None:
    read = parse((TWO_SIDES + TWO_SIDES.partition("\n")[2]).encode(), file="clients/a.yaml")
    conflicts = [problem for problem in read.problems if "could not merge" in problem.say]
    assert [(problem.line, problem.say) for problem in conflicts] == [
        (2, "git could not merge lines 2 to 6: two versions stand here"),
        (8, "git could not merge lines 8 to 12: two versions stand here"),
    ]
    assert "delete those that start with <<<<<<<" in (conflicts[0].suggestion or "")
    assert [problem.line for problem in read.problems] == [2, 8, 9, 13]  # the others: keys given twice


def test_three_sides_and_windows_line_ends() -> None:
    text = "<<<<<<< a\r\nx: 1\r\n||||||| b\r\nx: 0\r\n=======\r\nx: 2\r\n>>>>>>> c\r\n"
    assert without_conflicts(text, file="f").text == "\nx: 1\r\n\n\n\n\n\n"


def test_what_only_looks_like_a_conflict_stays() -> None:
    text = "notes: |\n  <<<<<<< a\n=======\n>>>>>>> no start\n"
    assert without_conflicts(text, file="f").text == text
    half = "<<<<<<< HEAD\nname: A\n"
    assert without_conflicts(half, file="f").problems == ()
