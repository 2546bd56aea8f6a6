"""A brief fits one screen for every pair of countries, and can be read aloud."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from brief_samples import ANA, HOLIDAY, call, notes_of
from culture_samples import DATA

from clientbridge.adapters.culture.country_files import codes_with_files
from clientbridge.core.briefing.briefing import Briefing
from clientbridge.core.briefing.prepare import prepare
from clientbridge.render.briefing.briefing import page
from clientbridge.render.briefing.screen import phrase_for_screen
from clientbridge.render.formats import Look
from clientbridge.render.line_wrapping import columns, line_count
from clientbridge.render.page import Facts
from clientbridge.render.views import CultureView
from clientbridge.render.writers.to_html import to_html
from clientbridge.render.writers.to_markdown import to_markdown
from clientbridge.render.writers.to_plain import to_plain
from clientbridge.render.writers.to_terminal import to_terminal

CODES = codes_with_files(DATA / "countries")
NOTES = {code: notes_of(code) for code in CODES}
CROWD = tuple(
    replace(ANA, id=f"p{number}", name=f"Maria da Conceição Albuquerque {number}") for number in range(4)
)


def busy(you: str, them: str) -> Briefing:
    """A call on a day with much to say: a holiday in the week, several people, a last contact."""
    return prepare(
        call(
            you=NOTES[you],
            them=NOTES[them],
            people=CROWD,
            facts={date(2026, 12, 24): HOLIDAY, date(2026, 12, 22): HOLIDAY},
            now=datetime(2026, 12, 22, 7, 40, tzinfo=UTC),
            observes=("christmas",),
        )
    )


@pytest.mark.parametrize("them", CODES)
def test_one_screen_for_every_home_country(them: str) -> None:
    for you in CODES:
        brief = busy(you, them)
        facts = next(block for block in page(brief).blocks if isinstance(block, Facts))
        width = 80 - max(columns(label) for label, _ in facts.rows) - 2
        lines = sum(line_count("".join(piece.text for piece in said), width) for _, said in facts.rows)
        assert lines + 2 <= 24, (you, them)


@pytest.mark.parametrize("them", CODES)
def test_what_is_measured_is_what_is_printed(them: str) -> None:
    text = to_terminal(page(busy(CODES[0], them)), Look())
    lines = text.splitlines()
    assert len(lines) <= 24
    assert max(columns(line) for line in lines) <= 80


@pytest.mark.parametrize("them", CODES)
def test_plain_reads_as_sentences(them: str) -> None:
    lines = to_plain(page(busy(CODES[0], them))).splitlines()
    assert all(line and "  " not in line for line in lines)
    assert not any(char in line for line in lines for char in "│─●○·")
    assert all(": " in line for line in lines)


@pytest.mark.parametrize(
    "view",
    [CultureView(full=True), CultureView(why=True), CultureView(in_person=True), CultureView(phrases=True)],
)
def test_every_view_can_be_written_in_every_way(view: CultureView) -> None:
    shown = page(busy("BE", "JP"), view)
    assert to_plain(shown).startswith("Acme Works")
    assert to_markdown(shown).startswith("# Acme Works")
    assert max(columns(line) for line in to_terminal(shown, Look()).splitlines()) <= 80


def test_why_names_the_sources_of_each_gap() -> None:
    brief = busy("BE", "JP")
    said = to_plain(page(brief, CultureView(why=True)))
    assert all(NOTES["JP"].sources[key].url in said for gap in brief.gaps for key in gap.sources)


def test_a_note_of_yours_says_so() -> None:
    brief = prepare(call(you=NOTES["BE"], them=NOTES["JP"], client_culture={"schedule": 5}))
    assert "(your note on this client)" in to_plain(page(brief))


def test_in_person_adds_what_a_call_does_not_need() -> None:
    short, long = (
        to_plain(page(busy("BE", "JP"), view)) for view in (CultureView(), CultureView(in_person=True))
    )
    assert "Gifts" not in short
    assert "Gifts" in long


def test_html_is_one_page_without_script_or_address_to_fetch() -> None:
    made = to_html(page(busy("BE", "JP"), CultureView(full=True)))
    assert made.startswith("<!doctype html>")
    assert "<script" not in made
    assert "src=" not in made
    assert "href=" not in made
    hostile = replace(busy("BE", "JP"), client=replace(busy("BE", "JP").client, name="<b>Acme & Co</b>"))
    assert "&lt;b&gt;Acme &amp; Co&lt;/b&gt;" in to_html(page(hostile))


def test_where_several_languages_are_spoken_only_a_sure_one_is_shown() -> None:
    brief = prepare(call(you=NOTES["BE"], them=NOTES["CH"]))
    german, french = (replace(brief.phrases[0], language=code) for code in ("de", "fr"))
    unsure = replace(brief, phrases=(german, french))
    assert phrase_for_screen(unsure) is None
    assert phrase_for_screen(replace(unsure, client=replace(brief.client, language="fr"))) == french
    assert phrase_for_screen(replace(brief, phrases=(german,))) == german
