"""The Tab key: what a shell is told, what it loads, and what real shells make of it."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from real_shell import RealShell, is_there

from clientbridge.cli.completion.tab_key import answer

SOURCE = Path(__file__).parents[2] / "src"
NAMES = ("solaris", "My Client", 'it\'s "q"', "$(touch pwned)", "東京電", "a;b&c!d", "al`x`", "zeta{1,2}*~#")
UNSAFE = ("esc\x1b[31mred", "two\nlines", "--force", "turned\u202eround")
"""Ids that are never offered: they would act on the screen, or be taken for an option."""
PERSON = (
    "name: Solaris\ncountry: BR\ntimezone: America/Sao_Paulo\n"
    "people: [{id: ana, name: Ana Souza}, {id: rui, name: Rui Melo}]\n"
)
JOURNAL = (
    '{"id": "p1q2r3", "at": "2026-11-20T09:00:00Z", "kind": "promise", "owner": "me",'
    ' "text": "send the offer", "due": "2026-11-27"}\n'
    '{"id": "e4f5g6", "at": "2026-11-21T09:00:00Z", "kind": "problem", "text": "no access"}\n'
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("clients", "journal"):
        (tmp_path / name).mkdir()
    (tmp_path / "me.yaml").write_bytes(b"")
    for name in (*NAMES, *UNSAFE):
        (tmp_path / "clients" / f"{name}.yaml").write_bytes(b"\xff not even text")
    (tmp_path / "clients" / "solaris.yaml").write_text(PERSON, encoding="utf-8")
    (tmp_path / "journal" / "solaris.jsonl").write_text(JOURNAL, encoding="utf-8")
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home / "nobody"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "CB_HOME": str(home),
    }


def asked(*words: str, home: Path, probe: str = "") -> subprocess.CompletedProcess[str]:
    """What `cb --tab` answers from an empty folder beside the workspace."""
    elsewhere = home / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    run = f"import sys; from clientbridge.__main__ import run; run(); {probe}"
    return subprocess.run(
        [sys.executable, "-c", run, "--tab", *words],
        cwd=elsewhere,
        env={"PYTHONPATH": str(SOURCE), **surroundings(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


def offered(words: Sequence[str], home: Path) -> list[str]:
    """The words that zsh is offered, without their meanings."""
    text = answer(["zsh", *words], surroundings(home), str(home / "elsewhere"))
    return [line.partition("\t")[0] for line in text.splitlines()[1:]]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["cl"], ["clock", "client"]),
        (["client", "sh"], ["show"]),
        (["client", "show", "so"], ["solaris"]),
        (["client", "show", "SO"], ["solaris"]),
        (["client", "show", "x"], []),
        (["brief", "so"], ["solaris", "solaris/ana", "solaris/rui"]),
        (["meet", "--strict", "solaris/r"], ["solaris/rui"]),
        (["meet", "solaris", "--duration", "45m", "solaris/a"], ["solaris/ana"]),
        (["meet", "--optional", "solaris/a"], ["solaris/ana"]),
        (["--quiet", "brief", "solaris", "--person", ""], ["ana", "rui"]),
        (["brief", "--person", "a"], []),
        (["log", "solaris", "hello", "--with", "r"], ["rui"]),
        (["log", "solaris", "--kind", "c"], ["call", "chat"]),
        (["log", "solaris", "--kind=c"], ["--kind=call", "--kind=chat"]),
        (["log", "solaris", "--closes", ""], ["e4f5g6"]),
        (["promise", "done", "p"], ["p1q2r3"]),
        (["promise", "d"], ["done", "drop"]),
        (["promise", "so"], ["solaris"]),
        (["culture", "Jap"], ["JP"]),
        (["culture", "JP", "--topic", "e"], ["email"]),
        (["holidays", "--country", "DE-B"], ["DE-BB", "DE-BE", "DE-BW", "DE-BY"]),
        (["init", "--country", "Germany", "--region", "DE-BY"], ["DE-BY"]),
        (["init", "--language", "ja"], ["ja"]),
        (["init", "--timezone", "Europe/Bru"], ["Europe/Brussels"]),
        (["meet", "--ro"], ["--rotate"]),
        (["meet", "--", "--ro"], []),
        (["--ho"], ["--home"]),
        (["meet", "--ho"], ["--home"]),
        (["nosuch", "--he"], ["--help"]),
    ],
    ids=" ".join,
)
def test_what_the_tab_key_offers(typed: list[str], expected: list[str], home: Path) -> None:
    assert offered(typed, home) == expected
    assert offered(typed, home) == expected, "as before, from what is kept"


def test_every_client_is_offered_that_is_safe_to_type(home: Path) -> None:
    assert sorted(offered(["client", "show", ""], home)) == sorted(NAMES)


@pytest.mark.parametrize(
    "typed",
    [
        ["--demo", "client", "show", ""],
        ["client", "--demo", "show", ""],
        ["client", "show", "--demo", ""],
        ["--home", "{sample}", "client", "show", ""],
        ["client", "show", "--home={sample}", ""],
        ["client", "show", "--home", "$CB_HOME/sample", ""],
    ],
    ids=" ".join,
)
def test_the_workspace_named_on_the_line_counts(typed: list[str], home: Path) -> None:
    sample = home / "sample"
    (sample / "clients").mkdir(parents=True)
    (sample / "clients" / "hikari.yaml").write_bytes(b"")
    typed = [word.replace("{sample}", str(sample)) for word in typed]
    found = offered(typed, home)
    assert "hikari" in found
    assert "My Client" not in found


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (["meet", "--ics", ""], "files"),
        (["meet", "--ics=x"], "files"),
        (["client", "import", "solaris", "a"], "files"),
        (["--home", ""], "folders"),
        (["init", ""], "folders"),
        (["today", ""], "words"),
        (["meet", "--duration", ""], "words"),
    ],
    ids=" ".join,
)
def test_files_are_left_to_the_shell(typed: list[str], kind: str, home: Path) -> None:
    assert answer(["zsh", *typed], surroundings(home), str(home)) == f"{kind}\n"


def test_what_changed_is_offered_anew(home: Path) -> None:
    assert offered(["brief", "solaris/"], home) == ["solaris/ana", "solaris/rui"]
    (home / "clients" / "solaris.yaml").write_text(PERSON.replace("ana", "bia"), encoding="utf-8")
    assert offered(["brief", "solaris/"], home) == ["solaris/bia", "solaris/rui"]
    (home / "journal" / "other.jsonl").write_text(JOURNAL.replace("p1q2r3", "z1z2z3"), encoding="utf-8")
    assert set(offered(["promise", "done", ""], home)) == {"p1q2r3", "z1z2z3"}


@pytest.mark.parametrize("words", [(), ("bash",), ("bash", "cb meet '"), ("zsh",), ("nosuch", "x")], ids=repr)
def test_a_shell_that_asks_wrongly_hears_nothing_that_hurts(words: tuple[str, ...], home: Path) -> None:
    answer = asked(*words, home=home)
    assert answer.stderr == ""


@pytest.mark.parametrize(
    "typed",
    [
        ["client", "show", ""],
        ["brief", "so"],
        ["promise", "done", ""],
        ["log", "solaris", "--kind", ""],
        ["holidays", "--country", "DE-"],
        ["init", "--timezone", "Eu"],
    ],
    ids=" ".join,
)
def test_a_key_loads_nothing_that_takes_time(typed: list[str], home: Path) -> None:
    asked("zsh", *typed, home=home)
    loaded = "print(*sys.modules, file=sys.stderr)"
    bare = "import sys; print(*sys.modules)"
    before = subprocess.run([sys.executable, "-c", bare], capture_output=True, text=True, check=True).stdout
    after = asked("zsh", *typed, home=home, probe=loaded).stderr.split()
    others = {name.partition(".")[0] for name in set(after) - set(before.split())}
    assert others <= {"clientbridge", "gc", "encodings"}


SHELLS = [
    pytest.param(shell, marks=pytest.mark.skipif(not is_there(shell), reason=f"{shell} is not installed"))
    for shell in ("bash", "zsh", "fish")
]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, home: Path) -> Iterator[tuple[str, RealShell]]:
    opened = RealShell(request.param, home)
    yield request.param, opened
    opened.close()


TYPED = (
    ("cb --demo brief hikari/s", ["--demo", "brief", "hikari/sato"]),
    ("cb brief solaris/r", ["brief", "solaris/rui"]),
    ("cb brief My", ["brief", "My Client"]),
    ("cb brief 'My", ["brief", "My Client"]),
    ("cb brief it", ["brief", 'it\'s "q"']),
    ('cb brief "it', ["brief", 'it\'s "q"']),
    ("cb brief \\$", ["brief", "$(touch pwned)"]),
    ("cb brief '$", ["brief", "$(touch pwned)"]),
    ("cb brief 東", ["brief", "東京電"]),
    ("cb brief a\\;", ["brief", "a;b&c!d"]),
    ('cb brief "a;', ["brief", "a;b&c!d"]),
    ("cb brief al\\`", ["brief", "al`x`"]),
    ("cb brief z", ["brief", "zeta{1,2}*~#"]),
    ("cb meet --ics me.y", ["meet", "--ics", "me.yaml"]),
    ("cb holidays --country=Jap", ["holidays", "--country=JP"]),
)


def test_a_real_shell_completes_words_that_stay_whole(shell: tuple[str, RealShell], home: Path) -> None:
    _, opened = shell
    assert [opened.words_after_tab(line) for line, _ in TYPED] == [words for _, words in TYPED]
    assert not (home / "pwned").exists(), "the name of a client was run"


def test_a_real_shell_shows_what_fits(shell: tuple[str, RealShell]) -> None:
    name, opened = shell
    opened.words_after_tab("cb today --qui")
    seen = len(opened.seen)
    opened.press("cb brief solaris/\t\t")
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", opened.seen[seen:])
    assert "solaris/ana" in shown
    assert "solaris/rui" in shown
    assert ("Ana Souza" in shown) == (name != "bash"), "bash has no place for what a word means"
    assert "\x1b[31mred" not in opened.seen
