import pytest

from clientbridge.core.workspace.written_names import NameParts, without_title, written_name


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
