from dataclasses import replace

import pytest
from people import HIKARI, MORI, TANAKA

from clientbridge.core.errors import AmbiguousNameError, UnknownNameError
from clientbridge.core.workspace.name_matching import matched, person_of
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
def test_an_id_wins_over_a_name_and_a_name_over_a_start(name: str, client: str) -> None:
    assert matched(name, CLIENTS, kind="client") == client


def test_several_that_fit_are_all_said() -> None:
    with pytest.raises(AmbiguousNameError) as refused:
        matched("ac", CLIENTS, kind="client")
    assert refused.value.candidates == ("acme", "acme-optics", "optics")


@pytest.mark.parametrize("name", ["", "  ", "zzz"])
def test_what_fits_nobody_is_refused_even_where_there_is_one(name: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        matched(name, {"acme": ("acme", "Acme KK")}, kind="client")
    assert refused.value.hint == "known: acme"


def test_the_nearest_are_proposed_by_their_ids() -> None:
    with pytest.raises(UnknownNameError) as refused:
        matched("agua de norte", CLIENTS, kind="client")
    assert refused.value.nearest == ("norte",)


@pytest.mark.parametrize(
    ("name", "person"),
    [("mori", MORI), ("Yui", MORI), ("tanaka", TANAKA), ("taro t", TANAKA), ("ken", MORITA)],
)
def test_a_person_by_id_name_or_one_word_of_it(name: str, person: Person) -> None:
    assert person_of(replace(HIKARI, people=(TANAKA, MORI, MORITA)), name) is person


def test_people_are_proposed_as_they_are_typed() -> None:
    with pytest.raises(UnknownNameError) as refused:
        person_of(HIKARI, "tanak4")
    assert refused.value.say == "unknown person at Hikari KK 'tanak4'"
    assert refused.value.nearest == ("hikari/tanaka",)
    with pytest.raises(UnknownNameError) as nobody:
        person_of(replace(HIKARI, people=()), "tanaka")
    assert nobody.value.hint == "Hikari KK has no people yet"
