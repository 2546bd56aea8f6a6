"""The page of an offer as it is written: right without its script, in the client's zone and language."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from page_offers import written

from clientbridge.adapters.data_files import data_folder

LARGEST = 60_000
LONGEST_LINK = 2000
"""What mail programs and systems still take of a link."""
COUNTRIES = {"en": "IE", "zh-Hant": "TW", "pt-BR": "BR", "nb": "NO", "ja": "JP", "ar": "EG", "hi": "IN"}
LANGUAGES = sorted(path.stem for path in (data_folder() / "page_words").iterdir())


def texts(page: str) -> str:
    body = re.sub(r"(?s)^.*?<main>|<script.*", "", page)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="(mailto:[^"]*)"', page)]


def data(page: str) -> dict[str, object]:
    found = re.search(r'id="data">(.*?)</script>', page)
    assert found is not None
    values: dict[str, object] = json.loads(found[1])
    return values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fits_a_mail_and_its_links_a_system(language: str) -> None:
    page = written(language, COUNTRIES.get(language, language.upper()), "Asia/Kathmandu")
    assert len(page.encode()) < LARGEST
    assert len(links(page)) == 4
    assert max(map(len, links(page))) < LONGEST_LINK
    assert "{" not in texts(page)


def test_without_its_script_the_page_tells_the_times_of_the_client() -> None:
    text = texts(written("de", "AT", "America/New_York"))
    assert "Bitte antworten Sie bis Sonntag, 29. November 2026, 11:00, New York (UTC-05:00) ." in text
    assert "2. Dienstag, 1. Dezember 2026 18:30–19:30 New York (UTC-05:00)" in text
    assert (
        "Lea Peeters : Mittwoch, 2. Dezember 2026, 00:30–01:30, Brüssel (UTC+01:00) – an einem anderen Datum"
    ) in text
    assert "2026-12-01 23:30 UTC" in text
    assert "Dauer: 60 Minuten" in text


@pytest.mark.parametrize(
    ("language", "country", "zone", "shown"),
    [
        ("en", "US", "America/Chicago", "Monday, November 30, 2026 2:00 AM–3:00 AM Chicago (UTC-06:00)"),
        ("en", "IE", "Europe/Dublin", "Monday 30 November 2026 08:00–09:00 Dublin (UTC+00:00)"),
        ("en", "JP", "Asia/Tokyo", "Monday, 30 November 2026 17:00–18:00 Tokyo (UTC+09:00)"),
        ("ja", "JP", "Asia/Tokyo", "2026年11月30日月曜日 17:00–18:00 東京 (UTC+09:00)"),
        ("sw", "KE", "Africa/Nairobi", "Monday, 30 November 2026 11:00–12:00 Nairobi (UTC+03:00)"),
    ],
)
def test_dates_and_clocks_are_those_of_the_reader(language: str, country: str, zone: str, shown: str) -> None:
    assert shown in texts(written(language, country, zone)).replace("\u202f", " ")


def test_a_choice_is_a_mail_that_says_it_in_words_and_for_a_program() -> None:
    choices = [urlsplit(link) for link in links(written("fr", "FR", "Europe/Paris"))]
    assert {choice.path for choice in choices} == {"lea@example.com"}
    bodies = [parse_qs(choice.query)["body"][0].split("\r\n") for choice in choices]
    said = "Je choisis l’horaire 2 : mercredi 2 décembre 2026, 00:30–01:30, Paris (UTC+01:00)"
    assert bodies[1] == [
        f"{said} = 2026-12-01 23:30 UTC.",
        *("", "", ""),
        "Merci de conserver la dernière ligne.",
        "cb-offer: k3f9 2",
        "",
    ]
    assert bodies[3][0] == "Aucun des horaires proposés ne me convient. Je préférerais :"
    assert [body[-2] for body in bodies] == [f"cb-offer: k3f9 {n}" for n in (1, 2, 3, 0)]


def test_where_no_address_is_known_a_button_shows_the_text_to_send() -> None:
    page = written("nl", "BE", "Europe/Brussels", address=None)
    assert links(page) == []
    assert page.count('<button type="button" class="act choose js-only"') == 3
    assert "Kopieert u deze tekst en stuurt u hem naar Lea Peeters ." in texts(page)


def test_of_one_clock_yours_is_not_told_twice() -> None:
    assert written("nl", "BE", "Europe/Brussels").count(' id="mine1" hidden>') == 1
    assert written("ja", "JP", "Asia/Tokyo").count(' id="mine1">') == 1


def test_hostile_names_stay_names() -> None:
    bad = "</script><script>alert(1)</script>\u2028\"'&<img src=x onerror=alert(1)>{n}\u202e"
    for language, country in (("en", "IE"), ("ar", "EG")):
        page = written(language, country, "Europe/Dublin", sender=bad, reader=bad)
        assert page.count("<script") == page.count("</script>") == 2
        assert "<img" not in page
        assert not set("\u2028\u202e") & set(page)
        assert page.count("{n}") >= 3, "a blank in a name is no blank of ours"
        assert data(page)["id"] == "k3f9"


def test_the_page_knows_what_a_browser_with_old_zones_gets_wrong() -> None:
    known = data(written("ja", "JP", "Asia/Tokyo"))
    assert known["zones"] == ["Asia/Tokyo", "Europe/Brussels"]
    assert known["offsets"] == {"Asia/Tokyo": [540] * 3, "Europe/Brussels": [60] * 3}
    assert known["expires"] == "2026-11-29T16:00:00Z"
