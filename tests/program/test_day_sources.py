"""Every row of every table of days cites the page that proves it: never a front page, never a refused host.

What closes a day or cuts its hours needs more than one blog: a law, an order or list of a government, a
collective agreement, or two sources that do not know each other.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

import pytest
import yaml
from culture_samples import DATA

from clientbridge.adapters.culture.culture_tables import read_source_rules
from clientbridge.core.culture.sources import Source, SourceKind

Row: TypeAlias = "dict[str, object]"

TABLES = (
    "announcements",
    "extra_days",
    "holiday_effects",
    "day_regions",
    "feast_dates",
    "local_days",
    "meeting_customs",
    "region_population",
    "regional_lists",
    "seasons_elsewhere",
    "substitute_days",
    "workweeks",
    "zone_changes",
)
COUNTRY_FILES = sorted((DATA / "countries").glob("??.yaml"))
RULES = read_source_rules(DATA)
PROOFS = {"law", "official", "agreement", "two_sources"}
CODE_HOSTS = {"github.com", "gitlab.com", "codeberg.org"}
NAMED = 2
"""Parts of an address that name a repository and no page in it."""
LISTS = {"issues", "pulls", "releases", "tags", "wiki", "discussions"}
LEAST_ROWS = 180


def loaded(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def rows(node: object, place: str) -> Iterator[tuple[str, Row]]:
    """Every mapping that holds no other row, with its place: where a source belongs."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from rows(item, f"{place}[{number}]")
    elif isinstance(node, dict):
        if "source" in node or "checked" in node:
            yield place, node
        else:
            for key, item in node.items():
                yield from rows(item, f"{place}.{key}")


def table_rows() -> Iterator[tuple[str, Row]]:
    for name in TABLES:
        yield from rows(loaded(DATA / f"{name}.yaml"), name)


ALL_ROWS = dict(table_rows())


def refusal(url: str) -> str | None:
    """Why a page cannot prove a row; None where it can."""
    address = urlsplit(url)
    host = (address.hostname or "").removeprefix("www.")
    parts = [part for part in address.path.split("/") if part]
    if address.scheme not in {"http", "https"} or not host:
        return "no address of a page"
    if not parts and not address.query:
        return "a front page"
    if host in CODE_HOSTS and (len(parts) <= NAMED or (len(parts) == NAMED + 1 and parts[NAMED] in LISTS)):
        return "the front page of a repository, or a list"
    seen = date(2026, 1, 1)
    source = Source(key="row", title="", publisher="", url=url, kind=SourceKind.PRESS, accessed=seen)
    return RULES.denial(source)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://github.com/vacanza/holidays", "the front page of a repository, or a list"),
        ("https://github.com/vacanza/holidays/", "the front page of a repository, or a list"),
        ("https://github.com/vacanza/holidays/issues", "the front page of a repository, or a list"),
        ("https://github.com/vacanza/holidays/blob/v0.109/holidays/countries/taiwan.py", None),
        ("https://github.com/python/cpython/issues/157822", None),
        ("https://www.gov.uk", "a front page"),
        ("https://www.gov.uk/", "a front page"),
        ("https://www.gov.uk/bank-holidays", None),
        ("http://page.example/?p=66777", None),
        ("holidays 0.109", "no address of a page"),
        ("https://www.rivermate.com/guides/libya", "generated country pages"),
        ("https://a.b.rivermate.com/guides/libya", "generated country pages"),
    ],
)
def test_what_is_refused(url: str, why: str | None) -> None:
    assert refusal(url) == why


@pytest.mark.parametrize("place", ALL_ROWS)
def test_a_row_cites_a_page_that_can_prove_it(place: str) -> None:
    row = ALL_ROWS[place]
    assert refusal(str(row.get("source", ""))) is None, row
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(row.get("checked", ""))), row
    date.fromisoformat(str(row["checked"]))


def test_no_row_is_overlooked() -> None:
    assert len(ALL_ROWS) > LEAST_ROWS
    for name in TABLES:
        text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
        known = sum(place.startswith(name) for place in ALL_ROWS)
        assert len(re.findall(r"\bsource: ", text)) == known, name


@pytest.mark.parametrize("place", [place for place, row in ALL_ROWS.items() if {"effect", "day"} & set(row)])
def test_what_closes_or_cuts_has_a_proof(place: str) -> None:
    row = ALL_ROWS[place]
    hard = {str(row.get("effect", "")), str(row.get("day", ""))} & {"closed", "reduced"}
    assert (str(row.get("proof", "")) in PROOFS) is bool(hard), row
    if row.get("proof") == "two_sources":
        other, source = str(row.get("second", "")), str(row["source"])
        assert refusal(other) is None, row
        assert urlsplit(other).hostname != urlsplit(source).hostname, row


def hours_and_days(notes: Row) -> Iterator[tuple[str, Row]]:
    """What a country file says of hours and of days: the entries that the calendars read."""
    workday, seasons = notes.get("workday", {}), notes.get("slow_seasons", [])
    assert isinstance(workday, dict)
    assert isinstance(seasons, list)
    for key in ("hours", "lunch", "ramadan"):
        if key in workday:
            yield key, workday[key]
    for season in seasons:
        if "day" in season:
            yield str(season["id"]), season


@pytest.mark.parametrize("path", COUNTRY_FILES, ids=lambda path: path.stem)
def test_hours_and_days_of_a_country_file_cite_pages(path: Path) -> None:
    notes = loaded(path)
    assert isinstance(notes, dict)
    urls = {name: str(source["url"]) for name, source in notes["sources"].items()}
    for what, entry in hours_and_days(notes):
        sources = entry.get("sources", [])
        assert isinstance(sources, list)
        assert sources, (path.stem, what)
        assert {name: why for name in sources if (why := refusal(urls[name]))} == {}, what
        if entry.get("day") == "reduced":
            hosts = {urlsplit(urls[name]).hostname for name in sources}
            assert len(hosts) > 1, (path.stem, what, "a custom needs two sources")
