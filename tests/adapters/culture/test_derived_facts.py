import pytest

from clientbridge.adapters.culture.derived_facts import place_facts
from clientbridge.adapters.days.places import country_codes

WITHOUT_PEOPLE = {"AQ", "BV", "HM", "TF"}


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("JP", "Japanese", ("JPY", "Sunday", "2026/11/24", "1,234.5")),
        ("BR", "Portuguese", ("BRL", "Sunday", "24/11/2026", "1.234,5")),
        ("DE", "German", ("EUR", "Monday", "24.11.26", "1.234,5")),
        ("US", "English", ("USD", "Sunday", "11/24/26", "1,234.5")),
    ],
)
def test_facts_of_known_places(code: str, language: str, expected: tuple[str, str, str, str]) -> None:
    facts = place_facts(code)
    assert facts.languages == (language,)
    assert (facts.currency, facts.first_weekday, facts.date_example, facts.number_example) == expected


def test_every_place_has_its_facts() -> None:
    lacking = [
        code
        for code in country_codes()
        if not (facts := place_facts(code)).languages or not facts.currency or not facts.native_names
    ]
    assert set(lacking) <= WITHOUT_PEOPLE


def test_the_order_of_names_is_told_where_it_differs() -> None:
    assert "surname often comes first" in (place_facts("HU").order_of_names or "")
    assert "father's name" in (place_facts("LK").order_of_names or "")
    assert place_facts("BR").order_of_names is None
