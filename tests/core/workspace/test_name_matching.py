from dataclasses import replace

import pytest
from people import HIKARI, MORI, TANAKA

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.workspace.name_matching import match_all, match_one, match_person
from clientbridge.core.workspace.profiles import Person

CLIENTS = {
    "acme": ("acme", "Acme KK"),
    "acme-optics": ("acme-optics", "Optics of Acme"),
    "norte": ("norte", "Água do Norte"),
    "optics": ("optics", "Acme"),
}
MORITA = replace(MORI, id="morita", name="Ken Morita")


@pytest.mark.parametrize(
    ("name", "client"),
    [
        ("acme", "acme"),  # its id, though another is named so
        ("ACME KK", "acme"),
        ("agua do", "norte"),
        ("nor", "norte"),
        ("acme-", "acme-optics"),
    ],
)
def test_an_id_wins_over_a_name_and_a_name_over_a_prefix(name: str, client: str) -> None:
    assert match_one(name, CLIENTS, kind="client") == client


def test_an_ambiguous_name_lists_all_matches() -> None:
    with pytest.raises(AmbiguousNameError) as refused:
        match_one("ac", CLIENTS, kind="client")
    assert refused.value.candidates == ("acme", "acme-optics", "optics")
    assert refused.value.say == "'ac' matches more than one client"


@pytest.mark.parametrize("name", ["", "  ", "zzz"])
def test_a_name_without_a_match_is_refused_even_with_one_client(name: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_one(name, {"acme": ("acme", "Acme KK")}, kind="client")
    assert refused.value.hint == "known: acme"


def test_the_nearest_are_suggested_by_id() -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_one("agua de norte", CLIENTS, kind="client")
    assert refused.value.nearest == ("norte",)


@pytest.mark.parametrize(
    ("name", "person"),
    [("mori", MORI), ("Yui", MORI), ("tanaka", TANAKA), ("taro t", TANAKA), ("ken", MORITA)],
)
def test_a_person_by_id_name_or_one_word_of_it(name: str, person: Person) -> None:
    assert match_person(replace(HIKARI, people=(TANAKA, MORI, MORITA)), name) is person


def test_people_are_suggested_as_they_are_typed() -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_person(HIKARI, "tanak4")
    assert refused.value.say == "unknown person at Hikari KK 'tanak4'"
    assert refused.value.nearest == ("hikari/tanaka",)
    with pytest.raises(UnknownNameError) as nobody:
        match_person(replace(HIKARI, people=()), "tanaka")
    assert nobody.value.hint == "Hikari KK has no people yet"


@pytest.mark.parametrize(("known", "hint"), [(1, True), (12, True), (13, False), (0, False)])
def test_the_hint_lists_at_most_a_line_of_ids(known: int, *, hint: bool) -> None:
    ids = [f"client{number}" for number in range(known)]
    with pytest.raises(UnknownNameError) as refused:
        match_one("zzz", {id_: (id_,) for id_ in ids}, kind="client")
    assert refused.value.hint == (f"known: {', '.join(ids)}" if hint else None)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("acme", ("acme",)),  # an id before names
        ("acme kk", ("acme",)),
        ("ACME OF", ()),
        ("acme ", ("acme",)),
        ("o", ("acme-optics", "optics")),  # starts, in the order given
        ("águA DO NORTE", ("norte",)),
        ("kk", ()),  # not at the start
        ("", ()),
    ],
)
def test_every_match_of_a_name(name: str, keys: tuple[str, ...]) -> None:
    assert match_all(name, CLIENTS) == keys


def test_a_name_shared_by_two_is_ambiguous_before_prefixes_count() -> None:
    known = {"a": ("a", "Acme"), "b": ("b", "acme"), "c": ("c", "Acme KK")}
    assert match_all("acme", known) == ("a", "b")
    with pytest.raises(AmbiguousNameError) as refused:
        match_one("acme", known, kind="client")
    assert refused.value.candidates == ("a", "b")


def test_suggestions_are_distinct_and_replace_the_hint() -> None:
    known = {"acme": ("acme", "Acme KK"), "norte": ("norte", "Norte")}
    with pytest.raises(UnknownNameError) as refused:
        match_one("nort3", known, kind="client")
    assert refused.value.nearest == ("norte",)
    assert refused.value.hint == "did you mean 'norte'?"
    with pytest.raises(UnknownNameError) as with_hint:
        match_one("zzz", known, kind="client", hint="say which")
    assert with_hint.value.hint == "say which"


def test_a_person_that_is_not_there_is_told_from_a_client_without_people() -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_person(HIKARI, "zzzz")
    assert refused.value.hint is not None
    assert refused.value.hint.startswith("known: hikari/")


def test_an_unknown_name_is_refused_in_words() -> None:
    with pytest.raises(UnknownNameError) as refused:
        match_one("zzz", CLIENTS, kind="client")
    assert refused.value.say == "unknown client 'zzz'"
