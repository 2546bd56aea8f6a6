"""Pages that a client opens, in a real browser: zone, keyboard, phone; and nothing leaves the page."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import started_browser
from page_offers import HOUR, STARTS, written
from playwright.sync_api import Browser, Page, Request

from conftest import Run

SERIOUS = {"serious", "critical"}
BEFORE_IT_EXPIRES = datetime.fromisoformat("2026-11-26T08:00:00Z")
READERS = (("ja", "JP", "Asia/Tokyo"), ("en", "IE", "Europe/Dublin"))
ZONES = ("America/New_York", "Asia/Kathmandu", "Europe/Brussels")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started_browser() as browser:
        yield browser


@dataclass(frozen=True)
class Seen:
    """A page with all that it asked for and complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        return self.page.locator(f"#{name}").inner_text().replace("\u202f", " ")

    def mail(self, number: int) -> tuple[str, str]:
        """To whom a choice goes, and what it says."""
        link = self.page.locator(f'.choose[data-n="{number}"]').get_attribute("href")
        parts = urlsplit(link or "")
        return unquote(parts.path), parse_qs(parts.query)["body"][0]

    def serious_faults(self) -> list[str]:
        found = Axe().run(self.page).response["violations"]
        return [f"{fault['id']}: {fault['help']}" for fault in found if fault["impact"] in SERIOUS]


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    zone: str = "Europe/Dublin",
    *,
    width: int = 1280,
    dark: bool = False,
    now: datetime = BEFORE_IT_EXPIRES,
    script: bool = True,
) -> Iterator[Seen]:
    context = browser.new_context(
        timezone_id=zone,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
        locale="en-US",
    )
    page = context.new_page()
    page.clock.set_fixed_time(now)
    seen = Seen(page)

    def note(request: Request) -> None:
        seen.asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(file.as_uri())
    yield seen
    context.close()
    opens_mail = [url for url in seen.asked[1:] if not url.startswith("mailto:")]
    assert (seen.asked[0], opens_mail) == (file.as_uri(), []), "a page loads nothing besides itself"
    assert [said for said in seen.complaints if "Launched external handler for 'mailto:" not in said] == []


def page_file(folder: Path, language: str, country: str, zone: str, address: str | None = "l@ex.org") -> Path:
    file = folder / "offer.html"
    file.write_text(written(language, country, zone, address=address), encoding="utf-8")
    return file


def clock(start: datetime, zone: str, language: str) -> str:
    """Both ends of a slot on that clock, by the standard library alone."""
    ends = [moment.astimezone(ZoneInfo(zone)) for moment in (start, start + HOUR)]
    if language == "ja":
        return "–".join(f"{end.hour}:{end:%M}" for end in ends)
    return "–".join(f"{end:%H:%M}" for end in ends)


def offset(start: datetime, zone: str) -> str:
    told = start.astimezone(ZoneInfo(zone)).strftime("%z")
    return f"(UTC{told[:3]}:{told[3:]})"


def assert_times(seen: Seen, zone: str, language: str) -> None:
    for n, start in enumerate(STARTS, start=1):
        local = start.astimezone(ZoneInfo(zone))
        date = (
            f"{local:%Y}年{local.month}月{local.day}日" if language == "ja" else f"{local.day} {local:%B %Y}"
        )
        assert date in seen.text(f"date{n}")
        assert seen.text(f"clock{n}") == clock(start, zone, language)
        assert seen.text(f"place{n}").endswith(offset(start, zone))
        assert f"{start:%Y-%m-%d %H:%M} UTC" in seen.mail(n)[1]
        assert clock(start, zone, language) in seen.mail(n)[1]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader[0]))
def test_the_times_are_those_of_the_offer_in_the_zone_of_the_browser(
    browser: Browser, tmp_path: Path, reader: tuple[str, str, str], zone: str
) -> None:
    with opened(browser, page_file(tmp_path, *reader), zone) as seen:
        assert_times(seen, zone, reader[0])
        assert not seen.page.locator("#old, #expired").locator("visible=true").count()
        seen.page.locator("#zone").select_option("Pacific/Auckland")
        assert_times(seen, "Pacific/Auckland", reader[0])
        assert "(UTC+13:00)" in seen.text("said")
        other_date = seen.text("theirs1")
        assert ("–" in other_date.partition(")")[2]) == (
            STARTS[0].astimezone(ZoneInfo("Pacific/Auckland")).date()
            != STARTS[0].astimezone(ZoneInfo("Europe/Brussels")).date()
        )


def test_a_choice_opens_the_mail_that_says_it_and_shows_its_text(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page_file(tmp_path, "en", "IE", "Europe/Dublin"), "Asia/Kolkata") as seen:
        seen.page.locator('.choose[data-n="2"]').click()
        said = (
            "I choose time 2: Wednesday 2 December 2026, 05:00–06:00, Kolkata (UTC+05:30) "
            "= 2026-12-01 23:30 UTC.\n\n\n\nPlease keep the last line.\ncb-offer: k3f9 2\n"
        )
        assert seen.page.locator("#reply-text").input_value() == said
        assert seen.mail(2) == ("l@ex.org", said.replace("\n", "\r\n"))
        assert seen.page.evaluate("document.activeElement.id") == "answer"
        assert seen.page.locator("#again").get_attribute("href") == seen.asked[-1]
        assert seen.mail(0)[1].endswith("cb-offer: k3f9 0\r\n")
        assert seen.serious_faults() == []


