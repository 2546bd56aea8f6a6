"""Names of files as ids: twins, devices, signs that cannot be seen."""

from unicodedata import normalize

import pytest

from clientbridge.core.workspace.client_ids import (
    is_device_name,
    mixes_alphabets,
    sharing_a_name,
    telling_words,
    twins,
    why_unfit,
)

COMPOSED, DECOMPOSED = normalize("NFC", "josé"), normalize("NFD", "josé")


@pytest.mark.parametrize(
    "name", ["con", "NUL", "aux", "Prn", "com1", "LPT9", "com0", "lpt²", "con.yaml", "nul .x"]
)
def test_what_windows_takes_for_a_device(name: str) -> None:
    assert is_device_name(name)


@pytest.mark.parametrize("name", ["acme", "console", "com", "com10", "lpt", "con-edison", "a.con", ""])
def test_what_windows_takes_for_a_file(name: str) -> None:
    assert not is_device_name(name)


def test_twins_differ_in_capitals_or_in_how_accents_are_stored() -> None:
    ids = ["Acme", "acme", "ACME", COMPOSED, DECOMPOSED, "jose", "Straße", "strasse", "b"]
    assert twins(ids) == (("Acme", "acme", "ACME"), (COMPOSED, DECOMPOSED), ("Straße", "strasse"))
    assert twins(["jose", COMPOSED]) == ()


def test_clients_called_alike() -> None:
    names = {"a": "Acme  KK", "b": "Acme", "c": "ACME kk", "d": f"{COMPOSED} SA", "e": f"{DECOMPOSED} SA"}
    assert sharing_a_name(names) == (("a", "c"), ("d", "e"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("-x", "reads as an option"),
        ("two\nlines", "cannot be seen"),
        ("a\x00b", "cannot be seen"),
        ("acme\u202egpj", "cannot be seen"),
        ("zero\u200bwidth", "cannot be seen"),
        (" acme", "blank"),
        ("acme ", "blank"),
        ("lat\udce9", "not UTF-8"),
    ],
)
def test_names_that_nobody_can_type_or_see(name: str, why: str) -> None:
    assert why in str(why_unfit(name))


@pytest.mark.parametrize(
    "name", ["acme", "My Client", COMPOSED, DECOMPOSED, "東京", "a.b", "été-1", "عميل", "👩‍🚀"]
)
def test_names_that_people_give_are_fine(name: str) -> None:
    assert why_unfit(name) is None


@pytest.mark.parametrize(
    ("name", "mixed"), [("ac\u043ce", True), ("acme", False), ("акме", False), ("акме co", False)]
)
def test_a_word_of_two_alphabets(name: str, *, mixed: bool) -> None:
    assert mixes_alphabets(name) is mixed


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("the lab", ("lab",)),
        ("al madar", ("madar",)),
        ("great plains seeds", ("plains", "seeds")),
        ("grupo bimbo", ("bimbo",)),
        ("ab volvo", ("volvo",)),
        ("ikea", ("ikea",)),
        ("bp", ("bp",)),
        ("kk hp", ("hp",)),
        ("new group", ()),
        ("4 2", ()),
        ("", ()),
    ],
)
def test_the_words_that_tell_a_client(name: str, telling: tuple[str, ...]) -> None:
    assert telling_words(name.split()) == telling
