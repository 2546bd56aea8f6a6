import pytest

from clientbridge.render.shell_words import divided, options_with_values, shell_words


def test_a_word_has_its_quotes_and_what_is_glued_to_it() -> None:
    line = """cb log acme "what was said" 'it'"'"'s "now"' --with=ana $'a\\x0ab \\' c'"""
    assert shell_words(line) == [
        "cb",
        "log",
        "acme",
        '"what was said"',
        """'it'"'"'s "now"'""",
        "--with=ana",
        "$'a\\x0ab \\' c'",
    ]
    assert shell_words("cb log it's") == ["cb", "log", "it's"]


def test_an_option_stays_with_its_value() -> None:
    words = ["cb", "meet", "acme", "--next", "1w", "--map", "--optional", "zoe", "bo"]
    assert options_with_values(words) == ["cb", "meet", "acme", "--next 1w", "--map", "--optional zoe", "bo"]


@pytest.mark.parametrize(
    ("word", "room", "first", "rest"),
    [
        ("abcdefgh", 5, "abcde", "fgh"),
        ('"what was said"', 8, '"what "', '"was said"'),
        ('"what was said"', 13, '"what was "', '"said"'),
        ("'it'\"'\"'s'", 6, "'it'", "\"'\"'s'"),
        ("$'ab\\x0acd'", 6, "$'ab'", "$'\\x0acd'"),
        ("$'é\\xe2\\x80\\xa8cd'", 16, "$'é\\xe2\\x80\\xa8'", "$'cd'"),
        ("'a'\\\\'b'", 4, "'a'", "\\\\'b'"),
        ("ab", 1, "a", "b"),
        ("ab", 0, "a", "b"),
    ],
)
def test_a_word_is_divided_after_a_blank_with_both_parts_quoted(
    word: str, room: int, first: str, rest: str
) -> None:
    assert divided(word, room, len) == (first, rest)
