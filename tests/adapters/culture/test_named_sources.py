"""Readers see who says so by name, never the key by which a country file names a source."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from brief_samples import notes_of
from culture_rules import source
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.adapters.culture.named_sources import named_sources
from clientbridge.core.culture.checking.country_texts import sentences
from clientbridge.core.culture.country import CountryNotes

SOURCES = {
    "wtg": replace(source("wtg"), publisher="World Travel Guide text, here on asia-now.net"),
    "gtai": replace(source("gtai"), publisher="Germany Trade & Invest (Heiko Stumpf)"),
    "copy": replace(source("copy"), publisher="World Travel Guide (copy)"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, None),
        ("Plainer in the south.", "Plainer in the south."),
        ("Plainer in the south (wtg).", "Plainer in the south (World Travel Guide)."),
        (
            "Frank (gtai); hinted at (trainers, wtg).",
            "Frank (Germany Trade & Invest); hinted at (trainers, World Travel Guide).",
        ),
        ("Two copies of one text (wtg, copy).", "Two copies of one text (World Travel Guide)."),
        ("Who gives wtg its name (in the north) is not asked.",) * 2,
    ],
)
def test_keys_in_brackets_become_publishers(text: str | None, expected: str | None) -> None:
    assert named_sources(text, SOURCES) == expected


def keys_shown(notes: CountryNotes) -> Iterator[str]:
    publishers = {source.publisher for source in notes.sources.values()}
    for _, text in sentences(notes):
        for words in re.findall(r"\(([^()]+)\)", text):
            keys = {word for word in words.split(", ") if word in notes.sources or "_" in word}
            yield from keys - publishers


@pytest.mark.parametrize("code", codes_with_files(DATA / "countries"))
def test_no_text_of_any_country_shows_a_key(code: str) -> None:
    assert not list(keys_shown(notes_of(code)))
