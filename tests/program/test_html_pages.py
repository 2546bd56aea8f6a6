"""Pages for the browser, looked at in a real one: on a phone, on a desk and on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import started_browser
from playwright.sync_api import Browser, Page

from conftest import Run

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
PAGES = (
    ("hikari",),
    ("solaris", "--in-person"),
    ("almadar", "--full"),
    ("hikari", "--full", "--why"),
    ("hikari", "--phrases"),
    ("nordlys", "--handover"),
)
SMALLEST_TEXT = 9
"""Pixels: what a reader with good eyes still reads on a phone."""
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(
    element => element.getBoundingClientRect().right > innerWidth
            || element.scrollWidth > element.clientWidth && getComputedStyle(element).display != 'inline'
).map(element => element.outerHTML.slice(0, 120))"""
TEXT_SIZES = """() => [...document.querySelectorAll('body *')].filter(
    element => element.textContent.trim()).map(element => parseFloat(getComputedStyle(element).fontSize))"""
SYLLABLES = """() => [...document.querySelectorAll('td, p, li')].filter(element => {
    const text = document.createRange();
    text.selectNodeContents(element);
    const lines = text.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight);
    return lines > 3 && element.textContent.length / lines < 12;
}).map(element => element.textContent)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


def opened(browser: Browser, file: Path, size: dict[str, int]) -> Page:
    page = browser.new_page(viewport={"width": size["width"], "height": size["height"]})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()], "a page loads nothing besides itself"
    return page


def brief(run: Run, folder: Path, *words: str) -> Path:
    answer = run("--demo", "brief", *words, "--html", "brief.html", folder=folder)
    assert (answer.code, answer.out, answer.err) == (0, "", "wrote brief.html\n")
    return folder / "brief.html"


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_nothing_is_wider_than_the_window(
    browser: Browser, run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = brief(run, tmp_path, *words)
    for size in (PHONE, DESK):
        page = opened(browser, file, size)
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert min(page.evaluate(TEXT_SIZES)) >= SMALLEST_TEXT
        assert page.evaluate(SYLLABLES) == []
        page.close()


def test_long_words_and_wide_scripts_fit_a_phone(browser: Browser, run: Run, tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (tmp_path / "clients" / "long.yaml").write_text(
        "name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Railway Society\n"
        f"country: GB\nnotes: {'x' * 300} 株式会社日本精密機械工業製作所{'長' * 80}\n",
        encoding="utf-8",
    )
    answer = run("brief", "long", "--html", "long.html", folder=tmp_path)
    assert answer.code == 0, answer.err
    page = opened(browser, tmp_path / "long.html", PHONE)
    assert page.evaluate(TOO_WIDE) == []
    page.close()


@pytest.mark.parametrize("client", ["almadar", "bayside", "hikari", "nordlys", "solaris"])
def test_on_paper_a_brief_takes_at_most_two_pages(
    browser: Browser, run: Run, tmp_path: Path, client: str
) -> None:
    page = opened(browser, brief(run, tmp_path, client), DESK)
    assert 1 <= sheets(page) <= 2
    page.close()


def test_sources_are_links_on_the_screen_and_no_paper(browser: Browser, run: Run, tmp_path: Path) -> None:
    page = opened(browser, brief(run, tmp_path, "hikari", "--full"), DESK)
    links = page.evaluate("[...document.links].map(link => link.protocol)")
    assert len(links) > 20
    assert set(links) <= {"https:", "http:"}
    assert page.locator("h2", has_text="Sources").is_visible()
    assert page.locator("footer").inner_text() == "Made on Mon 23 Nov 2026 with cb"
    on_screen = page.locator("body").inner_text()
    page.emulate_media(media="print")
    assert not page.locator("h2", has_text="Sources").is_visible()
    assert not page.locator(".references, .next").first.is_visible()
    assert page.locator("footer").is_visible()
    assert len(page.locator("body").inner_text()) < len(on_screen)
    page.close()


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4")))
