"""`cb client import`, as typed."""

import json
import os
from pathlib import Path

import pytest

from conftest import Run

GOOD = "FN:Ana Souza|EMAIL:ana@example.com|PHOTO:A|ADR:;;x", "FN:Bo Li|PHOTO:A"
MIXED = (
    *("FN:Dr. Jan Doe|EMAIL:a@b?bcc=x@y|TZ:Europe/", "FN:Acme KK|ORG:Acme KK", "KIND:group|FN:PERS"),
    *("FN:Bo Li", "EMAIL:info@example.com", "X-A:b"),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "clients").mkdir(parents=True)
    (tmp_path / "mine" / "me.yaml").write_text("name: Lea\ncountry: BE\n", encoding="utf-8")
    (tmp_path / "mine" / "clients" / "acme.yaml").write_text("name: Acme\ncountry: JP\n", encoding="utf-8")
    return tmp_path / "mine"


def write(home: Path, *cards: str) -> None:
    text = "".join(f"BEGIN:VCARD\n{card.replace('|', chr(10))}\nEND:VCARD\n" for card in cards)
    (home / "people.vcf").write_text(text, encoding="utf-8")


def test_the_screen_tells_each_card_and_once_what_is_left_out(home: Path, run: Run) -> None:
    write(home, *GOOD)
    answer = run("client", "import", "acme", "people.vcf", folder=home, width=80)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Added: Ana Souza as acme/ana\n"
        "Added: Bo Li as acme/bo\n"
        "\n"
        "Left out: photos (2 cards), postal addresses (1 card)\n"
        "\n"
        "Next: cb client show acme\n"
    )
    again = run("client", "import", "acme", "people.vcf", folder=home)
    assert again.code == 1
    assert "Not added: Ana Souza, card 1 (known already)" in again.out


def test_odd_cards_are_told_and_the_others_imported(home: Path, run: Run) -> None:
    write(home, *MIXED)
    answer = run("client", "import", "acme", "people.vcf", folder=home, width=80)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Added: Dr. Jan Doe as acme/jan\n"
        "  without e-mail address, card 1: 'a@b?bcc=x@y' is no e-mail address\n"
        "  without time zone, card 1: 'Europe/' is cut short\n"
        "Added: Bo Li as acme/bo\n"
        "Not added: info@example.com, card 5 (the card has no name)\n"
        "Not added: card 6 (the card has no name)\n"
        "\n"
        "Not people: 1 company (Acme KK), 1 group (PERS)\n"
        "\n"
        "Next: cb client show acme\n"
    )
    assert run("data", "check", folder=home).code == 0


def test_the_json_holds_all_of_it(home: Path, run: Run) -> None:
    write(home, *GOOD, *MIXED)
    found = json.loads(run("client", "import", "acme", "people.vcf", "--json", folder=home).out)
    assert found["people"][2] == {
        "number": 3,
        "name": "Dr. Jan Doe",
        "id": "jan",
        "why_not": None,
        "refused": [
            {"field": "e-mail address", "text": "a@b?bcc=x@y", "why": "is no e-mail address"},
            {"field": "time zone", "text": "Europe/", "why": "is cut short"},
        ],
        "skipped": [],
    }
    assert found["left_out"][0] == {"what": "photos", "cards": 2}
    assert [(one["number"], one["kind"]) for one in found["no_people"]] == [(4, "company"), (5, "group")]
    assert found["notes"] == []


@pytest.mark.parametrize("cards", [("KIND:group|FN:PERS",), ("TEL:1",)])
def test_a_file_without_anyone_to_add_is_wrong(home: Path, run: Run, cards: tuple[str, ...]) -> None:
    before = (home / "clients" / "acme.yaml").read_bytes()
    write(home, *cards)
    assert run("client", "import", "acme", "people.vcf", folder=home).code == 4
    assert (home / "clients" / "acme.yaml").read_bytes() == before


def test_many_of_one_kind_are_named_in_part(home: Path, run: Run) -> None:
    write(home, "FN:Ana", *(f"KIND:org|FN:Firm {number}" for number in range(7)))
    answer = run("client", "import", "acme", "people.vcf", folder=home, width=200)
    assert "Not people: 7 companies (Firm 0, Firm 1, Firm 2, Firm 3, Firm 4, 2 more)" in answer.out


@pytest.mark.parametrize("file", ["missing.vcf", "empty.vcf", "pipe.vcf", ".", "big.vcf", "/dev/zero"])
def test_what_is_no_card_file_is_told_at_once(home: Path, run: Run, file: str) -> None:
    (home / "empty.vcf").touch()
    with (home / "big.vcf").open("wb") as stream:
        stream.truncate(50_000_000)
    if hasattr(os, "mkfifo"):
        os.mkfifo(home / "pipe.vcf")
    answer = run("client", "import", "acme", file, folder=home)
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("error: ")
    assert len(answer.err.splitlines()) <= 2


def test_a_file_is_named_as_it_was_typed(home: Path, run: Run) -> None:
    answer = run("client", "import", "acme", "other/people.vcf", folder=home)
    assert answer.err.startswith("error: other/people.vcf cannot be read")
