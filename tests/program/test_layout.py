"""Every screen at every width: no line is too wide, no time, date or id is cut or broken, nothing is lost."""

import re
import shlex
from collections import Counter
from pathlib import Path

import pytest
from screens_page import SCREENS

from clientbridge.render.line_wrapping import columns
from conftest import Run

WIDTHS = (40, 60, 80, 100, 140)
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
KEPT_WHOLE = re.compile(rf"\d\d:\d\d(?:-\d\d:\d\d)?|\d{{1,2}} (?:{MONTHS})\b|\d{{4}}-\d\d-\d\d")
PICTURE = re.compile("[█▒·○●◉]|^[ \\d]+$")
HARD = {
    "me": "name: Alexandrine von Hohenstein-Wittelsbach\ncountry: BE\nemail: alexandrine@example.com\n",
    "wagaya": "name: 株式会社日本精密機械工業製作所\ncountry: JP\nrhythm: {update: 1w}\n"
    "people: [{id: sato, name: 佐藤 健一郎, role: 製造部門統括本部長, birthday: 11-30, level: executive}]\n",
    "llanfair": "name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Railway Society\n"
    "country: GB\npeople: [{id: nest, name: Nest Angharad Gwenllian ferch Gruffydd ap Cynan}]\n",
    "madrid": "name: مجموعة الخليج للاستشارات الهندسية\ncountry: AE\nregion: AE-SH\nrhythm: {checkin: 2w}\n",
    "saengdao": "name: บริษัท แสงดาวการไฟฟ้าและพลังงานทดแทน จำกัด\ncountry: TH\n",
}
ON_HARD = (
    "today",
    "clock",
    "meet",
    "meet wagaya",
    "meet llanfair madrid --next 1w",
    "meet wagaya llanfair --every 1w --times 4",
    "holidays --next 60d",
    "holidays --month",
    "brief wagaya",
    "brief llanfair --full",
    "client list",
    "client show wagaya",
    "client map wagaya",
    "review",
)


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard")
    (folder / "clients").mkdir()
    for name, text in HARD.items():
        place = folder if name == "me" else folder / "clients"
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def screens(run: Run, words: list[str], folder: Path | None = None) -> dict[int, str]:
    answers = {
        width: run(*words, width=width, terminal=True, folder=folder, NO_COLOR="1") for width in WIDTHS
    }
    assert len({answer.code for answer in answers.values()}) == 1
    assert answers[80].code in {0, 1}, answers[80].err
    return {width: answer.out for width, answer in answers.items()}


ADDRESS = re.compile(r" *https?://\S+$")
"""The one thing that is wider than a screen: whole, it can be opened and copied."""


def check(shown: dict[int, str]) -> None:
    wide = Counter(kept_whole(shown[max(WIDTHS)]))
    for width, text in shown.items():
        too_wide = [line for line in text.splitlines() if columns(line) > width and not ADDRESS.match(line)]
        assert too_wide == [], width
        lost = wide - Counter(kept_whole(text))
        assert not lost, f"{width}: {lost}\n{text}"


def kept_whole(text: str) -> list[str]:
    """What is never cut or broken; not of pictures, which are told in sentences where there is no room."""
    return [one for line in text.splitlines() if not PICTURE.search(line) for one in KEPT_WHOLE.findall(line)]


@pytest.mark.parametrize("command", SCREENS)
def test_the_sample_fits_every_width(command: str, run: Run) -> None:
    check(screens(run, ["--demo", *shlex.split(command)]))


@pytest.mark.parametrize("command", ON_HARD)
def test_long_names_and_wide_scripts_fit_every_width(command: str, run: Run, hard: Path) -> None:
    check(screens(run, command.split(), hard))
