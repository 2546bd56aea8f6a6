import pytest

from clientbridge.adapters.workspace.vcards.card_lines import card_lines


@pytest.mark.parametrize(
    ("text", "name", "group", "parameters", "value"),
    [
        ("FN:Ana", "FN", "", {}, "Ana"),
        ("fn:a:b;c", "FN", "", {}, "a:b;c"),
        ("item1.EMAIL;type=pref:x", "EMAIL", "ITEM1", {"TYPE": ("pref",)}, "x"),
        ("TEL;WORK;VOICE:1", "TEL", "", {"": ("WORK", "VOICE")}, "1"),
        ("TEL;TYPE=a,b;type=c:1", "TEL", "", {"TYPE": ("a", "b", "c")}, "1"),
        ('TEL;TYPE="a,b":1', "TEL", "", {"TYPE": ("a,b",)}, "1"),
        ('A;B="x:y;z":1', "A", "", {"B": ("x:y;z",)}, "1"),
        ('A;B="x:1', "A", "", {"B": ("x",)}, "1"),  # the quote is never closed
        ('A;B=x "y" z:1', "A", "", {"B": ('x "y" z',)}, "1"),
        ("A;B=^n^^^'^x:1", "A", "", {"B": (' ^"^x',)}, "1"),
        ("A;B=:1", "A", "", {"B": ("",)}, "1"),
        ("A ; B = c : 1", "A", "", {"B": ("c",)}, " 1"),
        ("A;:1", "A", "", {"": ("",)}, "1"),
        ("A;B=" + "c" * 30_000 + ":1", "", "", {}, "?"),
        ("A:" + "c" * 30_000, "A", "", {}, "c" * 19_998),
        ("no property: x", "", "", {}, "no property: x"),
        (":x", "", "", {}, ":x"),
        ("abc", "", "", {}, "?"),
        ("  ", "", "", {}, ""),
        ("A:b\r\n c\n\td\r e", "A", "", {}, "bcde"),
        ("A;B\r\n =c:d", "A", "", {"B": ("c",)}, "d"),
        ("A\r\n :d", "A", "", {}, "d"),
        ("A;QUOTED-PRINTABLE:b=\r\nc=\r\n d=20=\n e\n f", "A", "", {"": ("QUOTED-PRINTABLE",)}, "bc d=20ef"),
        ("A;QUOTED-PRINTABLE:b=\r\n =C3", "A", "", {"": ("QUOTED-PRINTABLE",)}, "b=C3"),
        ("A:b=\r\n c", "A", "", {}, "b=c"),
        ("A;QUOTED-PRINTABLE:b= \r\n\r\nc", "A", "", {"": ("QUOTED-PRINTABLE",)}, "bc"),
    ],
)
def test_a_line(text: str, name: str, group: str, parameters: dict[str, tuple[str, ...]], value: str) -> None:
    (line,) = card_lines(text)
    assert (line.name, line.group, line.parameters, line.value) == (name, group, parameters, value)


def test_lines_end_where_the_next_begins() -> None:
    marks = "BEGIN:VCARD\n x:y\nA;QUOTED-PRINTABLE:b=\r\nEND:VCARD\r\n"
    text = f"{marks}B:c\rD:e\n\n\nF;QUOTED-PRINTABLE:g=\n\nH:i\x85j"
    assert [(line.name, line.value) for line in card_lines(text)] == [
        ("BEGIN", "VCARD"),
        ("X", "y"),
        ("A", "b="),
        ("END", "VCARD"),
        ("B", "c"),
        ("D", "e"),
        ("F", "g="),
        ("H", "i\x85j"),
    ]
