import pytest

from clientbridge.core.workspace.written_names import (
    NameParts,
    is_sorted_name,
    without_quotes,
    without_title,
    written_name,
)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (NameParts(family="Doe", given="Jan"), "Jan Doe"),
        (
            NameParts(family="Doe", given="Jan", additional="K.", title="Dr.", suffix="Jr."),
            "Dr. Jan K. Doe Jr.",
        ),
        (NameParts(family="Doe"), "Doe"),
        (NameParts(given="Jan"), "Jan"),
        (NameParts(title="Dr.", suffix="Jr.", additional="K."), ""),
        (NameParts(family="Nguyễn", given="Văn An"), "Văn An Nguyễn"),
        (NameParts(family="Петров", given="Иван"), "Иван Петров"),
        (NameParts(family="山田", given="太郎"), "山田 太郎"),
        (NameParts(family="山田", given="太郎", title="様", suffix="先生"), "山田 太郎"),
        (NameParts(family="佐々木", given="みゆき"), "佐々木 みゆき"),
        (NameParts(family="王", given="小明"), "王小明"),
        (NameParts(family="王", given="明"), "王明"),
        (NameParts(family="欧阳", given="修"), "欧阳 修"),
        (NameParts(family="김", given="민준"), "김민준"),
        (NameParts(family="남궁", given="민준"), "남궁민준"),
        (NameParts(family="王", given="David"), "David 王"),
        (NameParts(given="太郎"), "太郎"),
    ],
)
def test_names_are_written_in_the_order_of_their_script(parts: NameParts, name: str) -> None:
    assert written_name(parts) == name


@pytest.mark.parametrize(
    ("name", "is_sorted"),
    [
        ("Doe, Jane", True),
        ("Doe, Dr. Jane", True),
        ("Doe ,Jane Dr.", True),
        ("Jane Doe", False),
        ("Doe, J.", False),
        ("Doe, Jane Ann", False),
        ("Acme, Jane", False),
    ],
)
def test_a_name_as_in_a_list_is_known_by_its_parts(name: str, *, is_sorted: bool) -> None:
    parts = NameParts(family="Doe", given="Jane", title="Dr." if "Dr." in name else "")
    assert is_sorted_name(name, parts) is is_sorted


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("'Ana'", "Ana"),
        ('" Ana "', "Ana"),
        ("'Ali' O'Neill'", "'Ali' O'Neill'"),
        ("O'", "O'"),
        ("", ""),
    ],
)
def test_quotes_around_a_name_are_no_part_of_it(name: str, inside: str) -> None:
    assert without_quotes(name) == inside


@pytest.mark.parametrize(
    ("name", "title", "rest"),
    [
        ("Dr. Ana Souza", "", "Ana Souza"),
        ("Herr Prof. Jan Doe", "Herr Prof.", "Jan Doe"),
        ("Ana Souza", "Dr.", "Ana Souza"),
        ("J. R. Smith", "", "Smith"),
        ("Dr.", "Dr.", "Dr."),
        ("", "Dr.", ""),
    ],
)
def test_a_title_is_no_part_of_the_name(name: str, title: str, rest: str) -> None:
    assert without_title(name, title) == rest