def test_the_keyboard_alone_chooses_and_copies(browser: Browser, tmp_path: Path) -> None:
    file = page_file(tmp_path, "de", "DE", "Europe/Berlin", address=None)
    with opened(browser, file, "Europe/Berlin", width=320, dark=True) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        press = seen.page.keyboard.press
        press("Tab")
        assert seen.page.evaluate("document.activeElement.id") == "zone"
        press("Tab")
        press("Tab")
        assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        press("Enter")
        press("Tab")
        press("Tab")
        press("Enter")
        assert seen.text("copied") == "Der Text wurde kopiert."
        copied = seen.page.evaluate("navigator.clipboard.readText()")
        assert copied.replace("\r\n", "\n").endswith("\ncb-offer: k3f9 2\n")
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 320
        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"
        assert seen.serious_faults() == []


def test_after_its_date_the_page_says_so_and_takes_an_answer_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    late = datetime.fromisoformat("2026-11-29T16:00:01Z")
    file = page_file(tmp_path, "ar", "AE", "Asia/Dubai")
    with opened(browser, file, "Asia/Dubai", width=390, now=late) as seen:
        assert seen.page.locator("#expired").is_visible()
        assert not seen.page.locator("#before").is_visible()
        assert seen.mail(1)[1].endswith("cb-offer: k3f9 1\r\n")
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
        assert seen.serious_faults() == []


def test_a_browser_with_other_rules_for_a_zone_is_told_to_trust_utc(browser: Browser, tmp_path: Path) -> None:
    file = page_file(tmp_path, "en", "IE", "Europe/Dublin")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Europe/Dublin":[0,0,0]', '"Europe/Dublin":[0,60,0]'), encoding="utf-8")
    with opened(browser, file) as seen:
        assert seen.text("old").endswith("Please rely on the times in UTC.")


def test_without_its_script_and_on_paper_the_page_reads_well(browser: Browser, tmp_path: Path) -> None:
    file = page_file(tmp_path, "en", "IE", "America/New_York")
    with opened(browser, file, "Asia/Tokyo", script=False) as seen:
        assert seen.text("clock2") == "18:30–19:30"
        assert not seen.page.locator("#zone, #answer").locator("visible=true").count()
        assert seen.mail(2)[1].endswith("cb-offer: k3f9 2\r\n")
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".choose").locator("visible=true").count()
        assert seen.page.locator("#clock2").is_visible()


def test_answers_typed_into_the_page_come_back_into_the_profile(
    browser: Browser, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\nemail: l@ex.org\n", encoding="utf-8")
    client = "name: Al Madar\ncountry: AE\nlanguage: ar\npeople: [{id: omar, name: Omar}]\n"
    (tmp_path / "clients" / "madar.yaml").write_text(client, encoding="utf-8")
    assert run("ask", "madar/omar", "--page", "ask.html", folder=tmp_path).code == 0
    with opened(browser, tmp_path / "ask.html", width=320, dark=True) as seen:
        page = seen.page
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert seen.serious_faults() == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        for name, text in (
            ("call", 'Eng. "Omar" <x>'),
            ("notes", "لا اجتماعات قبل 9.\n" * 12),
            ("from", "08:00"),
        ):
            page.fill(f"#{name}", text)
        page.fill("#to", "16:30")
        page.fill("#first1", "2026-12-28")
        for name in ("day-mon", "day-tue", "day-wed", "day-thu", "feast-eid_al_fitr", "directness-3"):
            page.check(f"#{name}")
        page.select_option("#reply", "2d")
        page.select_option("#language", "en")
        page.locator("button[type=submit]").press("Enter")
        text = page.locator("#reply-text").input_value()
        assert max(map(len, text.splitlines())) <= 76
        body = parse_qs(urlsplit(seen.asked[-1]).query)["body"][0] if len(seen.asked) > 1 else text
        assert body.replace("\r\n", "\n") == text
    (tmp_path / "reply.txt").write_text(
        "".join(f"> {line}\n" for line in text.splitlines()), encoding="utf-8"
    )
    answer = run("--json", "ask", "madar/omar", "--reply", "reply.txt", "--yes", folder=tmp_path)
    said = {one["key"]: (one["said"], one["state"]) for one in json.loads(answer.out)["answers"]}
    assert said == {
        "call": ('Eng. "Omar" <x>', "new"),
        "hours": ("mon-thu 08:00-16:30", "new"),
        "away": ("2026-12-28..2026-12-28", "new"),
        "observes": ("Eid al-Fitr", "new"),
        "channels.reply_within": ("2d", "new"),
        "language": ("en", "new"),
        "culture.directness": ("A softened no is best", "new"),
        "notes": (" ".join(["لا اجتماعات قبل 9."] * 12), "new"),
    }
    assert 'hours: {mon-thu: "08:00-16:30"}' in (tmp_path / "clients" / "madar.yaml").read_text("utf-8")
