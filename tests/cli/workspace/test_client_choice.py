"""A command about one client, called without naming one: a list at a terminal, a usage error elsewhere."""

from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """You and three clients."""
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", "utf-8")
    for client_id, text in {
        "acme": "name: Acme KK\ncountry: JP\n",
        "acme-optics": "name: Acme Optics\ncountry: NO\n",
        "sato": "name: 株式会社佐藤\ncountry: JP\n",
    }.items():
        (tmp_path / "clients" / f"{client_id}.yaml").write_text(text, "utf-8")
    return tmp_path


ABOUT_ONE = [
    ("brief",),
    ("log",),
    ("client", "show"),
    ("client", "map"),
    ("client", "edit"),
    ("promise", "add"),
    ("review", "--share"),
]


@pytest.mark.parametrize("words", ABOUT_ONE, ids=" ".join)
@pytest.mark.parametrize("typed", [None, ""])
def test_where_nobody_is_asked_the_clients_are_named(
    words: tuple[str, ...], typed: str | None, home: Path, run: Run
) -> None:
    no_input = () if typed is None else ("--no-input",)
    answer = run(*words, *no_input, folder=home, typed=typed)
    assert (answer.code, answer.out) == (2, "")
    if words[0] != "review":
        assert answer.err == "error: which client?\nhint: name one of: acme, acme-optics, sato\n"


@pytest.mark.parametrize("words", [*ABOUT_ONE, ("brief", "--handover")], ids=" ".join)
def test_without_clients_it_says_how_to_add_one(words: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    (tmp_path / "clients").mkdir()
    (tmp_path / "me.yaml").write_text("name: Lea\ncountry: BE\n", "utf-8")
    answer = run(*words, folder=tmp_path, typed="1\n")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "error: there is no client yet\nhint: add one: cb client add\n"


LIST = (
    "Which client?\n  1  Acme KK, Tokyo\n  2  Acme Optics, Oslo\n  3  株式会社佐藤, Tokyo\nNumber or name: "
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1", "Acme KK"),
        ("02", "Acme Optics"),
        ("acme", "Acme KK"),
        ("opt", "Acme Optics"),
        ("oslo", "Acme Optics"),
        ("佐藤", "株式会社佐藤"),
        ("SATO", "株式会社佐藤"),
    ],
)
def test_a_number_or_a_part_of_a_name_chooses(typed: str, shown: str, home: Path, run: Run) -> None:
    answer = run("client", "show", "--plain", folder=home, typed=f"{typed}\n")
    assert (answer.code, answer.err) == (0, LIST)
    assert answer.out.startswith(shown)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "there is no number 0; the last one is 3"),
        ("4", "there is no number 4; the last one is 3"),
        ("9" * 50, "there is no number 999999999; the last one is 3"),
        ("", "please type something"),
        ("acm", "'acm' fits 2 of them; type a number, or more of the name"),
        ("zzz", "'zzz' is none of them; type a number, or a part of the name"),
        ("\x1b[A", "an arrow or control key is in that line; type it again"),
        ("\ufffd", "a letter came through broken; type it again"),
    ],
)
def test_what_fits_nothing_is_told_and_asked_again(typed: str, said: str, home: Path, run: Run) -> None:
    answer = run("client", "show", "--plain", folder=home, typed=f"{typed}\n3\n")
    assert (answer.code, answer.err) == (0, f"{LIST}  {said}\nNumber or name: ")


def test_closing_the_input_ends_it(home: Path, run: Run) -> None:
    answer = run("client", "show", folder=home, typed="")
    assert (answer.code, answer.out, answer.err) == (130, "", f"{LIST}\n")


def test_a_long_list_shows_a_screen_of_it_and_takes_any_name(home: Path, run: Run) -> None:
    for number in range(40):
        (home / "clients" / f"x{number:02d}.yaml").write_text(f"name: X{number:02d}\ncountry: NO\n", "utf-8")
    answer = run("client", "show", "--plain", folder=home, typed="x39\n")
    assert answer.err.splitlines()[-1] == "Number or name: "
    assert "     and 28 more: type a part of the name\n" in answer.err
    assert answer.out.startswith("X39")
    assert "x08 … and 31 more: cb client list" in run("brief", folder=home).err


def test_a_promise_is_asked_for_too(home: Path, run: Run) -> None:
    answer = run("promise", "add", folder=home, typed="optics\nsend the plan by fri\n")
    assert answer.code == 0
    assert "send the plan" in answer.out
    assert (home / "journal" / "acme-optics.jsonl").exists()
    assert "what is promised?" in run("promise", "add", "acme", folder=home).err


def test_an_address_book_alone_asks_whose_it_is(home: Path, run: Run) -> None:
    (home / "ana.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\nEND:VCARD\n", "utf-8")
    answer = run("client", "import", "ana.vcf", folder=home, typed="2\n")
    assert answer.code == 0
    assert "Ana Souza" in (home / "clients" / "acme-optics.yaml").read_text("utf-8")
    assert "which address book?" in run("client", "import", "acme", folder=home).err


@pytest.mark.parametrize(
    ("typed", "code"), [("y\n", True), ("YES\n", True), ("n\n", False), ("\n", False), ("sure\nq\ny\n", True)]
)
def test_yes_or_no_takes_nothing_else(typed: str, *, code: bool, home: Path, run: Run) -> None:
    run("promise", "add", "acme", "send the plan by fri", folder=home)
    promise = run("promise", "--json", folder=home).out
    promise_id = promise.split('"id": "')[1].split('"')[0]
    answer = run("promise", "move", promise_id, "mon", folder=home, typed=typed)
    assert answer.code == 0
    assert answer.err.count("(y/n)") == typed.count("\n")
    assert ("tell the other side" not in answer.out) == code
