"""`cb offer … --page FILE`: a page for each reader, with the instants of the offer and of its invitation."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from conftest import Run

ME = "name: Lea Peeters\ncountry: BE\nemail: lea@example.com\nhours: 08:00-19:00\n"
HIKARI = "name: Hikari KK\ncountry: JP\nregion: Tokyo\nhours: 08:00-20:00\npeople: [{id: sato, name: Sato}]\n"
NORD = "name: Nord AS\ncountry: 'NO'\nlanguage: nb\nhours: 08:00-18:00\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text(ME, encoding="utf-8")
    for name, text in (("hikari", HIKARI), ("nord", NORD)):
        (tmp_path / "clients" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def language(page: Path) -> str:
    found = re.search(r'<html lang="([^"]*)"', page.read_text(encoding="utf-8"))
    return "" if found is None else found[1]


def data(page: Path) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found is not None
    values: dict[str, Any] = json.loads(found[1])
    return values


def test_the_page_has_the_instants_of_the_offer_and_of_its_invitation(run: Run, home: Path) -> None:
    answer = run("--json", "offer", "hikari/sato", "--page", "offer.html", folder=home)
    assert (answer.code, answer.err) == (0, "wrote offer.html\n")
    offer = json.loads(answer.out)["offer"]
    page = data(home / "offer.html")
    assert language(home / "offer.html") == "ja"
    assert (page["id"], page["to"]) == (offer["id"], "lea@example.com")
    offered = [(slot["n"], slot["start"], slot["end"]) for slot in offer["slots"]]
    assert [(slot["n"], slot["start"], slot["end"]) for slot in page["slots"]] == offered
    assert run("offer", "accept", offer["id"], "2", "--ics", "m.ics", folder=home).code == 0
    (event,) = Calendar.from_ical((home / "m.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == datetime.fromisoformat(page["slots"][1]["start"])


def test_guests_in_several_languages_each_get_a_page_of_their_own(run: Run, home: Path) -> None:
    answer = run("offer", "hikari", "nord", "--next", "3w", "--page", "offer.html", folder=home)
    assert answer.code == 0, answer.err
    assert answer.err.splitlines()[-2:] == ["wrote offer-hikari.html", "wrote offer-nord.html"]
    assert [language(home / f"offer-{name}.html") for name in ("hikari", "nord")] == ["ja", "nb"]
    assert not (home / "offer.html").exists()


def test_a_language_may_be_asked_for(run: Run, home: Path) -> None:
    assert run("offer", "nord", "--page", "offer.html", "--lang", "de", folder=home).code == 0
    assert language(home / "offer.html") == "de"


def test_nothing_is_held_where_the_page_would_replace_another_file(run: Run, home: Path) -> None:
    (home / "mine.html").write_text("<p>mine</p>", encoding="utf-8")
    answer = run("offer", "nord", "--page", "mine.html", folder=home)
    assert answer.code == 2
    assert "not a page for a client written by cb" in answer.err
    assert json.loads(run("--json", "offer", "list", folder=home).out)["offers"] == []
    assert run("offer", "nord", "--page", "mine.html", "--force", folder=home).code == 0
    assert run("offer", "nord", "--page", "mine.html", folder=home).code == 0, "a page may be written again"


def test_no_page_is_written_over_that_of_another_client(run: Run, home: Path) -> None:
    for name in ("nord-ana", "北"):
        (home / "clients" / f"{name}.yaml").write_text(NORD, encoding="utf-8")
    (home / "clients/nord.yaml").write_text(f"{NORD}people: [{{id: ana, name: Ana}}]\n", encoding="utf-8")
    answer = run("offer", "nord/ana", "nord-ana", "@東京", "--next", "3w", "--page", "o.html", folder=home)
    assert answer.code == 0, answer.err
    written = {line.removeprefix("wrote ") for line in answer.err.splitlines() if line.startswith("wrote ")}
    assert written == {"o-nord-ana.html", "o-nord-ana-2.html", "o-東京.html"}


def test_a_page_says_nothing_of_where_other_clients_are(run: Run, home: Path) -> None:
    assert run("offer", "hikari", "nord", "--next", "3w", "--page", "offer.html", folder=home).code == 0
    assert data(home / "offer-nord.html")["zones"] == ["Europe/Oslo", "Europe/Brussels"]
    assert "Tokyo" not in json.dumps(data(home / "offer-nord.html")["offsets"])


def test_text_and_page_are_in_the_language_of_the_place_where_the_profile_names_none(
    run: Run, home: Path
) -> None:
    answer = run("--json", "offer", "hikari", "nord", "--next", "3w", "--page", "p.html", folder=home)
    assert [(text["whom"], text["language"]) for text in json.loads(answer.out)["texts"]] == [
        (["Hikari KK"], "ja"),
        (["Nord AS"], "nb"),
    ]
    assert [language(home / f"p-{name}.html") for name in ("hikari", "nord")] == ["ja", "nb"]
