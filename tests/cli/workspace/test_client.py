"""`cb client` and `cb data check|schema`, as typed."""

import json
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from pasted_commands import offered
from sample_copies import MONDAY, copy_of_sample, sample_files

from clientbridge.adapters.workspace.profiles.editor_schema import editor_schema
from conftest import Run

ME = "name: Lea\ncountry: BE\n"
ACME = "name: Acme KK\ncountry: JP   # Tokyo\n"
THREE_MISTAKES = "nam: Acme\ncountry: Norwai\nhours: 9:00-25:00\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "clients").mkdir(parents=True)
    (tmp_path / "mine" / "me.yaml").write_text(ME, encoding="utf-8")
    (tmp_path / "mine" / "clients" / "acme.yaml").write_text(ACME, encoding="utf-8")
    return tmp_path / "mine"


def editor(tmp_path: Path, *, replaces: str, by: str) -> str:
    """An editor that replaces one word and closes."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys; from pathlib import Path; file = Path(sys.argv[-1]);"
        f"file.write_text(file.read_text('utf-8').replace({replaces!r}, {by!r}), 'utf-8')",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"


def test_a_profile_with_three_mistakes_reports_all_three(home: Path, run: Run) -> None:
    (home / "clients" / "acme.yaml").write_text(THREE_MISTAKES, encoding="utf-8")
    for words in (["client", "show", "acme"], ["data", "check"]):
        answer = run(*words, folder=home)
        assert (answer.code, answer.out) == (4, "")
        assert answer.err.splitlines() == [
            "clients/acme.yaml:1:1: unknown key 'nam'; did you mean 'name'?",
            "clients/acme.yaml:2:10: unknown country 'Norwai'; did you mean 'Norway (NO)' or 'Rwanda (RW)'?",
            "clients/acme.yaml:3:8: '25:00' is not a time of day; the last one is 24:00",
            "error: 3 problems in your files",
            "hint: correct them, then: cb data check",
        ]


def test_problems_in_json(home: Path, run: Run) -> None:
    (home / "clients" / "acme.yaml").write_text(THREE_MISTAKES, encoding="utf-8")
    answer = run("data", "check", "--json", folder=home)
    assert (answer.code, answer.err) == (4, "")
    said = json.loads(answer.out)
    assert said["kind"] == "check"
    assert said["problems"][2] == {
        "file": "clients/acme.yaml",
        "line": 3,
        "column": 8,
        "say": "'25:00' is not a time of day",
        "suggestion": "the last one is 24:00",
    }


def test_a_check_without_problems(home: Path, run: Run) -> None:
    answer = run("data", "check", folder=home)
    assert (answer.code, answer.err) == (0, "")
    assert "all right: you and 1 client" in answer.out


def test_a_calendar_that_is_not_there_is_told(home: Path, run: Run) -> None:
    (home / "me.yaml").write_text(ME + "calendar: calendars/lea.ics\n", encoding="utf-8")
    answer = run("data", "check", folder=home)
    assert answer.code == 4
    assert answer.err.startswith("me.yaml:3:11: there is no calendars/lea.ics")


def test_an_unknown_client_comes_with_the_nearest(home: Path, run: Run) -> None:
    answer = run("client", "show", "akme", folder=home)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "error: unknown client 'akme'\nhint: did you mean 'acme'?\n"


def test_the_list(home: Path, run: Run) -> None:
    (home / "clients" / "broken.yaml").write_text("nam: x\n", encoding="utf-8")
    answer = run("client", "list", "--json", folder=home)
    assert answer.code == 0
    assert json.loads(answer.out)["clients"] == [
        {
            "id": "acme",
            "name": "Acme KK",
            "country": "JP",
            "region": None,
            "timezone": "Asia/Tokyo",
            "people": [],
            "file": "clients/acme.yaml",
            "archived": None,
        }
    ]
    left_out = "clients/broken.yaml has 2 problems and is left out; see: cb data check\n"
    assert answer.err == left_out
    for words in (["meet"], ["holidays"], ["today"], ["promise"], ["review"]):
        assert left_out in run(*words, folder=home).err


def test_the_card_says_where_each_value_comes_from(run: Run) -> None:
    answer = run("client", "show", "hikari", "--demo", "--json")
    card = json.loads(answer.out)
    facts = {fact["name"]: fact for fact in card["facts"]}
    assert facts["region"] == {"name": "region", "value": "Tokyo (JP-13)", "origin": "profile", "line": 5}
    assert facts["timezone"]["origin"] == "country"
    weber = {fact["name"]: fact for fact in card["people"][2]["facts"]}
    assert (weber["timezone"]["value"], weber["timezone"]["origin"]) == (
        "Europe/Berlin, now UTC+01:00",
        "country",
    )
    assert weber["public_holidays"]["value"] == "yes, those of Germany"
    tanaka = {fact["name"]: fact for fact in card["people"][1]["facts"]}
    assert (tanaka["country"]["origin"], tanaka["country"]["line"]) == ("client", 4)
    assert (tanaka["timezone"]["origin"], tanaka["hours"]["origin"]) == ("country", "profile")


@pytest.mark.parametrize("client", ["solaris", "hikari", "nordlys", "almadar", "bayside", "me"])
@pytest.mark.parametrize("width", [60, 80])
def test_cards_fit_the_screen(client: str, width: int, run: Run) -> None:
    answer = run("client", "show", client, "--demo", width=width)
    assert answer.code == 0
    assert max(len(line) for line in answer.out.splitlines()) <= width


def test_adding_with_options(home: Path, run: Run) -> None:
    answer = run("client", "add", "Nordlys AS", "--country", "Norway", "--hours", "8-16", folder=home)
    assert (answer.code, answer.err) == (0, "")
    text = (home / "clients" / "nordlys.yaml").read_text(encoding="utf-8")
    assert 'country: "NO"\n' in text
    assert 'language: "no"' in text
    assert run("data", "check", folder=home).code == 0
    again = run("client", "add", "Nordlys", "--country", "NO", "--id", "nordlys", folder=home)
    assert (again.code, again.out) == (2, "")
    assert "there is a client 'nordlys' already" in again.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Acme"], 2, "a country is needed"),
        ([], 2, "a name is needed"),
        (["B", "--country", "Brazil"], 2, "--timezone with one of: America/Sao_Paulo"),
        (["B", "--country", "Brasil"], 0, ""),
        (["B", "--country", "JP", "--hours", "9-"], 2, "'9-' has no end"),
        (["B", "--country", "JP", "--language", "japanse"], 2, "did you mean Japanese"),
        (["B", "--country", "US", "--region", "ND"], 2, "North Dakota has 5 time zones"),
        (["B", "--country", "US", "--region", "Texas"], 2, "one of: America/Chicago, America/Denver\n"),
        (["B", "--country", "US", "--region", "alaska"], 2, "--timezone with one of: America/Anchorage, "),
        (["B", "--country", "JP", "--timezone", "JST"], 3, "Asia/Tokyo"),
        (["B", "--country", "JP", "--region", "Bavaria"], 3, "unknown region"),
        (["東京", "--country", "JP"], 2, "add --id"),
        (["Me", "--country", "JP"], 2, "the short id 'me' is taken, or kept for something else"),
        (["Con", "--country", "JP"], 2, "--id con-2"),
        (["acme", "--country", "JP"], 2, "the short id 'acme' is taken"),
    ],
)
def test_adding_tells_what_is_missing(words: list[str], code: int, said: str, home: Path, run: Run) -> None:
    if code == 0:
        words = [*words, "--timezone", "America/Manaus"]
    answer = run("client", "add", *words, folder=home)
    assert answer.code == code
    assert said in answer.err
    assert ((home / "clients" / "b.yaml").exists()) == (code == 0)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "a.b", "a/b", "..", ".", "../../x", "a b", "-x", "a\0b", "a\nb", "a\\b", "a:b", "~"),
        *("асme", "ａcme", "Acme", "é", "_", "$HOME", "x" * 300, "con", "nul", "lpt9", "me"),
    ],
)
def test_an_id_that_some_machine_could_not_keep_is_refused(typed: str, home: Path, run: Run) -> None:
    before = sorted(home.rglob("*"))
    answer = run("client", "add", "Someone", "--country", "JP", f"--id={typed}", folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert "hint: " in answer.err
    assert len(answer.err) < 300
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("there", ["ACME", "Acme"])
def test_no_client_is_added_beside_one_that_differs_in_capitals_alone(
    there: str, home: Path, run: Run
) -> None:
    (home / "clients" / f"{there}.yaml").write_text("name: x\ncountry: JP\n", encoding="utf-8")
    answer = run("client", "add", "Other", "--id", "acme", "--country", "JP", folder=home)
    assert answer.code == 2
    assert f"change it: cb client edit {there} " in answer.err
    proposed = run("client", "add", "Acme Optics", "--country", "JP", folder=home)
    assert proposed.code == 0
    assert (home / "clients" / "acme-optics.yaml").exists()


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u200f\u2060", "\u0301", "\u3164"])
def test_an_empty_name_is_refused(name: str, home: Path, run: Run) -> None:
    answer = run("client", "add", name, "--country", "JP", "--id", "x", folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert "a name is needed" in answer.err


@pytest.mark.parametrize(
    ("name", "client_id"), [("Con Edison", "con-edison"), ("x" * 10_000, "x" * 60), ("İş Bankası", "is")]
)
def test_the_id_of_any_name_can_be_the_name_of_a_file(
    name: str, client_id: str, home: Path, run: Run
) -> None:
    assert run("client", "add", name, "--country", "JP", folder=home).code == 0
    assert (home / "clients" / f"{client_id}.yaml").exists()
    assert run("client", "show", name, folder=home).code == 0


def test_adding_with_questions(home: Path, run: Run) -> None:
    typed = "Solaris\nBrasilien\nBR\nNowhere\n\nEST\n99\nAmerica/Recife\n"
    answer = run("client", "add", folder=home, typed=typed)
    assert answer.code == 0, answer.err
    text = (home / "clients" / "solaris.yaml").read_text(encoding="utf-8")
    assert "timezone: America/Recife" in text
    assert "language: pt" in text
    assert "unknown place 'Brasilien'; did you mean Brasília, Basilan, Brazil?" in answer.err
    assert "unknown region of Brazil 'Nowhere'" in answer.err
    assert "unknown time zone 'EST'" in answer.err
    assert "there is no number 99; the last one is 16" in answer.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Fargo", "region: Fargo\ntimezone: America/Chicago"),
        ("fargo, north dakota", "region: Fargo\ntimezone: America/Chicago"),
        ("Minot", "region: North Dakota\ntimezone: America/Chicago"),
        ("Beach, North Dakota\n2", "region: North Dakota\ntimezone: America/Denver"),
        ("US\nNorth Dakota\n", "region: North Dakota\ntimezone: America/Chicago"),
        ("Chatham Islands", "region: Chatham Islands\ntimezone: Pacific/Chatham"),
        ("Kiritimati", "region: Line Islands\ntimezone: Pacific/Kiritimati"),
        ("Georgia\n2", "country: US\nregion: Georgia"),
        ("san jose\ncosta", "country: CR\nregion: San José"),
        ("Germany\n", "country: DE\ntimezone: Europe/Berlin"),
        ("Germany\nMunich", "country: DE\nregion: Munich\ntimezone: Europe/Berlin"),
        ("Sweden", "country: SE\ntimezone: Europe/Stockholm"),
    ],
)
def test_where_a_client_is_may_be_said_in_many_ways(typed: str, said: str, home: Path, run: Run) -> None:
    answer = run("client", "add", "New", folder=home, typed=f"{typed}\n")
    assert answer.code == 0, answer.err
    text = (home / "clients" / "new.yaml").read_text(encoding="utf-8")
    given = "\n".join(line.partition(" #")[0].rstrip() for line in text.splitlines())
    assert said in given
    assert run("data", "check", folder=home).code == 0


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (("--country", "US"), "Fargo", "region: Fargo\ntimezone: America/Chicago"),
        (("--country", "Germany"), "", "country: DE\ntimezone: Europe/Berlin"),
        (("--region", "North Dakota"), "US\n2", "region: North Dakota\ntimezone: America/Denver"),
    ],
)
def test_only_what_the_options_leave_open_is_asked(
    words: tuple[str, ...], typed: str, said: str, home: Path, run: Run
) -> None:
    answer = run("client", "add", "New", *words, folder=home, typed=f"{typed}\n")
    assert answer.code == 0, answer.err
    text = (home / "clients" / "new.yaml").read_text(encoding="utf-8")
    assert said in "\n".join(line.partition(" #")[0].rstrip() for line in text.splitlines())


@pytest.mark.parametrize(
    ("country", "code", "said"),
    [
        ("Fargo", 0, "America/Chicago"),
        ("Birmingham", 2, "say 'Birmingham, England, United Kingdom' or 'Birmingham, Alabama"),
        ("Nowheria", 3, "unknown country 'Nowheria'"),
        ("US", 2, "give --region, or --timezone with one of: "),
    ],
)
def test_a_city_is_enough_for_the_option_too(
    country: str, code: int, said: str, home: Path, run: Run
) -> None:
    answer = run("client", "add", "New", "--country", country, folder=home)
    assert answer.code == code
    assert said in answer.out + answer.err


@pytest.mark.parametrize(
    ("region", "typed", "zone"),
    [
        ("North Dakota", "\n", "America/Chicago"),
        ("North Dakota", "America/Denver\n", "America/Denver"),
        ("Alaska", "\n", "America/Anchorage"),
        ("El Paso", "", "America/Denver"),
    ],
)
def test_the_zone_that_is_proposed_is_the_region_s(
    region: str, typed: str, zone: str, home: Path, run: Run
) -> None:
    words = ("client", "add", "Prairie", "--country", "US", "--region", region)
    answer = run(*words, folder=home, typed=typed)
    assert answer.code == 0, answer.err
    assert f"\ntimezone: {zone}" in (home / "clients" / "prairie.yaml").read_text(encoding="utf-8")
    assert "is not a zone" not in answer.err
    assert "New_York" not in answer.err


def test_a_zone_that_is_not_the_region_s_is_noted(home: Path, run: Run) -> None:
    words = (
        "client",
        "add",
        "Prairie",
        "--country",
        "US",
        "--region",
        "ND",
        "--timezone",
        "America/New_York",
    )
    answer = run(*words, "--json", folder=home)
    assert answer.code == 0, answer.err
    (note,) = json.loads(answer.out)["notes"]
    assert "America/New_York is not a zone of North Dakota" in note


@pytest.mark.parametrize("name", ["Acme KK", "acme  kk", "ＡＣＭＥ KK"])
def test_a_name_that_a_client_has_is_told(home: Path, run: Run, name: str) -> None:
    answer = run("client", "add", name, "--country", "JP", folder=home)
    assert (answer.code, answer.out) == (2, "")
    assert f"there is a client called '{name}' already: acme" in answer.err
    assert run("client", "add", name, "--id", "other", "--country", "JP", folder=home).code == 0


def test_what_was_added_can_be_undone(home: Path, run: Run) -> None:
    run("client", "add", "Nordlys", "--country", "NO", folder=home)
    assert run("data", "undo", folder=home).code == 0
    assert not (home / "clients" / "nordlys.yaml").exists()


def test_editing(home: Path, tmp_path: Path, run: Run) -> None:
    answer = run("client", "edit", "acme", folder=home, EDITOR=editor(tmp_path, replaces="KK", by="SA"))
    assert (answer.code, answer.err) == (0, "")
    assert (home / "clients" / "acme.yaml").read_text("utf-8") == ACME.replace("KK", "SA")
    assert [path.name for path in (home / "clients").iterdir()] == ["acme.yaml"]
    same = run("client", "edit", "acme", folder=home, EDITOR=editor(tmp_path, replaces="x", by="x"))
    assert "Nothing changed" in same.out


def test_a_profile_that_was_wrong_and_is_left_so_is_told(home: Path, run: Run) -> None:
    wrong = "name: Acme\ncountry: Norwai\n"
    (home / "clients" / "acme.yaml").write_text(wrong, encoding="utf-8")
    answer = run("client", "edit", "acme", folder=home, EDITOR="true")
    assert (answer.code, answer.out) == (4, "")
    assert "clients/acme.yaml:2:10: unknown country 'Norwai'" in answer.err
    assert "hint: nothing was changed; go on with: cb client edit acme" in answer.err
    assert (home / "clients" / "acme.yaml").read_text(encoding="utf-8") == wrong
    assert not (home / "clients" / ".acme.draft.yaml").exists()
    assert [path.name for path in (home / "clients").iterdir()] == ["acme.yaml"]


def test_a_wrong_edit_keeps_the_old_file_and_the_new_text(home: Path, tmp_path: Path, run: Run) -> None:
    file, draft = home / "clients" / "acme.yaml", home / "clients" / ".acme.draft.yaml"
    wrong = run("client", "edit", "acme", folder=home, EDITOR=editor(tmp_path, replaces="JP", by="Nippn"))
    assert (wrong.code, wrong.out) == (4, "")
    assert "clients/.acme.draft.yaml:2:10: unknown country 'Nippn'" in wrong.err
    assert "your text is in clients/.acme.draft.yaml; go on with: cb client edit acme" in wrong.err
    assert file.read_text("utf-8") == ACME
    assert "Nippn" in draft.read_text("utf-8")
    assert run("data", "check", folder=home).code == 0
    right = run("client", "edit", "acme", folder=home, EDITOR=editor(tmp_path, replaces="Nippn", by="KR"))
    assert right.code == 0
    assert "going on with the text kept" in right.err
    assert file.read_text("utf-8") == ACME.replace("JP", "KR")
    assert not draft.exists()


def test_editing_yourself(home: Path, tmp_path: Path, run: Run) -> None:
    answer = run("client", "edit", "me", folder=home, EDITOR=editor(tmp_path, replaces="Lea", by="Léa"))
    assert answer.code == 0
    assert (home / "me.yaml").read_text("utf-8").startswith("name: Léa")


def test_an_editor_that_fails_changes_nothing(home: Path, run: Run) -> None:
    for broken, said in (
        ("nosuch-editor-here", "cannot be started"),
        (f"{sys.executable} -c 1/0", "ended with"),
    ):
        answer = run("client", "edit", "acme", folder=home, EDITOR=broken)
        assert (answer.code, answer.out) == (4, "")
        assert said in answer.err
        assert "your text" not in answer.err
    assert (home / "clients" / "acme.yaml").read_text("utf-8") == ACME


def test_what_was_typed_before_an_editor_failed_is_kept_and_told(
    home: Path, tmp_path: Path, run: Run
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a').write('notes: mine\\n')\nsys.exit(1)\n", "utf-8")
    answer = run("client", "edit", "acme", folder=home, EDITOR=f"{sys.executable} {script}")
    assert answer.code == 4
    assert "your text is in clients/.acme.draft.yaml; go on with: cb client edit acme" in " ".join(
        answer.err.split()
    )
    assert (home / "clients" / "acme.yaml").read_text("utf-8") == ACME
    assert "notes: mine" in (home / "clients" / ".acme.draft.yaml").read_text("utf-8")


def test_the_sample_is_never_changed(run: Run) -> None:
    for words in (["client", "add", "X", "--country", "JP"], ["client", "edit", "solaris"], ["init"]):
        answer = run(*words, "--demo")
        assert (answer.code, answer.out) == (2, "")
        assert "the sample workspace is not changed" in answer.err


@pytest.mark.parametrize("which", ["me", "client"])
def test_the_editor_schema_is_one_and_fits_the_sample(which: str, run: Run) -> None:
    printed = json.loads(run("data", "schema", which).out)
    assert printed == editor_schema(which)
    Draft7Validator.check_schema(printed)
    start = "me." if which == "me" else "clients/"
    for text in [text for name, text in sample_files(MONDAY).items() if name.startswith(start)]:
        read = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - gives text only
        assert list(Draft7Validator(printed).iter_errors(read)) == []


def test_the_editor_schema_is_no_stricter_than_the_reader() -> None:
    """An editor reads YAML 1.2: numbers, true and null where the program sees text."""
    seen = {
        "name": None,
        "country": "NO",
        "public_holidays": True,
        "culture": {"directness": 2},
        "people": [{"id": "a", "name": 1.1, "phone": 478123456, "decides": False}],
        "notes": True,
        "rhythm": None,
    }
    validator = Draft7Validator(editor_schema("client"))
    assert list(validator.iter_errors(seen)) == []
    assert [error.validator for error in validator.iter_errors({"name": "x", "country": "NO", "nam": 1})] == [
        "additionalProperties"
    ]


def test_talk_is_wrapped_on_a_terminal_and_cannot_move_the_cursor(home: Path, run: Run) -> None:
    (home / "clients" / "evil.yaml").write_text(
        'name: "\\e[31mred"\ncountry: JP\npeople:\n  - id: a\n    name: "\\e[2J"\n    timezone: Asia/Seoul\n',
        encoding="utf-8",
    )
    for words in (
        ["client", "show", "evil"],
        ["client", "list"],
        ["data", "check"],
        ["client", "show", "\x1b[1m"],
    ):
        answer = run(*words, folder=home, terminal=True, width=60, NO_COLOR="1")
        assert "\x1b" not in answer.out + answer.err
        assert max(map(len, (answer.out + answer.err).splitlines())) <= 60


def test_an_unknown_schema_is_told(run: Run) -> None:
    answer = run("data", "schema", "clients")
    assert (answer.code, answer.out) == (2, "")


def test_what_is_offered_to_change_a_client_works(run: Run, tmp_path: Path) -> None:
    copy_of_sample(tmp_path / "files")
    for who in ("hikari", "me"):
        shown = run("client", "show", who, folder=tmp_path / "files").out
        (line,) = (line for line in offered(shown) if " set " in line)
        assert line == f"cb client set {who} hours 09:00-17:00"
        changed = run(*line.split()[1:], "--json", folder=tmp_path / "files")
        assert json.loads(changed.out)["after"].endswith("09:00-17:00"), changed.err
