"""The page that asks: every language whole and light, and the same questions for everyone."""

import re
from html import unescape

import pytest

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.adapters.data_files import data_folder
from clientbridge.core.workspace.asking.questions import FEASTS, QUESTIONS, SCALES
from clientbridge.render.workspace.asking.ask_page import AskedPerson, ask_page

LANGUAGES = sorted(path.stem for path in (data_folder() / "page_words").iterdir())
LARGEST = 25_000


def page(language: str, country: str = "IE", name: str = "Sato", address: str | None = "l@ex.org") -> str:
    person = AskedPerson(party="hikari/sato", name=name, sender="Lea", address=address)
    return ask_page(page_words(language, country, "ask"), person)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_asks_the_same(language: str) -> None:
    text = page(language)
    assert len(text.encode()) < LARGEST
    assert re.findall(r'name="feast" value="(\w+)"', text) == list(FEASTS)
    for scale in SCALES:
        assert re.findall(rf'name="{scale}" value="(\d?)"', text) == ["1", "3", "5", ""]
    assert "checked" not in re.sub(r'value="" checked', "", text).partition("<script")[0]


def test_every_question_has_its_field() -> None:
    fields = set(re.findall(r' name="(\w+)"', page("en")))
    assert {question.key for question in QUESTIONS} - {"hours", "away"} <= fields
    assert {"day", "from", "to", "first1", "last3", "other"} <= fields


def test_weekdays_begin_as_they_do_there() -> None:
    days = [re.findall(r'name="day" value="(\w+)"', page("en", country)) for country in ("IE", "US")]
    assert [week[0] for week in days] == ["mon", "sun"]
    assert all(len(week) == 7 for week in days)


def test_a_name_stays_a_name() -> None:
    text = page("en", name="</script><script>alert(1)</script>")
    assert text.count("<script") == 2
    assert "For </script><script>alert(1)</script>" in unescape(re.sub(r"</?bdi>", "", text))


def test_without_an_address_the_answers_are_copied() -> None:
    assert 'id="again"' not in page("en", address=None)
    assert 'id="again"' in page("en")
