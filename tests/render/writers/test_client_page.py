"""The frame of a page for a client: nothing in it can become markup, and its policy allows nothing else."""

import base64
import hashlib
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from clientbridge.adapters.culture.page_words import page_words
from clientbridge.render.writers.client_page import ClientPage, as_json, client_page, mailto, sentence

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\u2028\u2029 lines",
    "<!--<script>",
    "\"'`${1}",
    "&lt;b&gt;",
    "{n} {when} {constructor}",
)


def page(language: str, country: str) -> str:
    words = page_words(language, country, "offer")
    return client_page(ClientPage(words=words, title="T < 1", body="<main></main>", script="", data={"a": 1}))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_inside_an_element_ends_neither_it_nor_a_line(text: str) -> None:
    written = as_json({"name": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


def test_only_the_style_and_the_script_of_the_page_may_act() -> None:
    text = page("en", "IE")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    script = re.search(r"<script>(.*)</script>", text, re.DOTALL)
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert policy is not None
    assert script is not None
    assert style is not None
    hashes = [
        base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode() for part in (style, script)
    ]
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "style=" not in text
    assert "onclick" not in text


@pytest.mark.parametrize(
    ("language", "country", "opening"),
    [
        ("ja", "JP", '<html lang="ja" dir="ltr">'),
        ("ar", "EG", '<html lang="ar" dir="rtl">'),
        ("he", "IL", '<html lang="he" dir="rtl">'),
        ("pt", "BR", '<html lang="pt-BR" dir="ltr">'),
        ("sw", "KE", '<html lang="en" dir="ltr">'),
    ],
)
def test_a_page_says_its_language_and_direction(language: str, country: str, opening: str) -> None:
    assert opening in page(language, country)


def test_a_name_in_a_sentence_keeps_to_itself() -> None:
    words = page_words("en", "IE", "offer")
    assert sentence(words, "for", client="<b>\u202eAcme") == "For <bdi>&lt;b&gt;Acme</bdi>"


def test_a_mail_keeps_every_character_and_its_lines() -> None:
    link = urlsplit(mailto("lea+x@example.com", "Fragen & Ziele?", "Größe 1 + 1 = 2\n会議\n"))
    assert (link.scheme, unquote(link.path)) == ("mailto", "lea+x@example.com")
    assert parse_qs(link.query) == {"subject": ["Fragen & Ziele?"], "body": ["Größe 1 + 1 = 2\r\n会議\r\n"]}
