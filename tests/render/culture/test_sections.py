"""How sources are called beside a line, and where they are listed."""

from dataclasses import replace

from culture_rules import BLOG, GOV, PRESS, RULES, claim, notes

from clientbridge.core.culture.statements import statement
from clientbridge.render.culture.sections import claims_by_topic, short_titles, source_list, why
from clientbridge.render.page import words

LONG = replace(
    GOV, title="A guide to the customs of business, with hints for the first call and a list of words"
)
TWIN = replace(PRESS, title="Doing business", publisher="One House")
OTHER_TWIN = replace(BLOG, title="Doing business", publisher="Another House")


def test_a_source_is_called_by_its_title_at_most_as_long_as_is_needed() -> None:
    assert short_titles((LONG, TWIN, OTHER_TWIN)) == {
        "gov": "A guide to the customs of business, with …",
        "press": "Doing business (One House)",
        "blog": "Doing business (Another House)",
    }


def test_the_short_title_opens_the_entry_in_the_list() -> None:
    (entry,) = source_list((LONG,)).entries
    assert words(entry.about) == f"{LONG.title}, Publisher of gov (no date, read 24 Nov 2026)"
    assert entry.address == LONG.url


def test_a_line_names_who_says_it_under_its_own_label() -> None:
    said = statement(claim("x"), notes(claims=(claim("x"),)), RULES)
    rows = why((("Do not", said), ("And", replace(said, sources=()))), (GOV, PRESS, BLOG))
    assert [(label, words(text)) for label, text in rows.rows] == [
        ("Do not", "high: Title of gov; Title of press; Title of blog"),
        ("And", "high: your own note"),
    ]


def test_claims_name_their_sources_where_asked() -> None:
    said = statement(claim("x"), notes(claims=(claim("x"),)), RULES)
    with_sources = claims_by_topic((said,), sources=(GOV, PRESS, BLOG))
    assert words(with_sources.rows[-1][1]) == "High confidence: Title of gov; Title of press; Title of blog"
    assert len(claims_by_topic((said,)).rows) == 1
