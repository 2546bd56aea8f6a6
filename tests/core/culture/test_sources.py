"""Rule table of what stands behind a statement (docs/adding-a-country.md)."""

from datetime import date

import pytest
from culture_rules import REVIEWED, RULES, source

from clientbridge.core.culture.sources import Confidence, Source, SourceKind, confidence, domains

GOV, SURVEY, ACADEMIC = (
    source("gov", kind=SourceKind.GOVERNMENT),
    source("survey", kind=SourceKind.SURVEY),
    source("academic", kind=SourceKind.ACADEMIC),
)
PRESS, BLOG, SHOP, WIKI = (
    source("press", kind=SourceKind.PRESS),
    source("blog", kind=SourceKind.PRACTITIONER),
    source("shop", kind=SourceKind.LOCAL_BUSINESS),
    source("wiki", kind=SourceKind.AGGREGATOR),
)
PORTAL, COPY = source("portal", url="https://portal.org/a"), source("copy", url="https://copies.net/b")
LOW, MEDIUM, HIGH = Confidence


def old(of: Source, year: str) -> Source:
    return source(of.key, kind=of.kind, published=year)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], LOW),
        ([GOV], LOW),
        ([GOV, PRESS], MEDIUM),
        ([PRESS, BLOG], MEDIUM),
        ([PRESS, BLOG, SHOP], MEDIUM),  # three families, none of them solid
        ([PRESS, BLOG, SHOP, WIKI], MEDIUM),
        ([GOV, PRESS, BLOG], HIGH),
        ([SURVEY, PRESS, BLOG], HIGH),
        ([ACADEMIC, PRESS, BLOG], HIGH),
        ([GOV, SURVEY, ACADEMIC], HIGH),
        ([GOV, SURVEY], MEDIUM),  # solid, yet only two families
        ([PORTAL, COPY], LOW),  # copies of one text
        ([PORTAL, COPY, GOV], MEDIUM),
        ([GOV, GOV, GOV], LOW),
        ([GOV, PRESS, old(BLOG, "2006")], HIGH),  # twenty years old: the last year that counts
        ([GOV, PRESS, old(BLOG, "2005")], MEDIUM),
        ([old(GOV, "2005"), PRESS, BLOG, SHOP], MEDIUM),  # the solid one is too old
        ([old(GOV, "2005"), old(PRESS, "2005")], LOW),
    ],
)
def test_confidence_follows_from_families_and_a_solid_one(
    sources: list[Source], expected: Confidence
) -> None:
    assert confidence(sources, RULES, topic="gifts", on=REVIEWED, disputed=False) is expected
    assert confidence(sources, RULES, topic="gifts", on=REVIEWED, disputed=True) is LOW


def test_confidence_has_an_order() -> None:
    assert [step.rank for step in (LOW, MEDIUM, HIGH)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("published", "topic", "on", "counts"),
    [
        ("2006", "gifts", date(2026, 1, 1), True),
        ("2005-12-31", "gifts", date(2026, 1, 1), False),  # years are subtracted, not days
        ("2020-05", "virtual_meetings", REVIEWED, True),
        ("2019", "virtual_meetings", REVIEWED, False),
        ("2019", "gifts", REVIEWED, True),
        (None, "virtual_meetings", REVIEWED, True),  # of unknown age
        ("2027", "gifts", REVIEWED, True),
    ],
)
def test_a_source_counts_until_its_topics_age_limit(
    published: str | None, topic: str, on: date, *, counts: bool
) -> None:
    assert RULES.counts(source("a", published=published), topic=topic, on=on) is counts


@pytest.mark.parametrize(
    ("published", "year"), [("2024", 2024), ("2024-05", 2024), ("2024-05-17", 2024), (None, None)]
)
def test_the_year_of_a_source(published: str | None, year: int | None) -> None:
    assert source("a", published=published).year == year


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a/b", "example.org"),
        ("http://Example.ORG", "example.org"),
        (" https://example.org:8080/a ", "example.org"),
        ("https://example.org?x=1", "example.org"),
        ("https://example.org#top", "example.org"),
        ("https://www2.example.org", "www2.example.org"),
        ("ftp://example.org/a", ""),
        ("example.org/a", ""),
        ("https://", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert source("a", url=url).host == host


@pytest.mark.parametrize(
    ("host", "above"),
    [("a.b.org", ["a.b.org", "b.org", "org"]), ("localhost", ["localhost"]), ("", [])],
)
def test_a_host_and_the_domains_above_it(host: str, above: list[str]) -> None:
    assert list(domains(host)) == above


@pytest.mark.parametrize(
    ("url", "own", "family"),
    [
        ("https://portal.org/a", None, "portal"),
        ("https://www.portal.org/a", None, "portal"),
        ("https://news.copies.net/a", None, "portal"),  # a sub-domain of a host in the table
        ("https://deep.guide.com/a", None, "guide"),
        ("https://guide.com/a", None, "guide.com"),  # the domain above one in the table is not in it
        ("https://notportal.org/a", None, "notportal.org"),
        ("https://portal.org/a", "own", "own"),  # what the file says goes first
        ("https://unknown.org/a", "own", "own"),
    ],
)
def test_the_family_a_source_counts_in(url: str, own: str | None, family: str) -> None:
    assert RULES.family(source("a", url=url, family=own)) == family


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://bad.com/a", "generated text"),
        ("https://www.bad.com", "generated text"),
        ("https://sub.bad.com/a", "generated text"),
        ("https://notbad.com/a", None),
        ("https://bad.com.example/a", None),
        ("bad.com", None),  # no address at all: said by another rule
    ],
)
def test_a_refused_host_is_refused_with_its_sub_domains(url: str, why: str | None) -> None:
    assert RULES.denial(source("a", url=url)) == why
